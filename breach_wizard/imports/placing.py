"""Where the texts of a report on somebody's form are put: into boxes, or among what belongs to none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from breach_wizard import form
from breach_wizard.guidance.forms import CORE
from breach_wizard.imports.blocks import Block
from breach_wizard.imports.imported import Noted
from breach_wizard.imports.labels import Found
from breach_wizard.imports.pieces import Piece
from breach_wizard.interview.questions import OURS, QUESTIONS

LONG: Final = frozenset(one.id for one in QUESTIONS if one.stands in ("heading", "body"))
"""Boxes that hold several paragraphs."""

SEVERAL: Final = frozenset({"outputs", "outputs.link", "occurrences", "references", "also", "contact_details", *LONG})
"""Boxes that a form may have more than once."""


class Placing:
    """The boxes of one report as they fill.

    Attributes:
        boxes: by question id (several joined by "+"), what was put into them.
        unplaced: the lines that belong to none, by their number.
        noted: what is to be known about a place.
        section: the question that text beneath the heading of a section answers; empty where there is none.
        level: of that heading.
        last: the line at which the last text ended.
        is_strange: does the text stand beneath a heading that is none of the form's?
        unheaded: text after the boxes of the circumstances with no heading over it.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        """Begin with the lines that the blocks count."""
        self.boxes: dict[str, list[Piece]] = {}
        self.unplaced: dict[int, str] = {}
        self.noted: list[Noted] = []
        self.section = ""
        self.level = 0
        self.last = 0
        self.is_strange = False
        self.unheaded: list[Piece] = []
        self._lines = lines

    def leave(self, line: int, end: int) -> None:
        """Note that these lines belong to no box."""
        for number in range(line, end + 1):
            if number <= len(self._lines) and self._lines[number - 1].strip():
                self.unplaced[number] = self._lines[number - 1]

    def leave_text(self, line: int, text: str) -> None:
        """Note that a part of a line belongs to no box; the rest of it may."""
        before = self.unplaced.get(line, "")
        if text and text not in before:
            self.unplaced[line] = " | ".join(filter(None, [before, text]))

    def is_apart(self, end: int, line: int) -> bool:
        """Is there a blank line between two lines?"""
        return any(not one.strip() for one in self._lines[end : line - 1])

    def put(self, name: str, text: str, block: Block, parts: Mapping[str, str] | None = None) -> None:
        """Put a text into a box; an empty one says that the box was left empty."""
        self.boxes.setdefault(name, []).append(_piece(text, block, parts))
        self.last = block.end

    def put_or_leave(self, name: str, text: str, block: Block) -> None:
        """Put a text into a box; without one, take it for the account that may have no heading, or leave it."""
        if name:
            self.put(name, text, block)
        elif self.is_among_circumstances() and not self.is_strange:
            self.unheaded.append(_piece(text, block))
            self.last = block.end
        else:
            self.leave(block.line, block.end)

    def has_text(self, name: str) -> bool:
        """Does a box hold a text?"""
        return any(piece.text for piece in self.boxes.get(name, ()))

    def is_taken(self, found: Found) -> bool:
        """Has the box of a label, of which a form has one, been filled in before?"""
        return found.name not in SEVERAL and self.has_text(found.name)

    def open(self, found: Found, level: int = 0) -> None:
        """Go on with what stands beneath a label or heading."""
        self.is_strange = False
        if found.is_section:
            self.section, self.level = found.name.replace(CORE, ""), level

    def close(self) -> None:
        """Go on with what stands beneath a heading that is none of the form's."""
        self.section, self.is_strange = "", True

    def is_among_circumstances(self) -> bool:
        """Has a box of the circumstances been read?"""
        return any(OURS[name].section == form.CIRCUMSTANCES for name in self.boxes if name in OURS)

    def take_unheaded(self) -> None:
        """Take the text after the boxes of the circumstances for the account, where nothing else is."""
        if not self.unheaded:
            return
        if self.has_text("circumstances"):
            for piece in self.unheaded:
                self.leave(piece.line, piece.end)
            return
        self.boxes.setdefault("circumstances", []).extend(self.unheaded)
        message = "No heading stands over the text from here on; it was taken for the account."
        lacks = [one.short for one in (form.IMPACT, form.ACTIONS) if not self.has_text(one.id)]
        if lacks:
            message += f" What belongs under {' and '.join(map(repr, lacks))} may stand in it."
        self.noted.append(Noted(self.unheaded[0].line, message, "as-read"))

    def placed(self) -> Iterator[int]:
        """Yield the lines that are in an answer, and in nothing else."""
        for pieces in self.boxes.values():
            for piece in pieces:
                yield from (line for line in range(piece.line, piece.end + 1) if line not in self.unplaced)


def _piece(text: str, block: Block, parts: Mapping[str, str] | None = None) -> Piece:
    is_item = bool(block.item and block.first and not block.number)
    return Piece(text, block.line, block.end, is_item, inner=block.depth > 0, parts=parts)
