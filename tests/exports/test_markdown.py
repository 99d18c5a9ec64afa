"""The Markdown report: nothing typed is lost or obeyed, whatever it is."""

from hypothesis import given, settings

from breach_wizard.exports import markdown
from breach_wizard.imports import markdown as reader
from breach_wizard.report import Report, from_answers, to_answers
from tests.kit import samples
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


def test_a_number_that_the_writer_gave_an_action_is_escaped_only_where_it_would_begin_a_list() -> None:
    answers = samples.answers(GUIDANCE)
    answers["actions"] = [
        {"key": "1", "text": "1. Recall it.", "status": "taken", "when": "3. May"},
        {"key": "2", "text": "2. Train staff."},
    ]
    report = from_answers(answers, GUIDANCE)
    written = markdown.render(report, GUIDANCE)
    assert b" 1. Recall it." in written
    assert b" 3. May" in written
    assert b"- 2\\. Train staff." in written
    assert from_answers(reader.read(written, GUIDANCE).answers, GUIDANCE) == report
