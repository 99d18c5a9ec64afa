"""Sets apart in a filled form what our own form sets apart, so that it reads as ours does and is read back alike.

Marks of actions are bold, words of ours italic, tables that were typed are tables. What a tag prints bears signs that
no text has while the form is filled in; then the runs are parted at them.
"""

import io
from collections.abc import Iterable, Iterator
from copy import deepcopy

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from breach_wizard.exports import word_document, word_text
from breach_wizard.exports.template_fields import Mark, Piece
from breach_wizard.patterns import pattern
from breach_wizard.tables import Grid, segments

SIGNS = {Mark.BOLD: "\ufdd0", Mark.ITALIC: "\ufdd1", Mark.GRID: "\ufdd2"}
"""What a piece begins with: characters that are none, of which XML can hold these."""
END = "\ufdd3"
SIGN = pattern(f"([{''.join(SIGNS.values())}{END}])")
GRIDS = pattern(f"{SIGNS[Mark.GRID]}([^{END}]*){END}")
MARKS = {sign: mark for mark, sign in SIGNS.items()}


def signed(pieces: Iterable[Piece]) -> str:
    """Return what a tag prints, each piece that is set apart between its signs; a sign that was typed is none."""
    return "".join(f"{SIGNS[one.mark]}{_typed(one.text)}{END}" if one.mark else _typed(one.text) for one in pieces)


def looked_for(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the texts that the filled form must hold, each in one piece: of a table, those of its cells."""
    whole = list(pieces)
    if not any(one.mark == Mark.GRID for one in whole):
        yield _typed("".join(one.text for one in whole))
        return
    for one in whole:
        grid = next(segments(one.text), None) if one.mark == Mark.GRID else None
        if isinstance(grid, Grid):
            # A bar in a cell has a backslash before it where the table stays text.
            yield from (_typed(part) for row in (grid.head, *grid.rows) for cell in row for part in cell.split("|"))
        else:
            yield _typed(one.text)


def _typed(text: str) -> str:
    return SIGN.sub("\ufffd", text)


def set_apart(data: bytes) -> bytes:
    """Return a filled form without the signs, what stood between them set apart."""
    document = Document(io.BytesIO(data))
    for paragraph in document.paragraphs if _has_our_styles(document) else ():
        if GRIDS.search(_text(paragraph._p)):
            _with_tables(document, paragraph)
    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)
        for run in list(element.iter(qn("w:r"))) if element is not None else ():
            _parted(run, document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _has_our_styles(document: WordDocument) -> bool:
    """Is the form made from ours? Another may lack the styles of our tables: there they stay text between bars."""
    names = {one.name for one in document.styles}
    return {word_document.CELL, word_document.GRID} <= names


def _text(paragraph: CT_P) -> str:
    return "".join(run.text for run in paragraph.iter(qn("w:r")))


def _with_tables(document: WordDocument, paragraph: Paragraph) -> None:
    """Put a paragraph for each text before, between and behind the tables of one, and each table in its place."""
    for number, text in enumerate(GRIDS.split(_text(paragraph._p))):
        grid = next(segments(text), None) if number % 2 else None
        if isinstance(grid, Grid):
            word_text.grid(document, grid)
            paragraph._p.addprevious(document.element.body[-2])
        elif text.strip("\n"):
            another = deepcopy(paragraph._p)
            first, *others = another.findall(qn("w:r"))
            for run in others:
                another.remove(run)
            Run(first, paragraph).text = text.strip("\n")
            paragraph._p.addprevious(another)
    paragraph._p.getparent().remove(paragraph._p)


def _parted(run: CT_R, document: WordDocument) -> None:
    """Part a run at the signs in it; nothing is done to one without."""
    if not any(SIGN.search(one.text or "") for one in run.iter(qn("w:t"))):
        return
    made = [_like(run, Mark.NONE, document)]
    for child in run:
        if child.tag != qn("w:t"):
            if child.tag != qn("w:rPr"):
                made[-1].append(deepcopy(child))
            continue
        for text in SIGN.split(child.text or ""):
            if SIGN.fullmatch(text):
                made.append(_like(run, MARKS.get(text, Mark.NONE), document))
            elif text:
                made[-1].add_t(text)
    for one in made:
        run.addprevious(one)
    run.getparent().remove(run)


def _like(run: CT_R, mark: Mark, document: WordDocument) -> CT_R:
    """Return an empty run that looks like another, but for its mark."""
    made = OxmlElement("w:r")
    if run.rPr is not None:
        made.append(deepcopy(run.rPr))
    styled = Run(made, document)
    if mark == Mark.BOLD:
        styled.bold = True
    if mark == Mark.ITALIC:
        styled.italic = True
    return made
