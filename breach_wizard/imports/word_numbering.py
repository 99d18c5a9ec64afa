"""The numbers of a Word document's lists, which are computed and stand nowhere in its text."""

from collections.abc import Sequence
from typing import Any, Final

from breach_wizard.imports.numerals import numeral
from breach_wizard.imports.word_runs import attribute, name, value

LEVELS: Final = 9
FIGURES: Final = "1"
FORMATS: Final = {
    "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "bullet": "", "none": "",
}  # fmt: skip
"""Formats of numbers that are no plain figures."""


class Numbering:
    """Counts the items of every list of a document, as they come."""

    def __init__(self, roots: Sequence[Any]) -> None:
        """Take the parts that say how the lists are numbered."""
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        for root in roots:
            for one in root:
                if name(one) == "abstractNum":
                    levels = {_number(attribute(level, "ilvl")): level for level in one if name(level) == "lvl"}
                    self._levels[attribute(one, "abstractNumId")] = levels
                elif name(one) == "num":
                    self._abstract[attribute(one, "numId")] = value(one, "abstractNumId")

    def next(self, own: Any, styled: Any) -> tuple[str, int]:
        """Return the number of the next item with its mark, empty for a bullet, and how deep its list stands.

        Args:
            own: the properties of numbering of the paragraph itself, or None.
            styled: those of its style, or None.
        """
        named = value(own, "numId") or value(styled, "numId")
        level = min(_number(value(own, "ilvl") or value(styled, "ilvl")), LEVELS - 1)
        levels = self._levels.get(self._abstract.get(named, ""), {})
        counts = self._counts.setdefault(named, [0] * LEVELS)
        counts[level] = (counts[level] or _number(value(levels.get(level), "start") or "1") - 1) + 1
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        if not _form(levels, level):
            return "", level
        text = value(levels[level], "lvlText")
        for number in range(level + 1):
            text = text.replace(f"%{number + 1}", numeral(max(counts[number], 1), _form(levels, number) or FIGURES))
        return text.strip(), level


def _form(levels: dict[int, Any], level: int) -> str:
    """What the numbers of a level look like; empty where it has none."""
    return FORMATS.get(value(levels[level], "numFmt"), FIGURES) if level in levels else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < LEVELS else 0
