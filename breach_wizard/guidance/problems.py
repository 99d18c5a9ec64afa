"""Looks through a whole guidance folder for those who edit it: everything read, every id followed."""

from collections.abc import Iterable, Iterator

from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import Guidance

PARTS = (
    "types", "considerations", "actions", "fields", "messages", "recipients", "sources", "triage", "verdicts",
    "editions", "forms",
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
    matters = {clause.matter for edition in guidance.editions.values() for clause in edition.clauses}
    for kind in guidance.types.values():
        where = f"breach-types/{kind.id}.toml"
        yield from _unknown(where, "considerations", kind.considerations, guidance.considerations)
        yield from _unknown(where, "actions", kind.actions, guidance.actions)
        yield from _unknown(where, "matters", kind.matters, matters)
        yield from _unknown(where, "fields", kind.fields, guidance.fields)
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


def _unknown(where: str, key: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    names = list(known)
    for one in ids:
        if one not in names:
            yield f"{where}: {key}: there is no {one!r}. Use one of: {', '.join(sorted(names))}; or add it."
