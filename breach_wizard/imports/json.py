"""Reads a report in our JSON form, of this schema number or an older one, into answers."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Any

from breach_wizard import form, parsing
from breach_wizard.errors import CopyForPublication, InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.labels import by_label
from breach_wizard.interview.paths import without
from breach_wizard.interview.questions import OURS, Stands
from breach_wizard.invoked import command
from breach_wizard.report import SCHEMA, from_json, to_answers
from breach_wizard.text import NOT_KNOWN

LARGEST = 4_000_000
"""Bytes. What is made of it takes some fifty times as much memory; a report with a text of 1 MB comes nowhere near."""

COPY = "copy_for_publication"
"""The key that a copy for publication has first."""

STANDS: tuple[Stands, ...] = ("row", "heading")


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers of a report in JSON, or None where it is of another kind; raises as `read` does."""
    if not data.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return None
    found = _parsed(data)
    if COPY in found:
        raise CopyForPublication
    if is_draft(found):
        raise InputError(f"This is the file of a draft. Name the draft by its number; the list: {command('drafts')}")
    return _of(found, guidance) if is_report(found) else None


def is_draft(found: Mapping[str, Any]) -> bool:
    """Does the file of a draft hold these keys?"""
    return "partial" in found and "answers" in found


def is_report(found: Mapping[str, Any]) -> bool:
    """Does a report of ours hold these keys?"""
    return "schema" in found


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return the answers of a report.

    Raises:
        InputError: it is no JSON, or was written by a newer breach-wizard.
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    return _of(_parsed(data), guidance)


def _parsed(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise InputError("This JSON is larger than 4 MB, so it is no report and no answers file. Name another file.")
    try:
        return parsing.from_json(data.decode("utf-8-sig"))
    except ValueError as error:
        reason = error if isinstance(error, parsing.Unreadable) else "it is not UTF-8 text"
        raise InputError(f"This can't be read as JSON: {reason}. Mend that and try again.") from error


def _of(found: Any, guidance: Guidance) -> Imported:
    number = found.get("schema") if isinstance(found, dict) else None
    if not isinstance(number, int):
        raise InputError('This is not a report in JSON: it has no number under "schema". Name another file.')
    if number > SCHEMA:
        raise InputError("This report was written by a newer breach-wizard. Install the newest to read it.")
    if number < SCHEMA:
        found = _with_later_questions(found, guidance)
    if COPY not in found:
        return Imported(to_answers(from_json(found, guidance), guidance))
    # A report must say who deals with it, a copy for publication need not.
    kept = {name: one for name, one in found.items() if name != COPY}
    answers = to_answers(from_json({"contact_name": NOT_KNOWN} | kept, guidance), guidance)
    return Imported(answers if "contact_name" in kept else without(answers, "contact_name"), is_copy=True)


def _with_later_questions(found: dict[str, Any], guidance: Guidance) -> dict[str, Any]:
    """Put what a body's own question once asked where a question of ours has that label by now."""
    listed = found.get("more")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        return found
    labels = {
        (section.id, label): name
        for section in form.SECTIONS
        for stands in STANDS
        for label, name in by_label(guidance, section, stands).items()
        if name in OURS and name not in found
    }
    names = [labels.get((str(one.get("section")), str(one.get("label"))), "") for one in listed]
    answered = {name: one.get("value") for name, one in zip(names, listed, strict=True) if name}
    waiting = [one for name, one in zip(names, listed, strict=True) if not name]
    return {**found, **answered, "more": waiting}
