"""The plain text: every answer literally and in order, and our words in brackets."""

from hypothesis import given

from breach_wizard import form, searching
from breach_wizard.exports import plain_text
from breach_wizard.exports.content import content
from breach_wizard.report import Report, from_answers
from tests.kit.strategies import reports
from tests.test_check import WHOLE


@given(reports())
def test_every_answer_stands_in_it_in_order(report: Report) -> None:
    said = content(report)
    assert searching.missing(said, plain_text.render(said)) == ""


def test_a_value_with_line_breaks_stands_beneath_its_label() -> None:
    changes = {
        "contact_details": "One\n\nTwo",
        "actions": [{"text": "a\nb", "status": "taken", "when": "now", "who": ""}],
    }
    text = plain_text.render(content(from_answers(WHOLE | changes)))
    assert f"{form.CONTACT_DETAILS}:\n  One\n\n  Two\n" in text
    assert "- Taken: a\n  b\n  When: now\n" in text
    assert f"{form.NOTICED}: [{form.NOT_GIVEN}]" in text
