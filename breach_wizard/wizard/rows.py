"""The lines of "check your answers": every answer in the order of the report, numbered. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from breach_wizard import form
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.context import Context
from breach_wizard.interview.labels import type_title
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import ABSENT, Path, get, item, items, keyed, path_of
from breach_wizard.interview.proposals import complete
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import NOT_RELEVANT, TO_FIND_OUT, Answers
from breach_wizard.interview.steps import is_asked, main_type
from breach_wizard.interview.wording import wording
from breach_wizard.records import Record
from breach_wizard.tables import Grid, segments
from breach_wizard.text import NOT_KNOWN, plural, shortened

SHOWN = 90
"""So many characters of a long answer are shown; the preview shows all."""

LONGEST_WORD = 500
"""Characters of a single word that is shown whole."""

STATUS_WORDS = {
    "taken": "taken",
    "planned": "planned",
    "not-taken": "considered, not taken",
    "": "taken or planned: not stated",
}


class Row(Record, kw_only=False):
    """One answer: where it is, the section it stands under, its label, and its value in words."""

    path: Path
    section: str
    label: str
    value: str


def rows(answers: Answers, proposed: Mapping[str, Any], context: Context) -> list[Row]:
    """Return the rows of the check page, in the order of the report."""
    full = keyed(complete(answers, proposed, context))
    return [
        Row(path, section, _label(path, full, context), _value(path, full, context))
        for section, path in _paths(answers, full, context)
    ]


def _paths(answers: Answers, full: Answers, context: Context) -> Iterator[tuple[str, Path]]:
    for section in form.SECTIONS:
        for one in on_the_form(context.guidance, section):
            if one.asked != "opened" and is_asked(one, answers, context):
                yield from ((section.heading, path) for path in _of_question(one, answers, full))
        for other in items(full, "more"):
            if other.get("section") == section.id:
                yield section.heading, ("more", other["key"], "value")


def _of_question(question: Question, answers: Answers, full: Answers) -> Iterator[Path]:
    """The rows of a question; what is of one occurrence or action only where there is any."""
    if question.id == "outputs":
        for one in items(full, "outputs") or [{"key": "1"}]:
            yield from (("outputs", one["key"], part.id) for part in question.parts)
    elif question.id == "occurrences":
        for occurrence in items(full, "occurrences") or [{"key": "1"}]:
            own = (part for part in ("type", "due", "ended") if part in occurrence)
            yield from (("occurrences", occurrence["key"], part) for part in ("date", *own, "note"))
    elif question.id == "actions":
        yield ("actions",)
        yield from (("actions", one["key"]) for one in items(answers, "actions"))
    elif question.id not in ("access_ended", "ended") or answers.get("ongoing") is False:
        yield (question.id,)
        if question.id == "exemption" and answers.get("exemption") is True:
            yield ("exemption_note",)


def _label(path: Path, full: Answers, context: Context) -> str:
    if path[0] == "actions" and len(path) == 2:
        return "Action"
    label = wording(path, full, context).label
    if path[0] == "occurrences" and path[2] != "date":
        date = spelled(get(full, (*path[:2], "date")))
        return f"{label} ({date})"
    return label


def _value(path: Path, full: Answers, context: Context) -> str:
    if path[0] == "actions":
        return _actions(path, full)
    if path == ("considerations",):
        return _notes(full)
    value = get(full, path)
    if path[0] == "breach_type" or path[-1] == "type":
        kind = context.guidance.types.get(value)
        return _title(kind, path, full) if kind else "not given"
    if path == ("ongoing",):
        kind = main_type(full, context)
        return (kind.ongoing.said(value) if kind else "") or "not known yet"
    if path == ("access_ended",):
        ways = main_type(full, context)
        return {True: ways.access.yes, False: ways.access.no}.get(value, "not given") if ways else ""
    if path == ("exemption",):
        return {True: "yes", False: "no", NOT_KNOWN: "not known yet"}.get(value, "not given")
    return as_printed(value) if isinstance(value, bool) else spelled(value)


def _title(kind: BreachType, path: Path, full: Answers) -> str:
    """A type's title, as the report will print it."""
    one = item(full, path[0], path[1]) if len(path) == 3 else None
    return type_title(kind, [moment_of((one or {}).get("due") or full.get("due"))])


def spelled(value: Any) -> str:
    """Return a value in words, a long one cut short at a word."""
    if value is ABSENT or value in ("", [], None):
        return "not given"
    if value == NOT_KNOWN:
        return "not known yet"
    text = "; ".join(value) if isinstance(value, list) else str(value)
    if "|" in text:
        text = "\n\n".join(one if isinstance(one, str) else _rows(one) for one in segments(text))
    on_a_line = text.replace("\n\n", " / ").replace("\n", " / ")
    words = len(text.split())
    if words == 1 and len(text) <= LONGEST_WORD:  # an address is of no use in part
        return text
    shown = shortened(on_a_line, SHOWN)
    return shown if shown == on_a_line or words == 1 else f"{shown} ({plural(words, 'word')})"


def _rows(grid: Grid) -> str:
    """A table's rows without their bars, which say nothing where all stands on one line."""
    return "\n".join(", ".join(filter(None, cells)) for cells in (grid.head, *grid.rows) if cells)


def _actions(path: Path, full: Answers) -> str:
    listed = full.get("actions")
    if len(path) == 1:
        if listed == NOT_KNOWN:
            return "not known yet"
        return (
            plural(len(listed), "action")
            if listed
            else "none has been taken or is planned"
            if listed == []
            else "not given"
        )
    one = item(full, "actions", path[1]) or {}
    said = [STATUS_WORDS[one.get("status", "")]]
    when = "when" if one.get("status") == "taken" else "by when"
    for value, label in ((one.get("when"), when), (one.get("who"), "who")):
        if value:
            said.append(f"{label}: {spelled(NOT_KNOWN)}" if value == NOT_KNOWN else spelled(value))
    if one.get("reason"):
        said.append(f"reason: {spelled(one['reason'])}")
    return f"{spelled(one.get('text', ''))} ({', '.join(said)})"


def _notes(full: Answers) -> str:
    notes = full.get("considerations")
    told = [note for note in notes.values() if note] if isinstance(notes, dict) else []
    open_ones = sum(note in (TO_FIND_OUT, NOT_KNOWN) for note in told)
    written = sum(note not in (TO_FIND_OUT, NOT_KNOWN, NOT_RELEVANT) for note in told)
    return f"{plural(written, 'note')}, {open_ones} to find out"


Numbers = Mapping[Path, int]
"""The number of the first row at each path, and at each beginning of one."""


def numbers(listed: list[Row]) -> Numbers:
    """Return the numbers of the rows, for `row_of`."""
    found: dict[Path, int] = {}
    for number, row in enumerate(listed, 1):
        for length in range(1, len(row.path) + 1):
            found.setdefault(row.path[:length], number)
    return found


def row_of(where: str, known: Numbers) -> int:
    """Return the number of the row that a finding's path belongs to; 0 where none does.

    A part of an action, or one thing to consider, belongs to the row of the whole.
    """
    path = path_of(where.replace("[", ".").replace("]", ""))
    return next((known[path[:length]] for length in range(len(path), 0, -1) if path[:length] in known), 0)
