"""When each edition, recipient and procedure of a guidance was last checked, and what in it nobody has confirmed."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from breach_wizard.dates.moment import Moment
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.confirming import clause_id
from breach_wizard.guidance.slips import heading

OLD = 365
"""Days after which what was checked is to be checked again."""


class Standing(NamedTuple):
    """One thing that can become out of date: its group and name in confirmed.toml, and what is known of it."""

    group: str
    id: str
    name: str
    checked: date | None
    source: str
    not_confirmed: str = ""

    @property
    def heading(self) -> str:
        """The heading under which confirmed.toml confirms it."""
        return heading(self.group, self.id)

    def is_old(self, today: date) -> bool:
        """Was it checked more than a year ago, or does nothing say when?"""
        return self.checked is None or (today - self.checked).days > OLD


def standing(guidance: Guidance) -> Iterator[Standing]:
    """Yield each edition with its unconfirmed clauses, each recipient, and the procedures of nations and sites."""
    for edition in guidance.editions.values():
        uncertain = (
            f"not known on which day from {Moment(edition.starts)} to {Moment(edition.sure_from)} it came into force"
            if edition.starts != edition.sure_from
            else ""
        )
        name = f"Edition {edition.id} of the Code: {edition.name}"
        yield Standing("editions", edition.id, name, edition.checked, edition.source, uncertain)
        for clause in edition.clauses:
            key, name = clause_id(edition.id, clause), f"Edition {edition.id}, {clause.written}"
            held = guidance.confirmed.get("clauses", {}).get(key)
            if held:
                yield Standing("clauses", key, name, held.day, held.source)
            elif not clause.confirmed:
                yield Standing("clauses", key, name, edition.checked, edition.source, clause.note)
    for to in guidance.recipients.values():
        doubt = "" if to.current else to.note or f"known as of: {to.known}"
        yield Standing("recipients", to.id, f"Recipient: {to.name}", to.checked, to.source, doubt)
    for nation in guidance.nations.values():
        yield Standing("nations", nation.id, f"Nation: {nation.name}", nation.checked, nation.source)
    for site in guidance.sites.values():
        yield Standing("sites", site.id, f"Taking a page down: {site.name}", site.checked, site.source)


def lines(guidance: Guidance) -> Iterator[str]:
    """Yield lines on everything that `standing` knows: when it was checked, and how a body confirms it."""
    for one in standing(guidance):
        yield one.name
        when = f"checked {Moment(one.checked)}" if one.checked else "nothing says when it was checked"
        yield f"  {when}{f': {one.source}' if one.source else ''}"
        if one.not_confirmed:
            yield f"  Not confirmed: {one.not_confirmed}"
            yield f"  Seen it yourself? In confirmed.toml: {one.heading}"


def old(guidance: Guidance, today: date) -> Iterator[str]:
    """Yield a sentence for each that was checked more than a year ago, will be, or was on no day that is told."""
    for one in standing(guidance):
        if one.checked is not None and one.checked > today:
            yield f"{one.name}: {Moment(one.checked)} lies in the future. Correct the day under {one.heading}."
        elif one.group != "clauses" and one.is_old(today):
            when = f"was last checked on {Moment(one.checked)}" if one.checked else "doesn't say when it was checked"
            yield (
                f"{one.name}: {when}. Check it, and say so in confirmed.toml of your own folder under {one.heading}, "
                "with source and day."
            )
