"""A table in the account on somebody's form is a table in our account, whatever the document, and loses no cell."""

import io
from collections.abc import Callable, Sequence
from html import escape

import docx
import pytest

from breach_wizard.imports import recognise
from breach_wizard.tables import Grid, segments
from tests.kit.forms import odt
from tests.kit.today import GUIDANCE

HEAD = ("Name of producer organisation: X", "Date of breach report: 4 May 2023")
ACCOUNT, IMPACT = "Circumstances of breach", "Impact of breach"
BEFORE = (
    "A page went live early, as the times in the table beneath this rather long line of an account show to everybody"
)
ROWS = (
    ("Time", "Event"),
    ("9am", "Up | live"),
    ("", "Down"),
    ("10am", ""),
    ("-", "-"),
    ("https://www.example.gov.uk/" + "a" * 40, "Gone"),
)
DASHES = (("9am", "Up"), ("-", "--"), ("10am", "Down"))

Rows = Sequence[Sequence[str]]


def markdown(rows: Rows, *, has_head: bool) -> bytes:
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    if has_head:
        lines.insert(1, "|---|---|")
    return "\n".join(
        [*HEAD, "", f"## {ACCOUNT}", "", BEFORE, *lines, "It ended.", "", f"## {IMPACT}", "None."]
    ).encode()


def web(rows: Rows, *, has_head: bool) -> bytes:
    told = "".join(
        f"<tr>{''.join(f'<td>{bold(escape(cell), is_head=has_head and not at)}</td>' for cell in row)}</tr>"
        for at, row in enumerate(rows)
    )
    head = "".join(f"<p>{one}</p>" for one in HEAD)
    text = f"<h2>{ACCOUNT}</h2><p>{BEFORE}</p><table>{told}</table><p>It ended.</p><h2>{IMPACT}</h2><p>None.</p>"
    return f"<html><body>{head}{text}</body></html>".encode()


def bold(text: str, *, is_head: bool) -> str:
    return f"<b>{text}</b>" if is_head else text


def word(rows: Rows, *, has_head: bool) -> bytes:
    document = docx.Document()
    for text in HEAD:
        document.add_paragraph(text)
    document.add_heading(ACCOUNT, 1)
    document.add_paragraph(BEFORE)
    table = document.add_table(0, len(rows[0]))
    for at, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = has_head and at == 0
    document.add_paragraph("It ended.")
    document.add_heading(IMPACT, 1)
    document.add_paragraph("None.")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def open_document(rows: Rows, *, has_head: bool) -> bytes:
    def cell(text: str, *, is_head: bool) -> str:
        span = f'<text:span text:style-name="B">{escape(text)}</text:span>' if is_head else escape(text)
        return f"<table:table-cell><text:p>{span}</text:p></table:table-cell>"

    told = "".join(
        f"<table:table-row>{''.join(cell(one, is_head=has_head and not at) for one in row)}</table:table-row>"
        for at, row in enumerate(rows)
    )
    head = "".join(f"<text:p>{one}</text:p>" for one in HEAD)
    heading = '<text:h text:outline-level="1">{}</text:h>'.format
    text = f"{heading(ACCOUNT)}<text:p>{BEFORE}</text:p><table:table>{told}</table:table><text:p>It ended.</text:p>"
    style = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    return odt(f"{head}{text}{heading(IMPACT)}<text:p>None.</text:p>", style)


KINDS: dict[str, Callable[..., bytes]] = {"markdown": markdown, "web": web, "word": word, "odt": open_document}


def account(data: bytes) -> list[str | Grid]:
    found = recognise.read(data, GUIDANCE)
    assert not found.unplaced
    assert found.answers["impact"] == "None."
    return list(segments(found.answers["circumstances"]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_in_the_account_is_one_in_ours(kind: str) -> None:
    assert account(KINDS[kind](ROWS, has_head=True)) == [BEFORE, Grid(ROWS[0], ROWS[1:]), "It ended."]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "markdown"])
def test_a_row_of_dashes_is_no_rule_where_documents_have_none(kind: str) -> None:
    dashes = ("–", "––")
    assert account(KINDS[kind](DASHES, has_head=False)) == [
        BEFORE,
        Grid((), (DASHES[0], dashes, DASHES[2])),
        "It ended.",
    ]
