"""What a PDF says, as data for `pdf.typ`: paragraphs, lists and tables of lines, none of it markup. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, NamedTuple

from breach_wizard.exports.content import Changes, Content, Entry, Heading, Items, Part, Table, Text, Value
from breach_wizard.exports.furniture import Furniture
from breach_wizard.exports.paragraphs import parts, runs_from_the_right
from breach_wizard.interview.steps import IMPACT_HEADINGS
from breach_wizard.patterns import pattern
from breach_wizard.tables import Grid, segments
from breach_wizard.text import is_heading

TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows: a page of record shows that they are there."""

SOFT_HYPHEN: Final = "\u00ad"
"""Not to be seen but at the end of a line, where typst draws a hyphen that nobody typed."""

PAGE, CELL, LABEL = 40, 24, 20
"""So many of the widest letters stand on a line of the page, of a value beside its label, and of a label."""

AFTER: Final = pattern(r"(?<=[/?&=_›-])")
"""Where a word that is too long is cut first."""

SHORT: Final = 1000
"""Characters of a value that is sure to fit on a page."""
SHORT_CELL: Final = 20
"""Lines of a cell that are sure to fit on a page."""

Data = dict[str, Any]


def coded(text: str, signs: Collection[str]) -> str:
    """Return the text with some signs shown as their codes, such as ‹U+1F468›."""
    return "".join(f"‹U+{ord(one):04X}›" if one in signs else one for one in text)


class LaidOut(NamedTuple):
    """The data of a report, which signs stand in it as codes, and the others that are no ASCII."""

    data: Data
    coded: frozenset[str]
    others: tuple[str, ...]


def laid_out(said: Content, furniture: Furniture, signs: frozenset[str]) -> LaidOut:
    """Return all that a PDF says, with some signs as their codes."""
    writer = _Writer(signs)
    data = writer.report(said, furniture)
    return LaidOut(data, frozenset(writer.met & signs), tuple(sorted(writer.met - signs)))


class _Writer:
    """Makes the data of a report; of ``signs``, are shown as codes; those that are no ASCII are noted in ``met``."""

    def __init__(self, signs: frozenset[str]) -> None:
        self.signs = signs
        self.met: set[str] = set()

    def coded(self, text: str) -> str:
        if text.isascii():
            return text
        text = text.replace(SOFT_HYPHEN, "")
        self.met.update(one for one in text if not one.isascii())
        return coded(text, self.signs)

    def report(self, said: Content, furniture: Furniture) -> Data:
        """Return all that the page says."""
        return {
            "title": self.coded(said.title),
            "notice": self.paragraph([furniture.notice]) if furniture.notice else None,
            "marking": self.paragraph([furniture.marking]) if furniture.marking else None,
            "beneath": [self.paragraph([line], gap=True) for line in said.beneath],
            "parts": [one for part in said.parts for one in self.part(part)],
        }

    def part(self, part: Part) -> Iterator[Data]:
        """The heading, the table or the texts of a part."""
        match part:
            case Heading(level=level, text=text):
                yield {"kind": "heading", "level": level + 1, "text": self.paragraph([text])}
            case Table(section=section, rows=rows):
                yield {
                    "kind": "form",
                    "columns": section.columns,
                    "rows": [
                        {
                            "label": self.paragraph([row.label], width=LABEL),
                            "value": list(self.blocks(row.value, CELL)),
                            "whole": len(row.value.text) < SHORT,
                        }
                        for row in rows
                    ],
                }
            case Text(value=value):
                yield {"kind": "blocks", "blocks": list(self.text(value))}
            case Items(entries=entries):
                yield _listed([list(self.action(entry)) for entry in entries])
            case Changes(lines=lines) if lines:
                yield _listed([list(self.marked("", Value(line))) for line in lines])

    def text(self, value: Value) -> Iterator[Data]:
        """A text, the tables in it as tables."""
        for one in [value.text] if value.ours else segments(value.text):
            if isinstance(one, Grid):
                yield self.grid(one)
            else:
                yield from self.blocks(Value(one, value.ours), PAGE)

    def blocks(self, value: Value, width: int) -> Iterator[Data]:
        """The paragraphs and lists of a value."""
        if value.ours:
            yield self.paragraph([value.text], look="ours", width=width)
            return
        items: list[list[Data]] = []
        is_wide = False
        for part in parts(value.text):
            if not part.item:
                yield from [_list(items, wide=is_wide)] if items else []
                items, is_wide = [], False
                yield self.paragraph(part.lines, gap=part.gap, width=width)
            else:
                is_wide = is_wide or (part.gap and bool(items))
                items.append([self.paragraph(part.lines, width=width)])
        yield from [_list(items, wide=is_wide)] if items else []

    def action(self, entry: Entry) -> Iterator[Data]:
        """One corrective action: its mark and text, then by when, who and why."""
        yield from self.marked(entry.mark, entry.text)
        for row in entry.more:
            yield from self.marked(row.label, row.value)

    def marked(self, mark: str, value: Value) -> Iterator[Data]:
        """A value behind a mark of ours, where there is one; a leading "- " is literal."""
        first, *more = value.text.split("\n\n")
        opening = self.paragraph(first.split("\n"), look="ours" if value.ours else "")
        if mark:
            opening["lines"][0][:0] = [_span(mark, "strong"), _span(" ")]
            opening["from_the_right"] = False
        yield opening
        for text in more:
            yield self.paragraph(text.split("\n"), gap=True)

    def paragraph(self, lines: Sequence[str], *, look: str = "", gap: bool = False, width: int = PAGE) -> Data:
        """A paragraph of lines, each of them spans."""
        return {
            "kind": "paragraph",
            "gap": gap,
            "from_the_right": all(runs_from_the_right(coded(one, self.signs)) for one in lines),
            "lines": [[self.span(one, look, width)] for one in lines],
        }

    def span(self, line: str, look: str, width: int) -> Data:
        shown = "strong" if is_heading(line, IMPACT_HEADINGS) else look
        return _span(self.coded(line), shown, width)

    def grid(self, grid: Grid) -> Data:
        """A table that was typed."""
        columns = len(grid.head or grid.rows[0])
        width = max(PAGE // columns - 1, 1)
        return {
            "kind": "grid",
            "columns": columns,
            "head": [self.paragraph([one], width=width) for one in grid.head],
            "rows": [
                {
                    "cells": [self.paragraph([one], width=width) for one in row],
                    "whole": max(map(len, row)) < SHORT_CELL * width,
                }
                for row in grid.rows
            ],
        }


def _listed(items: list[list[Data]]) -> Data:
    return {"kind": "blocks", "blocks": [_list(items, wide=True)]}


def _list(items: list[list[Data]], *, wide: bool) -> Data:
    return {"kind": "list", "items": items, "wide": wide}


def _span(text: str, look: str = "", width: int = PAGE) -> Data:
    return {"look": look, "pieces": list(_pieces(text, width))}


def _pieces(text: str, width: int) -> Iterator[str]:
    """The text in pieces between which a line may end: only words that may be wider than a line are cut."""
    place = 0
    long = re.compile(rf"\S{{{width + 1},}}")
    for found in long.finditer(text):
        if found.start() > place:
            yield text[place : found.start()]
        for piece in AFTER.split(found[0]):
            yield from (piece[at : at + width] for at in range(0, len(piece), width))
        place = found.end()
    if place < len(text):
        yield text[place:]
