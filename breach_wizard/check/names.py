"""What may be a person's name in a text that may be published: two capitalised words that nothing explains. Pure.

A guess, meant to be wrong seldom. It misses a name of one word, and one among the words of an organisation.
"""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from breach_wizard.check.finding import Finding, quoted
from breach_wizard.check.known_words import GIVEN_NAMES, ORDINARY
from breach_wizard.check.published import PERSON
from breach_wizard.interview import Answers
from breach_wizard.interview.paths import items

WORD = re.compile(r"[^\W\d_][\w'’-]*")
POSSESSIVE = re.compile("['’]s$")
LINE_START = re.compile(r"^[>\s]{0,9}(?:From|To|Cc|Bcc): ?(\S[^\n]{0,40})", re.MULTILINE)
"""A line of the head of an email."""

MARKS_OFF = frozenset({
    "the", "a", "an", "our", "your", "their", "its", "this", "that", "these", "those", "each", "every", "any", "no",
    "of", "for", "in", "at", "on", "via", "using", "under", "into", "within", "per", "called", "as", "titled", "named",
    "published", "released",
})  # fmt: skip
"""Before an organisation, a place or a title rather than a person."""

LONGEST = 3
"""So many capitalised words in a row may be a name; more are the title of something."""


class Word(NamedTuple):
    """A word with what stands before it: the signs, and the word in lower case, empty at the start of a sentence."""

    text: str
    gap: str
    before: str


def about_names(text: str, where: str, answers: Answers) -> Iterator[Finding]:
    """Return one finding for what may be names in a text, besides those that are plainly names.

    Words of the producer's name and of the titles of outputs are part of none.
    """
    plain = {match[1] or match[0] for match in PERSON.finditer(text)}
    found = [name for name in suspected(text, _words_of_the_report(answers)) if name not in plain]
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
    rest = LINE_START.sub(lambda match: "\n" if _begins_as_a_name(match[1]) else match[0], text)
    names = [POSSESSIVE.sub("", " ".join(one.text for one in run)) for run in _runs(rest) if _may_be_name(run, known)]
    return list(dict.fromkeys([*(match[0].strip() for match in heads), *names]))


def _begins_as_a_name(text: str) -> bool:
    first = WORD.search(text)
    return first is not None and _is_capitalised(first[0]) and first[0].casefold() not in ORDINARY


def _words_of_the_report(answers: Answers) -> frozenset[str]:
    texts = [str(answers.get("producer", "")), *(one.get("title", "") for one in items(answers, "outputs"))]
    return frozenset(word.casefold() for text in texts for word in WORD.findall(text))


def _words(text: str) -> Iterator[Word]:
    last, end = "", 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        begins = not end or any(sign in gap for sign in ".!?:\n•")
        yield Word(match[0], gap, "" if begins else last)
        last, end = match[0].casefold(), match.end()


def _runs(text: str) -> Iterator[list[Word]]:
    """Capitalised words that stand in a row, with nothing but a blank between."""
    run: list[Word] = []
    for word in _words(text):
        if run and (word.gap != " " or not _is_capitalised(word.text)):
            yield run if (word.gap, word.text) != (" ", "of") else []
            run = []
        if _is_capitalised(word.text):
            run.append(word)
    yield run


def _is_capitalised(word: str) -> bool:
    return word[0].isupper()


def _may_be_name(run: list[Word], known: Container[str]) -> bool:
    if not 2 <= len(run) <= LONGEST:
        return False
    words = [POSSESSIVE.sub("", one.text).casefold() for one in run]
    if any(word in ORDINARY or word in known for word in words) or any(one.text.isupper() for one in run):
        return False
    if words[0] in GIVEN_NAMES:
        return True
    return bool(run[0].before) and run[0].before not in MARKS_OFF
