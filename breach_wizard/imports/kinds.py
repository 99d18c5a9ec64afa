"""Which breach type a report on a form that doesn't ask for it is likely to be about. A proposal, never more. Pure."""

from collections.abc import Iterable
from functools import lru_cache

from breach_wizard import references
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.imports.folding import WORD
from breach_wizard.interview.shapes import Answers


def kind_of(answers: Answers, guidance: Guidance) -> str:
    """Return the id of the breach type to propose from the account and the clauses; empty where nothing tells.

    The account tells more: the clause that people cite does not give the type away.
    """
    account = _spaced(str(answers.get("circumstances", "")))
    cited = answers.get("references")
    clauses = _clauses(cited if isinstance(cited, list) else [])
    scores = {
        kind.id: (
            _signs(kind, account, guidance),
            *(len(clauses & cited) for cited in _cited_for(kind.id, guidance)),
        )
        for kind in guidance.types.values()
    }
    best = max(scores.values(), default=(0,))
    found = [one for one, score in scores.items() if score == best]
    return found[0] if len(found) == 1 and any(best) else ""


def _signs(kind: BreachType, account: str, guidance: Guidance) -> int:
    """How many of the signs of a type there are in the account, whole words each."""
    return sum(map(account.__contains__, _signs_of(kind.id, guidance)))


@lru_cache(maxsize=64)
def _signs_of(name: str, guidance: Guidance) -> frozenset[str]:
    given = (*guidance.types[name].signs, *guidance.forms.signs.get(name, ()))
    return frozenset(map(_spaced, given))


def _spaced(text: str) -> str:
    """The words of a text in lower case, a blank around each."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


@lru_cache(maxsize=64)
def _cited_for(name: str, guidance: Guidance) -> tuple[set[references.Clause], set[references.Clause]]:
    """The clause that stands beside a type's title, and those of every edition that touch what it is about."""
    kind = guidance.types[name]
    touching = [
        clause.reference
        for edition in guidance.editions.values()
        for clause in edition.clauses
        if set(clause.matters) & set(kind.matters)
    ]
    return _clauses([kind.clause]), _clauses(touching)


def _clauses(texts: Iterable[str]) -> set[references.Clause]:
    return {clause for text in texts for clause in references.read(text)}
