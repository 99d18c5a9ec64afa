"""Whether the statistics that a report is about are out, as far as the answers tell. Pure."""

from breach_wizard.check import is_after
from breach_wizard.dates import Moment, parse_moment
from breach_wizard.guidance import Guidance
from breach_wizard.interview.shapes import Answers
from breach_wizard.standing import NOT_TIMES, STAYS_UP

PUBLISHED = ("published", STAYS_UP)
"""Answers to "is it still going on?" which say that the statistics have been published since."""


def are_out(answers: Answers, guidance: Guidance, now: Moment) -> bool:
    """Are the statistics out by now? What was late is, once it is said to be; all else at its announced time.

    Where nothing tells, they are taken not to be, which gives nothing away.
    """
    kind = guidance.types.get(answers.get("breach_type", ""))
    if kind is not None and kind.timing == "late":
        return answers.get("ongoing") is False
    due = answers.get("due", "")
    return answers.get("ongoing") in PUBLISHED or (due not in NOT_TIMES and not is_after(parse_moment(due), now))
