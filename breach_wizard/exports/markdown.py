"""The report as Markdown: the official form, good to read as plain text, and read back without loss."""

from collections.abc import Iterator
from datetime import date

from breach_wizard import form, guidance
from breach_wizard.dates import Moment, day
from breach_wizard.exports.escaping import blocks, inline, paragraphs
from breach_wizard.facts import timing
from breach_wizard.guidance.editions import code_title
from breach_wizard.report import Action, Occurrence, Output, Report, to_answers
from breach_wizard.text import NOT_KNOWN

EXTENSION = ".md"

Row = tuple[str, str]
"""Label and cell; the cell is escaped, or holds a line break: then it is text to stand beneath the table."""

_BELOW = "\n"


def render(report: Report) -> bytes:
    """Return the report as UTF-8 Markdown. Whatever was typed is escaped, so that emphasis is always ours."""
    parts = [
        f"# {form.TITLE} {code_title(guidance.active(), _day(report))}",
        f"## {form.CORE}",
        *_table("Core information", list(_core(report))),
        f"## {form.CIRCUMSTANCES}",
        *_table("Circumstances", list(_circumstances(report))),
        f"### {form.WHAT_HAPPENED}",
        _long(report.circumstances),
    ]
    if report.previous_breaches:
        parts += [f"### {form.PREVIOUS}", _long(report.previous_breaches)]
    parts += [f"## {form.IMPACT}", _long(report.impact), f"## {form.ACTIONS}", _actions(report.actions)]
    if report.updates is not None:
        parts.append(f"## {form.CHANGES} {day(report.updates)}")
        parts += ["\n".join(f"- {paragraphs(one, '  ')}" for one in report.changes)] if report.changes else []
    return ("\n\n".join(parts) + "\n").encode()


def _day(report: Report) -> date | None:
    """The day that decides the edition: the earliest known occurrence, else the report's own, else none."""
    known = [
        one.moment.date for one in report.occurrences if isinstance(one, Occurrence) and isinstance(one.moment, Moment)
    ]
    if known:
        return min(known)
    return report.report_date if isinstance(report.report_date, date) else None


def _table(heading: str, rows: list[Row]) -> Iterator[str]:
    """The table, then each value with a line break under a heading of its own, in the order of the rows."""
    cells = [(label, f"*{form.SEE_BELOW}*" if _BELOW in value else value) for label, value in rows]
    width = max(len(label) for label, _ in [*cells, (heading, "")])
    head = [f"| {heading:<{width}} | Details |", f"| {'-' * width} | ------- |"]
    yield "\n".join([*head, *(f"| {label:<{width}} | {cell} |" for label, cell in cells)])
    for label, value in rows:
        if _BELOW in value:
            yield f"### {label}"
            yield blocks(value)


def _core(report: Report) -> Iterator[Row]:
    if isinstance(report.outputs, str):
        yield form.OUTPUT, _value(report.outputs)
    else:
        for one in report.outputs:
            yield from _output(one)
    for label, name in form.SINGLE_ROWS.items():
        yield label, _value(getattr(report, name))
    yield form.REPORT_DATE, _when(report.report_date)


def _output(one: Output) -> Iterator[Row]:
    yield form.OUTPUT, _value(one.title)
    yield form.LINK, _value(one.link)


def _circumstances(report: Report) -> Iterator[Row]:
    yield form.TYPE, _type(report.breach_type)
    for one in report.also:
        yield form.FURTHER_TYPE, _type(one)
    if report.exemption is not False:
        yield form.EXEMPTION, _emphasis(form.NOT_YET_KNOWN if report.exemption == NOT_KNOWN else form.AGREED)
    for reference in [report.references] if isinstance(report.references, str) else report.references:
        yield form.REFERENCE, _value(reference)
    if isinstance(report.occurrences, str):
        yield form.OCCURRENCE, _value(report.occurrences)
    else:
        for occurrence in report.occurrences:
            yield from _occurrence(occurrence)
    yield form.DUE, _when(report.due)
    yield form.NOTICED, _when(report.noticed)
    yield form.ENDED, _when(report.ended)
    facts = timing(to_answers(report))
    if facts:
        yield form.TIMING, inline(" ".join(facts))


def _occurrence(one: Occurrence) -> Iterator[Row]:
    yield form.OCCURRENCE, _when(one.moment)
    if one.note:
        yield form.NOTE, _value(one.note)
    if one.type:
        yield form.OWN_TYPE, _type(one.type)
    if one.due:
        yield form.DUE, _when(one.due)
    if one.ended:
        yield form.ENDED, _when(one.ended)


STANDING_FOR = {
    "": form.NOT_GIVEN,
    NOT_KNOWN: form.NOT_YET_KNOWN,
    "not announced": form.NOT_ANNOUNCED,
    "ongoing": form.STILL_GOING_ON,
    "stays-up": form.STAYED,
}
"""The words for what is no text and no time."""


def _value(text: str) -> str:
    """Typed text as a cell holds it; text with a line break comes back as it is, to stand below the table."""
    if text in ("", NOT_KNOWN):
        return _emphasis(STANDING_FOR[text])
    return text if _BELOW in text else inline(text)


def _when(value: Moment | date | str | None) -> str:
    """A moment, a day, or the words for what stands in its place."""
    if value is None or isinstance(value, str):
        return _emphasis(STANDING_FOR[value or ""])
    return str(value) if isinstance(value, Moment) else day(value)


def _type(name: str) -> str:
    return inline(guidance.active().types[name].title)


def _emphasis(words: str) -> str:
    return f"*{words}*"


def _long(text: str) -> str:
    return _emphasis(form.NOT_YET_KNOWN) if text == NOT_KNOWN else blocks(text)


def _actions(actions: tuple[Action, ...] | str) -> str:
    if isinstance(actions, str):
        return _emphasis(form.NOT_YET_KNOWN)
    return "\n".join(_action(one) for one in actions) if actions else _emphasis(form.NO_ACTION)


def _action(one: Action) -> str:
    mark = f"**{form.STATUS_MARKS[one.status]}** " if one.status else ""
    lines = [mark + _part(one.text)]
    lines += [f"**{label}** {_part(value)}" for label, value in ((form.WHEN, one.when), (form.WHO, one.who)) if value]
    return "- " + "\\\n  ".join(lines)


def _part(text: str) -> str:
    return _emphasis(form.NOT_YET_KNOWN) if text == NOT_KNOWN else paragraphs(text, "  ")
