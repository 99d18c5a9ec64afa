"""Reading any Word document: its blocks, with no text dropped, and what is refused before it is unpacked."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document

from breach_wizard.errors import InputError
from breach_wizard.exports import word as writer
from breach_wizard.imports import word
from breach_wizard.imports.archive import MOST_BYTES, MOST_ENTRIES, MOST_TAGS
from breach_wizard.imports.blocks import Block, long_text, plain
from breach_wizard.report import from_answers
from tests.kit.forms import zipped
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(**targets: str) -> str:
    """A list of links; the key is the kind, an address is one to the outside."""
    outside = ' TargetMode="External"'
    links = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"{outside if ":" in target else ""}/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'


def package(body: str, namespace: str = W, /, **parts: str) -> bytes:
    """A Word file of the least that one needs; ``parts`` are further parts that the main one has, by kind."""
    root = f'xmlns:w="{namespace}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    links = {kind: f"{kind}.xml" for kind in parts} | {"hyperlink": "https://www.gov.uk/x"}
    files = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {root}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(**links),
    } | {f"word/{kind}.xml": f"<w:{kind} {root}>{inside}</w:{kind}>" for kind, inside in parts.items()}
    return zipped(files)


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def seen(data: bytes) -> list[tuple[str, object]]:
    """Kind and text of each block; the texts of its cells for a row."""
    return [
        (one.kind, [plain(cell) for cell in one.cells] if one.kind == "row" else one.text)
        for one in word.blocks(data)[0]
    ]


def filled_in_form() -> bytes:
    """The official form of 2016-17 as bodies fill it in, guidance left beneath."""
    document = Document()
    document.add_paragraph("REPORTING A BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS")
    document.add_paragraph("1. Core Information [guidance]")
    core = document.add_table(2, 2)
    for cell, text in zip(
        core._cells, ["Name of statistical producer", "Ofsted", "Date of report", "21 March 2017"], strict=True
    ):
        cell.text = text
    document.add_paragraph("2. Circumstances of breach [guidance]")
    circumstances = document.add_table(2, 2)
    circumstances.cell(0, 0).text = "Date of occurrence of breach"
    circumstances.cell(0, 1).text = "20 March 2017"
    told = circumstances.cell(1, 0).merge(circumstances.cell(1, 1))
    told.text = "It was released at 17:00."
    told.add_paragraph("It came down after 30 minutes.")
    told.add_paragraph("An e-mail went out", style="List Bullet")
    told.add_paragraph("54 users", style="List Bullet")
    document.add_paragraph("4. Corrective actions (taken or planned) to prevent re-occurrence [guidance]")
    document.add_table(1, 1).cell(0, 0).text = "It was taken down"
    document.add_paragraph("A reminder is to be issued.")
    document.add_paragraph("Guidance on completing the template")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_the_official_form_gives_rows_and_paragraphs_in_order() -> None:
    assert seen(filled_in_form()) == [
        ("paragraph", "REPORTING A BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS"),
        ("paragraph", "1. Core Information [guidance]"),
        ("row", ["Name of statistical producer", "Ofsted"]),
        ("row", ["Date of report", "21 March 2017"]),
        ("paragraph", "2. Circumstances of breach [guidance]"),
        ("row", ["Date of occurrence of breach", "20 March 2017"]),
        ("row", ["It was released at 17:00.\n\nIt came down after 30 minutes.\n\n- An e-mail went out\n- 54 users"]),
        ("paragraph", "4. Corrective actions (taken or planned) to prevent re-occurrence [guidance]"),
        ("row", ["It was taken down"]),
        ("paragraph", "A reminder is to be issued."),
        ("paragraph", "Guidance on completing the template"),
    ]


def test_the_lines_that_blocks_count_hold_their_text() -> None:
    for data in (filled_in_form(), writer.render(from_answers(WHOLE, GUIDANCE), GUIDANCE)):
        blocks, lines = word.blocks(data)
        for block in blocks:
            text = " | ".join(map(plain, block.cells)) if block.kind == "row" else block.text
            assert "\n".join(lines[block.line - 1 : block.end]).removeprefix("- ") == text


TEXT_BOX = (
    "<w:p><w:r><w:t>before</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
).format(p("in the box"))
FIELD = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://x.uk\" </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>our site</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (TEXT_BOX, ["before", "in the box"]),
        ("<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>", ["put in"]),
        ("<w:p><w:hyperlink r:id='hyperlink'><w:r><w:t>The page</w:t></w:r></w:hyperlink>.</w:p>", ["The page https://www.gov.uk/x"]),
        ("<w:p><w:hyperlink r:id='hyperlink'><w:r><w:t>https://www.gov.uk/x</w:t></w:r></w:hyperlink></w:p>", ["https://www.gov.uk/x"]),
        (FIELD, ["our site https://x.uk"]),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + p("in a control") + "</w:sdtContent></w:sdt>", ["in a control"]),
        ("<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>", []),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>", ["a\tb\nc-d"]),
        ("<w:p><w:smartTag><w:r><w:t>in</w:t></w:r></w:smartTag><w:r><w:t>side</w:t></w:r></w:p>", ["inside"]),
        ("<w:p><w:fldSimple w:instr=' DATE '><w:r><w:t>21 March</w:t></w:r></w:fldSimple></w:p>", ["21 March"]),
        ("<w:p><w:r><w:t>Page </w:t></w:r><w:fldSimple w:instr=' PAGE '><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>", ["Page "]),
    ],
)  # fmt: skip
def test_no_text_is_dropped_and_nothing_counts_twice(body: str, texts: list[str]) -> None:
    assert [text for _, text in seen(package(body))] == texts


def test_headers_footers_and_notes_come_last_and_comments_are_told_apart() -> None:
    data = package(
        p("body"), header=p("OFFICIAL"), footer=p("foot"), footnotes=f"<w:footnote>{p('note')}</w:footnote>",
        endnotes=f"<w:endnote>{p('end')}</w:endnote>", comments=f"<w:comment>{p('remark')}</w:comment>",
    )  # fmt: skip
    assert seen(data) == [
        ("paragraph", "body"), ("other", "OFFICIAL"), ("other", "foot"), ("other", "note"), ("other", "end"),
    ]  # fmt: skip
    assert [one.message.endswith("remark") for one in word.document(data).noted] == [True]


def test_a_table_within_a_cell_comes_after_its_row() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    data = package(f"<w:tbl><w:tr><w:tc>{p('outer')}{inner}<w:p/></w:tc></w:tr></w:tbl>")
    assert seen(data) == [("row", ["outer"]), ("row", ["a", "b"])]


def test_a_cell_that_goes_on_from_above_is_empty_and_stays_in_its_place() -> None:
    rows = (
        f"<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{p('label')}</w:tc><w:tc>{p('one')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{p('two')}</w:tc></w:tr>"
    )
    assert seen(package(f"<w:tbl>{rows}</w:tbl>")) == [("row", ["label", "one"]), ("row", ["", "two"])]


def test_the_strict_variant_and_localised_style_ids_are_read() -> None:
    style = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{one}"/></w:pPr><w:r><w:t>{one}</w:t></w:r></w:p>'
        for one in ("berschrift1", "Mine", "none")
    )
    assert seen(package(body, STRICT, styles=style)) == [("h2", "berschrift1"), ("h2", "Mine"), ("paragraph", "none")]


def test_a_list_without_a_style_of_its_own_is_one() -> None:
    item = '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>'
    found, _ = word.blocks(package(p("text") + item + item))
    assert [(one.item, one.first) for one in found] == [(0, False), (1, True), (2, True)]
    assert long_text(found) == "text\n\n- item\n- item"


def test_what_was_added_to_a_report_of_ours_is_listed_not_dropped() -> None:
    document = Document(io.BytesIO(writer.render(from_answers(WHOLE, GUIDANCE), GUIDANCE)))
    document.sections[0].header.paragraphs[0].text = "The first line is a marking's"
    document.sections[0].header.add_paragraph("Reference 12")
    document.tables[0].add_row().cells[0].text = "Registry number"  # type: ignore[no-untyped-call]
    document.add_heading("5. Sign-off", 1)
    document.add_paragraph("Signed.")
    data = io.BytesIO()
    document.save(data)
    found = word.read(data.getvalue(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == from_answers(WHOLE, GUIDANCE)
    assert [text for _, text in found.unplaced] == [
        "Registry number | ",
        "5. Sign-off",
        "Signed.",
        "Reference 12",
    ]


def laughing(encoding: str) -> bytes:
    entities = '<!ENTITY a "haha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8))
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{entities}]><w:document xmlns:w="{W}"><w:body>{p("&i;")}</w:body></w:document>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
        file.writestr("word/document.xml", text.encode(encoding))
    return data.getvalue()


def lying() -> bytes:
    """A file that says it unpacks to a little, and unpacks to far more."""
    data = bytearray(package(p("a" * (MOST_BYTES + 1))))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as file:
        true = file.getinfo("word/document.xml").file_size
    return bytes(data).replace(true.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def damaged() -> bytes:
    data = bytearray(writer.render(from_answers(WHOLE, GUIDANCE), GUIDANCE))
    data[2000:2600] = bytes(600)
    return bytes(data)


TRAPS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no zip": lambda: b"# A heading",
    "no docx": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
    "a spreadsheet": lambda: zipped(
        {"_rels/.rels": relations(officeDocument="xl/workbook.xml"), "xl/workbook.xml": '<workbook xmlns="x"/>'}
    ),
    "cut off": lambda: writer.render(from_answers(WHOLE, GUIDANCE), GUIDANCE)[:5000],
    "damaged": damaged,
    "no XML": lambda: zipped(
        {"_rels/.rels": relations(officeDocument="word/document.xml"), "word/document.xml": "<w:"}
    ),
    "an old .doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "a password": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "too large": lambda: package(p("a" * (MOST_BYTES + 1))),
    "lying about its size": lying,
    "too many parts": lambda: zipped({str(number): "" for number in range(MOST_ENTRIES + 1)}),
    "entities": lambda: laughing("utf-8"),
    "entities in UTF-16": lambda: laughing("utf-16"),
    "too many paragraphs": lambda: package("<w:p/>" * MOST_TAGS),
    "too deep": lambda: package("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_can_not_be_read_is_refused_in_one_sentence_or_two(trap: str) -> None:
    with pytest.raises(InputError) as caught:
        word.read(TRAPS[trap](), GUIDANCE)
    assert str(caught.value).endswith(".")


def test_each_kind_of_refusal_has_words_of_its_own() -> None:
    told = set()
    for trap in ("no zip", "no docx", "damaged", "an old .doc", "a password", "too large"):
        with pytest.raises(InputError) as caught:
            word.blocks(TRAPS[trap]())
        told.add(str(caught.value))
    assert len(told) == 6


def test_a_word_document_that_is_no_report_of_ours_is_refused_by_read_but_has_blocks() -> None:
    data = package(p("Minutes of a meeting"))
    with pytest.raises(InputError):
        word.read(data, GUIDANCE)
    assert isinstance(word.blocks(data)[0][0], Block)
