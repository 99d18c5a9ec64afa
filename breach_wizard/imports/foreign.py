"""Reads what others wrote on their forms, whatever document the blocks come from.

Boxes are found by their labels (guidance/forms.toml), in any order, as rows of tables, as "Label: value", as headings,
or as a copy from a PDF has them; text beneath a section's heading, or in a table without a label, answers the section.
What belongs to no box is listed, never dropped; a label that no question has is a box of its own.
"""

from collections.abc import Sequence
from typing import Final, cast

from breach_wizard import references
from breach_wizard.errors import NotAReport
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.forms import CORE
from breach_wizard.imports import boxes, furniture, labels, strangers, ticks
from breach_wizard.imports.blocks import Block, Inline, plain
from breach_wizard.imports.broken import mended
from breach_wizard.imports.filling import Filling
from breach_wizard.imports.flow import Document
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.kinds import kind_of
from breach_wizard.imports.labels import Found
from breach_wizard.imports.placing import LONG, Placing
from breach_wizard.imports.rows import Table
from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.interview.shapes import Answers
from breach_wizard.text import NOT_KNOWN

ONE_LINE: Final = frozenset(
    one.id for one in QUESTIONS if one.kind in ("day", "moment", "choice") and one.stands == "row"
)
"""Boxes that are full after one line: what stands beneath it belongs elsewhere."""

STRANGER: Final = "\0"
"""In place of the box that is open: one that no question has."""

COLONS: Final = ("outputs", "statement_link")
"""Answers that often hold a colon: the line beneath one of these labels is the answer, whatever it looks like."""

DASHES: Final = ("-", "–", "—")

ENOUGH: Final = 2
"""So many labels or headings of the form make a text a report; one may be chance."""

SHORT: Final = 60
"""A clause beneath a date is no longer; more is the account."""


def is_report(blocks: Sequence[Block], guidance: Guidance) -> bool:
    """Are there enough of the forms' labels and headings to tell a report from another text?"""
    known = labels.of(guidance)
    names: set[str] = set()
    for block in mended(blocks, known):
        names |= {found.name for text in _beginnings(block) if (found := known.find(text))}
        if len(names - {labels.NO_QUESTION}) >= ENOUGH:
            return True
    return False


def _beginnings(block: Block) -> list[str]:
    return [plain(cell) for cell in block.cells[:2]] if block.kind == "row" else [block.text]


def read(blocks: Sequence[Block], lines: Sequence[str], guidance: Guidance) -> Imported:
    """Return the answers that a report on one of the forms holds.

    Args:
        blocks: of the document, in order.
        lines: the lines that the blocks count, to name what could not be placed.
        guidance: in which the forms' words and the breach types are.
    """
    placing = _Reader(lines, guidance).read(blocks)
    filling = Filling(guidance)
    filling.fill(placing.boxes)
    for piece in filling.left:
        placing.leave(piece.line, piece.end)
    answers = cast("Answers", filling.answers)
    kind = "" if "breach_type" in answers else kind_of(answers, guidance)
    if kind:
        answers["breach_type"] = kind
    answers.setdefault("due", NOT_KNOWN)
    return Imported(
        answers,
        tuple(sorted(placing.unplaced.items())),
        {_answered(name): pieces[0].line for name, pieces in placing.boxes.items()},
        ("breach_type",) if kind else (),
        noted=tuple(sorted(placing.noted)),
        placed=frozenset(placing.placed()),
        source="form",
    )


def read_document(held: Document, guidance: Guidance) -> Imported:
    """Return the answers that a document holds, with what was left out in reading it.

    Raises:
        NotAReport: it is no report.
    """
    if not is_report(held.blocks, guidance):
        left = "".join(f" {one.message}" for one in held.noted[:1])
        raise NotAReport(f"This is not a report: nothing in it is a part of the form. Name another document.{left}")
    found = read(held.blocks, held.lines, guidance)
    return found._replace(noted=tuple(sorted((*held.noted, *found.noted))))


