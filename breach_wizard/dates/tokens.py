"""A text cut into words, numbers and signs, and the words that dates and times are made of."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from breach_wizard.dates.clocks import WEEKDAYS
from breach_wizard.patterns import pattern
from breach_wizard.text import MONTHS

_TOKEN: Final = pattern(r"\n|[^\W\d_]+|[0-9]+|\S")

MONTH_NAMES: Final = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, 9)} | {
    "sept": 9
}
WEEKDAY_NAMES: Final = {name[:length].lower(): number for number, name in enumerate(WEEKDAYS) for length in (3, 9)} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
NUMBER_NAMES: Final = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"twenty": 20}
DASHES: Final = frozenset("-‐‑‒–—−")


class Token(NamedTuple):
    """A word in lower case, a number or a sign.

    Attributes:
        text: as it is compared; every dash is "-".
        start: where it begins in the text.
        end: where it ends.
        joined: no blank stands before it.
    """

    text: str
    start: int
    end: int
    joined: bool

    @property
    def number(self) -> int | None:
        """What it counts, in digits of up to four; else None."""
        return int(self.text) if self.text.isascii() and self.text.isdecimal() and len(self.text) <= 4 else None


class Tokens:
    """The tokens of a text; beyond its end stands an empty one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.listed: Sequence[Token] = _tokens(text)

    def __len__(self) -> int:
        return len(self.listed)

    def __getitem__(self, at: int) -> Token:
        end = len(self.text)
        return self.listed[at] if 0 <= at < len(self.listed) else Token("", end, end, joined=False)

    def digits(self, at: int, lengths: Collection[int]) -> int | None:
        """Return the number at a place, where it has so many digits; else None."""
        token = self[at]
        return token.number if len(token.text) in lengths else None

    def follows(self, at: int, *texts: str) -> int:
        """Return the place after these tokens, where they stand there; else 0."""
        return at + len(texts) if all(self[at + more].text == text for more, text in enumerate(texts)) else 0

    def past(self, at: int, texts: Collection[str]) -> int:
        """Return the place after one of these tokens, or the same place where none of them stands there."""
        return at + (self[at].text in texts)


def _tokens(text: str) -> list[Token]:
    found = []
    end = -1
    for match in _TOKEN.finditer(text):
        word, before, (start, end) = match[0], end, match.span()
        word = "-" if word in DASHES else "'" if word == "’" else word.lower()
        found.append(Token(word, start, end, start == before))
    return found
