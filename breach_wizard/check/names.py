"""What may be a person's name in a text that may be published: two capitalised words that nothing explains. Pure.

A guess, meant to be wrong seldom. It misses a name of one word, and one among the words of an organisation.
"""

import re
from collections.abc import Container, Iterator

from breach_wizard.check.finding import Finding, quoted
from breach_wizard.check.known_words import GIVEN_NAMES, ORDINARY
from breach_wizard.check.published import PERSON
from breach_wizard.interview import Answers
from breach_wizard.interview.paths import items
from breach_wizard.patterns import pattern

WORD = pattern(r"[^\W\d_][\w'’-]*")
CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŴŶŻŽ]"
CAPITALISED = rf"{CAPITAL}[\w'’-]*"
# It begins with a sign, and looks behind it after that: so the rest of a text is passed over at once.
IN_A_ROW = pattern(rf"{CAPITAL}(?<![\w'’-]{CAPITAL})[\w'’-]*(?: {CAPITALISED})+")
BEFORE = pattern(r"([\w'’-]+)([^\w]*)$")
POSSESSIVE = pattern("['’]s$")
LINE_START = pattern(r"^[>\s]{0,9}(?:From|To|Cc|Bcc): ?(\S[^\n]{0,40})", re.MULTILINE)
"""A line of the head of an email."""

MARKS_OFF = frozenset({
    "the", "a", "an", "our", "your", "their", "its", "this", "that", "these", "those", "each", "every", "any", "no",
    "of", "for", "in", "at", "on", "via", "using", "under", "into", "within", "per", "called", "as", "titled", "named",
    "published", "released",
})  # fmt: skip
"""Before an organisation, a place or a title rather than a person."""

LONGEST = 3
"""So many capitalised words in a row may be a name; more are the title of something."""

OF = " of "
"""After the name of a body or a place rather than a person's, unless it begins with a given name."""

NEAR = 60
"""So many characters before a name tell what it follows."""


def about_names(text: str, where: str, known: Container[str]) -> Iterator[Finding]:
    """Return one finding for what may be names in a text, besides those that are plainly names.

    Args:
        text: the text.
        where: its path as one word.
        known: words that are part of no person's name, those of `words_of_the_report`.
    """
    found = suspected(text, known)
    plain = {match[1] or match[0] for match in PERSON.finditer(text)} if found else set()
    found = [name for name in found if name not in plain]
    if found:
        yield Finding(
            "possible-name", "warning", where, f"It may hold {quoted(found, 'a name', 'names')}. A role is enough."
        )


def suspected(text: str, known: Container[str] = ()) -> list[str]:
    """Return what may be names, in their order.

    Args:
        text: the text.
        known: words in lower case that are part of no person's name here.
    """
    heads = [match for match in LINE_START.finditer(text) if _begins_as_a_name(match[1])]
    rest = LINE_START.sub(lambda match: "\n" if _begins_as_a_name(match[1]) else match[0], text) if heads else text
    names = [
        POSSESSIVE.sub("", match[0])
        for match in IN_A_ROW.finditer(rest)
        if (not rest.startswith(OF, match.end()) or _begins_as_given(match[0]))
        and _may_be_name(match[0].split(" "), _word_before(rest, match.start()), known)
    ]
    return list(dict.fromkeys([*(match[0].strip() for match in heads), *names]))


def _begins_as_given(row: str) -> bool:
    return row.partition(" ")[0].casefold() in GIVEN_NAMES


def _begins_as_a_name(text: str) -> bool:
    first = WORD.search(text)
    return first is not None and first[0][0].isupper() and first[0].casefold() not in ORDINARY


def words_of_the_report(answers: Answers) -> frozenset[str]:
    """Return the words of the producer's name and of the titles of outputs, in lower case: part of no person's name."""
    texts = [str(answers.get("producer", "")), *(one.get("title", "") for one in items(answers, "outputs"))]
    return frozenset(word.casefold() for text in texts for word in WORD.findall(text))


def _word_before(text: str, place: int) -> str:
    """The word before a place, in lower case; empty where a sentence begins there."""
    before = BEFORE.search(text[max(0, place - NEAR) : place])
    return "" if before is None or any(sign in before[2] for sign in ".!?:\n") else before[1].casefold()


def _may_be_name(row: list[str], before: str, known: Container[str]) -> bool:
    if len(row) > LONGEST or any(one.isupper() for one in row):
        return False
    words = [POSSESSIVE.sub("", one).casefold() for one in row]
    if any(word in ORDINARY or word in known for word in words):
        return False
    return words[0] in GIVEN_NAMES or (before != "" and before not in MARKS_OFF)