class _Reader:
    """Puts every text of one report into its box.

    Attributes:
        box: the one that is open, or `STRANGER`.
        under: the box of one line that the line above belongs to, `STRANGER` for another form's; empty beneath prose.
    """

    def __init__(self, lines: Sequence[str], guidance: Guidance) -> None:
        self.placing = Placing(lines)
        self.labels = labels.of(guidance)
        self.furniture = furniture.of(guidance)
        self.table = Table(self.placing, guidance)
        self.box = ""
        self.under = ""
        self.after_heads = False
        self.is_dashed = False

    def read(self, blocks: Sequence[Block]) -> Placing:
        ended = False
        for block in mended([_with_plain_ticks(block) for block in blocks], self.labels):
            ended = ended or self.furniture.is_ending(block.text)
            if ended or block.kind == "other":  # headers, footers and notes are no part of the form
                self.table.end()
                self.placing.leave(block.line, block.end)
            elif block.kind in ("row", "head"):
                self.box = self.under = ""
                self.table.add(block)
            else:
                self.table.end()
                self.paragraph(block)
        self.table.end()
        self.placing.take_unheaded()
        return self.placing

    def paragraph(self, block: Block) -> None:
        text = f"{block.number} {block.text}".strip()
        if self.is_heads(text) or (not self.placing.boxes and self.furniture.is_title(text)):
            return
        is_run_in = len(block.content) > 1 and block.content[0].mark == "**"
        found = self.labels.find(text, is_bold=is_run_in)
        if found is not None and not (found.runs and self.placing.has_text(found.name)):
            self.labelled(found, block)
        elif self.is_stranger(text, block):
            self.placing.last = block.end
            self.placing.leave(block.line, block.end)
        else:
            self.goes_on(text, block)

    def is_heads(self, text: str) -> bool:
        """Are these the heads of a table's columns, on one line or each on its own?"""
        self.after_heads = (
            self.furniture.is_heads_on_a_line(text)
            or self.furniture.are_columns([text])
            or (self.after_heads and self.furniture.is_column(text))
        )
        return self.after_heads

    def labelled(self, found: Found, block: Block) -> None:
        """A line that begins with a label or a heading: a box is opened."""
        if self.placing.is_taken(found) or found.name == labels.NO_QUESTION:
            self.box = "" if found.rest else STRANGER
            self.under = STRANGER
            self.placing.last = block.end
            self.placing.leave(block.line, block.end)
            if not found.rest and found.name == labels.NO_QUESTION:
                self.placing.close()
            return
        self.is_dashed = self.is_dashed or found.sign in DASHES
        self.placing.open(found, _level(block))
        self.box = self.under = "" if found.name == CORE else found.name
        if found.name == CORE:
            if found.rest:
                self.placing.leave(block.line, block.end)
        elif found.rest or not found.is_section:
            text = f"{found.heading}:\n{found.rest}" if found.heading else found.rest
            self.placing.put(found.name, text, _bare(block))
        elif found.heading:
            self.placing.put(found.name, f"{found.heading}:", _bare(block))
        if self.under in LONG:
            self.under = ""

    def is_stranger(self, text: str, block: Block) -> bool:
        """Is a line a label that no question has, or beneath one? It closes the box above."""
        is_beneath = block.line <= self.placing.last + 1
        if self.box == STRANGER and is_beneath and not _level(block):
            return True
        if self.under in COLONS and not self.placing.has_text(self.under):
            return False
        bare = text[labels.past_mark(text) :]
        if self.under and is_beneath:
            is_one = strangers.is_label(bare, self.under, self.furniture, dashed=self.is_dashed)
        else:
            is_one = not block.item and strangers.is_label_in_prose(bare)
        is_one = is_one or self.labels.begins_like_one(text)
        if is_one:
            self.box = "" if strangers.has_value(text) else STRANGER
            self.under = self.under and STRANGER
        return is_one

    def goes_on(self, text: str, block: Block) -> None:
        """A text without a label: it belongs to the box above, or to the section."""
        if _level(block):
            self.box = ""
            if not _level(block) > self.placing.level > 0:  # none of the form's: what stands beneath it isn't either
                self.placing.close()
            elif self.placing.section == "actions":
                text = f"{text.rstrip(':')}:"
        if self.box == STRANGER or (self.box and self.is_full(text, block)):
            self.box = ""
        if not self.box:
            self.under = ""
        self.placing.put_or_leave(self.box or self.placing.section, text, block)

    def is_full(self, text: str, block: Block) -> bool:
        """Does a text stand outside the box that is open: beneath a full one, or a blank line below its last line?"""
        if not self.placing.has_text(self.box) or self.box == self.placing.section or ticks.begins_with_one(text):
            return False
        if self.box == "occurrences":
            bare = text[labels.past_mark(text) :]  # "Q5." is no clause
            return not (boxes.moments(text) or (len(bare) <= SHORT and (bare.startswith("(") or references.read(bare))))
        return self.box in ONE_LINE or (block.line > self.placing.last + 1 and self.box not in LONG)


def _level(block: Block) -> int:
    """The level of a heading; 0 for any other block."""
    return int(block.kind[1:]) if block.kind[0] == "h" and block.kind[1:].isdigit() else 0


def _bare(block: Block) -> Block:
    """Where a block stands, and no item of a list: the mark before a label is no mark of the answer."""
    return Block(block.kind, block.line, block.end)


def _answered(name: str) -> str:
    """The question that a box answers, the first of several."""
    return name.partition("+")[0].partition(".")[0]


def _with_plain_ticks(block: Block) -> Block:
    """A block with its boxes to tick in one spelling."""
    for runs in (block.content, *block.cells):
        runs[:] = [run if run.text.isascii() else Inline(ticks.plain(run.text), run.mark) for run in runs]
    return block
