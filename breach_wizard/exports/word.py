"""The report as a Word document: the official form, with real headings, tables and lists, to print, sign and send."""

from collections.abc import Callable, Sequence
from functools import partial

from docx.document import Document
from docx.text.paragraph import Paragraph

from breach_wizard import form
from breach_wizard.exports import word_document, word_text
from breach_wizard.exports.content import Entry, Row, Value, content
from breach_wizard.report import Report

EXTENSION = ".docx"
SHORT = 1000
"""Characters of a value that is sure to fit on a page."""


def render(report: Report) -> bytes:
    """Return the report as a Word document; the same report gives the same bytes.

    Typed text is plain, words of ours are italic and the marks of an action bold, so that none is taken for another.
    """
    said = content(report)
    document = word_document.new(said.title)
    document.add_paragraph(said.title, style="Title")
    if said.to_follow:
        word_text.ours(document.add_paragraph(), f"{form.TO_FOLLOW} {'; '.join(said.to_follow)}")
    document.add_heading(form.CORE, 1)
    _table(document, form.CORE_COLUMNS, said.core)
    document.add_heading(form.CIRCUMSTANCES, 1)
    _table(document, form.CIRCUMSTANCES_COLUMNS, said.circumstances)
    document.add_heading(form.WHAT_HAPPENED, 2)
    _long(document, said.happened)
    if said.previous is not None:
        document.add_heading(form.PREVIOUS, 2)
        _long(document, said.previous)
    document.add_heading(form.IMPACT, 1)
    _long(document, said.impact)
    document.add_heading(form.ACTIONS, 1)
    if isinstance(said.actions, Value):
        _long(document, said.actions)
    else:
        for entry in said.actions:
            _action(word_text.item(document), entry)
    if said.changes_title:
        document.add_heading(said.changes_title, 1)
        for change in said.changes:
            word_text.typed(word_text.item(document), change)
    return word_document.saved(document)


def _table(document: Document, columns: tuple[str, str], rows: Sequence[Row]) -> None:
    table = word_document.table(document, columns)
    for row in rows:
        cell = word_document.row(table, row.label, whole=len(row.value.text) < SHORT)
        _value(cell.paragraphs[0], row.value, partial(cell.add_paragraph, style=word_document.CELL))


def _value(first: Paragraph, value: Value, another: Callable[[], Paragraph]) -> None:
    """Write a value that may have several paragraphs."""
    if value.ours:
        word_text.ours(first, value.text)
    else:
        word_text.long(first, value.text, another)


def _long(document: Document, value: Value) -> None:
    _value(document.add_paragraph(), value, document.add_paragraph)


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
