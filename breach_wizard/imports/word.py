"""Reads a report in Word, in our own form or on somebody's, into answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from breach_wizard import form
from breach_wizard.errors import CopyForPublication
from breach_wizard.guidance import Guidance
from breach_wizard.imports import foreign, own
from breach_wizard.imports.blocks import Block, plain
from breach_wizard.imports.flow import Aside, Document, Maker
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.word_flow import Flow, looks, styles
from breach_wizard.imports.word_numbering import Numbering
from breach_wizard.imports.word_package import Package
from breach_wizard.imports.word_runs import Setting, attribute, name

AROUND = ("header", "footer", "footnotes", "endnotes")
PAGES = ("header", "footer")
FOOTER = "Page  of "
"""What is left of the footer of ours, the numbers being computed."""


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers of a Word document, which it is as it begins; raises as `read` does."""
    return read(data, guidance)


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return the answers that a report holds, in our own form or on somebody's.

    Raises:
        NotAReport: it is a Word document, and no report.
        InputError: it is no Word document that can be read.
    """
    return report_in(document(data), guidance)


def report_in(held: Document, guidance: Guidance) -> Imported:
    """Return the answers that a report holds, whatever program wrote its document.

    Raises:
        NotAReport: it is no report.
        CopyForPublication: it is a copy that is for publication, and no longer in our form.
    """
    is_copy = form.is_copy(held.lines)
    if own.is_own(held.blocks):
        found = own.read(list(without_ours(held.blocks)), held.lines, guidance)
        return found._replace(noted=tuple(sorted((*held.noted, *found.noted))), is_copy=is_copy)
    if is_copy:
        raise CopyForPublication
    return foreign.read_document(held, guidance)


def blocks(data: bytes) -> tuple[list[Block], list[str]]:
    """Return the blocks of any Word document and the lines that they count, as `document` does."""
    held = document(data)
    return held.blocks, held.lines


def document(data: bytes) -> Document:
    """Return what any Word document holds; no text is dropped without a word.

    A table's row is a block with a text for each cell (merged cells are one, so a table of one cell gives rows of one);
    a table within a cell comes after that cell's row, a text box after its paragraph. What is tracked counts as
    accepted, an address stands after the words of its link, and a field that shows its prompt is empty; a box to tick
    is a sign. Headers, footers and notes come last, as blocks of the kind ``other``. What is struck out or hidden,
    comments, pictures and embedded parts are noted.

    Raises:
        InputError: it is no Word document that can be read.
    """
    package = Package(data)
    roots = [part.root for part in package.related("styles")]
    known = {key: one for root in roots for key, one in styles(root).items()}
    seen = {key: one for root in roots for key, one in looks(root).items()}
    comments = {key: text for part in package.related("comments") for key, text in _comments(part.root)}
    aside = Aside()
    setting = Setting(package.main.addresses, seen, comments, aside)
    numbering = Numbering([part.root for part in package.related("numbering")])
    maker = Maker(aside)
    maker.add_all(Flow(known, setting, numbering).of(package.main.root))
    for kind in AROUND:
        for number, part in enumerate(package.related(kind)):
            around = f"{kind} {number}" if kind in PAGES else ""
            beside = setting._replace(addresses=part.addresses, aside=Aside(beside=True))
            maker.add_all(Flow(known, beside, numbering).of(part.root), other=True, around=around)
            aside.add(beside.aside)
            maker.add_all(())
    for text in comments.values():
        aside.comment(text)
    maker.add_all(())
    return maker.made()


def _comments(root: Any) -> Iterator[tuple[str, str]]:
    """The remarks of readers, each with its id."""
    for one in root:
        if name(one) == "comment":
            texts = (part.text or "" for part in one.iter() if name(part) == "t")
            yield attribute(one, "id"), "".join(texts)


def without_ours(found: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks without what we write and nobody answers.

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
