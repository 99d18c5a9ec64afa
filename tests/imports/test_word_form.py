"""The official form as a Word document: the same answers as its twin in Markdown."""

import io
from collections.abc import Sequence

import docx
import pytest

from breach_wizard import guidance
from breach_wizard.imports import foreign, loose, recognise, word
from breach_wizard.imports.blocks import Block, plain
from breach_wizard.imports.imported import Imported
from tests.imports.reports import FOREIGN
from tests.imports.test_official_form import FORM
from tests.kit.today import GUIDANCE


def twin(blocks: Sequence[Block]) -> bytes:
    """The blocks of a Markdown document as a Word document: rows in tables, lines as paragraphs."""
    document = docx.Document()
    before: Block | None = None
    for block in blocks:
        if block.kind != "row":
            style = "List Bullet" if block.first else f"Heading {block.kind[1]}" if block.kind[0] == "h" else None
            document.add_paragraph(block.text, style=style)
        else:
            texts = [plain(cell) for cell in block.cells]
            alike = before is not None and before.kind == "row" and len(before.cells) == len(texts)
            table = document.tables[-1] if alike else document.add_table(0, len(texts))
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                first, *others = text.split("\n\n")
                cell.text = first
                for other in others:
                    cell.add_paragraph(other)
        before = block
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def both(data: bytes) -> tuple[Imported, Imported]:
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    blocks = loose.parse(lines)
    return foreign.read(blocks, lines, GUIDANCE), word.read(twin(blocks), GUIDANCE)


def test_the_official_form_gives_the_same_answers() -> None:
    in_markdown, in_word = both(FORM)
    assert in_word.answers == in_markdown.answers
    assert in_word.proposed == in_markdown.proposed
    assert len(in_word.unplaced) >= len(in_markdown.unplaced)


TABLES = ["two outputs and two dates with their clauses", "nothing in the boxes", "a label that nobody knows"]


@pytest.mark.parametrize("name", TABLES)
def test_tables_give_the_same_answers(name: str) -> None:
    in_markdown, in_word = both(FOREIGN[name].text.encode())
    assert in_word.answers == in_markdown.answers
    assert len(in_word.unplaced) == len(in_markdown.unplaced)


def test_a_word_document_is_recognised_by_its_content() -> None:
    found = recognise.read(twin(loose.parse(FORM.decode().split("\n"))), guidance.active())
    assert found.source == "form"
    assert found.answers["producer"] == "Ofsted"
