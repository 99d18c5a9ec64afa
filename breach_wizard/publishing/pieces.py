"""What a report says of people and of itself in fields of its own: each is kept in a copy, or left out whole. Pure."""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from breach_wizard import approval
from breach_wizard.check.known_words import GIVEN_NAMES
from breach_wizard.check.published import EMAIL
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import own_questions
from breach_wizard.patterns import pattern
from breach_wizard.publishing.known import OWN, SHARED, TEAMS
from breach_wizard.publishing.people import NUMBER, People
from breach_wizard.publishing.suspects import suspects
from breach_wizard.publishing.words import WORD, folded
from breach_wizard.report import Approval, Report
from breach_wizard.text import NOT_KNOWN, day

BETWEEN: Final = pattern(r"\s*[;\n]\s*|,\s+|\s/\s|\s(?:or|and)\s")
CHANGED: Final = pattern(r": was (?P<before>.*), now (?P<after>.*)$", re.DOTALL)
SAYS: Final = ("contact_name", "contact_details", "head_of_profession")
"""The questions about people."""

OF_PEOPLE: Final = ("told", "approved")
"""Others that name people."""


class Piece(NamedTuple):
    """One of them.

    Attributes:
        id: ``told``, ``contact_details.2``, ``more.1``.
        label: what it is called.
        value: as the report has it.
        proposed: to be kept.
        without_asking: kept where nobody can be asked.
    """

    id: str
    label: str
    value: str
    proposed: bool = False
    without_asking: bool = False


def pieces(report: Report, guidance: Guidance) -> list[Piece]:
    """Return them in the order in which they are asked about: those proposed to be kept first."""
    return sorted(_pieces(report, guidance), key=lambda one: not one.proposed)


def _pieces(report: Report, guidance: Guidance) -> Iterator[Piece]:
    labels = {name: guidance.fields[name].label for name in (*SAYS, "told", "own_reference")}
    name = report.head_of_profession
    if name not in ("", NOT_KNOWN):
        yield from _of_head(name, labels["head_of_profession"])
    is_person = bool(_names(report))
    if report.contact_name not in ("", NOT_KNOWN):
        yield Piece("contact_name", labels["contact_name"], report.contact_name, proposed=not is_person)
    for number, part in enumerate(_parts(report.contact_details)):
        is_team = _is_of_a_team(part, report)
        is_shared = is_team or (bool(NUMBER.search(part)) and not EMAIL.search(part) and _is_shared(part, report))
        yield Piece(
            f"contact_details.{number}", labels["contact_details"], part, proposed=is_shared, without_asking=is_team
        )
    for one in ("told", "own_reference"):
        if value := getattr(report, one):
            yield Piece(one, labels[one], value)
    published = {one.id for one in own_questions(guidance) if one.published}
    for number, more in enumerate(report.more):
        if more.id not in published:
            yield Piece(f"more.{number}", more.label, more.value)
    if report.approved is not None:
        yield Piece("approved", "Approval", _approved(report))


def _approved(report: Report) -> str:
    if isinstance(report.approved, Approval):
        return approval.told(report.approved.by, day(report.approved.on))
    return approval.DRAFT


def _of_head(value: str, label: str) -> Iterator[Piece]:
    """The name or the post first, as it stands; then each way to reach them."""
    parts = list(_parts(value))
    reached = [EMAIL.search(one) or NUMBER.search(one) for one in parts]
    named = ", ".join(one for one, is_reach in zip(parts, reached, strict=True) if not is_reach)
    if named:
        yield Piece("head_of_profession", label, named, proposed=True)
    for number, (one, is_reach) in enumerate(zip(parts, reached, strict=True)):
        if is_reach:
            yield Piece(f"head_of_profession.{number}", label, one)


def _parts(text: str) -> Iterator[str]:
    """The parts of a field with contact details; an address and a number in one of them are two."""
    for one in BETWEEN.split("" if text == NOT_KNOWN else text):
        bare = one.strip(" .,;")
        places = [match.span() for found in (EMAIL, NUMBER) for match in found.finditer(bare)]
        if len(places) < 2:
            yield from [bare] if bare else []
            continue
        start = 0
        for _, end in sorted(places):
            yield bare[start:end].strip(" .,;()")
            start = end
        if rest := bare[start:].strip(" .,;()"):
            yield rest


