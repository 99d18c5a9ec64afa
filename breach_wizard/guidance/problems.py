"""Looks through a whole guidance folder for those who edit it: everything read, every id followed, all at once."""

from collections.abc import Iterable, Iterator

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.cited import wrong_reference
from breach_wizard.guidance.confirming import clause_id
from breach_wizard.guidance.editions import own_ways
from breach_wizard.guidance.forms import CORE
from breach_wizard.guidance.layout import strange
from breach_wizard.guidance.slips import Slip, heading, one_of
from breach_wizard.guidance.ways import ways_of_triage
from breach_wizard.guidance.wordings import in_wordings
from breach_wizard.references import WAYS

PARTS = (
    "confirmed", "types", "considerations", "actions", "fields", "messages", "recipients", "sources", "triage",
    "verdicts", "nations", "sites", "editions", "matters", "forms", "stylesheet",
)  # fmt: skip

NEEDED = {
    "types": "breach-types", "actions": "actions.toml", "triage": "triage.toml: questions", "nations": "nations.toml",
    "verdicts": "triage.toml: verdicts", "sites": "sites.toml", "editions": "code",
}  # fmt: skip
"""Those of which one must be left, with the layers that they are made of."""


def problems(guidance: Guidance) -> list[Slip]:
    """Return every slip, each once, in the order in which the files are read; empty where all is well."""
    misplaced = list(strange(guidance))
    left_out = {**guidance.left_out, **{one.path: one.what for one in misplaced}}
    found = Guidance(guidance.folders, left_out, gathering=True)
    for part in PARTS:
        getattr(found, part)
    read = [*found.slips]
    said = {(one.path, one.place) for one in read}
    followed = [one for one in _followed(found) if not any((one.path, place) in said for place in _above(one.place))]
    return list(dict.fromkeys([*misplaced, *read, *followed]))


def _above(place: str) -> Iterator[str]:
    """A place and those that it is in: what follows from a slip in one of them is not said as well."""
    parts = place.split(": ")
    yield from (": ".join(parts[: number + 1]) for number in range(len(parts)))


def _followed(guidance: Guidance) -> Iterator[Slip]:
    empty = [part for part in NEEDED if not getattr(guidance, part)]
    for part in empty:
        path = next(iter(guidance.layers[NEEDED[part]].removed.values()), guidance.folders[-1])
        yield Slip(path, part, "nothing is left of them, and one is needed. Leave one of them there.")
    yield from in_wordings(guidance)
    yield from _in_types(guidance)
    yield from _in_editions(guidance)
    yield from _in_lists(guidance)
    yield from ways_of_triage(guidance) if guidance.triage else ()
    yield from _confirmed(guidance)
    for name in ("fields.toml", "first-question.toml"):
        for key, path in guidance.layers[name].removed.items():
            yield Slip(path, heading(key), "a question of ours can't be taken away. Take this entry out.")


def path_of(guidance: Guidance, name: str, key: str) -> Slip:
    """Return an empty slip at an entry, in the file that last had its say about it."""
    layers = guidance.layers[name]
    path = layers.paths.get(key, guidance.folders[-1] / name)
    file, _, group = name.partition(": ")
    return Slip(path, "" if path.stem == key and not file.endswith(".toml") else heading(group, key), "")


def unknown(at: Slip, key: str, ids: Iterable[str], known: Iterable[str], file: str = "") -> Iterator[Slip]:
    """Yield a slip for each id that is none of those known; ``file``: where such ids are."""
    names = list(known)
    for one in ids:
        if one not in names:
            what = f"there is no {one!r}.{one_of(one, names, file)}"
            yield at._replace(place=": ".join(filter(None, (at.place, key))), what=what)


def _in_types(guidance: Guidance) -> Iterator[Slip]:
    matters = {one for edition in guidance.editions.values() for clause in edition.clauses for one in clause.matters}
    for kind in guidance.types.values():
        at = path_of(guidance, "breach-types", kind.id)
        yield from unknown(at, "considerations", kind.considerations, guidance.considerations, "considerations.toml")
        yield from unknown(at, "actions", kind.actions, guidance.actions, "actions.toml")
        yield from unknown(at, "ongoing: ended_by", kind.ongoing.ended_by, guidance.actions, "actions.toml")
        yield from unknown(at, "practice", kind.practice, guidance.actions, "actions.toml")
        yield from unknown(at, "matters", kind.matters, matters)
        yield from unknown(at, "matters_another_time", kind.matters_another_time, matters)
        yield from unknown(at, "fields", kind.fields, {*guidance.fields, *guidance.removed("fields.toml")})
        for edition in guidance.editions.values():
            yield from _without_clause(guidance, kind.id, set(kind.matters) or set(guidance.matters), edition.id)


