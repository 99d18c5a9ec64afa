"""Slips in the wordings themselves: what is empty, what stands twice, what no document could hold or give back."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.braces import in_braces
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.slips import Slip, heading
from breach_wizard.text import clean

MAY_BE_EMPTY = frozenset({"clause", "address", "covers", "note"})
"""Texts that must be given, and may say nothing."""

ONE_LINE = frozenset({"noun", "noun_with_article", "choice", "label"})
"""Keys of a text that is shown in a list or a sentence, on one line."""

PRINTED = frozenset({"title", "title_at_other_time", "stem", "form_label"})
"""Keys of a text that a report holds on one line and that is read back from it."""

TAKEN_NAMES = frozenset({"check", "show", "new-type", "unsure"})
"""Words that mean something else where the name of a breach type may stand."""


def in_wordings(guidance: Guidance) -> Iterator[Slip]:
    """Yield the slips in what the entries of a guidance say."""
    for name, layers in guidance.layers.items():
        for key, record in layers.records.items():
            path = layers.paths[key]
            place = "" if not name.partition(":")[0].endswith(".toml") else heading(name.partition(": ")[2], key)
            for inner, what in _of_record(record, bare=name == "breach-types"):
                yield Slip(path, ": ".join(filter(None, (place, inner))), what)
    yield from _of_types(guidance)
    yield from _of_editions(guidance)


def _of_record(record: Any, *, bare: bool) -> Iterator[tuple[str, str]]:
    """Yield key and sentence for each text of a record that is empty, or of more than one line."""
    needed = set(record.__annotations__) - set(record._field_defaults) - MAY_BE_EMPTY
    for key, value in record._asdict().items():
        if isinstance(value, str):
            if key in needed and not value.strip():
                yield key, "it is empty. Write what it is to say."
            elif (key in ONE_LINE and "\n" in value) or (key in PRINTED and not _is_plain(value)):
                yield key, "write one line of plain text, without blanks at its ends or two in a row."
        elif value == record._field_defaults.get(key):
            continue
        elif hasattr(value, "_field_defaults"):
            yield from ((f"{key}: {inner}", what) for inner, what in _of_record(value, bare=False))
        elif bare and key == "fields":
            for name, words in value.items():
                yield from ((f"fields.{name}: {inner}", what) for inner, what in _of_record(words, bare=False))


def _is_plain(text: str) -> bool:
    """Is it one line of plain text, without blanks at its ends or two in a row?"""
    return text == clean(" ".join(text.split()))


def _of_types(guidance: Guidance) -> Iterator[Slip]:
    kinds = guidance.types.values()
    paths = guidance.layers["breach-types"].paths
    for kind in kinds:
        if kind.id in TAKEN_NAMES or clean(kind.id) != kind.id or not kind.id.strip():
            what = f"{kind.id!r} can't be the name of a breach type. Give the file another name."
            yield Slip(paths[kind.id], "", what)
        yield from (Slip(paths[kind.id], key, what) for key, what in in_braces(kind))
    for key in ("title", "choice", "noun", "order"):
        texts: Mapping[str, Iterable[Any]] = {kind.id: _said(kind, key) for kind in kinds}
        yield from (
            Slip(paths[name], key, f"{text!r} is that of {other!r} already. Choose another.")
            for name, other, text in _twice(texts, lambda one: paths[one].is_relative_to(guidance.folders[0]))
        )


def _said(kind: BreachType, key: str) -> list[Any]:
    values = [getattr(kind, key), *([kind.title_at_other_time] if key == "title" else [])]
    return [one for one in values if one != ""]


def _twice(texts: Mapping[str, Iterable[Any]], is_ours: Any) -> Iterator[tuple[str, str, Any]]:
    """Who says what another said before: ours are said to have been before a body's."""
    seen: dict[Any, str] = {}
    for name in sorted(texts, key=lambda one: not is_ours(one)):
        for text in texts[name]:
            before = seen.setdefault(text.casefold() if isinstance(text, str) else text, name)
            if before != name:
                yield name, before, text


def _of_editions(guidance: Guidance) -> Iterator[Slip]:
    paths = guidance.layers["code"].paths
    days: dict[Any, str] = {}
    for edition in guidance.editions.values():
        path = paths[edition.id]
        if edition.starts > edition.sure_from:
            yield Slip(path, "sure_from", f"is before 'starts' ({edition.starts}). Put the later day here.")
        if days.setdefault(edition.starts, edition.id) != edition.id:
            yield Slip(path, "starts", f"edition {days[edition.starts]} starts on this day too. Choose another day.")
        for clause in edition.clauses:
            for key in ("reference", "title"):
                text = getattr(clause, key)
                if not text.strip() or not _is_plain(text):
                    yield Slip(path, f"clauses: {clause.reference}: {key}", "write one line of plain text.")
        for text in edition.written:
            if not set(text) & {"N", "A"} or clean(text) != text:
                yield Slip(path, "written", f'{text!r} has no place for a number: write N for it, as in "Rule N".')
