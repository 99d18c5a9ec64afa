"""Where the entries of a list stand, one beneath the other; their rows are drawn when they are seen. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from breach_wizard.terminal.drawing import Row


class Laid:
    """The rows of a list at a width. Of thousands of entries, a key draws anew those on the screen.

    Attributes:
        spans: the rows of each entry.
        tallest: how many rows the tallest entry has with those above it.
    """

    def __init__(self, above: Iterable[list[Row]], heights: Iterable[int], draw: Callable[[int], list[Row]]) -> None:
        """Take the entries.

        Args:
            above: the rows above each, which stay as they are.
            heights: how many rows each has.
            draw: draws the rows of the entry at a place, as it is now.
        """
        self._above = list(above)
        self._draw = draw
        self._stops: list[int] = []
        self.spans: list[range] = []
        self.tallest = 0
        for rows, height in zip(self._above, heights, strict=True):
            start = len(self) + len(rows)
            self._stops.append(start + height)
            self.spans.append(range(start, start + height))
            self.tallest = max(self.tallest, len(rows) + height)

    def __len__(self) -> int:
        """How many rows there are."""
        return self._stops[-1] if self._stops else 0

    def __getitem__(self, rows: slice) -> Sequence[Row]:
        """Return some of the rows, drawn as they are now."""
        shown = range(*rows.indices(len(self)))
        places = self.places(shown)
        drawn = [row for place in places for row in (*self._above[place], *self._draw(place))]
        start = shown.start - self.whole(places.start).start if places else 0
        return drawn[start : start + len(shown)]

    def places(self, rows: range) -> range:
        """Return the entries of which any row is among these."""
        return range(bisect_right(self._stops, rows.start), bisect_right(self._stops, rows.stop - 1) + 1 if rows else 0)

    def whole(self, place: int) -> range:
        """Return the rows of an entry with those above it."""
        return range(self._stops[place - 1] if place else 0, self._stops[place])
