"""The occurrences of a breach, and the one that a late publication need not be asked for. Pure."""

from typing import Any

from breach_wizard.dates import Moment, parse_moment
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.paths import items, new_key
from breach_wizard.interview.shapes import Answers, OccurrenceAnswers
from breach_wizard.standing import NOT_TIMES
from breach_wizard.text import NOT_KNOWN


def main_occurrence(answers: Answers) -> OccurrenceAnswers | None:
    """Return the first occurrence that is of the main type, or None where none is given."""
    own = ("", answers.get("breach_type"))
    return next((one for one in items(answers, "occurrences") if one.get("type", "") in own), None)


def late_day_is_known(answers: Answers, kind: BreachType | None) -> bool:
    """Does the announced time already say on which day the first occurrence was? (Late, with a date.)"""
    return kind is not None and kind.timing == "late" and answers.get("due", "") not in NOT_TIMES


def with_late_day(answers: Answers, kind: BreachType | None) -> Any:
    """Return the occurrences, with the day it was due in front where that says when the delay was.

    A late publication whose announced date is known has its own occurrence on that day, unless one is given.
    """
    given = answers.get("occurrences")
    if given == NOT_KNOWN or main_occurrence(answers) is not None or not late_day_is_known(answers, kind):
        return given
    day = str(Moment(parse_moment(answers["due"]).date))
    return [{"key": new_key(answers, "occurrences"), "date": day}, *items(answers, "occurrences")]
