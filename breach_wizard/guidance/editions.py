"""Which edition of the Code was in force on a day, and which of its clauses to propose. Pure."""

from collections.abc import Iterable
from datetime import date

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.code import ClauseText, Edition


def in_force(guidance: Guidance, day: date | None) -> tuple[Edition, ...]:
    """Return the edition in force on a day, oldest first.

    Two where the day lies between the first day on which the newer one may have applied and the first day on which it
    surely did. Without a day the newest; before all of them the oldest.
    """
    editions = list(guidance.editions.values())
    if day is None:
        return (editions[-1],)
    possible = [one for one in editions if one.starts <= day] or editions[:1]
    last = possible[-1]
    return tuple(possible[-2:]) if day < last.sure_from and len(possible) > 1 else (last,)


def clauses_for(guidance: Guidance, matters: Iterable[str], day: date | None) -> tuple[ClauseText, ...]:
    """Return the clauses about the matters, in the edition or editions in force on the day, each once."""
    wanted = set(matters)
    editions = in_force(guidance, day)
    return tuple(one for edition in editions for one in edition.clauses if wanted.intersection(one.matters))


def duties_for(guidance: Guidance, matters: Iterable[str], day: date | None) -> tuple[str, ...]:
    """Return what the newest edition in force on the day asks to be done at once where the matters are concerned."""
    wanted = set(matters)
    return tuple(one.text for one in in_force(guidance, day)[-1].duties if wanted.intersection(one.matters))
