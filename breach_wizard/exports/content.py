"""What a report says, part by part, in the words of the form: the one source of every format. Pure.

The parts come in the order of the report, each with the id of the question that it answers; a format is a loop over
them, and reading our own form (`imports.own`) is its inverse.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from breach_wizard import approval, form
from breach_wizard.dates.moment import Moment, When, earliest_days
from breach_wizard.exports.said import (
    Changes,
    Content,
    Entry,
    Heading,
    Items,
    Part,
    Row,
    Table,
    Text,
    Value,
    values,
)
from breach_wizard.facts import timing
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.editions import in_force
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.labels import called, ended_label, label, type_title
from breach_wizard.interview.questions import Question
from breach_wizard.report import Action, Approval, Occurrence, Report, to_answers
from breach_wizard.standing import PUBLISHED, until_publication, words_for
from breach_wizard.text import NOT_KNOWN, day, shortened

__all__ = [
    "Changes",
    "Content",
    "Entry",
    "Heading",
    "Items",
    "Part",
    "Row",
    "Table",
    "Text",
    "Value",
    "content",
    "values",
]

DONE = {"taken": ("was done", "did"), "planned": ("will be done", "will do")}
"""Of an action, by its status, for what is to follow: "when ... will be done", "who will do ..."."""


def content(report: Report, guidance: Guidance) -> Content:
    """Return what the report says, in the order and the words of the form."""
    edition = in_force(guidance, *_breach_days(report))[-1]
    return Content(
        f"{form.TITLE} {edition.name}",
        tuple(_Writer(report, guidance, edition.id).parts()),
        approved=_approved(report),
        updates=f"{form.UPDATES} {day(report.updates)}; {form.AT_THE_END}" if report.updates is not None else "",
    )


def _approved(report: Report) -> str:
    if isinstance(report.approved, Approval):
        return approval.told(report.approved.by, day(report.approved.on))
    return approval.line(report.approved)


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
        self.edition = edition
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
                    yield Text("more", _text(one.value), one.label)
        if self.report.updates is not None:
            yield Heading(1, "changes", f"{form.CHANGES} {day(self.report.updates)}")
            yield Changes(self.report.changes)

    def text(self, question: Question) -> Iterator[Part]:
        """A question that stands under a heading of its own, or is the section's own text or list."""
        value = getattr(self.report, question.id)
        if not value and not question.required:
            return
        if question.stands == "heading":
            yield Heading(2, question.id, self.label(question.id, kind=self.kind))
        if isinstance(value, str):
            yield Text(question.id, _text(value), self.called(question.id))
        elif value:
            yield Items(question.id, tuple(map(self.entry, value)))
        else:
            yield Text(question.id, Value(form.NO_ACTION, ours=True), "")

    def entry(self, action: Action) -> Entry:
        more = (("actions.when", action.when), ("actions.who", action.who), ("actions.reason", action.reason))
        return Entry(
            mark=form.STATUS_MARKS[action.status] if action.status else "",
            text=_text(action.text),
            more=tuple(Row(name, self.label(name, kind=self.kind), _text(value)) for name, value in more if value),
            follows=tuple(_of_action(action)),
        )

    def rows(self, section: form.Section) -> Iterator[Row]:
        for question in on_the_form(self.guidance, section):
            if question.stands == "row" and not question.own:
                yield from self.rows_of(question)
        for one in self.report.more:
            if one.section == section.id and one.is_row:
                yield Row("more", one.label, _text(one.value), one.label)

    def rows_of(self, question: Question) -> Iterator[Row]:
        value = getattr(self.report, question.id)
        if question.kind == "items" and not isinstance(value, str):
            for item in value:
                yield from self.occurrence(item) if isinstance(item, Occurrence) else self.output(item)
        elif _is_said(question, value) or self.is_an_occurrences_own(question):
            for one in value if isinstance(value, tuple) else (value,):
                yield Row(question.id, self.name(question), self.value(question, one), self.called(question.id))
        if question.id == "ended":
            facts = timing(to_answers(self.report, self.guidance), self.guidance)
            if facts:
                yield Row("timing", form.TIMING, Value(" ".join(facts)))

    def is_an_occurrences_own(self, question: Question) -> bool:
        """Has an occurrence a row of this label? Then the report's own stands too: it is the last, and told so."""
        listed = [one for one in self.report.occurrences if isinstance(one, Occurrence)]
        return any(getattr(one, question.id, None) for one in listed)

    def name(self, question: Question) -> str:
        """The label of a question."""
        if question.id == "ended":
            access = self.report.access_ended
            return ended_label(self.guidance, self.kind, self.report.ended, by_access=access, edition=self.edition)
        return self.label(question.id, kind=self.kind)

    def called(self, name: str, kind: BreachType | None = None) -> str:
        """What a question or a part is called where it is to follow."""
        return called(name, self.guidance, kind or self.kind, by_access=kind is None and self.report.access_ended)

    def value(self, question: Question, value: Any) -> Value:
        """A value in the words of the form."""
        if question.id in ("breach_type", "also"):
            return self.type(value)
        if question.id == "exemption" and value is True:
            return Value(form.AGREED, ours=True)
        if isinstance(value, bool):
            return Value(form.YES if value else form.NO)
        if value == PUBLISHED:
            return Value(until_publication(self.report.due), ours=True)
        return _when(value) if question.kind in ("moment", "day") else _text(value)

    def type(self, name: str) -> Value:
        """The title of a type, as the times say that the statistics of this type were announced for."""
        own = [one for one in self.report.occurrences if isinstance(one, Occurrence) and one.type == name]
        dues = [one.due or self.report.due for one in own]
        return Value(type_title(self.guidance.types[name], [self.report.due] if name == self.kind.id else dues))

    def output(self, item: Any) -> Iterator[Row]:
        yield Row("outputs", self.label("outputs", kind=self.kind), _text(item.title), self.called("outputs.title"))
        if item.link:
            name = self.label("outputs.link", kind=self.kind)
            yield Row("outputs.link", name, _text(item.link), self.called("outputs.link"))

    def occurrence(self, item: Occurrence) -> Iterator[Row]:
        kind = self.guidance.types.get(item.type, self.kind)
        yield Row(
            "occurrences", self.label("occurrences", kind=kind), _when(item.moment), self.called("occurrences.date")
        )
        parts = (
            ("note", item.note and _text(item.note)),
            ("type", item.type and self.type(item.type)),
            ("due", item.due and _when(item.due)),
            ("ended", item.ended and _when(item.ended)),
        )
        for part, value in parts:
            if value:
                name = f"occurrences.{part}"
                yield Row(name, self.label(name, kind=kind), value, self.called(name, kind))


def _is_said(question: Question, value: Any) -> bool:
    """Is there an answer to print? That no exemption was agreed is none: it goes without saying."""
    return value not in ("", None, ()) and not (question.id == "exemption" and value is False)


def _of_action(action: Action) -> Iterator[str]:
    """What is to follow of an action, by name."""
    if action.text == NOT_KNOWN:
        yield "the words of an action"
    quoted = f'"{shortened(" ".join(action.text.split()).rstrip("."))}"'
    passive, active = DONE.get(action.status, ("is done", "does"))
    if action.when == NOT_KNOWN:
        yield f"when {quoted} {passive}"
    if action.who == NOT_KNOWN:
        yield f"who {active} {quoted}"
    if action.reason == NOT_KNOWN:
        yield f"the reason for {quoted}"


def _text(text: str) -> Value:
    words = words_for(text) if text in ("", NOT_KNOWN) else None
    return Value(text) if words is None else Value(words, ours=True)


def _when(value: When | date | str | None) -> Value:
    """A moment, a day, or the words for what stands in its place."""
    if value is None or isinstance(value, str):
        return Value(words_for(value or "") or "", ours=True)
    return Value(day(value) if isinstance(value, date) else str(value))
