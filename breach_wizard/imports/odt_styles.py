"""What the styles of an ODT document say: of text, whether it stands; of lists, how their items are numbered."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from breach_wizard.imports.numerals import numeral
from breach_wizard.imports.word_runs import attribute, child, name

NO: Final = ("", "none")
LEVELS: Final = 10
TITLE: Final = "Title"


class Style(NamedTuple):
    """What a style says of its text; None where it leaves that to the one it is based on."""

    struck: bool | None = None
    hidden: bool | None = None
    italic: bool | None = None
    bold: bool | None = None
    is_title: bool = False

    def over(self, other: "Style") -> "Style":
        """Return what this says, and the other where this says nothing."""
        return Style(
            other.struck if self.struck is None else self.struck,
            other.hidden if self.hidden is None else self.hidden,
            other.italic if self.italic is None else self.italic,
            other.bold if self.bold is None else self.bold,
            self.is_title or other.is_title,
        )


class Styles:
    """The styles of a document."""

    def __init__(self, roots: Sequence[Any]) -> None:
        """Take the parts that hold styles, the document's own last."""
        self._styles: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, list[int]] = {}
        for one in _held(roots):
            if name(one) == "style":
                self._styles[attribute(one, "family"), attribute(one, "name")] = one
            elif name(one) == "list-style":
                levels = {_number(attribute(level, "level")): level for level in one if isinstance(level.tag, str)}
                self._lists[attribute(one, "name")] = levels

    def of(self, family: str, key: str) -> Style:
        """Return what a style says, with those that it is based on."""
        said = Style()
        seen: set[str] = set()
        while key and key not in seen and (family, key) in self._styles:
            seen.add(key)
            one = self._styles[family, key]
            said = said.over(_said(child(one, "text-properties")))
            said = said._replace(is_title=said.is_title or key == TITLE)
            key = attribute(one, "parent-style-name")
        return said._replace(is_title=said.is_title or key == TITLE)

    def begin(self, key: str) -> None:
        """A list begins whose numbers don't go on from another."""
        self._counts[key] = [0] * (LEVELS + 1)

    def next(self, key: str, depth: int) -> str:
        """Return the number of the next item of a list with its mark; empty where it has a bullet.

        Args:
            key: the name of the list's style.
            depth: how many lists the list stands in.
        """
        place = min(depth + 1, LEVELS)
        counts = self._counts.setdefault(key, [0] * (LEVELS + 1))
        levels = self._lists.get(key, {})
        level = levels.get(place)
        form = "" if level is None else attribute(level, "num-format")
        start = _number(attribute(level, "start-value")) if level is not None else 0
        counts[place] = (counts[place] or max(start, 1) - 1) + 1
        counts[place + 1 :] = [0] * (LEVELS - place)
        if level is None or not form or name(level) != "list-level-style-number":
            return ""
        shown = range(place - max(_number(attribute(level, "display-levels")), 1) + 1, place + 1)
        forms = {one: attribute(levels[one], "num-format") for one in shown if one in levels}
        numbers = ".".join(numeral(max(counts[one], 1), form) for one, form in forms.items() if form)
        return f"{attribute(level, 'num-prefix')}{numbers}{attribute(level, 'num-suffix')}".strip()


def _held(roots: Sequence[Any]) -> Iterator[Any]:
    for root in roots:
        for part in root:
            if name(part) in ("styles", "automatic-styles"):
                yield from part


def _said(properties: Any) -> Style:
    if properties is None:
        return Style()
    lines = [attribute(properties, one) for one in ("text-line-through-style", "text-line-through-type")]
    shown, slope, weight = (attribute(properties, one) for one in ("display", "font-style", "font-weight"))
    return Style(
        struck=any(line not in NO for line in lines) if any(lines) else None,
        hidden=shown == "none" if shown else None,
        italic=slope == "italic" if slope else None,
        bold=weight == "bold" if weight else None,
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < LEVELS else 0
