"""Clauses of the Code of Practice as people write them. References are printed as typed; reading serves checks.

The editions number differently: 1.0 has principles and protocols with practices, 2.0 and 2.1 have T3.6, Q3.4 and V2,
3.0 has standards with practices, written 3.4. After "Protocol 2" the words principle, practice and paragraph mean the
same clause.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from breach_wizard.patterns import pattern


class Clause(NamedTuple):
    """One clause.

    Attributes:
        edition: "1.0", "2.0" (2.1 numbers alike), "3.0", one with a way of its own, or "" where the numbers don't tell.
        id: "protocol-2.8", "principle-2.5", "T3.6", "T3", "3.4"; of an own way, as it is written: "rule 9".
    """

    edition: str
    id: str


WAYS = ("1.0", "2.0", "3.0")
"""The editions whose ways of writing clauses are known here."""

_SEPARATOR = r"[\s,;:–—-]{0,9}"
_LETTERED = pattern(
    r"\b(?P<letter>T(?=\s?[1-6])|Q(?=\s?[1-3])|V(?=\s?[1-5]))\s?(?P<principle>\d)(?:\.(?P<practice>\d{1,2}))?\b"
)
_PROTOCOL = pattern(
    rf"\b(?P<kind>protocol|principle|standard)\s+(?P<number>\d{{1,2}})\b(?![.]\d)"
    rf"(?:{_SEPARATOR}[^\d\n]{{0,60}}?\n?{_SEPARATOR}(?P<word>principle|practice|paragraph)s?\s+(?P<practice>\d{{1,2}})\b(?![.]\d))?",
    re.IGNORECASE,
)
_DOTTED = pattern(
    r"(?:\b(?:practice|standard)s?\s+|^|[,;]\s*|\band\s+)(?P<standard>10|[1-9])\.(?P<practice>\d{1,2})\b(?![.\d]|\s*[ap]m)",
    re.IGNORECASE,
)

_NUMBERED = pattern(r"\b(?P<word>[^\W\d_]{1,12})\s{0,3}\d{1,3}(?:\.\d{1,2})?\b(?!\.\d|\s?[ap]m)")
_WORDS = ("protocol", "principle", "standard", "practice", "paragraph")
_LIKE = 0.75
"""How like one of the words another must be, from 0 to 1, to be taken for a slip in it."""


@lru_cache(maxsize=64)
def way(written: str) -> re.Pattern[str]:
    """Return what finds clauses in an edition's own way of writing, such as "Rule N"; N: a number, A: a letter."""
    signs = {"N": r"\d{1,3}", "A": "[A-Z]"}
    parts = re.split(r"(?<![A-Za-z])([NA])(?![A-Za-z])", " ".join(written.split()))
    found = "".join(signs.get(part, re.escape(part).replace(r"\ ", r"\s{1,3}")) for part in parts)
    return re.compile(rf"(?<!\w){found}(?!\w|[.]\d)", re.IGNORECASE)


# Kept: a check of many files asks for the guidance's own clauses thirty times a file.
@lru_cache(maxsize=256)
def read(text: str, own: tuple[tuple[str, str], ...] = ()) -> tuple[Clause, ...]:
    """Return the clauses that a text names, in their order, each once; none where it names none. Never raises.

    "Principle 3: Orderly release, Practice 6" is edition 2.0 in the style of 1.0, and read as T3.6.

    Args:
        text: what was written.
        own: editions with a way of their own, each with the way; what is written so is no clause of the others.
    """
    return tuple(dict.fromkeys(clause for _, _, clause in sorted(_found(text, own), key=lambda one: one[0])))


def _found(text: str, own: tuple[tuple[str, str], ...]) -> Iterator[tuple[int, int, Clause]]:
    """The clauses of a text, each with where it begins and ends."""
    for edition, written in own:
        for match in way(written).finditer(text):
            yield *match.span(), Clause(edition, " ".join(match[0].split()).casefold())
            text = _without(text, *match.span())
    for match in _LETTERED.finditer(text):
        practice = f".{match['practice']}" if match["practice"] else ""
        yield *match.span(), Clause("2.0", f"{match['letter']}{match['principle']}{practice}")
    for match in _PROTOCOL.finditer(text):
        clause = _worded(match)
        if clause is not None:
            yield *match.span(), clause
    for match in _DOTTED.finditer(text):
        yield match.start("standard"), match.end(), Clause("3.0", f"{match['standard']}.{match['practice']}")


def _without(text: str, start: int, end: int) -> str:
    """The text with bars where a clause was read, in the same length."""
    return f"{text[:start]}{'|' * (end - start)}{text[end:]}"


def unread(text: str, own: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the text with bars where `read` finds a clause."""
    left = text
    for start, end, _ in _found(text, own):
        left = _without(left, start, end)
    return left


@lru_cache(maxsize=256)  # kept as what `read` returns
def no_such(text: str, own: tuple[tuple[str, str], ...] = ()) -> str:
    """Return what in a text looks like a clause and is read as none: "Standrd 99", "T9"; empty where nothing does.

    A word beside a number that is nearly "standard" is a slip; "standard" itself where no other clause is read, since
    the number behind it may be a further one.
    """
    if not any(map(str.isdigit, text)):
        return ""
    from difflib import get_close_matches  # few texts hold a word beside a number

    for match in _NUMBERED.finditer(unread(text, own)):
        word = match["word"]
        singular = word.casefold().removesuffix("s")
        if word in ("T", "Q", "V") or (singular in _WORDS and not read(text, own)):
            return match[0]
        if singular not in _WORDS and get_close_matches(singular, _WORDS, 1, _LIKE):
            return match[0]
    return ""


def _worded(match: re.Match[str]) -> Clause | None:
    kind, number, practice = match["kind"].lower(), int(match["number"]), match["practice"]
    if kind == "standard":
        return Clause("3.0", f"{number}.{int(practice)}" if practice else f"{number}") if 1 <= number <= 10 else None
    if kind == "principle" and match["word"] and match["word"].lower() == "principle":
        practice = None  # "principle 2, principle 8" are two clauses
    if kind == "principle" and "orderly release" in match[0].lower():
        return Clause("2.0", f"T{number}.{int(practice)}" if practice else f"T{number}")
    if (kind == "protocol" and number > 3) or not 1 <= number <= 8:
        return None
    if kind == "principle" and not practice:  # the Code of 2025 has principles of its own, under no standard
        return Clause("", f"principle-{number}")
    return Clause("1.0", f"{kind}-{number}.{int(practice)}" if practice else f"{kind}-{number}")


def spelled(clause: Clause) -> str:
    """Return a clause as it is written where the guidance has no words for it: "Standard 3, practice 3.7"."""
    outer, _, practice = clause.id.partition(".")
    if clause.edition == "3.0":
        return f"Standard {outer}, practice {clause.id}" if practice else f"Standard {outer}"
    kind, _, number = outer.partition("-")
    if not number:
        return f"{clause.id[0].upper()}{clause.id[1:]}"
    return f"{kind.capitalize()} {number}" + (f", practice {practice}" if practice else "")