def _names(report: Report) -> frozenset[str]:
    """The parts of the contact's name."""
    found = People()
    found.add_name(report.contact_name, _of_the_body(report), is_name=True)
    return frozenset(found.sure | found.unsure)


def _of_the_body(report: Report) -> frozenset[str]:
    return frozenset(map(folded, WORD.findall(report.producer)))


def _is_of_a_team(part: str, report: Report) -> bool:
    """Is it the address of a mailbox that is no single person's?"""
    match = EMAIL.search(part)
    if match is None:
        return False
    words = {word for word in re.split(r"[^a-z]+", folded(match[0].partition("@")[0])) if word}
    rest = set(map(folded, WORD.findall(part.replace(match[0], " "))))
    return bool(words & TEAMS) and not (words | rest) & (GIVEN_NAMES | _names(report))


def _is_shared(part: str, report: Report) -> bool:
    """Is it a number at which a team is reached? A mobile's is one's own."""
    words = set(map(folded, WORD.findall(part)))
    digits = "".join(sign for sign in part if sign.isdigit())
    if words & (OWN | _names(report)) or digits.startswith(("07", "447", "4407")):
        return False
    return bool(words & SHARED) or not _names(report)


def reduced(report: Report, kept: Collection[str], guidance: Guidance) -> Report:
    """Return the report without what is not among these pieces, nor what has changed of it."""
    listed = list(_pieces(report, guidance))
    left_out = {one.id for one in listed if one.id not in kept}
    gone = {one.partition(".")[0] for one in left_out}
    labels = [one.label for one in listed if one.id in left_out]

    def joined(name: str) -> str:
        return ", ".join(one.value for one in listed if one.id in kept and one.id.partition(".")[0] == name)

    return report._replace(
        **{name: joined(name) for name in SAYS}
        | {name: "" for name in ("told", "own_reference") if name in gone}
        | {
            "approved": report.approved if "approved" in kept else None,
            "more": tuple(one for number, one in enumerate(report.more) if f"more.{number}" not in left_out),
            "changes": tuple(one for one in report.changes if not _is_about(one, labels)),
        }
    )


def _is_about(change: str, labels: Collection[str]) -> bool:
    return any(change.startswith(f"{label}: ") for label in labels)


def people(report: Report, kept: Collection[str], guidance: Guidance, known: Collection[str]) -> People:
    """Return who is not to be named in a copy that keeps these pieces, and how they are reached.

    Who may be named in any other answer that is left out counts. So does what was said before, and is told among the
    changes. ``known`` are words in lower case that are part of no name here.
    """
    found, listed = People(), pieces(report, guidance)
    ordinary = _of_the_body(report)
    elsewhere = {*known, *map(folded, WORD.findall(kept_texts(report, kept, guidance)))}
    for one in listed:
        if one.id in kept:
            continue
        name = one.id.partition(".")[0]
        former = [
            text for line in report.changes if line.startswith(f"{one.label}: ") for text in _before_and_after(line)
        ]
        for text in (one.value, *former):
            if name in SAYS:
                found.add_name(text, ordinary, is_name=one.id in SAYS)
                found.add_reach(text)
            elif one.id != "own_reference":
                for suspect in suspects(text, elsewhere, is_of_people=name in OF_PEOPLE):
                    found.add_suspect(suspect, elsewhere)
    for one in listed:
        if one.id in kept:  # a name that both have is asked about
            shared = {folded(word) for word in WORD.findall(one.value)} & found.sure
            found.sure -= shared
            found.unsure |= shared
    return found


def _before_and_after(line: str) -> tuple[str, ...]:
    match = CHANGED.search(line)
    return (match["before"], match["after"]) if match else ()


def kept_texts(report: Report, kept: Collection[str], guidance: Guidance) -> str:
    """Return the pieces that are kept as one text: what stands in it may stand elsewhere, too."""
    return "\n".join(one.value for one in pieces(report, guidance) if one.id in kept)
