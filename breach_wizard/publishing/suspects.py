"""Who may be named in a text, by the form of the words alone. Pure."""

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from breach_wizard.check.known_words import GIVEN_NAMES, ORDINARY
from breach_wizard.check.names import IN_A_ROW, LONGEST, suspected
from breach_wizard.check.published import PERSON
from breach_wizard.publishing.known import ALSO_WORDS, PERHAPS, POSTS, SHORT_NAMES, TITLES
from breach_wizard.publishing.words import SEPARATED, WORD, folded

OF_A_POST: Final = frozenset({"of", "for", "the"})
"""After these comes what a post is about: "Head of Amber Valley"."""


class Suspect(NamedTuple):
    """A name as it is written, and whether it is one, rather than a place or a thing."""

    name: str
    is_sure: bool


def names_of(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield what may be names in a text, known by what stands around them; ``known`` are words of no name here."""
    yield from suspected(text, known)
    yield from (match[1] or match[0] for match in PERSON.finditer(text))


def pairs_of(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where two words stand that are a name, or a thing such as "Green Book"."""
    for match in IN_A_ROW.finditer(text):
        row = [folded(word) for word in WORD.findall(match[0])]
        if len(row) == 2 and row[0] in PERHAPS and not set(row) & ((ORDINARY - ALSO_WORDS) | set(known)):
            yield match.span()


def suspects(text: str, known: Collection[str], *, is_of_people: bool) -> Iterator[Suspect]:
    """Yield who may be named in an answer that is left out.

    Args:
        text: the answer.
        known: words in lower case that are part of no name here.
        is_of_people: the question asks for people: what may be a name in the answer is one.
    """
    for name in names_of(text, known):
        yield Suspect(name, is_of_people or _is_plain(name))
    for start, end in pairs_of(text, known):
        name = text[start:end]
        yield Suspect(name, name.partition(" ")[0].casefold() in GIVEN_NAMES)
    for segment in SEPARATED.split(text):
        words = WORD.findall(segment)
        row = _row(words, known)
        is_whole = bool(row) and words[-1] == row[-1]
        if len(row) > 1:
            yield Suspect(" ".join(row), is_of_people or is_whole)
        elif row and is_whole and folded(row[0]) in (GIVEN_NAMES | SHORT_NAMES) - ORDINARY - ALSO_WORDS:
            yield Suspect(row[0], is_sure=True)


def _is_plain(name: str) -> bool:
    words = [folded(word) for word in WORD.findall(name)]
    return len(words) < 2 or words[0] in GIVEN_NAMES | SHORT_NAMES | TITLES or len(words[0]) == 1


def _row(words: list[str], known: Collection[str]) -> list[str]:
    """The words with a capital with which a part of an answer begins, after a post: a name, unless it is empty."""
    begin = next((place for place, word in enumerate(words) if folded(word) not in POSTS | TITLES), len(words))
    if begin and folded(words[begin - 1]) in OF_A_POST:
        return []
    end = next((place for place, word in enumerate(words) if place >= begin and not word[0].isupper()), len(words))
    row = words[begin:end]
    plain = set(map(folded, row))
    if len(row) > LONGEST or any(word.isupper() for word in row) or plain & set(known):
        return []
    return [] if plain & ((ORDINARY - ALSO_WORDS) | POSTS) or plain <= ORDINARY | ALSO_WORDS else row
