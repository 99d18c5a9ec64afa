"""The fields that a body's own Word form can ask for: their names, what they mean, and their values for a report. Pure.

Each is what the report says in our own form; what was not given is empty here, so that a form can ask "if".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from breach_wizard import form
from breach_wizard.exports.content import Entry, Value, content
from breach_wizard.report import Report

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "the title of the report, with the name of the Code",
        "to_follow": "list: the labels of what is not yet known",
        "outputs": "list: the statistical outputs, each with title and link",
        "producer": "the name of the statistical producer",
        "contact_name": "the person or team dealing with the report",
        "contact_details": "how to reach them",
        "head_of_profession": "the Head of Profession or Lead Official",
        "statement_link": "the link to a published statement",
        "report_date": "the date of the report",
        "breach_type": "the type of breach, in words",
        "also": "list: further types",
        "exemption": "empty, unless an exemption was agreed beforehand or that is not known",
        "references": "list: the parts of the Code",
        "occurrences": "list: the occurrences, each with date, note, type, due and ended",
        "due": "when the statistics were announced for",
        "noticed": "when it was noticed",
        "ended": "when it was put right",
        "timing": "what follows from the times, in a sentence",
        "circumstances": "what happened",
        "previous_breaches": "previous breaches in the same area",
        "impact": "the impact",
        "actions": "list: the corrective actions, each with status, text, when and who",
        "changes_title": "the heading of the changes, in a report that updates another",
        "changes": "list: what has changed",
    }
)
"""Every field with its meaning, in the order of the form."""

LISTS: Final = frozenset(name for name, meaning in FIELDS.items() if meaning.startswith("list: "))
ROWS: Final = {
    form.TYPE: "breach_type",
    form.EXEMPTION: "exemption",
    form.DUE: "due",
    form.NOTICED: "noticed",
    form.ENDED: "ended",
    form.TIMING: "timing",
}
OCCURRENCE_ROWS: Final = {form.NOTE: "note", form.OWN_TYPE: "type", form.DUE: "due", form.ENDED: "ended"}


@dataclass
class Output:
    """An output; as a whole its title and link, each on a line."""

    title: str
    link: str = ""

    def __str__(self) -> str:
        return _lines(self.title, self.link)


@dataclass
class Occurrence:
    """An occurrence; as a whole what is its own, each on a line."""

    date: str
    note: str = ""
    type: str = ""
    due: str = ""
    ended: str = ""

    def __str__(self) -> str:
        return _lines(self.date, *(f"{label}: {getattr(self, name)}" for label, name in self._given()))

    def _given(self) -> list[tuple[str, str]]:
        return [(label, name) for label, name in OCCURRENCE_ROWS.items() if getattr(self, name)]


@dataclass
class Action:
    """An action; as a whole as in our own form. ``status`` is "Taken" and the like, or empty."""

    text: str
    status: str = ""
    when: str = ""
    who: str = ""

    def __str__(self) -> str:
        return _lines(
            f"{self.status}: {self.text}" if self.status else self.text,
            f"{form.WHEN} {self.when}" if self.when else "",
            f"{form.WHO} {self.who}" if self.who else "",
        )


def values(report: Report) -> dict[str, Any]:
    """Return the value of each field: a text, or a tuple of texts, outputs, occurrences or actions."""
    said = content(report)
    found: dict[str, Any] = dict.fromkeys(FIELDS, "")
    found |= {
        "title": said.title,
        "to_follow": said.to_follow,
        "circumstances": _words(said.happened),
        "previous_breaches": _words(said.previous) if said.previous else "",
        "impact": _words(said.impact),
        "actions": (Action(_words(said.actions)),)
        if isinstance(said.actions, Value)
        else tuple(map(_action, said.actions)),
        "changes_title": said.changes_title,
        "changes": said.changes,
    }
    outputs: list[Output] = []
    for row in said.core:
        if row.label == form.OUTPUT:
            outputs.append(Output(_words(row.value)))
        elif row.label == form.LINK:
            outputs[-1].link = _words(row.value)
        else:
            found[form.SINGLE_ROWS.get(row.label, "report_date")] = _words(row.value)
    occurrences: list[Occurrence] = []
    several: dict[str, list[str]] = {form.FURTHER_TYPE: [], form.REFERENCE: []}
    last = {row.label: number for number, row in enumerate(said.circumstances)}
    for number, row in enumerate(said.circumstances):
        words = _words(row.value)
        if row.label in several:
            several[row.label].append(words)
        elif row.label == form.OCCURRENCE:
            occurrences.append(Occurrence(words))
        elif row.label in ROWS and number == last[row.label]:
            found[ROWS[row.label]] = words
        else:
            setattr(occurrences[-1], OCCURRENCE_ROWS[row.label], words)
    return found | {
        "outputs": tuple(outputs),
        "occurrences": tuple(occurrences),
        "also": tuple(several[form.FURTHER_TYPE]),
        "references": tuple(several[form.REFERENCE]),
    }


def _words(value: Value) -> str:
    return "" if value == Value(form.NOT_GIVEN, ours=True) else value.text


def _action(entry: Entry) -> Action:
    more = {row.label: _words(row.value) for row in entry.more}
    return Action(_words(entry.text), entry.mark.rstrip(":"), more.get(form.WHEN, ""), more.get(form.WHO, ""))


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
