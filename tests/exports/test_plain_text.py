"""The plain text: every answer literally and in order, and our words in brackets."""

from hypothesis import given

from breach_wizard import output
from breach_wizard.exports import Printed, plain_text
from breach_wizard.exports.content import content
from breach_wizard.report import Report, from_answers
from breach_wizard.standing import NOT_KNOWN_WORDS
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE, named
from tests.test_check import WHOLE


@given(reports())
def test_every_answer_stands_in_it_in_order(report: Report) -> None:
    assert (
        output.missing(report, Printed(plain_text.render(content(report, GUIDANCE)), lambda line: (line,)), GUIDANCE)
        == ""
    )


def test_a_value_with_line_breaks_stands_beneath_its_label() -> None:
    changes = {
        "contact_details": "One\n\nTwo",
        "noticed": "?",
        "actions": [{"text": "a\nb", "status": "taken", "when": "now", "who": ""}],
    }
    text = plain_text.render(content(from_answers(WHOLE | changes, GUIDANCE), GUIDANCE))
    assert f"{named('contact_details')}:\n  One\n\n  Two\n" in text
    assert "- Taken: a\n  b\n  When: now\n" in text
    assert f"{named('noticed')}: [{NOT_KNOWN_WORDS}]" in text
