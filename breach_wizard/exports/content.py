"""What a report says, part by part, in the words of the form: the one source of every format. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from breach_wizard import form, guidance
from breach_wizard.dates import Moment, day
from breach_wizard.facts import timing
from breach_wizard.guidance.editions import code_title
from breach_wizard.report import Action, Occurrence, Report, to_answers
from breach_wizard.text import NOT_KNOWN

STANDING_FOR = {
    "": form.NOT_GIVEN,
    NOT_KNOWN: form.NOT_YET_KNOWN,
    "not announced": form.NOT_ANNOUNCED,
    "ongoing": form.STILL_GOING_ON,
    "stays-up": form.STAYED,
}
"""The words for what is no text and no time."""


class Value(NamedTuple):
    """What stands beside a label: what was typed, or words of ours (``ours``) where nothing was.

    A format shows the two so that neither can be taken for the other.
    """

    text: str
    ours: bool = False


class Row(NamedTuple):
    """A row of one of the two tables."""

    label: str
    value: Value


class Entry(NamedTuple):
    """One corrective action. ``mark`` is "Taken:" and the like, or empty; ``more`` is by when and who, where given."""

    mark: str
    text: Value
    more: tuple[Row, ...]


class Content(NamedTuple):
    """A whole report. ``actions`` is a value where there are none, or none known yet."""

    title: str
    core: tuple[Row, ...]
    circumstances: tuple[Row, ...]
    happened: Value
    previous: Value | None
    impact: Value
    actions: tuple[Entry, ...] | Value
    changes_title: str
    changes: tuple[str, ...]

    @property
    def to_follow(self) -> tuple[str, ...]:
        """The labels of what is not yet known, or still going on, in the order of the report, each once."""
        unknown = (Value(form.NOT_YET_KNOWN, ours=True), Value(form.STILL_GOING_ON, ours=True))
        entries = self.actions if not isinstance(self.actions, Value) else ()
        long = (
            (form.WHAT_HAPPENED, self.happened),
            (form.PREVIOUS, self.previous),
            (form.IMPACT.partition(" ")[2], self.impact),
            ("Corrective actions", self.actions),
            *(
                ("Corrective actions", value)
                for one in entries
                for value in (one.text, *(row.value for row in one.more))
            ),
        )
        found = [label for label, value in (*self.core, *self.circumstances, *long) if value in unknown]
        return tuple(dict.fromkeys(found))


def content(report: Report) -> Content:
    """Return what the report says, in the order and the words of the form."""
    return Content(
        title=f"{form.TITLE} {code_title(guidance.active(), _breach_day(report))}",
        core=tuple(_core(report)),
        circumstances=tuple(_circumstances(report)),
        happened=_text(report.circumstances),
        previous=_text(report.previous_breaches) if report.previous_breaches else None,
        impact=_text(report.impact),
        actions=_actions(report.actions),
        changes_title=f"{form.CHANGES} {day(report.updates)}" if report.updates is not None else "",
        changes=report.changes,
    )


def _breach_day(report: Report) -> date | None:
    """The day that decides the edition: the earliest known occurrence, else the report's own, else none."""
    known = [
        one.moment.date for one in report.occurrences if isinstance(one, Occurrence) and isinstance(one.moment, Moment)
    ]
    if known:
        return min(known)
    return report.report_date if isinstance(report.report_date, date) else None


def _core(report: Report) -> Iterator[Row]:
    if isinstance(report.outputs, str):
        yield Row(form.OUTPUT, _text(report.outputs))
    else:
        for one in report.outputs:
            yield Row(form.OUTPUT, _text(one.title))
            yield Row(form.LINK, _text(one.link))
    for label, name in form.SINGLE_ROWS.items():
        yield Row(label, _text(getattr(report, name)))
    yield Row(form.REPORT_DATE, _when(report.report_date))


def _circumstances(report: Report) -> Iterator[Row]:
    yield Row(form.TYPE, _type(report.breach_type))
    for one in report.also:
        yield Row(form.FURTHER_TYPE, _type(one))
    if report.exemption is not False:
        words = form.NOT_YET_KNOWN if report.exemption == NOT_KNOWN else form.AGREED
        yield Row(form.EXEMPTION, Value(words, ours=True))
    for reference in [report.references] if isinstance(report.references, str) else report.references:
        yield Row(form.REFERENCE, _text(reference))
    if isinstance(report.occurrences, str):
        yield Row(form.OCCURRENCE, _text(report.occurrences))
    else:
        for occurrence in report.occurrences:
            yield from _occurrence(occurrence)
    yield Row(form.DUE, _when(report.due))
    yield Row(form.NOTICED, _when(report.noticed))
    yield Row(form.ENDED, _when(report.ended))
    facts = timing(to_answers(report))
    if facts:
        yield Row(form.TIMING, Value(" ".join(facts)))


def _occurrence(one: Occurrence) -> Iterator[Row]:
    yield Row(form.OCCURRENCE, _when(one.moment))
    if one.note:
        yield Row(form.NOTE, _text(one.note))
    if one.type:
        yield Row(form.OWN_TYPE, _type(one.type))
    if one.due:
        yield Row(form.DUE, _when(one.due))
    if one.ended:
        yield Row(form.ENDED, _when(one.ended))


def _text(text: str) -> Value:
    return Value(STANDING_FOR[text], ours=True) if text in ("", NOT_KNOWN) else Value(text)


def _when(value: Moment | date | str | None) -> Value:
    """A moment, a day, or the words for what stands in its place."""
    if value is None or isinstance(value, str):
        return Value(STANDING_FOR[value or ""], ours=True)
    return Value(str(value) if isinstance(value, Moment) else day(value))


def _type(name: str) -> Value:
    return Value(guidance.active().types[name].title)


def _actions(actions: tuple[Action, ...] | str) -> tuple[Entry, ...] | Value:
    if isinstance(actions, str):
        return _text(actions)
    return tuple(map(_entry, actions)) if actions else Value(form.NO_ACTION, ours=True)


def _entry(one: Action) -> Entry:
    more = ((form.WHEN, one.when), (form.WHO, one.who))
    return Entry(
        mark=form.STATUS_MARKS[one.status] if one.status else "",
        text=_text(one.text),
        more=tuple(Row(label, _text(value)) for label, value in more if value),
    )
