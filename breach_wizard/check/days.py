"""Dates worth another look: a year that is off, a weekend, a report before its breach, days to come. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from breach_wizard.check.finding import Finding
from breach_wizard.dates.moment import Moment, exists, surely_before
from breach_wizard.dates.reading import days_in
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.patterns import pattern

SATURDAY = 5
YEAR_OFF_DAYS = 300
"""A date further than this from that of the report has more likely a slip in its year."""

SENTENCE = pattern(r"(?<=[.!?])\s+|\n")
TO_COME = pattern(
    r"\b(?:due|will|to be|scheduled|planned|announced|pre-announced|intended|meant|until|rather than|instead of|by|next"
    r")\b",
    re.IGNORECASE,
)
"""A sentence with one of these speaks of what was or is to come."""


def about_days(answers: Answers, guidance: Guidance, now: Moment) -> Iterator[Finding]:
    """Return what is worth another look at the dates; ``now`` tells what lies in the future."""
    written = moment_of(answers.get("report_date"))
    report = written.date if written is not None else None
    moments = list(_moments(answers, guidance))
    for where, moment in moments:
        if not exists(moment):
            message = f"The clocks went forward past {moment.full}. Look at the time again."
            yield Finding("no-such-time", "warning", where, message)
        is_day = moment.is_within_a_day or moment.kind == "at"
        if is_day and where.endswith(("due", ".date")) and moment.date.weekday() >= SATURDAY:
            yield Finding("weekend", "warning", where, f"{moment.full} is at a weekend. Look at the date again.")
        if not where.endswith("due") and is_after(moment, now):
            yield Finding("future", "warning", where, f"{moment.full} lies in the future. Look at it again.")
    yield from _about_approval(answers, moments, now)
    if written is not None and is_after(written, now):
        yield Finding("future", "warning", "report_date", f"{written} lies in the future. Look at it again.")
    if report is not None:
        yield from _against_report(moments, report)
        yield from _later_days(answers, report)


def is_after(moment: Moment, now: Moment) -> bool:
    """Is a moment surely later than another? By the day alone, where one of them has no time."""
    return surely_before(now, moment)


def _later_days(answers: Answers, report: date) -> Iterator[Finding]:
    """An account may say what is to come; what it tells as having happened can't be after the day it was written."""
    for name in ("circumstances", "impact"):
        text = str(get(answers, (name,)) or "")
        if all(day <= report for day in days_in(text)):  # of most reports; what each sentence tells of matters to few
            continue
        told = " ".join(one for one in SENTENCE.split(text) if not TO_COME.search(one))
        later = [day for day in days_in(told) if day > report]
        if later:
            message = f"It tells of {Moment(later[0])}, which is after the date of the report. Look at both again."
            yield Finding("later-days", "warning", name, message)


def _against_report(moments: list[tuple[str, Moment]], report: date) -> Iterator[Finding]:
    far = [(where, moment) for where, moment in moments if abs(_days_before(moment, report)) > YEAR_OFF_DAYS]
    if far:  # once: where all are far from it, the slip is in the date of the report
        where, moment = far[0]
        place = "report_date" if len(far) == len(moments) else where
        days = _days_before(moment, report)
        side = "before" if days > 0 else "after"
        least = "" if moment.is_within_a_day or moment.approximate else "at least "
        message = f"{moment} is {least}{abs(days)} days {side} the date of the report. Look at the year."
        yield Finding("year", "warning", place, message)
    for where, moment in moments:
        days = _days_before(moment, report)
        if -YEAR_OFF_DAYS <= days < 0 and where.startswith("occurrences") and where.endswith("date"):
            message = f"The date of the report is before {moment}. Look at both again."
            yield Finding("report-before-breach", "warning", where, message)


def _about_approval(answers: Answers, moments: list[tuple[str, Moment]], now: Moment) -> Iterator[Finding]:
    approved = answers.get("approved")
    on = moment_of(approved["on"]) if isinstance(approved, dict) else None
    if on is None:
        return
    if is_after(on, now):
        message = f"The day of the approval, {on}, lies in the future. Look at it again."
        yield Finding("future", "warning", "approved", message)
    breaches = (moment for where, moment in moments if where.startswith("occurrences") and where.endswith("date"))
    before = next((one for one in breaches if surely_before(on, one)), None)
    if before is not None:
        message = f"It was approved on {on}, which is before the breach, {before}. Look at both again."
        yield Finding("approved-too-early", "warning", "approved", message)


def _days_before(moment: Moment, report: date) -> int:
    """So many days the moment is before the report at least; fewer than 0 where it is after it, 0 where it may be."""
    nearest = min(max(report, moment.first_day), moment.last_day)
    days = (report - nearest).days
    is_open = (moment.latest if days > 0 else moment.earliest) is None
    return 0 if is_open and not moment.approximate else days


def _moments(answers: Answers, guidance: Guidance) -> Iterator[tuple[str, Moment]]:
    """The times that the report tells of, each with its path as one word."""
    for one in all_questions(guidance):
        if one.kind == "moment" and not one.own:
            yield from _known(one.id, get(answers, (one.id,)))
    for item in items(answers, "occurrences"):
        for part in ("date", "due", "ended"):
            yield from _known(f"occurrences.{item['key']}.{part}", item.get(part))


def _known(where: str, value: object) -> Iterator[tuple[str, Moment]]:
    moment = moment_of(value)
    if moment is not None:
        yield where, moment
