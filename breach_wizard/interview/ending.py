"""Whether it is still going on and when it ended: two answers, one value with one spelling. Pure."""

from breach_wizard.interview.shapes import Answers
from breach_wizard.standing import GOING_ON, STAYS_UP
from breach_wizard.text import NOT_KNOWN

IN_PLACE_OF_A_TIME = {True: GOING_ON, STAYS_UP: STAYS_UP, NOT_KNOWN: NOT_KNOWN}


def ending(answers: Answers) -> str:
    """Return when it ended, as a moment in words, or what stands in its place; empty where nothing was said."""
    return IN_PLACE_OF_A_TIME.get(answers.get("ongoing", "")) or answers.get("ended") or ""


def answers_of(found: str) -> Answers:
    """Return the two answers that `ending` makes one of."""
    return {
        "ongoing": True if found == GOING_ON else found if found == STAYS_UP else False,
        "ended": "" if found in (GOING_ON, STAYS_UP) else found,
    }
