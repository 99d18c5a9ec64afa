"""Whether the reference that a body confirmed for a clause is one of its edition, and of no other clause."""

from collections.abc import Iterable

from breach_wizard import references
from breach_wizard.guidance.code import ClauseText, Edition

WRITTEN = {"1.0": "Protocol 2, principle 8", "2.0": "T3.6", "3.0": "Standard 3, practice 3.4"}
"""How a clause of an edition is written, by the edition that it is read as being of."""


def wrong_reference(clause: ClauseText, edition: Edition, own: tuple[tuple[str, str], ...]) -> str:
    """Return what is wrong with the reference of a confirmed clause, in sentences; empty where nothing is.

    Args:
        clause: with what was confirmed of it.
        edition: that it stands in, its other clauses with it.
        own: the editions with a way of their own of writing clauses, as `references.read` takes them.
    """
    text, read = clause.reference, references.read(clause.reference, own)
    example = (dict(own) | WRITTEN).get(edition.cited_as, "")
    is_whole = not any(map(str.isdigit, references.unread(text, own))) and not references.no_such(text, own)
    is_of_another = bool({one.edition for one in read} - {edition.cited_as, ""})
    if example and not (read and is_whole and _agree(read) and not is_of_another):
        return f"{text!r} is not how edition {edition.id} writes a clause. Write it as in {example!r}."
    others = [one for one in edition.clauses if one.confirmed and one.title != clause.title]
    same = next((one for one in others if references.read(one.reference, own) == read), None)
    return f"{text!r} is the clause {same.title!r} of this edition. Look at the number again." if same else ""


def _agree(read: Iterable[references.Clause]) -> bool:
    """Is a practice beside a standard one of that standard?"""
    ids = [one.id for one in read if one.edition == "3.0"]
    standards = [one for one in ids if "." not in one]
    return all(one.partition(".")[0] in standards for one in ids) if standards else True
