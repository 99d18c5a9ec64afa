"""The occurrences of a breach, and the one that a late publication need not be asked for. Pure."""

from collections.abc import Sequence
from itertools import count
from typing import Any, Final

from breach_wizard.dates.moment import Moment
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.paths import drop, item, items, new_key, put
from breach_wizard.interview.shapes import Answers, OccurrenceAnswers
from breach_wizard.text import NOT_KNOWN

OF_ANOTHER: Final = "&"
"""Parts the key of an occurrence that was typed together with another, "1&2", from the key of that one, "1"."""


def main_occurrence(answers: Answers) -> OccurrenceAnswers | None:
    """Return the first occurrence that is of the main type, or None where none is given."""
    own = ("", answers.get("breach_type"))
    return next((one for one in items(answers, "occurrences") if one.get("type", "") in own), None)


def late_day_is_known(answers: Answers, kind: BreachType | None) -> bool:
    """Does the announced time already say on which day the first occurrence was? (Late, with a date.)"""
    return kind is not None and kind.timing == "late" and _due_day(answers) is not None


def with_late_day(answers: Answers, kind: BreachType | None) -> Any:
    """Return the occurrences, with the day it was due in front where that says when the delay was.

    A late publication whose announced date is known has its own occurrence on that day, unless one is given.
    """
    given = answers.get("occurrences")
    day = _due_day(answers)
    if given == NOT_KNOWN or main_occurrence(answers) is not None or not late_day_is_known(answers, kind):
        return given
    return [{"key": new_key(answers, "occurrences"), "date": str(day)}, *items(answers, "occurrences")]


def _due_day(answers: Answers) -> Moment | None:
    """When it was due, without the time of a day that is known."""
    due = moment_of(answers.get("due"))
    return Moment(due.date) if due is not None and due.kind == "at" and due.time is not None else due


def further(answers: Answers, key: str) -> list[OccurrenceAnswers]:
    """Return the occurrences whose dates were typed together with that of another: "14 and 15 July 2021"."""
    return [one for one in items(answers, "occurrences") if one["key"].startswith(f"{key}{OF_ANOTHER}")]


def with_further(answers: Answers, key: str, dates: Sequence[str]) -> Answers:
    """Return the answers with an occurrence for each date that was typed together with that of another.

    They take the place of those typed with it before; one of these that holds more than its date stays.
    """
    before = further(answers, key)
    for one in before:
        if one.get("date") not in dates and set(one) <= {"key", "date", "type"}:
            answers = drop(answers, "occurrences", one["key"])
    known = {one.get("date") for one in before}
    kind = (item(answers, "occurrences", key) or {}).get("type")
    for date in dates:
        if date not in known:
            new = next(f"{key}{OF_ANOTHER}{number}" for number in count(2) if not _is_there(answers, key, number))
            answers = put(answers, ("occurrences", new, "date"), date)
            answers = put(answers, ("occurrences", new, "type"), kind) if kind else answers
    return answers


def without_one(answers: Answers, key: str) -> Answers:
    """Return the answers without an occurrence; each that was typed together with it becomes one of its own."""
    orphans = [one["key"] for one in further(answers, key)]
    answers = drop(answers, "occurrences", key)
    for orphan in orphans:
        own = new_key(answers, "occurrences")
        listed = items(answers, "occurrences")
        answers = put(
            answers, ("occurrences",), [{**one, "key": own} if one["key"] == orphan else one for one in listed]
        )
    return answers


def _is_there(answers: Answers, key: str, number: int) -> bool:
    return item(answers, "occurrences", f"{key}{OF_ANOTHER}{number}") is not None


def is_asked_with_another(one: OccurrenceAnswers) -> bool:
    """Was its date typed together with that of another, so that it is not asked by itself?"""
    return OF_ANOTHER in one["key"] and one.get("date", "") not in ("", NOT_KNOWN)
