"""What a report says, part by part, in the words of the form: the one source of every format. Pure.

The parts come in the order of the report, each with the id of the question that it answers; a format is a loop over
them, and reading our own form (`imports.own`) is its inverse.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from breach_wizard import form
from breach_wizard.dates import Moment, When, day, earliest_days
from breach_wizard.facts import timing
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.editions import in_force
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.labels import label
from breach_wizard.interview.questions import Question
from breach_wizard.report import Action, Occurrence, Report, to_answers
from breach_wizard.standing import GOING_ON_WORDS, NOT_KNOWN_WORDS, words_for
from breach_wizard.text import NOT_KNOWN


class Value(NamedTuple):
    """What stands beside a label: what was typed, or words of ours (``ours``) where nothing was.

    A format shows the two so that neither can be taken for the other.
    """

    text: str
    ours: bool = False


class Row(NamedTuple):
    """A row of a table, with the id of its question or part; "timing" is computed, "more" a body's own question."""

    id: str
    label: str
    value: Value


class Entry(NamedTuple):
    """One corrective action. ``mark`` is "Taken:" and the like, or empty; ``more`` is by when and who, where given."""

    mark: str
    text: Value
    more: tuple[Row, ...]


class Heading(NamedTuple):
    """A heading: of a section (level 1) or within one (level 2). ``id`` is the section's or the question's."""

    level: int
    id: str
    text: str


class Table(NamedTuple):
    """The table of a section."""

    section: form.Section
    rows: tuple[Row, ...]


class Text(NamedTuple):
    """A text, or words of ours in its place; ``name`` is what it is called where it is to follow."""

    id: str
    name: str
    value: Value


class Items(NamedTuple):
    """The corrective actions."""

    id: str
    name: str
    entries: tuple[Entry, ...]


class Changes(NamedTuple):
    """What has changed since the report that this one updates, a line each."""

    lines: tuple[str, ...]


Part = Heading | Table | Text | Items | Changes


class Content(NamedTuple):
    """A whole report."""

    title: str
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables."""
        return tuple(row for part in self.parts if isinstance(part, Table) for row in part.rows)

    @property
    def to_follow(self) -> tuple[str, ...]:
        """The labels of what is not yet known, or still going on, in the order of the report, each once."""
        unknown = (Value(NOT_KNOWN_WORDS, ours=True), Value(GOING_ON_WORDS, ours=True))
        return tuple(dict.fromkeys(name for name, value in self._named() if value in unknown))

    def _named(self) -> Iterator[tuple[str, Value]]:
        for part in self.parts:
            if isinstance(part, Table):
                yield from ((row.label, row.value) for row in part.rows)
            elif isinstance(part, Text):
                yield part.name, part.value
            elif isinstance(part, Items):
                for entry in part.entries:
                    yield from ((part.name, value) for value in (entry.text, *(row.value for row in entry.more)))


def content(report: Report, guidance: Guidance) -> Content:
    """Return what the report says, in the order and the words of the form."""
    edition = in_force(guidance, *_breach_days(report))[-1]
    return Content(f"{form.TITLE} {edition.name}", tuple(_Writer(report, guidance, edition.id).parts()))


def _breach_days(report: Report) -> tuple[date | None, date | None]:
    """The days that decide the edition: those of the earliest known occurrence, else the report's own, else none."""
    known = [one.moment for one in report.occurrences if isinstance(one, Occurrence) and isinstance(one.moment, Moment)]
    written = report.report_date
    return earliest_days(known or ([Moment(written)] if isinstance(written, date) else []))


