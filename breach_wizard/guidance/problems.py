"""Looks through a whole guidance folder for those who edit it: everything read, every id followed."""

from collections.abc import Iterable, Iterator

from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import Guidance

PARTS = (
    "types", "considerations", "actions", "fields", "messages", "recipients", "sources", "triage", "verdicts",
    "nations", "sites", "editions", "matters", "forms",
)  # fmt: skip

CORE = "core"
"""In forms.toml, the heading of the first section, which is no question's."""


def problems(guidance: Guidance) -> list[str]:
    """Return every problem, as a sentence with file, key and what to do; empty where all is well."""
    found = []
    for part in PARTS:
        try:
            getattr(guidance, part)
        except GuidanceError as error:
            found.append(str(error))
    return list(dict.fromkeys(found)) or list(_pointing_nowhere(guidance))


def _pointing_nowhere(guidance: Guidance) -> Iterator[str]:
    matters = {one for edition in guidance.editions.values() for clause in edition.clauses for one in clause.matters}
    for kind in guidance.types.values():
        where = f"breach-types/{kind.id}.toml"
        yield from _unknown(where, "considerations", kind.considerations, guidance.considerations)
        yield from _unknown(where, "actions", kind.actions, guidance.actions)
        yield from _unknown(where, "ongoing.ended_by", kind.ongoing.ended_by, guidance.actions)
        yield from _unknown(where, "practice", kind.practice, guidance.actions)
        yield from _unknown(where, "matters", kind.matters, matters)
        yield from _unknown(where, "matters_another_time", kind.matters_another_time, matters)
        yield from _unknown(where, "fields", kind.fields, guidance.fields)
    yield from _unknown("matters.toml", "the headings", guidance.matters, matters)
    yield from _in_the_editions(guidance)
    for name, entries in (("considerations", guidance.considerations), ("actions", guidance.actions)):
        for key, entry in entries.items():
            yield from _unknown(f"{name}.toml: [{key}]", "source", [entry.source], guidance.sources)
    for key, action in guidance.actions.items():
        yield from _unknown(f"actions.toml: [{key}]", "twin", [action.twin] if action.twin else [], guidance.actions)
    for name in ("labels", "long_labels", "headings"):
        asked = [one for key in getattr(guidance.forms, name) for one in key.split("+")]
        yield from _unknown("forms.toml", name, asked, [*guidance.fields, CORE])
    yield from _unknown("forms.toml", "signs", guidance.forms.signs, guidance.types)
    for key, message in guidance.messages.items():
        yield from _unknown(f"messages.toml: [{key}]", "types", message.types, guidance.types)
    yield from _in_triage(guidance)


def _in_triage(guidance: Guidance) -> Iterator[str]:
    """The answers that point nowhere; where all point somewhere, the ways that come back or end in no verdict."""
    found: list[str] = []
    for key, question in guidance.triage.items():
        for answer, outcome in question.answers.items():
            where = f"triage.toml: [questions.{key}]: {answer}"
            for name, known in (("next", guidance.triage), ("verdict", guidance.verdicts), ("kind", guidance.types)):
                wanted = getattr(outcome, name)
                found += _unknown(where, name, [wanted] if wanted else [], known)
    yield from dict.fromkeys(found or _ways(guidance, [next(iter(guidance.triage))], is_decided=False))


def _ways(guidance: Guidance, way: list[str], *, is_decided: bool) -> Iterator[str]:
    """What is wrong with the ways on from the last question of a way so far; is there a verdict by now?"""
    for answer, outcome in guidance.triage[way[-1]].answers.items():
        where = f"triage.toml: [questions.{way[-1]}]: {answer}"
        decided = is_decided or bool(outcome.verdict)
        if outcome.next in way:
            yield f"{where}: next: {outcome.next!r} was asked before. Name a question that comes later."
        elif outcome.next:
            yield from _ways(guidance, [*way, outcome.next], is_decided=decided)
        elif not decided:
            yield f"{where}: no answer on the way here names a verdict. Name one, or what is asked next."


def _in_the_editions(guidance: Guidance) -> Iterator[str]:
    """Clauses of matters that nothing points to, and those not confirmed that don't say so."""
    pointed = {one for kind in guidance.types.values() for one in (*kind.matters, *kind.matters_another_time)}
    known = pointed | set(guidance.matters)
    for edition in guidance.editions.values():
        where = f"code/{edition.id}.toml"
        for clause in edition.clauses:
            yield from _unknown(f"{where}: {clause.reference}", "matters", clause.matters, known)
            if not clause.confirmed and not clause.note:
                yield f"{where}: {clause.reference}: note: say what is not confirmed, and what to do about it."
        for duty in edition.duties:
            yield from _unknown(f"{where}: [[duties]]", "matters", duty.matters, known)


def _unknown(where: str, key: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    names = list(known)
    for one in ids:
        if one not in names:
            yield f"{where}: {key}: there is no {one!r}. Use one of: {', '.join(sorted(names))}; or add it."
