"""What is written is known to hold the report: a document that lost or changed an answer never leaves."""

from typing import Any

import pytest
from hypothesis import example, given, settings

from breach_wizard import output
from breach_wizard.dates.moment import Words
from breach_wizard.errors import ExportError, InputError
from breach_wizard.exports import FORMATS, load
from breach_wizard.exports.mail_text import mail_attachments
from breach_wizard.report import Report, from_answers, to_answers
from tests.kit.depth import examples
from tests.kit.strategies import WORDS_FOR_A_DATE, reports
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE


@pytest.mark.parametrize("name", FORMATS)
@given(report=reports())
@settings(max_examples=examples(40))
def test_every_report_is_found_whole_in_every_format(name: str, report: Report) -> None:
    assert output.document(to_answers(report, GUIDANCE), name, GUIDANCE)


@pytest.mark.parametrize("name", FORMATS)
@given(due=WORDS_FOR_A_DATE)
@example(due=Words("0\u0300 and 1\u0301 1"))
@settings(max_examples=examples(100))
def test_a_time_in_words_stands_literally_within_words_of_ours(name: str, due: Words) -> None:
    assert output.document(WHOLE | {"ongoing": "published", "due": str(due)}, name, GUIDANCE)


@pytest.mark.parametrize("name", ["markdown", "html", "email", "pdf"])
@pytest.mark.parametrize(
    "change", [{"impact": "Something else."}, {"producer": "Nobody"}, {"actions": [{"text": "Rest."}]}]
)
def test_a_document_without_an_answer_is_not_written(
    name: str, change: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = load(name).render(from_answers(WHOLE | change, GUIDANCE), GUIDANCE)
    monkeypatch.setattr(load(name), "render", lambda *_: other)
    with pytest.raises(ExportError):
        output.document(WHOLE, name, GUIDANCE)


def test_answers_in_another_order_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = {"circumstances": WHOLE["impact"], "impact": WHOLE["circumstances"]}
    other = load("html").render(from_answers(WHOLE | swapped, GUIDANCE), GUIDANCE)
    monkeypatch.setattr(load("html"), "render", lambda *_: other)
    with pytest.raises(ExportError):
        output.document(WHOLE, "html", GUIDANCE)


@pytest.mark.parametrize("attached", [{}, {"report.md": b"# Nothing"}])
def test_an_email_with_something_else_attached_is_not_written(
    attached: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("breach_wizard.exports.email.attachments", lambda *_: attached)
    with pytest.raises(ExportError):
        output.document(WHOLE, "email", GUIDANCE)


def test_the_email_goes_to_the_head_of_profession() -> None:
    data = output.mail(WHOLE, GUIDANCE, hop_email="hop@example.gov.uk", submission_address="reports@example.org")
    assert b"To: hop@example.gov.uk\r\n" in data
    assert b"reports@example.org" not in data
    assert mail_attachments(data)


def test_it_goes_outward_only_where_that_is_asked_for_and_settled() -> None:
    data = output.mail(
        WHOLE, GUIDANCE, hop_email="hop@example.gov.uk", submission_address="reports@example.org", for_submission=True
    )
    assert b"To: reports@example.org\r\n" in data
    with pytest.raises(InputError, match="submission_address="):
        output.mail(WHOLE, GUIDANCE, hop_email="hop@example.gov.uk", for_submission=True)