class _Writer:
    """Goes through the questions in the order of the form; the labels are those of the edition and the type."""

    def __init__(self, report: Report, guidance: Guidance, edition: str) -> None:
        self.report = report
        self.guidance = guidance
        self.kind = guidance.types[report.breach_type]
        self.label = partial(label, guidance=guidance, edition=edition)

    def parts(self) -> Iterator[Part]:
        for section in form.SECTIONS:
            yield Heading(1, section.id, section.heading)
            if section.column:
                yield Table(section, tuple(self.rows(section)))
            for question in on_the_form(self.guidance, section):
                if question.stands in ("heading", "body") and not question.own:
                    yield from self.text(question)
            for one in self.report.more:
                if one.section == section.id and not one.is_row:
                    yield Heading(2, "more", one.label)
                    yield Text("more", one.label, _text(one.value))
        if self.report.updates is not None:
            yield Heading(1, "changes", f"{form.CHANGES} {day(self.report.updates)}")
            yield Changes(self.report.changes)

    def text(self, question: Question) -> Iterator[Part]:
        """A question that stands under a heading of its own, or is the section's own text or list."""
        value = getattr(self.report, question.id)
        if not value and not question.required:
            return
        name = self.label(question.id, kind=self.kind)
        if question.stands == "heading":
            yield Heading(2, question.id, name)
        if isinstance(value, str):
            yield Text(question.id, name, _text(value))
        elif value:
            yield Items(question.id, name, tuple(map(self.entry, value)))
        else:
            yield Text(question.id, name, Value(form.NO_ACTION, ours=True))

    def entry(self, action: Action) -> Entry:
        more = (("actions.when", action.when), ("actions.who", action.who))
        return Entry(
            mark=form.STATUS_MARKS[action.status] if action.status else "",
            text=_text(action.text),
            more=tuple(Row(name, self.label(name, kind=self.kind), _text(value)) for name, value in more if value),
        )

    def rows(self, section: form.Section) -> Iterator[Row]:
        for question in on_the_form(self.guidance, section):
            if question.stands == "row" and not question.own:
                yield from self.rows_of(question)
        for one in self.report.more:
            if one.section == section.id and one.is_row:
                yield Row("more", one.label, _text(one.value))

    def rows_of(self, question: Question) -> Iterator[Row]:
        value = getattr(self.report, question.id)
        name = self.label(question.id, kind=self.kind)
        if question.kind == "items" and not isinstance(value, str):
            for item in value:
                yield from self.occurrence(item) if isinstance(item, Occurrence) else self.output(item)
        elif value or question.print_empty:
            for one in value if isinstance(value, tuple) else (value,):
                yield Row(question.id, name, self.value(question, one))
        if question.id == "ended":
            facts = timing(to_answers(self.report, self.guidance), self.guidance)
            if facts:
                yield Row("timing", form.TIMING, Value(" ".join(facts)))

    def value(self, question: Question, value: Any) -> Value:
        """A value in the words of the form."""
        if question.id in ("breach_type", "also"):
            return self.type(value)
        if value is True:
            return Value(form.AGREED, ours=True)
        return _when(value) if question.kind in ("moment", "day") else _text(value)

    def type(self, name: str) -> Value:
        return Value(self.guidance.types[name].title)

    def output(self, item: Any) -> Iterator[Row]:
        yield Row("outputs", self.label("outputs", kind=self.kind), _text(item.title))
        yield Row("outputs.link", self.label("outputs.link", kind=self.kind), _text(item.link))

    def occurrence(self, item: Occurrence) -> Iterator[Row]:
        named = partial(self.label, kind=self.guidance.types.get(item.type, self.kind))
        yield Row("occurrences", named("occurrences"), _when(item.moment))
        if item.note:
            yield Row("occurrences.note", named("occurrences.note"), _text(item.note))
        if item.type:
            yield Row("occurrences.type", named("occurrences.type"), self.type(item.type))
        if item.due:
            yield Row("occurrences.due", named("occurrences.due"), _when(item.due))
        if item.ended:
            yield Row("occurrences.ended", named("occurrences.ended"), _when(item.ended))


def _text(text: str) -> Value:
    words = words_for(text) if text in ("", NOT_KNOWN) else None
    return Value(text) if words is None else Value(words, ours=True)


def _when(value: When | date | str | None) -> Value:
    """A moment, a day, or the words for what stands in its place."""
    if value is None or isinstance(value, str):
        return Value(words_for(value or "") or "", ours=True)
    return Value(day(value) if isinstance(value, date) else str(value))


def values(parts: Iterable[Part]) -> Iterator[Value]:
    """Return everything that is said beside labels and under headings, in order."""
    for part in parts:
        match part:
            case Table(rows=rows):
                yield from (row.value for row in rows)
            case Text(value=value):
                yield value
            case Items(entries=entries):
                for entry in entries:
                    yield from (entry.text, *(row.value for row in entry.more))
            case Changes(lines=lines):
                yield from map(Value, lines)
