"""Which breach type a report on a form that doesn't ask for it is likely to be about. A proposal, never more. Pure."""

import re
from collections.abc import Iterable

from breach_wizard import references
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.shapes import Answers


def kind_of(answers: Answers, guidance: Guidance) -> str:
    """Return the id of the breach type to propose from the account and the clauses; empty where nothing tells.

    The account tells more: the clause that people cite does not give the type away.
    """
    account = str(answers.get("circumstances", "")).casefold()
    cited = answers.get("references")
    clauses = _clauses(cited if isinstance(cited, list) else [])
    scores = {
        kind.id: (_signs(kind, account), *(len(clauses & _clauses(cited)) for cited in _cited_for(kind, guidance)))
        for kind in guidance.types.values()
    }
    best = max(scores.values(), default=(0,))
    found = [one for one, score in scores.items() if score == best]
    return found[0] if len(found) == 1 and any(best) else ""


def _signs(kind: BreachType, account: str) -> int:
    return sum(bool(re.search(rf"\b{re.escape(sign.casefold())}", account)) for sign in kind.signs)


def _cited_for(kind: BreachType, guidance: Guidance) -> tuple[list[str], list[str]]:
    """The clause that stands beside the type's title, and those of every edition that touch what it is about."""
    touching = [
        clause.reference
        for edition in guidance.editions.values()
        for clause in edition.clauses
        if set(clause.matters) & set(kind.matters)
    ]
    return [kind.clause], touching


def _clauses(texts: Iterable[str]) -> set[references.Clause]:
    return {clause for text in texts for clause in references.read(text)}
