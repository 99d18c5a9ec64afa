"""The Markdown report: nothing typed is lost or obeyed, whatever it is."""

from hypothesis import given, settings

from breach_wizard.exports import markdown
from breach_wizard.imports import markdown as reader
from breach_wizard.report import Report, from_answers, to_answers
from tests.kit.depth import examples
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE


@given(reports())
def test_answers_and_report_are_inverse(report: Report) -> None:
    assert from_answers(to_answers(report, GUIDANCE), GUIDANCE) == report


@given(reports())
@settings(max_examples=examples(400))
def test_what_is_written_is_read_back(report: Report) -> None:
    found = reader.read(markdown.render(report, GUIDANCE), GUIDANCE)
    assert from_answers(found.answers, GUIDANCE) == report
    assert found.unplaced == ()
