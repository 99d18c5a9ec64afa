"""Tables in a long text: rows typed between bars, as Markdown has them. Pure.

A table is a paragraph of at least two such rows in the one spelling, which `tidied` gives; anything else is text as it
was typed. Text and table are then each other's inverse, cell by cell.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from breach_wizard.patterns import pattern

ROW = pattern(r"\|.*(?<!\\)\|")
BAR = pattern(r"(?<!\\)\|")
RULE = pattern(r":?-+:?")
BLANKS = pattern(r" +")
LEAST = 2
"""So many lines make a table; one may be a line with bars in it."""


class Grid(NamedTuple):
    """A table: the heads of its columns, or nothing, and its rows, each with as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def segments(text: str) -> Iterator[str | Grid]:
    """Yield the tables of a cleaned text and the texts between them, which blank lines part.

    A table right after another stays text: two of them would be one on the page.
    """
    texts: list[str] = []
    last_is_grid = False
    for paragraph in text.split("\n\n"):
        grid = None if last_is_grid else _grid(paragraph)
        last_is_grid = grid is not None
        if grid is None:
            texts.append(paragraph)
            continue
        if texts:
            yield "\n\n".join(texts)
            texts = []
        yield grid
    if texts:
        yield "\n\n".join(texts)


def tidied(text: str) -> str:
    """Return a cleaned text with each of its tables in the one spelling, a blank line before and after it."""
    parts: list[str] = []
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if ROW.fullmatch(line):
            rows.append(line)
            continue
        if len(rows) >= LEAST:
            parts += ["", *_tidied(rows), ""]
        else:
            parts += rows
        rows = []
        parts.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).strip()


def spelled(grid: Grid) -> str:
    """Return a table as it stands in a text."""
    head = [grid.head, ("---",) * len(grid.head)] if grid.head else []
    return "\n".join(map(row, [*head, *grid.rows]))


def row(cells: Sequence[str]) -> str:
    """Return a row as it stands in a text."""
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return BLANKS.sub(" ", f"| {' | '.join(escaped)} |")


def of_document(rows: Sequence[Sequence[str]], *, has_head: bool) -> str:
    """Return a table of a document as it stands in a text: each cell on one line, each row as long as the longest.

    Without a head, a second row of hyphens would make one of the first: its hyphens become dashes, and it stays a row.
    """
    width = max(map(len, rows))
    found = [tuple(" ".join(cell.split("\n")).strip() for cell in cells) for cells in rows]
    found = [(*cells, *("",) * (width - len(cells))) for cells in found]
    if has_head:
        return spelled(Grid(found[0] if any(found[0]) else (), tuple(found[1:])))
    if len(found) > 1 and _is_rule(found[1]):
        found[1] = tuple(cell.replace("-", "–") for cell in found[1])
    return spelled(Grid((), tuple(found)))


def _tidied(lines: Sequence[str]) -> list[str]:
    """The rows of a table in the one spelling: filled up to the longest, without those that say nothing."""
    found = [_cells(line) for line in lines]
    width = max(map(len, found))
    if width == 1 or not any(map(any, found)):
        return list(lines)
    if _is_rule(found[1]) and not any(found[0]):
        del found[1]
    rows = [(*cells, *("",) * (width - len(cells))) for cells in found if any(cells)]
    has_head = len(rows) > 1 and _is_rule(rows[1])
    grid = Grid(rows[0], tuple(rows[2:])) if has_head else Grid((), tuple(rows))
    return spelled(grid).split("\n")


def _grid(paragraph: str) -> Grid | None:
    """The table that a paragraph is; None where it is none in the one spelling."""
    lines = paragraph.split("\n")
    if len(lines) < LEAST or not all(ROW.fullmatch(line) for line in lines):
        return None
    found = [_cells(line) for line in lines]
    has_head = _is_rule(found[1])
    grid = Grid(found[0] if has_head else (), tuple(found[2:] if has_head else found))
    listed = [found[0], *grid.rows]
    is_even = all(len(cells) == len(found[0]) > 1 and any(cells) for cells in listed)
    return grid if is_even and spelled(grid) == paragraph else None


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("\\|", "|") for cell in BAR.split(line[1:-1]))


def _is_rule(cells: Sequence[str]) -> bool:
    return all(RULE.fullmatch(cell) for cell in cells)
