"""Words as they are compared with those of a form: without capitals, blanks, punctuation and articles. Pure."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from breach_wizard.patterns import pattern

WORD: Final = pattern(r"[^\W_]+|&")
ARTICLES: Final = frozenset({"the", "a", "an"})

KEPT: Final = 100
"""So long a text may be a label; longer ones come once, and would take room."""


def words(text: str) -> list[str]:
    """Return the words of a text that count, in lower case; "&" is "and"."""
    return [word for word in all_words(text) if word not in ARTICLES]


def all_words(text: str) -> list[str]:
    """Return the words of a text, articles too, in lower case; "&" is "and"."""
    text = text.casefold()
    return WORD.findall(text.replace("&", " and ") if "&" in text else text)


def as_compared(word: str) -> str:
    """Return one word in the spelling in which it is compared."""
    return "and" if word == "&" else word.casefold()


def folded(text: str) -> str:
    """Return a text's words without anything between them: "nameofproducer"; a text of articles keeps them."""
    return _kept(text) if len(text) <= KEPT else _folded(text)


def _folded(text: str) -> str:
    return "".join(words(text)) or "".join(all_words(text))


# Kept: a form asks for this 180 times, and for most texts several times; the labels are the same in the next form.
_kept = lru_cache(maxsize=512)(_folded)


def fold_all(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded texts."""
    return frozenset(map(folded, texts))
