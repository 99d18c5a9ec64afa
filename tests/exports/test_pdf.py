"""The PDF of record: every answer in it and in order, its structure for a screen reader, the same bytes each time."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import exports, output
from breach_wizard.errors import UsageError
from breach_wizard.exports import pdf, pdf_text
from breach_wizard.exports.content import content
from breach_wizard.exports.furniture import marked
from breach_wizard.report import Report, from_answers, to_answers
from tests.exports.test_word_office import CASES, compact
from tests.exports.test_word_office import answers as every_line
from tests.kit.depth import FULL
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

if not exports.is_installed("pdf"):
    pytest.skip("needs the packages of the extra pdf", allow_module_level=True)

MARKING = "OFFICIAL-SENSITIVE"
REPEATED = re.compile(rf"^\f?(Page \d+ of \d+|{MARKING})$", re.MULTILINE)
HOSTILE = [
    "#set page(width: 1pt)", "#import \"x.typ\"", "#{panic()}", "$x$ *b* _e_ `r` @ref <label> = head", "] \\ \\u{41} \" ' ~ -- ... //", "/* x */",
    "\u202eabc\u202c \u2066x\u2069 \u200f", "👩\u200d🔬 日本語", "שלום עולם, hello שָׁלוֹם", "مرحبا بالعالم", "\ue000 \ufffe \ufeff", "e\u0301\u0300 ½ ① ﬁ", "1\u0301 1 e\u0323\u0300 ee\u0323", "2017 0\u0300 (\u0300)",
    "x" * 300, "Téléstatistical\u00admetrological\u00ad" * 9, "https://www.gov.uk/" + "a-b/" * 90, "‹U+0041›", "| one | \\| two |", "| a | b |\n| --- | --- |\n| 日 | \\\\ |",
]  # fmt: skip


def tool(name: str, *arguments: str | Path) -> str:
    if shutil.which(name) is None:
        pytest.skip("needs poppler-utils")
    return subprocess.run([name, *arguments], check=True, capture_output=True, text=True).stdout


def hostile(text: str) -> Report:
    typed: dict[str, Any] = {
        "outputs": [{"key": "1", "title": text, "link": text}],
        "actions": [{"key": "1", "text": text, "status": "taken", "when": text, "who": text}],
    }
    return from_answers(WHOLE | typed | dict.fromkeys(("producer", "circumstances", "impact"), text), GUIDANCE)


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_every_answer_is_printed_in_order(case: str, tmp_path: Path) -> None:
    report = CASES[case]()
    (tmp_path / "r.pdf").write_bytes(pdf.render(report, GUIDANCE, marked(MARKING)))
    text = tool("pdftotext", "-raw", tmp_path / "r.pdf", "-")
    assert text.count(MARKING) == 2 * text.count("\f")
    seen, place = compact(REPEATED.sub("", text)), 0
    for line in every_line(content(report, GUIDANCE)):
        place = seen.find(compact(line), place) + len(compact(line))
        assert place >= len(compact(line)), line


def test_headings_head_cells_and_lists_are_told_to_a_screen_reader(tmp_path: Path) -> None:
    report = from_answers(
        WHOLE | {"circumstances": "- an item\n\n| Time | What |\n| --- | --- |\n| 9am | It |"}, GUIDANCE
    )
    (tmp_path / "r.pdf").write_bytes(pdf.render(report, GUIDANCE))
    tree = tool("pdfinfo", "-struct-text", tmp_path / "r.pdf")
    levels = re.findall(r'^ *H(\d) "', tree, re.MULTILINE)
    assert levels == ["1", "2", "2", "3", "2", "2"]
    heads = re.findall(r'^ *TH .*?Span \(inline\)\n *"(.*?)"', tree, re.MULTILINE | re.DOTALL)
    assert heads == ["Core information", "Details", "Circumstances", "Details", "Time", "What"]
    assert tree.count("/Scope /Column") == len(heads)
    assert re.search(r'LI .*?LBody.*?"an item"', tree, re.DOTALL)
    said = tool("pdfinfo", tmp_path / "r.pdf")
    for told in ("Title: +Report of a breach", "Tagged: +yes", "CreationDate: +Tue Mar 21"):
        assert re.search(told, said), told
    for standard in (b"pdfuaid:part", b"pdfaid:part", b"/Lang (en-GB)"):
        assert standard in (tmp_path / "r.pdf").read_bytes().replace(b"/Lang(", b"/Lang (")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_is_never_markup(text: str) -> None:
    report = hostile(text)
    data = output.document(to_answers(report, GUIDANCE), "pdf", GUIDANCE, marked(text))
    held = pdf.held(data, GUIDANCE)
    line = text.split("\n", 1)[0]
    for piece in held.pieces(line):
        assert held.text.count(piece) >= 8


def test_a_text_as_long_as_a_book() -> None:
    text = '#set ] " \\ a line of a long text, 日, again and again, to be read by nobody.\n\n' * (
        12_500 if FULL else 500
    )
    assert output.document(to_answers(hostile("x"), GUIDANCE) | {"circumstances": text.strip()}, "pdf", GUIDANCE)


def test_a_sign_without_a_font_is_shown_as_its_code_and_named() -> None:
    data = pdf.render(hostile("human 👨 error, \u202eit"), GUIDANCE)
    assert pdf_text.compact("human‹U+1F468›error,‹U+202E›it") in pdf.held(data, GUIDANCE).text
    assert "U+1F468" in output.remarks(data, "pdf")
    assert "U+202E" in output.remarks(data, "pdf")
    assert not output.remarks(pdf.render(from_answers(WHOLE, GUIDANCE), GUIDANCE), "pdf")


@pytest.mark.parametrize("day", ["21 March 2017", "?"])
def test_the_same_report_gives_the_same_bytes_whenever_it_is_made(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report = from_answers(WHOLE | {"report_date": day}, GUIDANCE)
    before = pdf.render(report, GUIDANCE)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert pdf.render(report, GUIDANCE) == before


def test_without_its_packages_one_sentence_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(exports.NEEDED, "pdf", ("no_such_package",))
    with pytest.raises(UsageError, match=re.escape("breach-wizard[pdf]")):
        output.document(WHOLE, "pdf", GUIDANCE)
