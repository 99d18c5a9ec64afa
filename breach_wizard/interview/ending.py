"""Whether it is still going on, when it ended and how: several answers, one value with one spelling. Pure."""

from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.shapes import Answers
from breach_wizard.standing import GOING_ON, NOT_TIMES, PUBLISHED, STAYS_UP
from breach_wizard.text import NOT_KNOWN

IN_PLACE_OF_A_TIME = {True: GOING_ON, PUBLISHED: PUBLISHED, STAYS_UP: STAYS_UP, NOT_KNOWN: NOT_KNOWN}


def ending(answers: Answers) -> str:
    """Return when it ended, as a moment in words, or what stands in its place; empty where nothing was said."""
    return IN_PLACE_OF_A_TIME.get(answers.get("ongoing", "")) or answers.get("ended") or ""


def ended_by_access(answers: Answers, kind: BreachType | None) -> bool:
    """Did it end because access was taken away? Said only of what has ended, and of a type that asks which."""
    if kind is None or not kind.access.yes or answers.get("access_ended") is not True:
        return False
    return answers.get("ongoing") in (None, "", False) and answers.get("ended", "") not in ("", *_NO_END)


def answers_of(found: str, kind: BreachType | None = None, *, by_access: bool = False) -> Answers:
    """Return the answers that `ending` makes one of.

    Args:
        found: what `ending` returned.
        kind: the main breach type. An end that is not known may be one that has not come, where its question offers
            "I do not know"; else it has.
        by_access: it ended because access was taken away.
    """
    if found == NOT_KNOWN and not by_access and kind is not None and kind.ongoing.unknown:
        return {"ongoing": NOT_KNOWN, "ended": ""}
    answers: Answers = {
        "ongoing": True if found == GOING_ON else found if found in _NO_END else False,
        "ended": "" if found in _NO_END else found,
    }
    asks_how = kind is not None and bool(kind.access.yes) and found not in NOT_TIMES
    return {**answers, "access_ended": by_access} if by_access or asks_how else answers


_NO_END = tuple(one for one in NOT_TIMES if one in (GOING_ON, PUBLISHED, STAYS_UP))
