"""An empty Word document in the style of ours (A4, British English, accessible), and the bytes of a finished one."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
FONT = "Arial"
ITEM = "List Bullet"
HEADER_CELL = "Table Header"
LABEL = "Table Label"
CELL = "Table Text"
GRID = "Table Grid"
MARKING = "Marking"
WIDTHS = (Cm(5.8), Cm(11.2))
SHADE = "E7E9EC"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold."""


def new(title: str) -> WordDocument:
    """Return an empty document of this title: its styles, its page and its footer with the page number."""
    document = Document()
    _without_leftovers(document)
    _describe(document, title)
    _styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("Page ")
    _field(footer, "PAGE")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES")
    return document


def head_and_foot(document: WordDocument) -> tuple[Paragraph, Paragraph]:
    """Return an empty paragraph at the head of each page and one at its foot, for a marking."""
    section = document.sections[0]
    added = section.header.paragraphs[0], section.footer.paragraphs[0].insert_paragraph_before()
    for paragraph in added:
        paragraph.style = MARKING
    return added


def saved(document: WordDocument) -> bytes:
    """Return the file. The same document gives the same bytes, whenever it is made."""
    made = io.BytesIO()
    document.save(made)
    return undated(made.getvalue())


def undated(data: bytes) -> bytes:
    """Return a zip whose entries tell no time of writing."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(fixed, "w") as target:
        for entry in source.infolist():
            plain = zipfile.ZipInfo(entry.filename, EARLIEST)
            target.writestr(plain, source.read(entry), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def paragraph(document: WordDocument, style: str = "") -> Paragraph:
    """Add an empty paragraph of a style, one of ours; without one it is "Normal"."""
    made = Paragraph(_last(document, OxmlElement("w:p")), document._body)
    if style:
        styled(made, style)
    return made


def in_cell(cell: _Cell) -> Paragraph:
    """Add another paragraph to a cell of a table."""
    return styled(cell.add_paragraph(), CELL)


def styled(one: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style, one of ours, and return it.

    By its id, which is its name without blanks: python-docx would go over all the styles to find it, for each.
    """
    one._p.style = _id(style)
    return one


def _id(style: str) -> str:
    return style.replace(" ", "")


def _last(document: WordDocument, element: BaseOxmlElement) -> BaseOxmlElement:
    """Put an element last in the document, before the layout of its pages, which ends the body.

    python-docx would look for that from the first paragraph on, for each.
    """
    document.element.body[-1].addprevious(element)
    return element


def _new_table(document: WordDocument, rows: int, columns: int) -> Table:
    made = Table(CT_Tbl.new_tbl(rows, columns, document._block_width), document._body)
    _last(document, made._tbl)
    made.style = GRID
    return made


def table(document: WordDocument, columns: tuple[str, str]) -> Table:
    """Add a table of two columns with its header row, repeated on each page that it reaches."""
    made = _new_table(document, 1, 2)
    made.autofit = False
    _room_above(made)
    for column, width in zip(made.columns, WIDTHS, strict=True):
        column.width = width
    _on(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for cell, words, width in zip(made.rows[0].cells, columns, WIDTHS, strict=True):
        cell.width = width
        styled(cell.paragraphs[0], HEADER_CELL).add_run(words)
        _shaded(cell)
    return made


def grid(
    document: WordDocument, rows: Sequence[Sequence[str]], *, has_head: bool
) -> Iterator[tuple[Paragraph, str, bool]]:
    """Add a table with as many columns as its rows have, and room beneath it.

    Yields:
        the empty paragraph of each cell, its text, and whether it is in the head row.
    """
    made = _new_table(document, len(rows), len(rows[0]))
    _room_above(made)
    if has_head:
        _on(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for number, (added, texts) in enumerate(zip(made.rows, rows, strict=True)):
        is_head = has_head and number == 0
        for cell, text in zip(added.cells, texts, strict=True):
            if is_head:
                _shaded(cell)
            yield styled(cell.paragraphs[0], CELL), text, is_head


def row(made: Table, label: str, *, whole: bool = True) -> _Cell:
    """Add a row with its label, and return the cell of its value, which holds one empty paragraph.

    ``whole`` keeps it on one page, which is for rows that can't be longer than one.
    """
    added = parse_xml(WHOLE_ROW if whole else ROW)
    made._tbl.append(added)
    first, second = (_Cell(one, made) for one in added.tc_lst)
    first.paragraphs[0].add_run(label)
    return second


def _row(properties: str = "") -> str:
    """A row as XML: python-docx counts the columns and goes over all the styles anew for each cell."""
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width.twips}"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_id(style)}"/></w:pPr></w:p></w:tc>'
        for style, width in zip((LABEL, CELL), WIDTHS, strict=True)
    )
    return f"<w:tr {nsdecls('w')}>{properties}{''.join(cells)}</w:tr>"


