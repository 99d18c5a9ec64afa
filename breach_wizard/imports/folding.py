"""Words as they are compared with those of a form: without capitals, blanks, punctuation and articles. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

WORD: Final = re.compile(r"[^\W_]+|&")
ARTICLES: Final = frozenset({"the", "a", "an"})


def words(text: str) -> Iterator[str]:
    """Yield the words of a text that count, in lower case; "&" is "and"."""
    for match in WORD.finditer(text):
        if (word := as_compared(match[0])) not in ARTICLES:
            yield word


def as_compared(word: str) -> str:
    """Return one word in the spelling in which it is compared."""
    return "and" if word == "&" else word.casefold()


def folded(text: str) -> str:
    """Return a text's words without anything between them: "nameofproducer"; a text of articles keeps them."""
    return "".join(words(text)) or "".join(map(as_compared, WORD.findall(text)))


def fold_all(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded texts."""
    return frozenset(map(folded, texts))
