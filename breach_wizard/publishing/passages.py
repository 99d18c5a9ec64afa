"""Passages in the texts of a report that are not to be published: left out of a copy, or asked about. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, Literal, NamedTuple

from breach_wizard.check.known_words import GIVEN_NAMES, ORDINARY
from breach_wizard.check.names import suspected, words_of_the_report
from breach_wizard.check.personal import details
from breach_wizard.check.published import EMAIL, PHONE
from breach_wizard.guidance import Guidance
from breach_wizard.patterns import pattern
from breach_wizard.publishing import pieces
from breach_wizard.publishing.known import ALSO_WORDS, SHORT_NAMES
from breach_wizard.publishing.people import People
from breach_wizard.publishing.suspects import names_of, pairs_of
from breach_wizard.publishing.texts import LEFT_OUT, Place, label_of, question_of, texts, with_texts
from breach_wizard.publishing.web import addresses, not_public
from breach_wizard.publishing.words import WORD, folded
from breach_wizard.report import Report, to_answers

What = Literal["person", "reach", "web", "name", "role", "circumstance"]

ROLE: Final = pattern(
    r"\b(?:head of (?!profession\b)(?:the )?\w+|"
    r"(?:(?:deputy|assistant|acting|interim|senior|chief|regional|managing|executive) ){0,3}"
    r"(?:director(?: general)?|minister|chief executive)|"
    r"(?:(?:deputy|assistant|acting|interim|senior|principal|chief|lead|responsible|national|private|permanent|policy|press|"
    r"data|protection|information|security|statistical|statistics|publishing|publications?|production|release|media|"
    r"communications?|web|digital|content|line|duty|project|programme|branch|desk|team) ){1,3}"
    r"(?:statistician|secretary|manager|officer|adviser|advisor|analyst|editor|economist|coordinator))\b",
    re.IGNORECASE,
)
"""The head of something; a director; of what many are, such as an officer, one with a word that tells which."""
CIRCUMSTANCE: Final = pattern(
    r"\b(?:on (?:\w+ )?leave|(?:sick|maternity|paternity|parental|compassionate|adoption) leave|"
    r"(?:maternity|paternity|adoption) (?:cover|pay)|off (?:sick|ill|work)|"
    r"signed off by (?:her|his|their|a) (?:doctor|gp)|"
    r"(?:was|were|is|been|being|fell|felt|became|taken) (?:(?!on )\w+ )?(?:ill|unwell|sick|pregnant|hospitali[sz]ed)|"
    r"(?:was|were|is|been|went|taken|rushed) (?:in|into|to) hospital|bereave\w*|"
    r"had (?:an? )?(?:\w+ )?(?:miscarriage|surgery|operation|stroke|breakdown|baby)|"
    r"(?:her|his) (?:\w+ )?(?:pregnancy|illness|health|miscarriage|treatment|surgery|operation|disability|absence|"
    r"divorce|resignation)|occupational health|disciplin(?:ed|ary)|misconduct|reprimand\w*|dismiss(?:ed|al)|resigned|"
    r"sacked|grievance|(?:formal|written|verbal|final) warning|capability procedure|"
    r"careless\w*|negligen\w*|incompeten\w*)\b",
    re.IGNORECASE,
)
EXTENSION: Final = pattern(r"\bext(?:ension)?\.?\s{0,3}\d{2,6}\b", re.IGNORECASE)
LINKS: Final = ("link", "statement_link")
"""Of which no row is left where nothing of them is."""

AROUND: Final = 60
"""Characters before and after a passage that are shown with it."""


class Passage(NamedTuple):
    """One of them.

    Attributes:
        place: of its text.
        question: the id of the question that the text answers.
        label: what the text is called.
        what: a person who is left out elsewhere; an address or a number; a web address; a suspected name; a role that
            one person may hold; leave, illness or conduct.
        text: the passage.
        spans: where in the text it stands.
        is_sure: it is left out where nobody is asked.
        around: the passage with what stands around it.
    """

    place: Place
    question: str
    label: str
    what: What
    text: str
    spans: tuple[tuple[int, int], ...]
    is_sure: bool
    around: str


class _Match(NamedTuple):
    start: int
    end: int
    what: What
    is_sure: bool


def passages(report: Report, kept: Collection[str], guidance: Guidance) -> list[Passage]:
    """Return the passages of a report of which these pieces are kept; those in what is left out are none."""
    known = words_of_the_report(to_answers(report, guidance))
    hidden = pieces.people(report, kept, guidance, known)
    said = pieces.kept_texts(report, kept, guidance)
    rest = pieces.reduced(report, kept, guidance)
    alone = _names_alone([text for _, text in texts(rest)], {*known, *WORD.findall(said)})
    found: list[Passage] = []
    for place, text in texts(rest):
        if place[0] in pieces.SAYS or place[0] == "approved":  # kept as it stands
            continue
        matches = _apart(map(partial(_whole, text), _matches(text, hidden, known, said, alone)))
        grouped: dict[tuple[str, What, bool], list[tuple[int, int]]] = {}
        for one in matches:
            grouped.setdefault((text[one.start : one.end], one.what, one.is_sure), []).append((one.start, one.end))
        for (words, what, is_sure), spans in grouped.items():
            question, label = question_of(place, rest), label_of(place, rest, guidance)
            around = _around(text, *spans[0])
            found.append(Passage(place, question, label, what, words, tuple(spans), is_sure, around))
    return found


def _names_alone(written: Sequence[str], known: Collection[str]) -> frozenset[str]:
    """Return the words that may name somebody where they stand alone: given names, and parts of names met elsewhere."""
    parts = {folded(word) for text in written for name in suspected(text, known) for word in WORD.findall(name)}
    parts = {part for part in parts if len(part) > 1}
    return frozenset((GIVEN_NAMES | SHORT_NAMES | parts) - ORDINARY - ALSO_WORDS - {folded(one) for one in known})


def _matches(text: str, hidden: People, known: Collection[str], said: str, alone: Collection[str]) -> Iterator[_Match]:
    web = list(addresses(text))
    for start, end, is_sure in hidden.in_text(text):
        first, last = next(((first, last) for first, last, _ in web if first <= start < last), (start, end))
        yield _Match(first, max(end, last), "person", is_sure)  # of an address, a part leads nowhere
    for start, end, is_own in web:
        if is_own:
            yield _Match(start, end, "name", False)
    for start, end in not_public(text):
        yield _Match(start, end, "web", True)
    for reach in (EMAIL, PHONE, EXTENSION):
        for match in reach.finditer(text):
            words = match[0].strip()
            if words.casefold() not in said.casefold():
                yield _Match(match.start(), match.start() + len(match[0].rstrip()), "reach", True)
    for start, end, _ in details(text):
        if text[start:end].casefold() not in said.casefold():
            yield _Match(start, end, "reach", True)
    for name in dict.fromkeys(names_of(text, known)):
        if name not in said:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield _Match(match.start(), match.end(), "name", False)
    for start, end in pairs_of(text, known):
        yield _Match(start, end, "name", False)
    for match in WORD.finditer(text):
        name = match[0].removesuffix("'s").removesuffix("’s")
        if name[0].isupper() and folded(name) in alone:
            yield _Match(match.start(), match.start() + len(name), "name", False)
    for match in CIRCUMSTANCE.finditer(text):
        yield _Match(match.start(), match.end(), "circumstance", False)
    for match in ROLE.finditer(text):
        yield _Match(match.start(), match.end(), "role", False)


def _whole(text: str, match: _Match) -> _Match:
    """The match with the bracket that belongs to one within it; without one that belongs to none: "(0)20 7946 0018"."""
    start, end = match.start, match.end
    surplus = text.count("(", start, end) - text.count(")", start, end)
    if surplus < 0 and text[max(0, start - 1) : start] == "(":
        start -= 1
    elif surplus > 0 and text.startswith(")", end):
        end += 1
    elif surplus > 0 and text.startswith("(", start):
        start += 1
    return match._replace(start=start, end=end)


def _apart(found: Iterable[_Match]) -> list[_Match]:
    """The matches that don't overlap: what is sure before what isn't, and the longest of each."""
    chosen: list[_Match] = []  # in order, so that those that overlap stand side by side
    for one in sorted(found, key=lambda one: (not one.is_sure, one.start - one.end)):
        first = bisect_right(chosen, one.start, key=lambda other: other.end)
        last = bisect_left(chosen, one.end, key=lambda other: other.start)
        overlapping = chosen[first:last]
        if not overlapping:
            chosen.insert(first, one)
        elif one.is_sure and all(other.is_sure for other in overlapping):  # together they are one
            start, end = min(one.start, overlapping[0].start), max(one.end, overlapping[-1].end)
            chosen[first:last] = [one._replace(start=start, end=end)]
    return chosen


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"... {before.partition(' ')[2] or before}"  # from a whole word on
    if len(text) > end + AROUND:
        after = f"{after.rpartition(' ')[0] or after} ..."
    return " ".join(f"{before}{text[start:end]}{after}".split())


def rewritten(report: Report, words: Mapping[Passage, str]) -> Report:
    """Return the report with other words in place of these passages."""
    changes: dict[Place, list[tuple[int, int, str]]] = {}
    for one, instead in words.items():
        changes.setdefault(one.place, []).extend((start, end, instead) for start, end in one.spans)
    changed: dict[Place, str] = {}
    for place, text in texts(report):
        for start, end, instead in sorted(changes.get(place, ()), reverse=True):
            now = changed.get(place, text)
            changed[place] = f"{now[:start]}{instead}{now[end:]}"
        if changed.get(place) == LEFT_OUT and place[-1] in LINKS:
            changed[place] = ""
    return with_texts(report, changed)