ROW = _row()
WHOLE_ROW = _row("<w:trPr><w:cantSplit/></w:trPr>")


def end_together(made: Table) -> None:
    """Keep the last two rows of a table on one page, so that none begins a page alone."""
    for cell in made.rows[-2].cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _shaded(cell: _Cell) -> None:
    """Shade a cell of a head row."""
    shade = _on(cell._tc.get_or_add_tcPr(), "w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shade.set(qn(f"w:{name}"), value)


def _room_above(made: Table) -> None:
    """Keep the text of each cell off the line above it."""
    margins = OxmlElement("w:tblCellMar")
    top = _on(margins, "w:top")
    top.set(qn("w:w"), "80")
    top.set(qn("w:type"), "dxa")
    made._tblPr.insert_element_before(margins, "w:tblLook")


def _without_leftovers(document: WordDocument) -> None:
    """Take out what python-docx's own empty document brings along: a picture of its page, and who made it."""
    package = document.part.package
    for key, link in list(package.rels.items()):
        if link.reltype.endswith(("/thumbnail", "/extended-properties")):
            del package.rels[key]
    for key, link in list(document.part.rels.items()):
        if link.reltype in (RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS):
            del document.part.rels[key]
    properties = document.core_properties._element
    for child in list(properties):
        properties.remove(child)


def _describe(document: WordDocument, title: str) -> None:
    """Name title and language; no author and no date, since neither is known and the file tells it to all."""
    document.core_properties.title = title[:255]
    document.core_properties.language = LANGUAGE
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), LANGUAGE)
    for one in document.settings.element.iter(qn("w:themeFontLang")):
        one.set(qn("w:val"), LANGUAGE)


def _styles(document: WordDocument) -> None:
    for name, size, before, after in (
        ("Normal", 11, 0, 8),
        ("Title", 20, 0, 12),
        ("Heading 1", 15, 18, 6),
        ("Heading 2", 12, 12, 4),
        (ITEM, 11, 0, 6),
        ("Footer", 9, 0, 0),
        (HEADER_CELL, 11, 0, 4),
        (LABEL, 11, 0, 4),
        (CELL, 11, 0, 4),
        (MARKING, 11, 0, 0),
    ):
        style = _style(document, name)
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:cs"), FONT)
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.line_spacing = 1.1
    for name in ("Title", HEADER_CELL, LABEL, MARKING):
        _style(document, name).font.bold = True
    _style(document, MARKING).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, HEADER_CELL).paragraph_format.keep_with_next = True
    rule = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    rule.getparent().remove(rule)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    """The paragraph style of this name, made where there is none."""
    if name not in document.styles:
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = document.styles["Normal"]
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)  # noqa: S101 - for the type checker
    return found


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a field that Word computes; the 1 is what stands there until it has."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
    run = paragraph.add_run("1")._r
    field.append(run)


def _on(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    parent.append(element)
    return element
