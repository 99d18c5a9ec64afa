"""The times of a breach drawn in their order, from what is known only."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from html import escape
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from breach_wizard.dates.moment import Moment
from breach_wizard.guidance import Guidance
from breach_wizard.interview.labels import ended_label, label
from breach_wizard.report import Occurrence, Report
from breach_wizard.text import day, plural

WIDTH = 288
ROW = 21
AXIS = 8
TEXT = 26
FITS = 34
"""So many characters stand on a line."""

IN_ORDER = "The known times in their order, not to scale."
NOT_ALL_IN_ORDER = "The known times, not to scale. The place of one that is not known to the day says nothing."


class Day(NamedTuple):
    """What is known of one day, or of a time of which the day is not known, as "26 to 29 September 2022".

    ``timed`` is in order; where ``untimed`` belongs among it can't be told.
    """

    date: date
    is_known: bool
    name: str
    untimed: tuple[str, ...]
    timed: tuple[tuple[str, tuple[str, ...]], ...]


def draw(report: Report, guidance: Guidance) -> str:
    """Return the drawing as a figure in HTML; empty where fewer than two moments are known.

    The days stand at equal distances, with the number of days between them in words: to scale, a breach of minutes and
    an announcement weeks ahead would fall on each other.
    """
    known = moments(report, guidance)
    if len(known) < 2:
        return ""
    days = by_day(known)
    body, height = _body(days)
    return "\n".join(
        [
            "<figure>",
            f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="timeline timeline-text">',
            '<title id="timeline">Timeline of the breach</title>',
            f'<desc id="timeline-text">{escape(in_words(days))}</desc>',
            *body,
            "</svg>",
            f"<figcaption>{IN_ORDER if all(one.is_known for one in days) else NOT_ALL_IN_ORDER}</figcaption>",
            "</figure>",
        ]
    )


def moments(report: Report, guidance: Guidance) -> list[tuple[str, Moment]]:
    """Return the moments that are known, each with its label, numbered where it happened more than once."""
    main = guidance.types[report.breach_type]
    named = partial(label, guidance=guidance)
    found: list[tuple[str, object]] = []
    listed = [one for one in report.occurrences if isinstance(one, Occurrence)]
    for number, one in enumerate(listed, 1):
        which = f" ({number})" if len(listed) > 1 else ""
        kind = guidance.types.get(one.type, main)
        own = kind.fields.get("occurrences")
        found += [
            ((own.label if own else named("occurrences", kind=kind)) + which, one.moment),
            (named("due", kind=kind) + which, one.due),
            (named("ended", kind=kind) + which, one.ended),
        ]
    found += [(named(name, kind=main), getattr(report, name)) for name in ("due", "noticed")]
    found.append((ended_label(guidance, main, report.ended, by_access=report.access_ended), report.ended))
    if isinstance(report.report_date, date):
        found.append((named("report_date", kind=main), Moment(report.report_date)))
    known = [(label, value) for label, value in found if isinstance(value, Moment)]
    return list(dict.fromkeys(known))


def by_day(known: Sequence[tuple[str, Moment]]) -> list[Day]:
    """Return the moments gathered by day, the earliest first; one whose day is not known stands by itself."""
    return [_day(list(group)) for _, group in groupby(sorted(known, key=_order), key=lambda one: _order(one)[:3])]


def _order(one: tuple[str, Moment]) -> tuple[date, bool, str, bool, str, bool]:
    moment = one[1]
    name = "" if moment.is_within_a_day else str(moment)
    clock = moment.time.isoformat() if moment.time is not None and _is_point(moment) else ""
    return moment.first_day, moment.is_within_a_day, name, bool(clock), clock, not moment.approximate


def _is_point(moment: Moment) -> bool:
    """Is it one minute, so that it has a place among others of its day?"""
    return moment.kind == "at" and moment.time is not None


def _day(known: Sequence[tuple[str, Moment]]) -> Day:
    first = known[0][1]
    is_known = first.is_within_a_day
    timed = [(label, moment) for label, moment in known if _is_point(moment)]
    others = [(label, moment.clock if is_known else "") for label, moment in known if not _is_point(moment)]
    return Day(
        date=first.date,
        is_known=is_known,
        name=day(first.date) if is_known else str(first),
        untimed=tuple(f"{label}, {clock}" if clock else label for label, clock in others),
        timed=tuple(
            (clock, tuple(label for label, _ in group)) for clock, group in groupby(timed, key=lambda one: one[1].clock)
        ),
    )


def in_words(days: Sequence[Day]) -> str:
    """Return the same facts as a sentence for each day."""
    return " ".join(
        f"{one.name}: {'; '.join([*one.untimed, *(', '.join([clock, *labels]) for clock, labels in one.timed)])}."
        for one in days
    )


def _body(days: Sequence[Day]) -> tuple[list[str], int]:
    """The parts of the drawing from the top, and its height."""
    parts: list[str] = []
    dots: list[tuple[int, int]] = []
    y = 0
    for kind, text in _rows(days):
        y += ROW + (ROW // 3 if kind in ("day", "time", "gap") and parts else 0)
        parts.append(f'<text x="{TEXT}" y="{y - 5}" class="{kind}">{escape(text)}</text>')
        if kind in ("day", "time"):
            dots.append((y - 10, 6 if kind == "day" else 4))
    line = f'<line x1="{AXIS}" x2="{AXIS}" y1="{dots[0][0]}" y2="{dots[-1][0]}"/>'
    return [line, *(f'<circle cx="{AXIS}" cy="{at}" r="{size}"/>' for at, size in dots), *parts], y


def _rows(days: Sequence[Day]) -> Iterator[tuple[str, str]]:
    before: Day | None = None
    for one in days:
        apart = (one.date - before.date).days if before is not None and before.is_known and one.is_known else 0
        if apart:
            yield "gap", f"{plural(apart, 'day')} later"
        name, *more = wrap(one.name, FITS)
        yield "day", name
        yield from (("day more", text) for text in more)
        yield from _labels(one.untimed)
        for clock, labels in one.timed:
            yield "time", clock
            yield from _labels(labels)
        before = one


def _labels(labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from (("label", line) for label in labels for line in wrap(label, FITS))
