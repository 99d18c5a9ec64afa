"""Reads a report in Word, in our own form or on one of the template's, into answers."""

from collections.abc import Iterator, Sequence

from breach_wizard import form
from breach_wizard.errors import NotAReport
from breach_wizard.guidance import Guidance
from breach_wizard.imports import foreign, own
from breach_wizard.imports.blocks import Block, Inline, plain
from breach_wizard.imports.foreign import ENOUGH
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.word_flow import Flow, Paragraph, Row, is_apart, styles
from breach_wizard.imports.word_package import Package

NAME = "Word"
ENDINGS = (".docx",)
BINARY = True

BEGINNINGS = (b"PK", b"\xd0\xcf\x11\xe0")
"""How a Word document begins, and an old or a locked one, which are refused with words of their own."""

AROUND = ("header", "footer", "footnotes", "endnotes", "comments")
PAGES = ("header", "footer")
FOOTER = "Page  of "
"""What is left of the footer of ours, the numbers being computed."""


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers of a Word document, or None where it is none; raises as `read` does."""
    return read(data, guidance) if data.startswith(BEGINNINGS) else None


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return the answers that a report holds, in our own form or on one of the template's.

    Raises:
        NotAReport: it is a Word document, and no report.
        InputError: it is no Word document that can be read.
    """
    found, lines = blocks(data)
    if own.is_own(found):
        return own.read(list(_without_ours(found)), lines, guidance)
    if foreign.boxes_in(found) < ENOUGH:
        raise NotAReport("This is not a report: nothing in it is a part of the form. Name another document.")
    return foreign.read(found, lines, guidance)


def blocks(data: bytes) -> tuple[list[Block], list[str]]:
    """Return the blocks of any Word document, and the lines that they count; no text is dropped.

    A table's row is a block with a text for each cell (merged cells are one, so a table of one cell gives rows of one);
    a table within a cell comes after that cell's row, a text box after its paragraph. What is tracked counts as
    accepted, an address stands after the words of its link, and a field that shows its prompt is empty. Headers,
    footers, notes and comments come last, as blocks of the kind ``other``.

    Raises:
        InputError: it is no Word document that can be read.
    """
    package = Package(data)
    known = {key: one for part in package.related("styles") for key, one in styles(part.root).items()}
    made = _Blocks()
    for one in Flow(known, package.main.addresses).of(package.main.root):
        made.add(one)
    for kind in AROUND:
        for number, part in enumerate(package.related(kind)):
            around = f"{kind} {number}" if kind in PAGES else ""
            for one in Flow(known, part.addresses).of(part.root):
                made.add(one, other=True, around=around)
    return made.blocks, made.lines


class _Blocks:
    """Makes blocks of what the document holds, and writes down the lines that they count."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.lines: list[str] = []
        self.items = 0
        self.previous: Paragraph | Row | None = None

    def add(self, part: Paragraph | Row, *, other: bool = False, around: str = "") -> None:
        if not self.is_close(part):
            self.lines.append("")
        first = len(self.lines) + 1
        if isinstance(part, Row):
            self.lines += " | ".join(plain(cell) for cell in part.cells).split("\n")
            block = Block("row", first, len(self.lines), cells=part.cells)
        else:
            self.lines += f"{'- ' if part.item else ''}{plain(part.runs)}".split("\n")
            block = Block(part.kind, first, len(self.lines), part.runs)
            if part.item:
                self.items += 1
                block.item, block.first = self.items, True
        if other:
            text = plain(part.runs) if isinstance(part, Paragraph) else "\n".join(map(plain, part.cells))
            block = Block("other", first, len(self.lines), [Inline(text)], around=around)
        self.blocks.append(block)
        self.previous = part

    def is_close(self, part: Paragraph | Row) -> bool:
        """Does it follow what is before without a blank line?"""
        if self.previous is None or (isinstance(part, Row) and isinstance(self.previous, Row)):
            return True
        if isinstance(part, Row) or isinstance(self.previous, Row):
            return False
        return not is_apart(self.previous, part)


def _without_ours(found: Sequence[Block]) -> Iterator[Block]:
    """Leave out what we write and nobody answers.

    That is the head rows of the sections' tables, the page's number, and the marking: the first other line of a header
    or a footer, whatever its text.
    """
    columns: tuple[str, str] | None = None
    marked: set[str] = set()
    for block in found:
        if block.kind in ("h2", "h3"):
            section = form.section_headed(block.text)
            columns = section.columns if section is not None and section.column else None
        is_head = block.kind == "row" and tuple(map(plain, block.cells)) == columns
        is_footer = block.kind == "other" and block.text == FOOTER
        is_marking = bool(block.around) and block.around not in marked and not is_footer and "\n" not in block.text
        if is_marking:
            marked.add(block.around)
        if not (is_head or is_footer or is_marking):
            yield block
