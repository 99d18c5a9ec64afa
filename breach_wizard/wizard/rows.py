"""The lines of "check your answers": every answer in the order of the report, numbered. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from breach_wizard import form
from breach_wizard.interview import Context, Path, complete, get, wording
from breach_wizard.interview.paths import ABSENT, items
from breach_wizard.interview.steps import NOT_RELEVANT, TO_FIND_OUT, main_type
from breach_wizard.text import NOT_KNOWN, plural, shortened

SHOWN = 90
"""So many characters of a long answer are shown; the preview shows all."""

STATUS_WORDS = {
    "taken": "taken",
    "planned": "planned",
    "not-taken": "considered, not taken",
    "": "taken or planned: not stated",
}


@dataclass(frozen=True)
class Row:
    """One answer: where it is, the section it stands under, its label, and its value in words."""

    path: Path
    section: str
    label: str
    value: str


def rows(answers: Mapping[str, Any], proposed: Mapping[str, Any], context: Context) -> list[Row]:
    """Return the rows of the check page, in the order of the report."""
    full = complete(answers, proposed, context)
    return [
        Row(path, section, _label(path, full, context), _value(path, full, context))
        for section, path in _paths(answers, full, context)
    ]


def _paths(answers: Mapping[str, Any], full: Mapping[str, Any], context: Context) -> Iterator[tuple[str, Path]]:
    for one in items(full, "outputs") or [{"key": "1"}]:
        yield form.CORE, ("outputs", one["key"], "title")
        yield form.CORE, ("outputs", one["key"], "link")
    for name in ("producer", "contact_name", "contact_details", "head_of_profession", "statement_link", "report_date"):
        yield form.CORE, (name,)
    for name in ("breach_type", "ongoing", "exemption", "references"):
        yield form.CIRCUMSTANCES, (name,)
    for one in items(full, "occurrences") or [{"key": "1"}]:
        yield form.CIRCUMSTANCES, ("occurrences", one["key"], "date")
        for part in ("type", "due", "ended"):
            if part in one:
                yield form.CIRCUMSTANCES, ("occurrences", one["key"], part)
        yield form.CIRCUMSTANCES, ("occurrences", one["key"], "note")
    kind = main_type(answers, context)
    for name, asked in (
        ("due", kind is not None and kind.timing != "none"),
        ("noticed", kind is not None and kind.noticed),
        ("ended", answers.get("ongoing") is False),
    ):
        if asked:
            yield form.CIRCUMSTANCES, (name,)
    yield form.CIRCUMSTANCES, ("circumstances",)
    yield form.CIRCUMSTANCES, ("previous_breaches",)
    yield form.IMPACT, ("considerations",)
    yield form.IMPACT, ("impact",)
    yield form.ACTIONS, ("actions",)
    for one in items(answers, "actions"):
        yield form.ACTIONS, ("actions", one["key"])


def _label(path: Path, full: Mapping[str, Any], context: Context) -> str:
    if path[0] == "actions" and len(path) == 2:
        return "Action"
    label = wording(path, full, context).label
    if path[0] == "occurrences" and path[2] != "date":
        date = spelled(get(full, (*path[:2], "date")))
        return f"{label} ({date})"
    return label


def _value(path: Path, full: Mapping[str, Any], context: Context) -> str:
    if path[0] == "actions":
        return _actions(path, full)
    if path == ("considerations",):
        return _notes(full)
    value = get(full, path)
    if path[0] == "breach_type" or path[-1] == "type":
        kind = context.guidance.types.get(value)
        return kind.title if kind else "not given"
    if path == ("ongoing",):
        kind = main_type(full, context)
        return (kind.ongoing.said(value) if kind else "") or "not known yet"
    if path == ("exemption",):
        return {True: "yes", False: "no", NOT_KNOWN: "not known yet"}.get(value, "no")
    return spelled(value)


def spelled(value: Any) -> str:
    """Return a value in words, a long one cut short at a word."""
    if value is ABSENT or value in ("", [], None):
        return "not given"
    if value == NOT_KNOWN:
        return "not known yet"
    text = "; ".join(value) if isinstance(value, list) else str(value)
    on_a_line = text.replace("\n\n", " / ").replace("\n", " / ")
    shown = shortened(on_a_line, SHOWN)
    return shown if shown == on_a_line else f"{shown} ({plural(len(text.split()), 'word')})"


def _actions(path: Path, full: Mapping[str, Any]) -> str:
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
    one = next(action for action in items(full, "actions") if action["key"] == path[1])
    said = [STATUS_WORDS[one.get("status", "")]]
    for part, label in (("when", "by when"), ("who", "who")):
        if one.get(part):
            said.append(f"{label}: {spelled(NOT_KNOWN)}" if one[part] == NOT_KNOWN else spelled(one[part]))
    return f"{spelled(one.get('text', ''))} ({', '.join(said)})"


def _notes(full: Mapping[str, Any]) -> str:
    notes = full.get("considerations")
    told = [note for note in notes.values() if note] if isinstance(notes, dict) else []
    open_ones = sum(note in (TO_FIND_OUT, NOT_KNOWN) for note in told)
    written = sum(note not in (TO_FIND_OUT, NOT_KNOWN, NOT_RELEVANT) for note in told)
    return f"{plural(written, 'note')}, {open_ones} to find out (not printed)"


def row_of(where: str, listed: list[Row]) -> int:
    """Return the number of the row that a finding's path belongs to; 0 where none does.

    A part of an action, or one thing to consider, belongs to the row of the whole.
    """
    words = where.replace("[", ".").replace("]", "").split(".")
    for length in range(len(words), 0, -1):
        for number, row in enumerate(listed, 1):
            if list(row.path[:length]) == words[:length]:
                return number
    return 0
