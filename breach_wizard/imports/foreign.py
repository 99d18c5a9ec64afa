"""Reads what others wrote on the template's forms, of 2016-17 or of 2018, whatever document the blocks come from.

Boxes are found by their labels, in any order, as rows of tables, as "Label: value" or as headings; text beneath a
section's heading, or in a table without a label, answers the section. What belongs to no box is listed, never dropped.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.imports import boxes, labels
from breach_wizard.imports.blocks import Block, plain
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.kinds import kind_of
from breach_wizard.imports.pieces import Piece, joined, parted
from breach_wizard.interview.paths import with_keys
from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.interview.shapes import Answers
from breach_wizard.text import NOT_KNOWN, clean

ONE_LINE = frozenset(one.id for one in QUESTIONS if one.kind in ("day", "moment", "choice") and one.stands == "row")
"""Boxes that are full after one line: what stands beneath it belongs elsewhere."""

DATES = frozenset({"occurrences", *(one.id for one in QUESTIONS if one.kind in ("day", "moment"))})

FIRST = ("outputs", "contact")
"""Boxes to be read before the others, which add to their answers."""

ANSWERED_BY = {"contact": "contact_name", "link": "outputs"}
"""The question that a box answers, where it has another name."""


def read(blocks: Sequence[Block], lines: Sequence[str], guidance: Guidance) -> Imported:
    """Return the answers that a report on one of the forms holds.

    Args:
        blocks: of the document, in order.
        lines: the lines that the blocks count, to name what could not be placed.
        guidance: in which the breach types are.
    """
    return _Reader(lines, guidance).read(blocks)


ENOUGH = 2
"""So many labels or headings of the form make a text a report; one may be chance."""


def boxes_in(blocks: Sequence[Block]) -> int:
    """Return how many of the forms' labels and headings there are, to tell a report from another text."""
    texts = [plain(block.cells[0]) if block.kind == "row" and block.cells else block.text for block in blocks]
    return len({found.name for text in texts if (found := labels.label(text) or labels.section(text))})


