"""A field as it is seen: its text in rows, a part of it selected, and the cursor moved by what is seen."""

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import BufferControl, UIContent
from prompt_toolkit.mouse_events import MouseEvent

from breach_wizard.terminal.rows import TextRows
from breach_wizard.terminal.scrolling import BESIDE, Scroll, content
from breach_wizard.terminal.visible import in_place

PREFIX = ">  "
NARROWEST = 8
"""So many columns a row has at least; a terminal that narrow shows nothing in any case."""


class Area(BufferControl):
    """Shows the text of a buffer around the cursor, as much as there is room for."""

    def __init__(self, buffer: Buffer) -> None:
        """Take the buffer."""
        super().__init__(buffer)
        self.rows = TextRows()
        self.scroll = Scroll()
        self._moved: tuple[int, int] = (-1, 0)

    def preferred_height(self, width: int, *_: object) -> int:
        """Return how many rows it would take."""
        self._fold(width)
        return len(self.rows) + BESIDE

    def create_content(self, width: int, height: int, preview_search: bool = False) -> UIContent:  # noqa: ARG002
        """Return the rows that there is room for, those around the cursor."""
        self._fold(width)
        place = self.buffer.cursor_position
        row = self.rows.row_of(place)
        shown = self.scroll.shown(len(self.rows), height - BESIDE, row, row)
        drawn = [self._drawn(one) for one in shown]
        # The library counts characters; blanks at which the row was wrapped are not drawn.
        start, _ = self.rows.span(row)
        x = min(len(PREFIX) + min(place, max(self.rows.end(row), start)) - start, width - 1)
        return content(drawn, shown, len(self.rows), Point(x, row - shown.start))

    def mouse_handler(self, mouse_event: MouseEvent) -> object:  # noqa: ARG002
        """Do nothing: what a mouse would send is not asked for."""
        return NotImplemented

    def move(self, rows: int) -> None:
        """Move the cursor down, or up, by so many rows, in its column where the row is long enough."""
        place = self.buffer.cursor_position
        column = self._moved[1] if self._moved[0] == place else self.rows.column(place)
        row = max(0, min(self.rows.row_of(place) + rows, len(self.rows) - 1))
        self.buffer.cursor_position = self.rows.place(row, column)
        self._moved = (self.buffer.cursor_position, column)

    def turn(self, step: int) -> None:
        """Move the cursor by a page, down or up; a row stays in view."""
        self.move(step * max(self.scroll.height - 1, 1))

    def begin(self) -> None:
        """Move the cursor to where its row begins."""
        self.buffer.cursor_position, _ = self.rows.span(self.rows.row_of(self.buffer.cursor_position))

    def end(self) -> None:
        """Move the cursor to where its row ends."""
        self.buffer.cursor_position = self.rows.end(self.rows.row_of(self.buffer.cursor_position))

    def _fold(self, width: int) -> None:
        # The last column is the cursor's.
        self.rows.fold(in_place(self.buffer.text), max(width - len(PREFIX) - 1, NARROWEST))

    def _drawn(self, row: int) -> StyleAndTextTuples:
        start, _ = self.rows.span(row)
        text = in_place(self.buffer.text[start : self.rows.end(row)])
        prefix = PREFIX if row == 0 else " " * len(PREFIX)
        first, last = self._selected()
        before, within = (max(0, min(place - start, len(text))) for place in (first, last))
        return [("", prefix + text[:before]), ("reverse", text[before:within]), ("", f"{text[within:]} ")]

    def _selected(self) -> tuple[int, int]:
        state = self.buffer.selection_state
        if state is None:
            return 0, 0
        ends = sorted([state.original_cursor_position, self.buffer.cursor_position])
        return ends[0], ends[1]
