"""Which clauses of the Code to propose, and which to offer for choosing. Pure."""

from datetime import date

from breach_wizard.dates import STANDARD_TIME, parse_moment
from breach_wizard.guidance.code import ClauseText
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.editions import clauses_for
from breach_wizard.interview.context import Context
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.paths import items
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import all_types, main_type
from breach_wizard.standing import NOT_TIMES


def breach_day(answers: Answers, context: Context) -> date | None:
    """Return the day that decides the edition of the Code: earliest occurrence, else the report's, else None."""
    occurrences = with_late_day(answers, main_type(answers, context))
    texts = [one.get("date", "") for one in occurrences] if isinstance(occurrences, list) else []
    days = [parse_moment(text).date for text in texts if text not in NOT_TIMES]
    if days:
        return min(days)
    written = answers.get("report_date", "")
    return parse_moment(written).date if written not in NOT_TIMES else None


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
    return clauses_for(context.guidance, matters, breach_day(answers, context) or context.today)


def _matters(kind: BreachType, answers: Answers) -> tuple[str, ...]:
    return kind.matters + (kind.matters_another_time if _is_at_another_time(kind, answers) else ())


def _is_at_another_time(kind: BreachType, answers: Answers) -> bool:
    """Were the statistics of a kind announced for a time that is not the standard one, or out on another day?"""
    announced = answers.get("due", "")
    times = [
        (one.get("due") or announced, one.get("ended", ""))
        for one in items(answers, "occurrences")
        if one.get("type") == kind.id
    ]
    times += [(announced, answers.get("ended", ""))] if kind.id == answers.get("breach_type") else []
    return any(_is_other(due, ended) for due, ended in times if due not in NOT_TIMES)


def _is_other(due: str, ended: str) -> bool:
    moment = parse_moment(due)
    moved = ended not in NOT_TIMES and parse_moment(ended).date > moment.date
    return moved or moment.time not in (None, STANDARD_TIME)