def _without_clause(guidance: Guidance, kind: str, matters: set[str], edition: str) -> Iterator[Slip]:
    """That an edition has no clause for a breach type: none could be proposed, or chosen."""
    held = {one for clause in guidance.editions[edition].clauses for one in clause.matters}
    if held & matters:
        return
    own = path_of(guidance, "code", edition), path_of(guidance, "breach-types", kind)
    at = next((one for one in own if not one.path.is_relative_to(guidance.folders[0])), own[0])
    what = (
        f"edition {edition} has no clause that is about a matter of the breach type {kind!r} "
        f"({', '.join(sorted(matters)) or 'none'}). Add the matter to a clause, or a clause for it."
    )
    yield at._replace(place="clauses" if at is own[0] else "matters", what=what)


def _in_editions(guidance: Guidance) -> Iterator[Slip]:
    """Clauses of matters that nothing points to, and those not confirmed that don't say so."""
    pointed = {one for kind in guidance.types.values() for one in (*kind.matters, *kind.matters_another_time)}
    known = pointed | set(guidance.matters) | _of_our_clauses(guidance)
    for edition in guidance.editions.values():
        at = path_of(guidance, "code", edition.id)
        for clause in edition.clauses:
            yield from unknown(at, f"clauses: {clause.reference}: matters", clause.matters, known)
            if not clause.confirmed and not clause.note:
                what = "say what is not confirmed, and what to do about it."
                yield at._replace(place=f"clauses: {clause.reference}: note", what=what)
        for number, duty in enumerate(edition.duties, 1):
            yield from unknown(at, f"duties[{number}]: matters", duty.matters, known)
        alike = filter(None, [edition.numbered_like])
        yield from unknown(at, "numbered_like", alike, {*guidance.editions, *WAYS})


def _of_our_clauses(guidance: Guidance) -> set[str]:
    """What clauses of ours are about where a body's folder lies over them: it may take away what points to them."""
    if len(guidance.folders) == 1:
        return set()
    paths = guidance.layers["code"].paths
    ours = [one for one in guidance.editions.values() if paths[one.id].is_relative_to(guidance.folders[0])]
    return {one for edition in ours for clause in edition.clauses for one in clause.matters}


def _in_lists(guidance: Guidance) -> Iterator[Slip]:
    matters = {one for edition in guidance.editions.values() for clause in edition.clauses for one in clause.matters}
    for key in guidance.matters:
        at = path_of(guidance, "matters.toml", key)
        if key not in matters:
            yield at._replace(what=f"no clause is about {key!r}. Add it to the matters of one in code/, or correct it.")
    for name, entries in (("considerations", guidance.considerations), ("actions", guidance.actions)):
        for key, entry in entries.items():
            at = path_of(guidance, f"{name}.toml", key)
            yield from unknown(at, "source", [entry.source], guidance.sources, "sources.toml")
    for key, action in guidance.actions.items():
        twins = [action.twin] if action.twin else []
        yield from unknown(path_of(guidance, "actions.toml", key), "twin", twins, guidance.actions)
    at = Slip([*guidance.files("forms.toml")][-1], "", "")
    for name in ("labels", "long_labels", "headings"):
        asked = [one for key in getattr(guidance.forms, name) for one in key.split("+")]
        yield from unknown(at, name, asked, [*guidance.fields, *guidance.removed("fields.toml"), CORE])
    yield from unknown(at, "signs", guidance.forms.signs, {*guidance.types, *guidance.removed_types})
    for key, message in guidance.messages.items():
        yield from unknown(path_of(guidance, "messages.toml", key), "types", message.types, guidance.types)


def _confirmed(guidance: Guidance) -> Iterator[Slip]:
    """Confirmations of what there is not."""
    clauses = [clause_id(edition.id, clause) for edition in guidance.editions.values() for clause in edition.clauses]
    known: dict[str, Iterable[str]] = {
        "clauses": clauses, "editions": guidance.editions, "recipients": guidance.recipients,
        "nations": guidance.nations, "sites": guidance.sites,
    }  # fmt: skip
    for group, entries in guidance.confirmed.items():
        for key, one in entries.items():
            at = path_of(guidance, f"confirmed.toml: {group}", key)
            yield from unknown(at, "", [key], known[group])
            if bool(one.reference.strip()) != (group == "clauses"):
                what = "a clause needs its reference, with its number; nothing else has one."
                yield at._replace(place=f"{at.place}: reference", what=what)
    yield from _references(guidance)


def _references(guidance: Guidance) -> Iterator[Slip]:
    """Confirmed references that are none of their edition, or another clause's."""
    own, confirmed = own_ways(guidance), guidance.confirmed["clauses"]
    for edition in guidance.editions.values():
        named = ((clause_id(edition.id, clause), clause) for clause in edition.clauses)
        for key, clause in ((key, clause) for key, clause in named if key in confirmed and clause.reference.strip()):
            what = wrong_reference(clause, edition, own)
            at = path_of(guidance, "confirmed.toml: clauses", key)
            yield from [at._replace(place=f"{at.place}: reference", what=what)] if what else []
