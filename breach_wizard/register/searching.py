"""Words as the register looks for them, the same on each database: without capitals, accents and punctuation. Pure."""

import unicodedata
from typing import Final

from breach_wizard.imports.folding import all_words
from breach_wizard.patterns import pattern

MARKS: Final = pattern("[\u0300-\u036f]+")
"""Accents, apart from their letters."""

ALONE: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
"""Letters that are one sign with what other languages write as an accent."""

LONGEST: Final = 400
"""Letters of a word that are looked at: PostgreSQL keeps 2,046 bytes of one."""

MOST: Final = 900_000
"""Bytes of different words that are kept of a case: PostgreSQL keeps a megabyte. It is more than a long book has."""


def terms(text: str) -> list[str]:
    """Return the words of a text, in order."""
    if not text.isascii():
        text = MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(ALONE)
    return [word[:LONGEST] for word in all_words(text)]


def indexed(text: str) -> str:
    """Return the different words of a text, as they are kept to be looked for: sorted, a blank between them."""
    found = sorted(set(terms(text)))
    size = 0
    for place, word in enumerate(found):
        size += len(word.encode()) + 1
        if size > MOST:
            return " ".join(found[:place])
    return " ".join(found)
