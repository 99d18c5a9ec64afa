"""Screens of text: folded, and shown page by page where they are taller than the terminal. rich does the drawing."""

from collections.abc import Iterator
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from breach_wizard.prompts import Line, Screen

STYLES = {"title": "bold", "heading": "bold", "note": "italic"}
Row = list[Segment]


def console(stream: IO[str]) -> Console:
    """Return a console on which nothing typed is taken for markup."""
    return Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=False)


def rows(out: Console, screen: Screen) -> list[Row]:
    """Return the screen as rows of the terminal's width."""
    options = out.options.update(width=max(out.width - 1, 20))
    return [row for line in screen for row in _rows(out, line, options)]


def _rows(out: Console, line: Line, options: object) -> Iterator[Row]:
    if not line.text:
        yield []
        return
    text = Text(line.text, style=STYLES.get(line.style, ""))
    if line.marker:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(line.marker), text)
        yield from out.render_lines(grid, options, pad=False)  # type: ignore[arg-type]
    else:
        yield from out.render_lines(Padding(text, 0, expand=False), options, pad=False)  # type: ignore[arg-type]


def show(out: Console, row: Row) -> None:
    """Print one row, its trailing blanks left out."""
    out.print(
        Text.assemble(*((one.text, one.style or "") for one in row)).plain.rstrip(),
        style=next((one.style for one in row if one.style), None),
        soft_wrap=True,
    )
