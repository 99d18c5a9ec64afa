"""What stands on a form and is no answer: titles, heads of columns, placeholders, and words for "nothing". Pure."""

from functools import lru_cache
from typing import Final

from breach_wizard.guidance import Guidance
from breach_wizard.imports.folding import fold_all, folded, words
from breach_wizard.patterns import pattern
from breach_wizard.standing import NOT_ANNOUNCED, value_of
from breach_wizard.text import NOT_KNOWN, clean

DASHES: Final = frozenset("-–—")
BRACKETED: Final = pattern(r"\[([^\[\]\n]{1,200})\]\s*\.?")
ANGLED: Final = pattern(r"<([^<>@/\n]{1,80})>")
BESIDE: Final = pattern(r"(?:\s|[,;/&]|\b(?:and|or)\b)*")
"""What stands between two placeholders: "<name>, <email>"."""

LONGEST: Final = 300
"""No title, head of a column or placeholder is longer."""


class Furniture:
    """The furniture of the forms of one guidance."""

    def __init__(self, guidance: Guidance) -> None:
        given = guidance.forms.furniture
        self.titles = fold_all(given.titles)
        self.columns = fold_all(given.columns) | fold_all(given.guidance_columns)
        self.guidance_columns = fold_all(given.guidance_columns)
        self.reach = fold_all(given.reach)
        self._placeholders = fold_all(given.placeholders)
        self._beginnings = tuple(self._placeholders)
        self._words = tuple(folded(one) for one in given.placeholder_words)
        self._endings = tuple(folded(one) for one in given.endings)
        self._window = 2 * max(map(len, given.endings), default=0)
        self._nothing = fold_all(guidance.forms.answers.nothing)
        self._to_follow = fold_all(guidance.forms.answers.to_follow)

    def is_title(self, text: str) -> bool:
        """Is it the title of a form?"""
        return len(text) < LONGEST and folded(text) in self.titles

    def is_ending(self, text: str) -> bool:
        """Does the form's own guidance begin here, after the report?"""
        return folded(text[: self._window]).startswith(self._endings)

    def is_column(self, text: str) -> bool:
        """Is it the head of a column? By itself it may be a word of the account as well."""
        return len(text) < LONGEST and folded(text) in self.columns

    def are_columns(self, cells: list[str]) -> bool:
        """Are these the heads of a table's columns, or one that can be nothing else?"""
        said = [cell for cell in cells if cell]
        if not said or sum(map(len, said)) > LONGEST or not all(folded(cell) in self.columns for cell in said):
            return False
        return len(said) > 1 or len(words(said[0])) > 1

    def is_heads_on_a_line(self, text: str) -> bool:
        """Are these the heads of a table's columns that a copy put on one line: "Information needed Response"?"""
        listed = words(text) if len(text) < LONGEST // 3 else []
        return len(listed) > 1 and self._are_heads(listed)

    def _are_heads(self, listed: list[str]) -> bool:
        reached = {0}
        for end in range(1, len(listed) + 1):
            if any("".join(listed[begin:end]) in self.columns for begin in reached):
                reached.add(end)
        return len(listed) in reached

    def is_placeholder(self, text: str) -> bool:
        """Is it what stands in a box that nobody filled in, and nothing else?"""
        text = text.strip()
        if not text or len(text) > LONGEST:
            return False
        if folded(text) in self._placeholders:
            return True
        bracketed = BRACKETED.fullmatch(text)
        if bracketed:
            return folded(bracketed[1]).startswith(self._words)
        angled = ANGLED.findall(text)
        is_asked = bool(angled) and all(folded(one).startswith(self._words) for one in angled)
        return is_asked and BESIDE.fullmatch(ANGLED.sub(" ", text)) is not None

    def begins_as_placeholder(self, text: str) -> bool:
        """Does it begin as what asks for an answer does? It may go on in words of the form, or of somebody."""
        return folded(text[:LONGEST]).startswith(self._beginnings)

    def is_nothing(self, text: str) -> bool:
        """Does a box say that there is nothing to say: "N/A", "none", a dash?"""
        text = clean(text)
        return len(text) < LONGEST and (folded(text) in self._nothing or (bool(text) and set(text) <= DASHES))

    def standing_for(self, text: str) -> str | None:
        """Return what our own words for a missing answer, or "TBC", stand for; None where they are none."""
        text = clean(text)
        if len(text) < LONGEST and folded(text) in self._to_follow:
            return NOT_KNOWN
        value = value_of(text)
        return value if value in ("", NOT_KNOWN, NOT_ANNOUNCED) else None


@lru_cache(maxsize=8)
def of(guidance: Guidance) -> Furniture:
    """Return the furniture of a guidance."""
    return Furniture(guidance)
