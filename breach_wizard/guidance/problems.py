"""Looks through a whole guidance folder for those who edit it: everything read, every id followed."""

from collections.abc import Iterable, Iterator

from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import Guidance

PARTS = (
    "types", "considerations", "actions", "fields", "messages", "recipients", "sources", "triage", "verdicts",
    "editions", "matters",
)  # fmt: skip


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
    for key, message in guidance.messages.items():
        yield from _unknown(f"messages.toml: [{key}]", "types", message.types, guidance.types)


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
