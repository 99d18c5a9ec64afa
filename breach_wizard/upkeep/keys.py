"""What each key of the guidance's files means: for the README, and for who starts a file of their own."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from breach_wizard.guidance.code import Edition, Matter
from breach_wizard.guidance.confirming import Confirmation
from breach_wizard.guidance.content import (
    Action,
    BreachType,
    Consideration,
    Field,
    Nation,
    Recipient,
    Site,
    Source,
    TriageQuestion,
    Verdict,
)
from breach_wizard.guidance.forms import Forms
from breach_wizard.guidance.message import Message
from breach_wizard.guidance.reader import described
from breach_wizard.upkeep.meanings import MEANINGS


class Key(NamedTuple):
    """One key: the table that it stands in ("" the file or entry itself), what it holds, and what it means."""

    table: str
    name: str
    holds: str
    needed: bool
    meaning: str


SHAPES: Mapping[str, tuple[tuple[str, Any], ...]] = {
    "breach-types": (("", BreachType),),
    "code": (("", Edition),),
    "actions.toml": (("NAME", Action),),
    "considerations.toml": (("NAME", Consideration),),
    "confirmed.toml": (("GROUP.NAME", Confirmation),),
    "fields.toml": (("NAME", Field),),
    "first-question.toml": (("breach_type", Field),),
    "forms.toml": (("", Forms),),
    "matters.toml": (("NAME", Matter),),
    "messages.toml": (("NAME", Message),),
    "nations.toml": (("NAME", Nation),),
    "recipients.toml": (("NAME", Recipient),),
    "sites.toml": (("NAME", Site),),
    "sources.toml": (("NAME", Source),),
    "triage.toml": (("questions.NAME", TriageQuestion), ("verdicts.NAME", Verdict)),
}
"""By file or folder: its tables, and the record that each makes."""


def keys(name: str) -> Iterator[Key]:
    """Yield the keys of a file, or of the files in a folder: those of an entry, then those of the tables in it."""
    for table, shape in SHAPES[name]:
        yield from _of(table, shape)


def meaning(shape: type, name: str) -> str:
    """Return what a key of a record means."""
    return MEANINGS[shape.__name__][name]


def _of(table: str, shape: Any) -> Iterator[Key]:
    for name, holds, needed in described(shape):
        yield Key(table, name, holds, needed, meaning(shape, name))
    for name, kind in shape.__annotations__.items():
        for inner in (kind, *get_args(kind)):
            if hasattr(inner, "_field_defaults"):
                above = ".".join(filter(None, (table, name, "NAME" if get_origin(kind) is dict else "")))
                yield from _of(above, inner)
