"""The rows of a table on somebody's form, each put into its box: the label in the first cell, or in the row above."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from breach_wizard import form, references
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.forms import CORE
from breach_wizard.imports import boxes, furniture, labels, tables, ticks
from breach_wizard.imports.blocks import Block, is_bold, plain
from breach_wizard.imports.imported import Noted
from breach_wizard.imports.labels import Found
from breach_wizard.imports.placing import LONG, Placing
from breach_wizard.patterns import pattern
from breach_wizard.tables import LEAST, of_document
from breach_wizard.text import shortened

NUMBER: Final = pattern(r"\(?(?:Q?\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})[.):]{0,2}", re.IGNORECASE)
"""What stands in a column of numbers."""

SHORT: Final = 200
"""An answer in the row beneath its label is no longer, but for an account; more is one without a heading."""


class Table:
    """The rows of one table, as they come; nothing is put anywhere before the last, since rows tell of each other."""

    def __init__(self, placing: Placing, guidance: Guidance) -> None:
        self._placing = placing
        self._labels = labels.of(guidance)
        self._furniture = furniture.of(guidance)
        self._columns = tables.of(guidance)
        self._rows: list[Block] = []
        self._begin()

    def _begin(self) -> None:
        self._roles: tables.Roles = ()
        self._above = ""  # the box of the row above
        self._empty: Block | None = None  # that row, where it held a label alone
        self._dropped: list[str] = []
        self._is_form = False
        self._within: list[tuple[Block, Sequence[str]]] = []  # rows of a table within the account, until its last

    def add(self, block: Block) -> None:
        """Take a row; one that stands apart from those before begins another table."""
        if self._rows and self._placing.is_apart(self._rows[-1].end, block.line):
            self.end()
        self._rows.append(block)

    def end(self) -> None:
        """Put the rows of the table where they belong."""
        if not self._rows:
            return
        self._is_form = any(self._found(_texts(row))[0] for row in self._rows)
        for row in self._rows:
            self._row(row, _texts(row))
        self._end_within()
        if self._dropped:
            message = f"A column of guidance was left out: {shortened(' / '.join(self._dropped), 200)}"
            self._placing.noted.append(Noted(self._rows[0].line, message))
        self._rows = []
        self._begin()

    def _found(self, cells: list[str]) -> tuple[Found | None, list[str]]:
        """The label in the first cell, or behind a column of numbers; and the cells from the label on."""
        found = self._labels.find(cells[0]) if cells else None
        if found is None and len(cells) > 1 and NUMBER.fullmatch(cells[0]):
            numbered = self._labels.find(cells[1])
            return numbered, cells[1:] if numbered else cells
        return found, cells

    def _row(self, block: Block, cells: list[str]) -> None:
        roles = self._columns.of_head(cells, self._placing.section)
        if roles is not None:
            self._roles = roles
            return
        if tables.ACTION in self._roles:
            self._action(block, cells)
            return
        cells = list(self._without_guidance(cells))
        if len(cells) > 1 and ticks.is_one(cells[0]):
            cells = ["", f"{cells[0]} {cells[1]}", *cells[2:]]
        found, cells = self._found(cells)
        if found is not None and not (found.runs and self._placing.has_text(found.name)):
            self._labelled(found, block, cells)
        else:
            self._unlabelled(block, cells)

    def _without_guidance(self, cells: Sequence[str]) -> Iterator[str]:
        for number, cell in enumerate(cells):
            if tables.GUIDANCE not in self._roles[number : number + 1]:
                yield cell
            elif cell and cell not in self._dropped:
                self._dropped.append(cell)

    def _labelled(self, found: Found, block: Block, cells: Sequence[str]) -> None:
        """A row with a label: what stands beside it is the answer."""
        self._end_within()
        others = [cell for cell in cells[1:] if cell]
        self._empty = None
        self._above = ""
        if found.is_section:
            others = [cell for cell in others if cell != form.DETAILS and not self._furniture.are_columns([cell])]
        said = "\n\n".join(filter(None, [found.rest, *others]))
        if self._placing.is_taken(found) or found.name in (labels.NO_QUESTION, CORE):
            if said or found.name != CORE:
                self._placing.leave(block.line, block.end)
            if found.name == CORE:
                self._placing.open(found)
            return
        self._placing.open(found)
        if len(others) > 1:
            message = f"{len(others)} cells stand beside {shortened(cells[0])!r}; all were taken for the answer."
            self._placing.noted.append(Noted(block.line, message, "as-read"))
        self._placing.put(found.name, f"{found.heading}:\n{said}".strip() if found.heading else said, block)
        self._above = found.name
        self._empty = None if said else block

    def _unlabelled(self, block: Block, cells: Sequence[str]) -> None:
        """A row without a label: it goes on with the row above, or is text of the section."""
        said = [cell for cell in cells if cell]
        first = cells[0] if cells else ""
        empty, self._empty = self._empty, None
        if not said:
            return
        may_go_on = empty is not None or self._above == self._placing.section
        if self._above and (not first or (may_go_on and len(said) == 1 and self._is_answer(said[0]))):
            self._placing.put(self._above, "\n".join(said), block)
        elif self._is_form and (len(said) > 1 or not first):  # a label that nobody knows, and what belongs to it
            self._placing.leave(block.line, block.end)
            self._above = ""
        else:  # a text of its own, or a table within the account: figures by the hour, say
            self._above = ""
            if len(said) > 1 or (self._within and len(cells) > 1):
                self._within.append((block, cells))
            else:
                self._end_within()
                self._placing.put_or_leave(self._placing.section, said[0], block)

    def _end_within(self) -> None:
        """Put the rows of a table within the account there, as a table; among actions each row is one."""
        rows, self._within = self._within, []
        section = self._placing.section
        if section in ("", "actions") or len(rows) < LEAST:
            for block, cells in rows:
                text = " | ".join(filter(None, cells))
                if section:
                    self._placing.put(section, text, block)
                else:
                    self._placing.leave(block.line, block.end)
            return
        first, last = rows[0][0], rows[-1][0]
        has_head = is_bold(first) or rows[1][0].line > first.end + 1  # Markdown has a rule between
        text = of_document([cells for _, cells in rows], has_head=has_head)
        self._placing.put(section, text, Block("row", first.line, last.end))

    def _is_answer(self, text: str) -> bool:
        """May a text beneath a label be its answer? An account without a heading would stand there too."""
        if self._above in LONG:
            return True
        if self._above == "occurrences":
            return boxes.moments(text) is not None
        if self._above == "references":
            return len(text) <= SHORT and bool(references.read(text))
        return len(text) <= SHORT

    def _action(self, block: Block, cells: Sequence[str]) -> None:
        """A row of a table of actions."""
        parts: dict[str, str] = {}
        text = ""
        for role, cell in zip((*self._roles, *[tables.OTHER] * len(cells)), cells, strict=False):
            status = self._columns.status(cell) if role == "status" else ""
            if role == tables.ACTION:
                text = cell
            elif status or (cell and role in tables.PARTS and role != "status"):
                parts[role] = status or cell
            elif cell and not (role == tables.OTHER and NUMBER.fullmatch(cell)):
                self._placing.leave_text(block.line, cell)
        if text:
            self._placing.put("actions", text, block, parts)
        elif any(cells):
            self._placing.leave(block.line, block.end)


def _texts(block: Block) -> list[str]:
    return [plain(cell).strip() for cell in block.cells]
