"""The Markdown report: nothing typed is lost or obeyed, whatever it is."""

from hypothesis import given, settings

from breach_wizard.exports import markdown
from breach_wizard.imports import markdown as reader
from breach_wizard.report import Report, from_answers, to_answers
from tests.kit.strategies import reports


@given(reports())
def test_answers_and_report_are_inverse(report: Report) -> None:
    assert from_answers(to_answers(report)) == report


@given(reports())
@settings(max_examples=400)
def test_what_is_written_is_read_back(report: Report) -> None:
    found = reader.read(markdown.render(report))
    assert from_answers(found.answers) == report
    assert found.unplaced == ()
