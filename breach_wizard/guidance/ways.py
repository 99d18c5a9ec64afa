"""Follows the questions of "is it a breach?": where each answer leads, and whether every way ends in a verdict."""

from collections.abc import Iterator

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.slips import Slip, heading, one_of


def ways_of_triage(guidance: Guidance) -> Iterator[Slip]:
    """Yield the answers that point nowhere; where all point somewhere, the ways that come back or end in no verdict."""
    found = list(_nowhere(guidance))
    yield from dict.fromkeys(found or _ways(guidance, [next(iter(guidance.triage))], is_decided=False))


def _at(guidance: Guidance, key: str, answer: str) -> Slip:
    return Slip(guidance.layers["triage.toml: questions"].paths[key], f"{heading('questions', key)}: {answer}", "")


def _nowhere(guidance: Guidance) -> Iterator[Slip]:
    for key, question in guidance.triage.items():
        for answer, outcome in question.answers.items():
            for name, known in (("next", guidance.triage), ("verdict", guidance.verdicts), ("kind", guidance.types)):
                wanted = getattr(outcome, name)
                if wanted and wanted not in known:
                    at = _at(guidance, key, answer)
                    what = f"there is no {wanted!r}.{one_of(wanted, known)}"
                    yield at._replace(place=f"{at.place}: {name}", what=what)


def _ways(guidance: Guidance, way: list[str], *, is_decided: bool) -> Iterator[Slip]:
    """What is wrong with the ways on from the last question of a way so far; is there a verdict by now?"""
    for answer, outcome in guidance.triage[way[-1]].answers.items():
        at = _at(guidance, way[-1], answer)
        decided = is_decided or bool(outcome.verdict)
        if outcome.next in way:
            what = f"{outcome.next!r} was asked before. Name a question that comes later."
            yield at._replace(place=f"{at.place}: next", what=what)
        elif outcome.next:
            yield from _ways(guidance, [*way, outcome.next], is_decided=decided)
        elif not decided:
            yield at._replace(what="no answer on the way here names a verdict. Name one, or what is asked next.")
