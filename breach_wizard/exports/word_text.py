"""Typed text as paragraphs and runs of a Word document, so that each character and each line comes back as it was."""

from collections.abc import Callable

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from breach_wizard.exports import word_document
from breach_wizard.exports.content import Value
from breach_wizard.exports.paragraphs import Part, parts, runs_from_the_right
from breach_wizard.interview.steps import IMPACT_HEADINGS
from breach_wizard.patterns import pattern
from breach_wizard.tables import Grid
from breach_wizard.text import is_heading

RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
PIECES = pattern(rf"([\ufffe\uffff]|[{RIGHT_TO_LEFT}]+(?:[ \u00a0,.'\"-]+[{RIGHT_TO_LEFT}]+)*)")
"""What is no ordinary run: a character that XML can't hold, or a stretch of a script that runs from the right."""


def long(paragraph: Paragraph, text: str, another: Callable[[], Paragraph]) -> None:
    """Write a long text, the first of it into ``paragraph``; ``another`` adds the next.

    Where no blank line stands between two of its paragraphs, none is seen between them on paper either: the reader
    takes it from that.
    """
    previous: Part | None = None
    for part in parts(text):
        if previous is not None:
            if part.gap and previous.item and part.item:
                _apart(paragraph)
            elif not part.gap and not previous.item:
                paragraph.paragraph_format.space_after = Pt(0)
            paragraph = another()
        if part.item:
            word_document.styled(paragraph, word_document.ITEM)
        lines = part.lines
        if is_heading(lines[0], IMPACT_HEADINGS):
            paragraph.add_run(lines[0]).bold = True
            lines = ["", *lines[1:]]
        typed(paragraph, "\n".join(lines))
        previous = part


def item(document: Document) -> Paragraph:
    """Add a list item that keeps its distance from the next, as is good where each may have several lines."""
    added = word_document.paragraph(document, word_document.ITEM)
    _apart(added)
    return added


def grid(document: Document, table: Grid) -> None:
    """Write a table that was typed; the heads of its columns are bold, by which they are read back."""
    rows = (table.head, *table.rows) if table.head else table.rows
    for paragraph, text, is_head in word_document.grid(document, rows, has_head=bool(table.head)):
        typed(paragraph, text)
        for run in paragraph.runs if is_head else ():
            run.bold = True


def said(paragraph: Paragraph, value: Value) -> None:
    """Write words of ours in italics, typed text as it is."""
    if value.ours:
        ours(paragraph, value.text)
    else:
        typed(paragraph, value.text)


def ours(paragraph: Paragraph, words: str) -> None:
    """Write words of ours: in italics, which typed text never is."""
    paragraph.add_run(words).italic = True


def typed(paragraph: Paragraph, text: str) -> None:
    """Write typed text, line breaks included."""
    if not paragraph.runs and runs_from_the_right(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for number, piece in enumerate(PIECES.split(text)):
        if number % 2 == 0:
            paragraph.add_run(piece) if piece else None
        elif piece in "\ufffe\uffff":
            # XML has no way to write these two; a symbol is named by its number.
            symbol = OxmlElement("w:sym")
            symbol.set(qn("w:font"), "Arial")
            symbol.set(qn("w:char"), f"{ord(piece):04X}")
            paragraph.add_run()._r.append(symbol)
        else:
            paragraph.add_run(piece).font.rtl = True


def _apart(paragraph: Paragraph) -> None:
    """Let a list item keep its distance from the next, which the style takes away."""
    wide = OxmlElement("w:contextualSpacing")
    wide.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(wide)
