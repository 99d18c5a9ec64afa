"""Rows of which a part is seen: which part, and the lines above and below that say that there is more."""

from collections.abc import Callable, Sequence
from typing import Protocol

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import UIContent, UIControl

from breach_wizard.terminal.drawing import Row

MORE_ABOVE, MORE_BELOW = "   ... more above", "   ... more below"
BESIDE = 2
"""So many rows stand around those that scroll: blank, or with a word on what is out of sight."""


class Lines(Protocol):
    """Rows that are there when they are asked for, such as a list of them."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, rows: slice, /) -> Sequence[Row]:
        """Return some of them."""


class Scroll:
    """Which rows are seen: they move no further than they must, and fill the height."""

    def __init__(self) -> None:
        """Begin at the top."""
        self.top = 0
        self.height = 1

    def shown(self, count: int, height: int, first: int, last: int) -> range:
        """Return the rows to show.

        Args:
            count: how many rows there are.
            height: how many can be seen at once.
            first: the first one that must be seen.
            last: the last one, where there is room for it beside the first.
        """
        self.height = max(height, 1)
        top = max(min(self.top, count - self.height), last - self.height + 1, 0)
        self.top = min(top, first)
        return range(self.top, min(self.top + self.height, count))


def content(
    rows: Sequence[Row], shown: range, count: int, cursor: Point, notes: tuple[str, str] = ("", "")
) -> UIContent:
    """Return what a window draws of rows that scroll, with a row above and one below them.

    Args:
        rows: those that are shown.
        shown: which ones these are.
        count: how many there are in all.
        cursor: its place in the rows shown.
        notes: stand above and below, with the word that there is more.
    """
    above = _beside(MORE_ABOVE if shown.start > 0 else "", notes[0])
    below = _beside(MORE_BELOW if shown.stop < count else "", notes[1])
    lines: list[Row] = [[("", above)], *rows, [("", below)]]
    return UIContent(lines.__getitem__, len(lines), Point(cursor.x, cursor.y + 1), show_cursor=False)


def _beside(more: str, note: str) -> str:
    return f"{more or ' '}  {note}".rstrip()


class Rows(UIControl):
    """Lines of text that scroll to where they are told to."""

    def __init__(
        self,
        lines: Callable[[int], Lines],
        seen: Callable[[], tuple[int, int]],
        notes: Callable[[range], tuple[str, str]] = lambda _: ("", ""),
        *,
        is_close: bool = False,
    ) -> None:
        """Take the lines and how they are shown.

        Args:
            lines: the lines at a width.
            seen: the first and last that must be seen.
            notes: what to say above and below those shown.
            is_close: while all are seen no row stands above them; what it would say is said below.
        """
        self.scroll = Scroll()
        self._is_close = is_close
        self._lines = lines
        self._seen = seen
        self._notes = notes

    def is_focusable(self) -> bool:
        """Keys go to it."""
        return True

    def preferred_height(self, width: int, *_: object) -> int:
        """Return how many rows it would take."""
        return len(self._lines(width)) + (BESIDE - 1 if self._is_close else BESIDE)

    def create_content(self, width: int, height: int) -> UIContent:
        """Return the rows that there is room for."""
        lines = self._lines(width)
        first, last = self._seen()
        if self._is_close and len(lines) < height:
            note = "  ".join(filter(None, self._notes(range(len(lines)))))
            drawn: list[Row] = [*lines[:], [("", note and f"   {note}")]]
            return UIContent(drawn.__getitem__, len(drawn), Point(0, first), show_cursor=False)
        shown = self.scroll.shown(len(lines), height - BESIDE, first, last)
        cursor = Point(0, first - shown.start)
        return content(lines[shown.start : shown.stop], shown, len(lines), cursor, self._notes(shown))
