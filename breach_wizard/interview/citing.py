"""Which clauses of the Code to propose, and which to offer for choosing. Pure."""

from datetime import date

from breach_wizard.dates.moment import Moment, earliest_days, may_be_standard_time
from breach_wizard.guidance.code import ClauseText
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.editions import clauses_for
from breach_wizard.interview.context import Context
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.paths import items
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import all_types, main_type


def breach_days(answers: Answers, context: Context) -> tuple[date | None, date | None]:
    """Return the days that decide the edition of the Code: those between which the earliest occurrence was.

    Else the report's own day; None where that isn't known either.
    """
    occurrences = with_late_day(answers, main_type(answers, context))
    texts = [one.get("date", "") for one in occurrences] if isinstance(occurrences, list) else []
    known = list(filter(None, map(moment_of, texts)))
    return earliest_days(known or filter(None, [moment_of(answers.get("report_date"))]))


def proposed_clauses(answers: Answers, context: Context) -> list[str]:
    """Return the clauses that the breach types bring; none from a type that can be about anything."""
    matters = [one for kind in all_types(answers, context) for one in _matters(kind, answers)]
    return [one.written for one in _clauses(matters, answers, context)]


def offered_clauses(answers: Answers, context: Context) -> dict[str, tuple[ClauseText, ...]]:
    """Return the clauses to choose from, by the matter they are about; none where the breach types bring theirs."""
    if all(kind.matters for kind in all_types(answers, context)):
        return {}
    found = {name: _clauses([name], answers, context) for name in context.guidance.matters}
    return {name: clauses for name, clauses in found.items() if clauses}


def _clauses(matters: list[str], answers: Answers, context: Context) -> tuple[ClauseText, ...]:
    first, last = breach_days(answers, context)
    return clauses_for(context.guidance, matters, first or context.today, last)


def _matters(kind: BreachType, answers: Answers) -> tuple[str, ...]:
    return kind.matters + (kind.matters_another_time if _is_at_another_time(kind, answers) else ())


def _is_at_another_time(kind: BreachType, answers: Answers) -> bool:
    """Were the statistics of a kind surely announced for a time that is not the standard one, or out on another day?"""
    announced = answers.get("due", "")
    times = [
        (one.get("due") or announced, one.get("ended", ""))
        for one in items(answers, "occurrences")
        if one.get("type") == kind.id
    ]
    times += [(announced, answers.get("ended", ""))] if kind.id == answers.get("breach_type") else []
    return any(_is_other(moment_of(due), moment_of(ended)) for due, ended in times)


def _is_other(due: Moment | None, ended: Moment | None) -> bool:
    if due is None:
        return False
    return (ended is not None and ended.first_day > due.last_day) or not may_be_standard_time(due)
