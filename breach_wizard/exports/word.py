"""The report as a Word document: the official form, with real headings, tables and lists, to print and send."""

from collections.abc import Callable
from functools import partial

from docx.document import Document
from docx.text.paragraph import Paragraph

from breach_wizard.exports import word_document, word_text
from breach_wizard.exports.content import Changes, Entry, Heading, Items, Part, Table, Text, Value, content
from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.guidance import Guidance
from breach_wizard.imports import word as reader
from breach_wizard.imports.imported import Imported
from breach_wizard.report import Report
from breach_wizard.tables import Grid, segments

EXTENSION = ".docx"
BINARY = True
LABEL = "Word"
HINT = "In the layout of the official form, with rows of ours. Opens again for an update too."
SHORT = 1000
"""Characters of a value that is sure to fit on a page."""


def render(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the report as a Word document; the same report gives the same bytes.

    Typed text is plain, words of ours are italic and the marks of an action bold, so that none is taken for another.
    """
    said = content(report, guidance)
    document = word_document.new(said.title)
    for paragraph in word_document.head_and_foot(document) if furniture.marking else ():
        word_text.typed(paragraph, furniture.marking)
    if furniture.notice:
        word_text.typed(word_document.paragraph(document), furniture.notice)
    word_document.paragraph(document, "Title").add_run(said.title)
    for line in said.beneath:
        word_text.typed(word_document.paragraph(document), line)
    for part in said.parts:
        _part(document, part)
    return word_document.saved(document)


def held(data: bytes, guidance: Guidance) -> Imported:
    """Return what a document of this format holds."""
    return reader.read(data, guidance)


def _part(document: Document, part: Part) -> None:
    match part:
        case Heading(level=level):
            word_text.typed(word_document.paragraph(document, f"Heading {level}"), part.text)
        case Table():
            _table(document, part)
        case Text(value=value):
            _text(document, value)
        case Items(entries=entries):
            for entry in entries:
                _action(word_text.item(document), entry)
        case Changes(lines=lines):
            for change in lines:
                word_text.typed(word_text.item(document), change)


def _text(document: Document, value: Value) -> None:
    """Write a text, the tables in it as tables."""
    for one in [value.text] if value.ours else segments(value.text):
        if isinstance(one, Grid):
            word_text.grid(document, one)
        else:
            another = partial(word_document.paragraph, document)
            _value(another(), Value(one, value.ours), another)


def _table(document: Document, part: Table) -> None:
    table = word_document.table(document, part.section.columns)
    for row in part.rows:
        cell = word_document.row(table, row.label, whole=len(row.value.text) < SHORT)
        _value(cell.paragraphs[0], row.value, partial(word_document.in_cell, cell))
    word_document.end_together(table)


def _value(first: Paragraph, value: Value, another: Callable[[], Paragraph]) -> None:
    """Write a value that may have several paragraphs."""
    if value.ours:
        word_text.ours(first, value.text)
    else:
        word_text.long(first, value.text, another)


def _action(paragraph: Paragraph, entry: Entry) -> None:
    """One list item: its mark and text, then by when and who, each on a line of its own."""
    if entry.mark:
        paragraph.add_run(entry.mark).bold = True
        paragraph.add_run(" ")
    word_text.said(paragraph, entry.text)
    for row in entry.more:
        paragraph.add_run("\n")
        paragraph.add_run(row.label).bold = True
        paragraph.add_run(" ")
        word_text.said(paragraph, row.value)
