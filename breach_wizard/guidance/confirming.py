"""What a body has confirmed for itself, in confirmed.toml of its folder: a clause's number, an address, a procedure."""

from collections.abc import Mapping
from datetime import date

from breach_wizard.guidance.code import ClauseText, Edition
from breach_wizard.guidance.content import Nation, Recipient, Site
from breach_wizard.records import Record


class Confirmation(Record):
    """That something was looked up: where, and when."""

    id: str
    source: str  # "The regulator's page on reporting a breach"
    day: date
    reference: str = ""  # of a clause: with its number, as it is to be cited


GROUPS = ("clauses", "editions", "recipients", "nations", "sites")
"""The tables of the file; in each, a heading for each entry that is confirmed."""

Confirmed = Mapping[str, Mapping[str, Confirmation]]


def clause_id(edition: str, clause: ClauseText) -> str:
    """Return what a clause is called among the confirmations: "3.0: a published policy on revisions"."""
    return f"{edition}: {clause.title}"


def edition(one: Edition, confirmed: Confirmed) -> Edition:
    """Return an edition with what was confirmed of it and of its clauses."""
    held = confirmed.get("editions", {}).get(one.id)
    known = one._replace(checked=held.day, source=held.source) if held else one
    by_id = confirmed.get("clauses", {})
    return known._replace(clauses=tuple(_clause(of, by_id.get(clause_id(one.id, of))) for of in known.clauses))


def _clause(one: ClauseText, held: Confirmation | None) -> ClauseText:
    return one._replace(reference=held.reference or one.reference, confirmed=True, note="") if held else one


def recipient(one: Recipient, confirmed: Confirmed) -> Recipient:
    """Return a recipient with what was confirmed of it: what was noted of its being uncertain is no longer so."""
    held = confirmed.get("recipients", {}).get(one.id)
    if held is None:
        return one
    note = one.note if one.current else ""
    return one._replace(current=True, note=note, checked=held.day, source=held.source)


def nation(one: Nation, confirmed: Confirmed) -> Nation:
    """Return a nation with the day and the source that were confirmed."""
    held = confirmed.get("nations", {}).get(one.id)
    return one._replace(checked=held.day, source=held.source) if held else one


def site(one: Site, confirmed: Confirmed) -> Site:
    """Return a site with the day and the source that were confirmed."""
    held = confirmed.get("sites", {}).get(one.id)
    return one._replace(checked=held.day, source=held.source) if held else one
