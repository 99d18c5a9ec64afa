"""What a draft holds, and its form on disk: JSON that a person can read."""

import json
import os
from datetime import datetime
from typing import Any

from breach_wizard.drafts.shape import fits, is_number
from breach_wizard.interview.shapes import Answers
from breach_wizard.patterns import of_bytes, pattern
from breach_wizard.text import clean

SCHEMA = 3
AGAIN = "again."
"""Before a question in ``passed`` of schema 1: it was to be asked again."""

LONE_SURROGATES = pattern("[\ud800-\udfff]")
SAVED = of_bytes(rb'\n "saved": "([0-9T:+.-]+)"')
"""The line that tells when a draft was saved. No text in a file holds a line break; no answer stands so far left."""

HALF_CHARACTER = of_bytes(rb"\\u[dD]|\xed[\xa0-\xbf]")
"""What half a character is written as, in JSON and in bytes; a whole one may be written so, too."""


class Damaged(Exception):
    """What stands on disk is no draft."""


class TooNew(Exception):
    """The draft was written by a newer breach-wizard."""


class Draft:  # noqa: PLW1641 - it changes
    """One report in the making.

    Attributes:
        number: by which the user names it; never used again for another.
        answers: as the interview keeps them.
        partial: what was typed and not accepted, by path; never taken for an answer.
        proposed: what had been proposed when a value was accepted, by path.
        passed: the screens gone past that have no answer of their own.
        asked_again: questions that are to be asked again, though answered.
        adding: what was being added when the run ended: the list's name, the item's key, the kind of breach or nothing,
            and how many of its questions are answered; their answers are half typed until then. Empty for nothing.
        left_as_is: the warnings that the user kept, each in words that name its values.
        output: where the report is to be written, where the command line said so.
        to: the format in which, where the command line said so.
        resumed: the format of the file that was gone on with, where its name tells one.
        base: the answers of the report that this one updates, or None.
        started, saved: ISO 8601, with offset.
        written: ``path`` of the report, ``files`` it and the others by format, ``at`` when it was written, and its
            ``answers``; or None.
    """

    number: int
    answers: Answers
    partial: dict[str, Any]
    proposed: dict[str, Any]
    passed: list[str]
    asked_again: list[str]
    adding: list[str]
    left_as_is: list[str]
    output: str
    to: str
    resumed: str
    base: Answers | None
    started: str
    saved: str
    written: dict[str, Any] | None
    schema: int

    def __init__(self, number: int, **given: Any) -> None:
        """Begin one in which nothing stands but what is given; the keys are kept in this order on disk.

        Raises:
            TypeError: something is given that no draft has.
        """
        held: dict[str, Any] = {"number": number, "answers": {}, "partial": {}, "proposed": {}}
        held |= {"passed": [], "asked_again": [], "adding": [], "left_as_is": []}
        held |= {"output": "", "to": "", "resumed": "", "base": None, "started": "", "saved": "", "written": None}
        held |= {"schema": SCHEMA}
        if not given.keys() <= held.keys():
            raise TypeError(f"No draft has {', '.join(sorted(given.keys() - held.keys()))}.")
        vars(self).update(held | given)

    def __eq__(self, other: object) -> bool:
        """Is it a draft that holds the same?"""
        return isinstance(other, Draft) and vars(self) == vars(other)


def to_bytes(draft: Draft) -> bytes:
    """Return the draft as it stands on disk."""
    return json.dumps(vars(draft), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def saved_in(data: bytes) -> str | None:
    """Return when the draft was saved, without making out the rest; None where no line tells it as `to_bytes` does."""
    lines = SAVED.findall(data)
    return lines[0].decode("ascii") if len(lines) == 1 else None


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
    if not isinstance(found, dict) or not is_number(found.get("schema")):
        raise Damaged
    if found["schema"] > SCHEMA:
        raise TooNew
    if not {"answers", "saved"} <= set(found) or not fits(found):
        raise Damaged
    is_sound = HALF_CHARACTER.search(data) is None  # then nothing need be gone through
    held = _with_names_of_files(found if is_sound else _without_lone_surrogates(found), found)
    draft = Draft(**(_of_today(held) | {"number": number}))
    draft.answers, draft.base = _cleaned(draft.answers), _cleaned(draft.base)
    if draft.written and "answers" in draft.written:
        draft.written["answers"] = _cleaned(draft.written["answers"])
    return draft


def _without_lone_surrogates(value: Any) -> Any:
    """The same with a sign in place of each half of a character, which no text of ours holds and nothing can write.

    What has been looked at is a few tables deep at most.
    """
    if isinstance(value, str):
        return LONE_SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_lone_surrogates(one) for one in value]
    if isinstance(value, dict):
        return {_without_lone_surrogates(key): _without_lone_surrogates(one) for key, one in value.items()}
    return value


def _cleaned(value: Any, name: str = "") -> Any:
    """Answers as the wizard keeps them, whatever another editor made of their blanks; what is named by a key stands."""
    if isinstance(value, str):
        return value if name == "key" else clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one, key) for key, one in value.items()}
    return value


def _with_names_of_files(held: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The draft with the names of files as they were found: half characters stand for bytes there.

    A place to write to that no system would take is none: the user is asked again.
    """
    output = found.get("output", "")
    try:
        held["output"] = "" if b"\0" in os.fsencode(output) else output
    except UnicodeEncodeError:
        held["output"] = ""
    for name in ("path", "files"):
        if held.get("written") and name in held["written"]:
            held["written"][name] = found["written"][name]
    return held


def _of_today(found: dict[str, Any]) -> dict[str, Any]:
    """The draft in the shape of today's schema."""
    passed = found.get("passed", [])
    again = [name.removeprefix(AGAIN) for name in passed if name.startswith(AGAIN)]
    return found | {
        "schema": SCHEMA,
        "passed": [name for name in passed if not name.startswith(AGAIN)],
        "asked_again": [*found.get("asked_again", []), *again],
    }


def now_text(now: datetime) -> str:
    """Return an aware moment as drafts hold it."""
    return now.isoformat(timespec="seconds")
