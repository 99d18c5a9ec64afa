"""What a draft holds, and its form on disk: JSON that a person can read."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from breach_wizard.interview import Answers

SCHEMA = 2
AGAIN = "again."
"""Before a question in ``passed`` of schema 1: it was to be asked again."""


class Damaged(Exception):
    """What stands on disk is no draft."""


class TooNew(Exception):
    """The draft was written by a newer breach-wizard."""


@dataclass
class Draft:
    """One report in the making.

    Attributes:
        number: by which the user names it; never used again for another.
        answers: as the interview keeps them.
        partial: what was typed and not accepted, by path; never taken for an answer.
        proposed: what had been proposed when a value was accepted, by path.
        passed: the screens gone past that have no answer of their own.
        asked_again: questions that are to be asked again, though answered.
        output: where the report is to be written, where the command line said so.
        base: the answers of the report that this one updates, or None.
        started, saved: ISO 8601, with offset.
        written: ``path`` of the report, ``at`` when it was written, and its ``answers``; or None.
    """

    number: int
    answers: Answers = field(default_factory=Answers)
    partial: dict[str, Any] = field(default_factory=dict)
    proposed: dict[str, Any] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    asked_again: list[str] = field(default_factory=list)
    output: str = ""
    base: Answers | None = None
    started: str = ""
    saved: str = ""
    written: dict[str, Any] | None = None
    schema: int = SCHEMA


KINDS: dict[str, type | tuple[type, ...]] = {
    "number": int, "answers": dict, "partial": dict, "proposed": dict, "passed": list, "asked_again": list,
    "output": str, "base": (dict, type(None)), "started": str, "saved": str, "written": (dict, type(None)),
    "schema": int,
}  # fmt: skip


def to_bytes(draft: Draft) -> bytes:
    """Return the draft as it stands on disk."""
    return json.dumps(asdict(draft), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def from_bytes(data: bytes, number: int) -> Draft:
    """Return the draft that the bytes hold.

    Raises:
        Damaged: they hold none.
        TooNew: a newer breach-wizard wrote it.
    """
    try:
        found = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise Damaged from error
    if not isinstance(found, dict) or not isinstance(found.get("schema"), int):
        raise Damaged
    if found["schema"] > SCHEMA:
        raise TooNew
    if not {"answers", "saved"} <= set(found) <= set(KINDS):
        raise Damaged
    if any(not isinstance(value, KINDS[name]) for name, value in found.items()):
        raise Damaged
    return Draft(**(_of_today(found) | {"number": number}))


def _of_today(found: dict[str, Any]) -> dict[str, Any]:
    """The draft in the shape of today's schema."""
    passed = found.get("passed", [])
    again = [name.removeprefix(AGAIN) for name in passed if str(name).startswith(AGAIN)]
    return found | {
        "schema": SCHEMA,
        "passed": [name for name in passed if not str(name).startswith(AGAIN)],
        "asked_again": [*found.get("asked_again", []), *again],
    }


def now_text(now: datetime) -> str:
    """Return an aware moment as drafts hold it."""
    return now.isoformat(timespec="seconds")
