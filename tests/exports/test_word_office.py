"""The Word report in another program: LibreOffice opens it, prints it, and saves it again without loss."""

import base64
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, RGBColor

from breach_wizard import answers as answers_file
from breach_wizard import guidance
from breach_wizard.exports import template, word
from breach_wizard.exports.content import Content, Items, content, values
from breach_wizard.imports import word as reader
from breach_wizard.imports.word import blocks
from breach_wizard.report import Report, from_answers
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

DATA = Path(__file__).parents[1] / "data"
AWKWARD: Any = WHOLE | {
    "also": ["late-publication"],
    "exemption": "?",
    "noticed": "?",
    "outputs": [
        {"key": "1", "title": "Table 1 | a real pipe", "link": f"https://www.gov.uk/{'a-long-address/' * 15}#b_c?d=e&f=g"},
        {"key": "2", "title": "First line\nsecond line\n\nthird, after a blank", "link": ""},
    ],
    "producer": "Not given",
    "contact_name": "?",
    "contact_details": "- one\n- two\nmore of two\n\n- three, apart\n\nA paragraph.",
    "head_of_profession": "Ünïcödé ‘Hoffmann’",
    "references": ["Protocol 2, principle 8", "T3.6 </w:t> {{ x }} ]]> <script>alert(1)</script>"],
    "circumstances": "Right before a list:\n- one <b>x</b>\n- two\n\n- three, apart\n\nTaken: typed\n*Not yet known*\n\n"
    + "A long paragraph, again and again. " * 300,
    "previous_breaches": "Yes.\nIn 2016.",
    "impact": "- an item first\n\nEnds with a colon:",
    "actions": [
        {"key": "1", "text": "- a hyphen\n\nand a paragraph", "status": "taken", "when": "20 March\n2017", "who": "?"},
        {"key": "2", "text": "?", "status": "planned", "when": "", "who": "The team"},
        {"key": "3", "text": "Considered.", "status": "not-taken", "when": "", "who": ""},
    ],
    "updates": "20 March 2017",
    "changes": ["One thing\n\nin two parts", "Another"],
}  # fmt: skip
LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
FOOTER = re.compile(r"^Page \d+ of \d+$", re.MULTILINE)
HEAD = re.compile(r"\f(Core information|Circumstances) Details$", re.MULTILINE)


def source_case() -> Report:
    data = (DATA / "ofsted-2017.toml").read_bytes()
    return from_answers(answers_file.read(data, guidance.active())[0], GUIDANCE)


def awkward() -> Report:
    stripped = {"circumstances": AWKWARD["circumstances"].strip()}
    return from_answers(AWKWARD | stripped, GUIDANCE)


CASES = {"source": source_case, "awkward": awkward}
FONT = "Georgia"


def designed() -> bytes:
    """The form to start from, as somebody with an eye for it has worked on it in Word."""
    document = Document(io.BytesIO(template.starter(GUIDANCE)))
    document.styles["Normal"].font.name = FONT
    for section in document.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO), Cm(2))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]:
        for run in paragraph.runs:
            text, middle = run.text, len(run.text) // 2  # a tag with another look from its middle on is in two pieces
            run.text = text[:middle]
            paragraph._p.remove((again := paragraph.add_run(text[middle:], run.style))._r)
            run._r.addnext(again._r)
            again.font.color.rgb = RGBColor(0, 0x62, 0x5E)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each case as LibreOffice saved it: as PDF, and as Word again under ``again``."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice and poppler-utils")
    folder = tmp_path_factory.mktemp("office")
    for name, case in CASES.items():
        (folder / f"{name}.docx").write_bytes(word.render(case(), GUIDANCE))
        (folder / f"{name}-template.docx").write_bytes(template.fill(case(), template.starter(GUIDANCE), GUIDANCE))
    (folder / "designed.docx").write_bytes(designed())
    files = sorted(folder.glob("*.docx"))
    for kind, where in (("pdf", folder), ("docx:MS Word 2007 XML", folder / "again")):
        subprocess.run(
            [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind,
             "--outdir", where, *files],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
    return folder


def printed(file: Path) -> str:
    """The text on paper, without blanks, line ends and what each page repeats."""
    done = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True)
    return compact(HEAD.sub("", FOOTER.sub("", done.stdout)))


def compact(text: str) -> str:
    return re.sub(r"\s+", "", text)


def answers(said: Content) -> list[str]:
    """Every line of every answer, in the order of the form."""
    found: list[str] = []
    for part in said.parts:
        if isinstance(part, Items):
            for entry in part.entries:
                found += [entry.mark, entry.text.text, *(row.value.text for row in entry.more)]
        else:
            found += [value.text for value in values([part])]
    return [line.removeprefix("- ") for text in found for line in text.split("\n") if line]


@pytest.mark.parametrize("case", CASES)
def test_every_answer_is_printed_in_order(office: Path, case: str) -> None:
    said = content(CASES[case](), GUIDANCE)
    seen = printed(office / f"{case}.pdf")
    assert all(compact(label) in seen for label in said.to_follow)
    place = 0
    for line in answers(said):
        found = seen.find(compact(line), place)
        assert found >= 0, line
        place = found + len(compact(line))


@pytest.mark.parametrize("case", CASES)
def test_a_form_of_ones_own_is_printed_with_every_answer(office: Path, case: str) -> None:
    seen = printed(office / f"{case}-template.pdf")
    for line in answers(content(CASES[case](), GUIDANCE)):
        assert line == "Not given" or compact(line) in seen


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("saved", [".", "again"], ids=["as Word saves it", "saved by LibreOffice"])
def test_a_form_that_was_given_another_look_is_filled_in_and_keeps_it(office: Path, saved: str, case: str) -> None:
    filled = template.fill(CASES[case](), (office / saved / "designed.docx").read_bytes(), GUIDANCE)
    document = Document(io.BytesIO(filled))
    assert all(one.orientation == WD_ORIENT.LANDSCAPE for one in document.sections)
    assert document.styles["Normal"].font.name == FONT
    assert any(one.blob == LOGO for one in document.part.package.iter_parts() if one.partname.endswith(".png"))
    seen = compact("".join(blocks(filled)[1]))
    for line in answers(content(CASES[case](), GUIDANCE)):
        assert line == "Not given" or compact(line) in seen, line


@pytest.mark.parametrize("case", CASES)
def test_a_report_that_was_saved_again_is_still_read(office: Path, case: str) -> None:
    found = reader.read((office / "again" / f"{case}.docx").read_bytes(), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == CASES[case]()
    assert found.unplaced == ()
