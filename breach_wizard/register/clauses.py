"""Which clauses of the Code a report cites, and what each is about in it. Pure.

A clause may be about several matters: the kinds of breach tell which. Several may stand under one number for as long as
theirs are not confirmed: the words beside the number tell them apart.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from breach_wizard import references
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.editions import own_ways
from breach_wizard.references import Clause

NONE: frozenset[str] = frozenset()


class Known(NamedTuple):
    """A clause of the guidance.

    Attributes:
        clause: as its reference is read.
        reference: as it is cited, without its title.
        title: what it asks for.
        matters: all that it may be about.
        confirmed: was its number seen?
    """

    clause: Clause
    reference: str
    title: str
    matters: tuple[str, ...]
    confirmed: bool


def read(text: str, guidance: Guidance) -> tuple[Clause, ...]:
    """Return the clauses that a text names: of "Standard 3, practice 3.4" the practice, and not the standard too."""
    found = references.read(text, own_ways(guidance))
    return tuple(one for one in found if not any(other != one and _is_within(other, one) for other in found))


def known(guidance: Guidance) -> tuple[Known, ...]:
    """Return the clauses of all editions."""
    return tuple(
        Known(clause, one.reference, one.title, one.matters, one.confirmed)
        for edition in guidance.editions.values()
        for one in edition.clauses
        for clause in read(one.reference, guidance)
    )


def cited(texts: Iterable[str], kinds: Iterable[str], guidance: Guidance) -> Mapping[Clause, tuple[str, ...]]:
    """Return the clauses that a report cites, each with what it is about; nothing where nothing tells.

    A clause that is about what the report's kinds are about is counted with that alone, whatever else it may be about.
    Of another, what a breach of any kind may be about goes before what belongs to one kind.

    Args:
        texts: as they stand in the report.
        kinds: the ids of its breach types.
        guidance: in which both are looked up.
    """
    held = [guidance.types[one] for one in kinds if one in guidance.types]
    of_kinds = frozenset(matter for kind in held for matter in kind.matters)
    also = of_kinds.union(*(kind.matters_another_time for kind in held))
    listed = known(guidance)
    told = [
        (clause, _of(_of(matters, guidance.matters), also, matters))
        for text in texts
        for clause, matters in _each(text, of_kinds, listed, guidance)
    ]
    # Two clauses are cited for one reason where one of them can only be about what the other may be about.
    sure = {matters[0] for _, matters in told if len(matters) == 1}
    found: dict[Clause, tuple[str, ...]] = {}
    for clause, matters in told:
        more = matters if also.intersection(matters) else _of(matters, sure)
        found[clause] = tuple(dict.fromkeys((*found.get(clause, ()), *more)))
    return found


def numbers(texts: Iterable[str], guidance: Guidance) -> list[str]:
    """Return the ids of the clauses that are cited, as `cited` has them."""
    listed = known(guidance)
    return list(dict.fromkeys(clause.id for text in texts for clause, _ in _each(text, NONE, listed, guidance)))


def _of(matters: tuple[str, ...], wanted: Collection[str], among: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The matters that are wanted, looked for among these or others; all, where none is."""
    return tuple(one for one in among or matters if one in wanted) or matters


def _each(
    text: str, of_kinds: frozenset[str], listed: tuple[Known, ...], guidance: Guidance
) -> Iterator[tuple[Clause, tuple[str, ...]]]:
    """Each clause that a text names, with all that it may be about."""
    folded = " ".join(text.split()).casefold()
    for clause in read(text, guidance):
        near = [one for one in listed if _is_within(one.clause, clause) or _is_within(clause, one.clause)]
        if titled := [one for one in near if f"({one.title})".casefold() in folded]:
            # The number may have been confirmed since the report was written, or no longer be.
            longest = max([clause, *(one.clause for one in titled)], key=lambda one: len(one.id))
            yield longest, _matters(titled)
        elif numbered := [one for one in near if one.clause == clause and one.confirmed]:
            yield clause, _matters(numbered)
        else:  # a heading, which says no more than that its clause is one of those beneath it
            beneath = [one for one in near if _is_within(one.clause, clause)]
            yield clause, tuple(one for one in _matters(beneath) if one in of_kinds)


def _matters(listed: Iterable[Known]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(matter for one in listed for matter in one.matters))


def _is_within(clause: Clause, other: Clause) -> bool:
    """Is a clause another one, or stands it beneath that?"""
    return clause.edition == other.edition and f"{clause.id}.".startswith(f"{other.id}.")
