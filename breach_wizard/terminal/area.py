"""A field as it is seen: its text in rows, a part of it selected, and the cursor moved by what is seen."""

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import BufferControl, UIContent
from prompt_toolkit.mouse_events import MouseEvent

from breach_wizard.terminal.drawing import SIGN
from breach_wizard.terminal.rows import TextRows
from breach_wizard.terminal.scrolling import BESIDE, Scroll, content
from breach_wizard.terminal.visible import in_place

POINTER = ">"
PREFIX = f"{POINTER}  "
NARROWEST = 8
"""So many columns a row has at least; a terminal that narrow shows nothing in any case."""


class Area(BufferControl):
    """Shows the text of a buffer around the cursor, as much as there is room for."""

    def __init__(self, buffer: Buffer, width: int) -> None:
        """Take the buffer, and the width of the terminal: keys may come before the first painting."""
        super().__init__(buffer)
        self.width = width
        self._rows = TextRows()
        self.scroll = Scroll()
        self._moved: tuple[int, int] = (-1, 0)

    def preferred_height(self, width: int, *_: object) -> int:
        """Return how many rows it would take."""
        self.width = width
        return len(self.rows) + BESIDE

    def create_content(self, width: int, height: int, preview_search: bool = False) -> UIContent:  # noqa: ARG002
        """Return the rows that there is room for, those around the cursor."""
        self.width = width
        rows, place = self.rows, self.buffer.cursor_position
        row = rows.row_of(place)
        shown = self.scroll.shown(len(rows), height - BESIDE, row, row)
        drawn = [self._drawn(rows, one) for one in shown]
        # The library counts characters; blanks at which the row was wrapped are not drawn.
        start, _ = rows.span(row)
        x = min(len(PREFIX) + min(place, max(rows.end(row), start)) - start, width - 1)
        return content(drawn, shown, len(rows), Point(x, row - shown.start))

    def mouse_handler(self, mouse_event: MouseEvent) -> object:  # noqa: ARG002
        """Do nothing: what a mouse would send is not asked for."""
        return NotImplemented

    def move(self, by: int) -> None:
        """Move the cursor down, or up, by so many rows, in its column where the row is long enough."""
        rows, place = self.rows, self.buffer.cursor_position
        column = self._moved[1] if self._moved[0] == place else rows.column(place)
        row = max(0, min(rows.row_of(place) + by, len(rows) - 1))
        self.buffer.cursor_position = rows.place(row, column)
        self._moved = (self.buffer.cursor_position, column)

    def turn(self, step: int) -> None:
        """Move the cursor by a page, down or up; a row stays in view."""
        self.move(step * max(self.scroll.height - 1, 1))

    def begin(self) -> None:
        """Move the cursor to where its row begins."""
        rows = self.rows
        self.buffer.cursor_position, _ = rows.span(rows.row_of(self.buffer.cursor_position))

    def end(self) -> None:
        """Move the cursor to where its row ends."""
        rows = self.rows
        self.buffer.cursor_position = rows.end(rows.row_of(self.buffer.cursor_position))

    @property
    def rows(self) -> TextRows:
        """The rows of the text as it is now."""
        # The last column is the cursor's.
        self._rows.fold(in_place(self.buffer.text), max(self.width - len(PREFIX) - 1, NARROWEST))
        return self._rows

    def _drawn(self, rows: TextRows, row: int) -> StyleAndTextTuples:
        start, end = rows.drawn(row)
        text = in_place(self.buffer.text[start:end])
        sign = POINTER if row == 0 else " "
        first, last = self._selected()
        before, within = (max(0, min(place - start, len(text))) for place in (first, last))
        return [
            (SIGN, sign),
            ("", f"{PREFIX[len(sign) :]}{text[:before]}"),
            ("reverse", text[before:within]),
            ("", f"{text[within:]} "),
        ]

    def _selected(self) -> tuple[int, int]:
        state = self.buffer.selection_state
        if state is None:
            return 0, 0
        ends = sorted([state.original_cursor_position, self.buffer.cursor_position])
        return ends[0], ends[1]