class _Reader:
    """Reads one report: first every text into its box, then each box into its answer."""

    def __init__(self, lines: Sequence[str], guidance: Guidance) -> None:
        self.lines = lines
        self.guidance = guidance
        self.answers: dict[str, Any] = {}
        self.unplaced: dict[int, str] = {}
        self.boxes: dict[str, list[Piece]] = {}
        self.section = ""
        self.level = 0
        self.box = ""
        self.last = 0

    def read(self, blocks: Sequence[Block]) -> Imported:
        ended = False
        for block in blocks:
            ended = ended or bool(labels.END.fullmatch(block.text))
            if ended or block.kind == "other":  # headers, footers and notes are no part of the form
                self.leave(block.line, block.end)
            elif not self.boxes and labels.TITLE.fullmatch(block.text):
                continue
            elif block.kind in ("row", "head"):
                self.row(block)
            else:
                self.paragraph(block)
        for name in sorted(self.boxes, key=lambda one: one not in FIRST):
            self.fill(name, self.boxes[name])
        proposed = self.propose()
        places = {ANSWERED_BY.get(name, name): pieces[0].line for name, pieces in self.boxes.items()}
        unplaced = tuple(sorted(self.unplaced.items()))
        return Imported(cast("Answers", self.answers), unplaced, places, proposed, source="form")

    def leave(self, line: int, end: int) -> None:
        """Note that these lines belong to no box."""
        for number in range(line, end + 1):
            if number <= len(self.lines) and self.lines[number - 1].strip():
                self.unplaced[number] = self.lines[number - 1]

    def put(self, name: str, text: str, block: Block) -> None:
        """Put a text into a box; an empty one says that the box was left empty."""
        item = bool(block.item and block.first)
        self.boxes.setdefault(name, []).append(Piece(text, block.line, block.end, item))
        self.last = block.end

    def row(self, block: Block) -> None:
        cells = [plain(cell) for cell in block.cells]
        first, others = cells[0] if cells else "", [cell for cell in cells[1:] if cell]
        found = labels.label(first) or labels.section(first)
        self.box = ""
        if found and labels.section(first):
            self.section, self.level = found.name, 0
            others = [cell for cell in others if cell != form.DETAILS]
        if found and found.name:
            self.put(found.name, "\n\n".join(filter(None, [found.rest, *others])), block)
        elif self.section and len([first, *others]) == 1 + (not first):
            self.put(self.section, first or others[0], block)
        elif self.section and not found:  # a table within the account: figures by the hour, say
            self.put(self.section, " | ".join(filter(None, cells)), block)
        elif not found or found.rest or others:
            self.leave(block.line, block.end)

    def paragraph(self, block: Block) -> None:
        text = f"{block.number} {block.text}".strip()
        section = labels.section(text)
        found = section or labels.label(text)
        if section:
            self.section, self.level = section.name, _level(block)
        if found:
            self.box = found.name
            if found.name and (found.rest or not section):
                self.put(found.name, found.rest, block)
            elif found.rest:
                self.leave(block.line, block.end)
            return
        if _level(block):
            self.box = ""
            if not _level(block) > self.level > 0:  # none of the form's: what stands beneath it isn't either
                self.section = ""
            elif self.section == "actions":
                text = f"{text.rstrip(':')}:"
        goes_on = self.box and not self._is_full(block)
        name = self.box if goes_on else self.section
        if not goes_on:
            self.box = ""
        if name:
            self.put(name, text, block)
        else:
            self.leave(block.line, block.end)

    def _is_full(self, block: Block) -> bool:
        """Does a text stand outside the box that is open: beneath a full one, or a blank line below its last line?"""
        pieces = self.boxes.get(self.box, [])
        if not any(piece.text for piece in pieces) or self.box == self.section:
            return False
        return self.box in ONE_LINE or (block.line > self.last + 1 and self.box not in labels.LONG)

    def fill(self, name: str, pieces: Sequence[Piece]) -> None:
        text = clean(joined(pieces))
        fill: Callable[[str], bool] | None = getattr(self, f"fill_{name}", None)
        if name == "actions":
            self.fill_all_actions(pieces)
        elif fill is None:
            self.answers[name] = _value(text)
        elif not fill(text):
            if name in DATES:  # there is one, and somebody must look at it; the rest of the report can be had
                self.answers.setdefault(name, NOT_KNOWN)
            for piece in pieces:
                self.leave(piece.line, piece.end)

    def fill_outputs(self, text: str) -> bool:
        known = labels.standing_for(text)
        self.answers["outputs"] = known or with_keys(boxes.outputs(text)) if text else []
        return True

    def fill_link(self, text: str) -> bool:
        listed = self.answers.get("outputs")
        if not text or labels.is_nothing(text) or labels.standing_for(text) is not None:
            return True
        if not isinstance(listed, list) or len(listed) != 1 or listed[0]["link"]:
            return False
        listed[0]["link"] = text
        return True

    def fill_contact(self, text: str) -> bool:
        self.answers |= boxes.contact(_value(text))
        return True

    def fill_contact_details(self, text: str) -> bool:
        before = self.answers.get("contact_details", "")
        self.answers["contact_details"] = clean(f"{before}\n{_value(text)}")
        return True

    def fill_statement_link(self, text: str) -> bool:
        self.answers["statement_link"] = "" if labels.is_nothing(text) else _value(text)
        return True

    def fill_references(self, text: str) -> bool:
        self.answers["references"] = labels.standing_for(text) or [one for one in text.split("\n\n") if one]
        return True

    def fill_occurrences(self, text: str) -> bool:
        known = labels.standing_for(text)
        found = boxes.moments(text) if text else None
        if text and not known and not found:
            return False
        self.answers["occurrences"] = known or with_keys(found or [])
        return True

    def fill_breach_type(self, text: str) -> bool:
        kinds = self.guidance.types.values()
        found = next((kind.id for kind in kinds if text.casefold() in (kind.title.casefold(), kind.id)), "")
        if found:
            self.answers["breach_type"] = found
        return bool(found)

    def fill_report_date(self, text: str) -> bool:
        return self._moment("report_date", text)

    def fill_due(self, text: str) -> bool:
        return self._moment("due", text)

    def fill_noticed(self, text: str) -> bool:
        return self._moment("noticed", text)

    def fill_ended(self, text: str) -> bool:
        return self._moment("ended", text)

    def _moment(self, name: str, text: str) -> bool:
        found = boxes.moment(text, is_day=name == "report_date")
        if found is None:
            return False
        self.answers[name] = found.value
        return found.is_whole

    def fill_all_actions(self, pieces: Sequence[Piece]) -> None:
        texts = list(filter(None, map(clean, parted(pieces))))
        if all(labels.is_nothing(text) for text in texts):
            self.answers["actions"] = [] if texts else ""
        elif len(texts) == 1 and labels.standing_for(texts[0]) == NOT_KNOWN:
            self.answers["actions"] = NOT_KNOWN
        else:
            self.answers["actions"] = with_keys(boxes.actions(texts))

    def propose(self) -> tuple[str, ...]:
        """Answer from the rest what the forms do not ask for; return the questions so answered."""
        proposed = []
        if "breach_type" not in self.answers:
            found_so_far = cast("Answers", self.answers)
            found = kind_of(found_so_far, self.guidance)
            if found:
                self.answers["breach_type"] = found
                proposed.append("breach_type")
        self.answers.setdefault("due", NOT_KNOWN)
        return tuple(proposed)


def _level(block: Block) -> int:
    """The level of a heading; 0 for any other block."""
    return int(block.kind[1:]) if block.kind[0] == "h" and block.kind[1:].isdigit() else 0


def _value(text: str) -> str:
    """The text of a box, or what our own words for a missing answer stand for."""
    known = labels.standing_for(text)
    return text if known is None else known
