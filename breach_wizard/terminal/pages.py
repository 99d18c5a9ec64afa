"""Screens of text as rows of the terminal's width. rich does the drawing; nothing typed is taken for markup."""

from collections.abc import Iterator
from typing import IO

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from breach_wizard.prompts import Line, Screen
from breach_wizard.terminal.drawing import DONE, SIGN
from breach_wizard.terminal.folding import text_width
from breach_wizard.terminal.visible import on_one_line, visible

STYLES = {"title": "bold", "done": "bold", "heading": "bold"}
Row = list[Segment]


class Pages:
    """A screen folded to the width that the terminal has now."""

    def __init__(self, screen: Screen, stream: IO[str], *, has_colour: bool = True) -> None:
        """Take the text and the terminal, and whether that has colours."""
        self._out = Console(
            file=stream, markup=False, emoji=False, highlight=False, soft_wrap=False, no_color=not has_colour or None
        )
        width = max(text_width(self._out.width), 20)
        self._rows: list[Row | None] = []
        self._headings: list[tuple[int, str]] = []
        self._begins: set[int] = set()
        for line in screen:
            self._begins.add(len(self._rows))
            if line.style == "heading":
                self._headings.append((len(self._rows), on_one_line(line.text).partition(" (")[0]))
            self._rows += self._folded(line, width)

    def __len__(self) -> int:
        """How many rows it takes."""
        return len(self._rows)

    def of(self, room: int) -> list[tuple[int, int]]:
        """Return where each page begins and ends, with so many rows to a page.

        A heading stands with what is beneath it, no paragraph is cut where one ends in the page's second half, and no
        text to copy is.
        """
        found = []
        start = 0
        while start < len(self):
            end = self._end(start, room)
            found.append((start, end))
            start = end
        return found

    def _end(self, start: int, room: int) -> int:
        end = start + room
        if end >= len(self):
            return len(self)
        end = next((row for row in range(end, start + room // 2, -1) if row in self._begins), end)
        end = next((place for place, _ in self._headings if max(start + 1, end - 2) <= place < end), end)
        while end > start and self._rows[end] is None:
            end -= 1
        if end > start:
            return end
        # A text that is taller than a page.
        return next((row for row in range(start + 1, len(self)) if self._rows[row] is not None), len(self))

    def heading(self, start: int) -> str:
        """Return the first heading from a row on, without its source in brackets; empty where there is none."""
        return next((text for place, text in self._headings if place >= start), "")

    def show(self, start: int, end: int) -> None:
        """Print rows, their trailing blanks left out; blank rows between two pages begin the second."""
        if start and self._rows[start - 1] == []:
            self._out.print()
        while start < end < len(self) and self._rows[end - 1] == []:
            end -= 1
        for row in self._rows[start:end]:
            if row is None:
                continue
            text = Text.assemble(*((one.text, one.style or "") for one in row))
            text.rstrip()
            self._out.print(text, soft_wrap=True)

    def _folded(self, line: Line, width: int) -> Iterator[Row | None]:
        """The rows of a line; text to copy is one row, which the terminal folds into as many as it needs."""
        if not line.text:
            yield []
            return
        if line.style == "copy":
            for paragraph in visible(line.text).split("\n"):
                yield [Segment(paragraph)]
                yield from [None] * ((cell_len(paragraph) - 1) // self._out.width)
            return
        style = Style.parse(STYLES.get(line.style, ""))
        marker = DONE if line.style == "done" else on_one_line(line.marker)
        first = [Segment(marker, Style.parse(SIGN)), Segment(" ")] if marker else []
        indent = sum(segment.cell_length for segment in first)
        # Not each as a table of rich: for the 2,000 lines of a long preview that takes 0.3 s, four times as long, and
        # a row that wide signs fill was cut short.
        for row in Text(visible(line.text).removesuffix("\n")).wrap(self._out, max(width - indent, 1)):
            yield [*first, Segment(row.plain, style)]
            first = [Segment(" " * indent)] if marker else []
