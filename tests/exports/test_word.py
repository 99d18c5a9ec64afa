"""The report in Word: nothing typed is lost or obeyed, and the document is built as a careful person would."""

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.styles.styles import Styles
from hypothesis import given, settings

from breach_wizard import form
from breach_wizard.exports import word
from breach_wizard.exports.content import content
from breach_wizard.imports import word as reader
from breach_wizard.report import Report, from_answers
from breach_wizard.standing import NOT_KNOWN_WORDS
from tests.exports.test_awkward import BREAKERS
from tests.kit.depth import examples
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE, named
from tests.test_check import WHOLE

HOSTILE = [
    "<script>alert(1)</script>", "</w:t></w:r></w:p>", "{{ x }} {% if %}", "]]>", "<!-- x", "<?xml version='1.0'?>", "&lt; &#65; &amp;",
    "_x0041_ _xFFFE_", "\ufffe between \uffff", "a\nb\n\nc", "\u202eturned", "عدد 13,000 (تقريبا) users", "שלום, עולם. the end",
    "Not yet known", "Taken:", "To follow: nothing", "Core information", "Details", "Page 1 of 2", "word " * 20_000,
    "Outside the organisation:\nNobody.\n\nInside the organisation:",
]  # fmt: skip


def everywhere(text: str) -> Report:
    """A report that holds a text wherever one can stand."""
    text = text.strip()
    return from_answers(WHOLE | {
        "outputs": [{"key": "1", "title": text, "link": text}, {"key": "2", "title": text, "link": ""}],
        "occurrences": [{"key": "1", "date": "20 March 2017, 5pm", "note": text}],
        "actions": [{"key": "1", "text": text, "status": "taken", "when": text, "who": text}, {"key": "2", "text": text}],
        "references": [text, "T3.6", text],
        "updates": "20 March 2017",
        "changes": [text, text],
    } | dict.fromkeys(
        ("producer", "contact_name", "contact_details", "head_of_profession", "statement_link", "circumstances",
         "previous_breaches", "impact"), text
    ), GUIDANCE)  # fmt: skip


def opened(report: Report) -> WordDocument:
    """The document as another program reads it."""
    return Document(io.BytesIO(word.render(report, GUIDANCE)))


@given(reports())
@settings(max_examples=examples(100), deadline=None)
def test_what_is_written_is_read_back(report: Report) -> None:
    found = reader.read(word.render(report, GUIDANCE), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == report
    assert found.unplaced == ()


@pytest.mark.parametrize("text", [*BREAKERS, *HOSTILE], ids=lambda text: text[:20].encode("unicode-escape").decode())
def test_an_awkward_text_stands_in_every_place_as_it_was_typed(text: str) -> None:
    report = everywhere(text)
    found = reader.read(word.render(report, GUIDANCE), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == report
    assert found.unplaced == ()


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "</w:t></w:r></w:p>", "{{ x }}", "]]>", "&amp; &#65;", "_x0041_", "*em* # no"]
)
def test_another_program_sees_the_text_literally_and_no_more_tables(text: str) -> None:
    document = opened(everywhere(text))
    assert [one.text for one in document.paragraphs].count(text) == 6  # three long texts, an action, two changes
    assert document.tables[0].cell(1, 1).text == text
    assert len(document.tables) == 2


def test_the_same_report_gives_the_same_bytes_and_tells_neither_author_nor_time() -> None:
    report = from_answers(WHOLE, GUIDANCE)
    data = word.render(report, GUIDANCE)
    assert word.render(report, GUIDANCE) == data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {one.date_time[0] for one in file.infolist()} == {1980}
        assert not any("thumbnail" in one or "docProps/app" in one for one in file.namelist())
    properties = opened(report).core_properties
    assert (properties.title, properties.language) == (content(report, GUIDANCE).title, "en-GB")
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created is properties.modified is None


def test_headings_lists_and_tables_are_real() -> None:
    document = opened(
        from_answers(
            WHOLE | {"impact": "Two:\n- one\n- two", "actions": [{"key": "1", "text": "It was withdrawn."}]}, GUIDANCE
        )
    )
    outline = [(one.style.name, one.text) for one in document.paragraphs if one.style and one.text]
    assert outline[0] == ("Title", content(from_answers(WHOLE, GUIDANCE), GUIDANCE).title)
    assert [text for style, text in outline if style == "Heading 1"] == [section.heading for section in form.SECTIONS]
    assert ("Heading 2", named("circumstances")) in outline
    assert [text for style, text in outline if style == "List Bullet"] == ["one", "two", "It was withdrawn."]
    for table in document.tables:
        repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert repeated == [True] + [False] * (len(table.rows) - 1)


