"""A body's marking: it stands around each document, and never in an answer when the document is read back."""

import io

import pytest
from docx import Document
from hypothesis import given, settings

from breach_wizard import output
from breach_wizard.exports import FORMATS, email, html, load, markdown, word
from breach_wizard.exports.furniture import marked
from breach_wizard.exports.mail_text import mail_attachments, mail_text
from breach_wizard.exports.page_text import page_text
from breach_wizard.imports import recognise
from breach_wizard.report import Report, from_answers, to_answers
from tests.kit.depth import examples
from tests.kit.strategies import GIVEN, reports
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

REPORT = from_answers(WHOLE, GUIDANCE)
MARKING = "OFFICIAL-SENSITIVE [STATISTICS]"
AWKWARD = [
    MARKING, "# Report of a breach of the Code", "1. Core information", "- an item", "| a | b |", "***", "---", "***Draft***", "To follow: x",
    "Page  of ", "Page 1 of 2", "[a]: b", "<header>", "شريك", "\ufffe", "Copy\nfor\n\nnobody",
]  # fmt: skip


@given(reports(), GIVEN)
@settings(max_examples=examples(60), deadline=None)
def test_it_is_in_no_answer_of_a_document_that_is_read_back(report: Report, marking: str) -> None:
    for name in FORMATS:
        assert output.document(to_answers(report, GUIDANCE), name, GUIDANCE, marked(marking))


@pytest.mark.parametrize("marking", AWKWARD)
@pytest.mark.parametrize("name", ["markdown", "word"])
def test_any_line_is_known_by_its_place(name: str, marking: str) -> None:
    found = recognise.read(load(name).render(REPORT, GUIDANCE, marked(marking)), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == REPORT
    assert found.unplaced == ()


def test_it_is_the_first_line_of_a_text_and_at_head_and_foot_of_each_page() -> None:
    dressed = marked(MARKING)
    assert markdown.render(REPORT, GUIDANCE, dressed).decode().splitlines()[0].replace("\\", "") == MARKING
    assert page_text(html.render(REPORT, GUIDANCE, dressed)).splitlines()[0] == MARKING
    section = Document(io.BytesIO(word.render(REPORT, GUIDANCE, dressed))).sections[0]
    assert [one.text for one in section.header.paragraphs] == [MARKING]
    assert section.footer.paragraphs[0].text == MARKING


def test_an_email_has_it_in_its_subject_its_text_and_what_goes_with_it() -> None:
    dressed = marked(MARKING)
    data = email.render(REPORT, GUIDANCE, dressed)
    assert email.subject(REPORT, GUIDANCE, dressed) == f"{MARKING}: {email.subject(REPORT, GUIDANCE)}"
    assert mail_text(data).splitlines()[0] == MARKING
    assert list(mail_attachments(data).values()) == [
        load(name).render(REPORT, GUIDANCE, dressed) for name in email.ATTACHED
    ]


def test_what_else_stands_above_the_title_is_listed() -> None:
    data = f"{MARKING}\n\nSeen by nobody yet\n\n".encode() + markdown.render(REPORT, GUIDANCE)
    assert [text for _, text in recognise.read(data, GUIDANCE).unplaced] == ["Seen by nobody yet"]
