"""Which edition of the Code was in force on a day, and which of its clauses to propose. Pure."""

from collections.abc import Iterable
from datetime import date

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.code import ClauseText, Edition


def in_force(guidance: Guidance, day: date | None, until: date | None = None) -> tuple[Edition, ...]:
    """Return the edition in force on a day, oldest first.

    Several where the day lies between the first day on which the newer one may have applied and the first day on which
    it surely did, or where it may be any day until another. Without a day the newest; before all of them the oldest.
    """
    editions = list(guidance.editions.values())
    if day is None:
        return (editions[-1],)
    possible = [one for one in editions if one.starts <= (until or day)] or editions[:1]
    sure = max((number for number, one in enumerate(possible) if one.sure_from <= day), default=0)
    return tuple(possible[sure:])


def clauses_for(
    guidance: Guidance, matters: Iterable[str], day: date | None, until: date | None = None
) -> tuple[ClauseText, ...]:
    """Return the clauses about the matters, in the edition or editions of `in_force`, each once."""
    wanted = set(matters)
    editions = in_force(guidance, day, until)
    return tuple(one for edition in editions for one in edition.clauses if wanted.intersection(one.matters))


def duties_for(
    guidance: Guidance, matters: Iterable[str], day: date | None, until: date | None = None
) -> tuple[str, ...]:
    """Return what the newest edition of `in_force` asks to be done at once where the matters are concerned."""
    wanted = set(matters)
    newest = in_force(guidance, day, until)[-1]
    return tuple(one.text for one in newest.duties if wanted.intersection(one.matters))


def own_ways(guidance: Guidance) -> tuple[tuple[str, str], ...]:
    """Return the editions that write clauses in a way of their own, each with the way: for `references.read`."""
    return tuple((one.id, written) for one in guidance.editions.values() for written in one.written)
