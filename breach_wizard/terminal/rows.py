"""The rows in which a field shows its text, wrapped at words. Pure.

prompt_toolkit wraps where the row ends, amid a word, and works every row out anew at each key. Here a line of the text
that stays is not looked at again.
"""

from bisect import bisect_right
from itertools import accumulate

from prompt_toolkit.utils import get_cwidth

from breach_wizard.terminal.cells import clusters, has_parts, is_sure


class TextRows:
    """The rows of a text at a width. A place in the text belongs to one row, the last that begins at or before it."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._known: dict[str, tuple[int, ...]] = {}
        self._text: str | None = None
        self._room = 0
        self._lines: list[str] = []
        self._rows: list[int] = []
        self._places: list[int] = []

    def fold(self, text: str, room: int) -> None:
        """Take a text, and how many columns a row has."""
        if text == self._text and room == self._room:
            return
        known = self._known if room == self._room else {}
        self._text, self._room = text, room
        self._lines = text.split("\n")
        self._known = {line: known.get(line) or row_starts(line, room) for line in self._lines}
        self._rows = [*accumulate((len(self._known[line]) for line in self._lines), initial=0)]
        self._places = [*accumulate((len(line) + 1 for line in self._lines), initial=0)]

    def __len__(self) -> int:
        """How many rows there are: at least one."""
        return self._rows[-1]

    def span(self, row: int) -> tuple[int, int]:
        """Return the places at which a row begins and ends; the line end after it is not in it."""
        line = bisect_right(self._rows, row) - 1
        starts = self._known[self._lines[line]]
        part = row - self._rows[line]
        begins = self._places[line]
        ends = starts[part + 1] if part + 1 < len(starts) else len(self._lines[line])
        return begins + starts[part], begins + ends

    def row_of(self, place: int) -> int:
        """Return the row of a place."""
        line = min(bisect_right(self._places, place) - 1, len(self._lines) - 1)
        starts = self._known[self._lines[line]]
        return self._rows[line] + bisect_right(starts, place - self._places[line]) - 1

    def column(self, place: int) -> int:
        """Return how far from the left a place is in its row."""
        start, _ = self.span(self.row_of(place))
        return get_cwidth((self._text or "")[start:place])

    def drawn(self, row: int) -> tuple[int, int]:
        """Return the places between which a row is drawn: as its span, without blanks at which it was wrapped."""
        start, end = self.span(row)
        if not self._is_wrapped(row):
            return start, end
        return start, start + len((self._text or "")[start:end].rstrip(" "))

    def end(self, row: int) -> int:
        """Return the last place of a row."""
        return min(self.drawn(row)[1], self.span(row)[1] - 1) if self._is_wrapped(row) else self.span(row)[1]

    def _is_wrapped(self, row: int) -> bool:
        return row + 1 < len(self) and self.span(row + 1)[0] == self.span(row)[1]

    def place(self, row: int, column: int) -> int:
        """Return the place of a row that is nearest to a column."""
        start, _ = self.span(row)
        at = start
        for cluster in clusters((self._text or "")[start : self.end(row)]):
            width = get_cwidth(cluster)
            if column < width:
                break
            column -= width
            at += len(cluster)
        return at


def row_starts(line: str, room: int) -> tuple[int, ...]:
    """Return the places in a line at which its rows begin: at words, and amid those that are longer than a row."""
    if not is_sure(line):
        return _by_clusters(line, room)
    starts = [0]
    while len(line) - starts[-1] > room:
        start = starts[-1]
        blank = line.rfind(" ", start, start + room + 1)
        following = blank + 1 if blank >= 0 else start + room
        while blank >= 0 and line[following : following + 1] == " ":
            following += 1
        if following >= len(line):  # blanks at the end stay with their word
            break
        starts.append(following)
    return tuple(starts)


def _by_clusters(line: str, room: int) -> tuple[int, ...]:
    widths = {sign: get_cwidth(sign) for sign in set(line)}
    starts = [0]
    column = after_blank = at = 0
    for cluster in clusters(line) if any(map(has_parts, widths)) else line:
        width = widths.get(cluster) or get_cwidth(cluster)
        if cluster == " ":
            after_blank = at + 1
        elif column + width > room:
            if after_blank > starts[-1]:
                starts.append(after_blank)
                column = get_cwidth(line[after_blank:at])
            if column + width > room and at > starts[-1]:
                starts.append(at)
                column = 0
        column += width
        at += len(cluster)
    return tuple(starts)