def test_it_is_a4_in_british_english_and_its_pages_are_numbered() -> None:
    document = opened(from_answers(WHOLE, GUIDANCE))
    (section,) = document.sections
    assert abs((section.page_width or 0) - Cm(21)) < Cm(0.01)
    assert abs((section.page_height or 0) - Cm(29.7)) < Cm(0.01)
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_only_words_of_ours_are_italic_and_only_our_marks_bold() -> None:
    action: dict[str, Any] = {"key": "1", "text": "Taken: typed", "status": "taken", "when": "?", "who": "When: typed"}
    document = opened(from_answers(WHOLE | {"producer": NOT_KNOWN_WORDS, "impact": "?", "actions": [action]}, GUIDANCE))
    runs = [run for one in document.paragraphs for run in one.runs] + [
        run for table in document.tables for cell in table._cells for one in cell.paragraphs for run in one.runs
    ]
    assert {run.text for run in runs if run.bold} == {"Taken:", named("actions.when"), named("actions.who")}
    italic = [run.text for run in runs if run.italic]
    assert set(italic) == {NOT_KNOWN_WORDS}
    assert [run.italic for run in runs if run.text == NOT_KNOWN_WORDS].count(None) == 1


def test_the_headings_of_the_impact_are_seen_as_such() -> None:
    text = "Outside the organisation:\nNobody saw it.\n\nNobody inside the organisation did."
    document = opened(from_answers(WHOLE | {"impact": text}, GUIDANCE))
    bold = [run.text for one in document.paragraphs if "organisation" in one.text for run in one.runs if run.bold]
    assert bold == ["Outside the organisation:"]


def test_what_is_to_follow_is_named_at_the_top_and_only_then() -> None:
    report = from_answers(WHOLE | {"impact": "?", "noticed": "?"}, GUIDANCE)
    named = opened(report).paragraphs[1].text
    assert all(label in named for label in content(report, GUIDANCE).to_follow)
    assert not any(one.text.startswith(form.TO_FOLLOW) for one in opened(from_answers(WHOLE, GUIDANCE)).paragraphs)


def test_a_text_that_runs_from_the_right_is_marked_so() -> None:
    cell = (
        opened(from_answers(WHOLE | {"producer": "שלום, עולם", "contact_name": "The שלום team"}, GUIDANCE))
        .tables[0]
        ._cells
    )
    right, mixed = (next(one.paragraphs[0] for one in cell if words in one.text) for words in ("עולם", "The"))
    assert right._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert [(run.text, run.font.rtl) for run in mixed.runs] == [("The ", None), ("שלום", True), (" team", None)]


def test_the_work_grows_with_the_number_of_items_and_of_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    passed_over = searches = 0
    find, style_id = BaseOxmlElement.first_child_found_in, Styles.get_style_id

    def counted(self: BaseOxmlElement, *names: str) -> Any:
        nonlocal passed_over
        passed_over += len(self)
        return find(self, *names)

    def searched(self: Styles, *named: Any) -> Any:
        nonlocal searches
        searches += 1
        return style_id(self, *named)  # type: ignore[no-untyped-call]  # python-docx left it out

    monkeypatch.setattr(BaseOxmlElement, "first_child_found_in", counted)
    monkeypatch.setattr(Styles, "get_style_id", searched)
    work = []
    for number in (20, 80):
        keys = [{"key": str(one)} for one in range(1, number + 1)]
        answers = WHOLE | {
            "outputs": [one | {"title": "A bulletin", "link": ""} for one in keys],
            "occurrences": [one | {"date": "20 March 2017, 5pm", "note": "As typed."} for one in keys],
            "actions": [one | {"text": "It was withdrawn.", "status": "taken"} for one in keys],
            "impact": "\n\n".join(["Nobody saw it.", "- One line", "| A | B |\n|---|---|\n| 1 | 2 |"] * number),
        }
        passed_over = searches = 0
        word.render(from_answers(answers, GUIDANCE), GUIDANCE)
        work.append((passed_over, searches))
    (few, few_styles), (many, many_styles) = work
    assert many < 4.5 * few
    assert many_styles <= few_styles + 60  # one for each of the tables that were typed
