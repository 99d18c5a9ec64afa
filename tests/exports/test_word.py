from hypothesis import given, settings

from breach_wizard.exports import word
from breach_wizard.imports import word as reader
from breach_wizard.report import Report, from_answers
from tests.kit.strategies import reports


@given(reports())
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_back(report: Report) -> None:
    found = reader.read(word.render(report))
    assert from_answers(found.answers) == report
    assert found.unplaced == ()
