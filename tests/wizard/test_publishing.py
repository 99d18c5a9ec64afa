"""A copy for publication, asked for one by one, and from the finish."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.prompts import Back, Select
from breach_wizard.publishing import LEFT_OUT, READ_IT, Copy
from breach_wizard.report import from_answers
from breach_wizard.wizard import afterwards, publishing
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE
from tests.wizard.test_afterwards import made

APPROVED: dict[str, Any] = {"approved": {"by": "Head of Profession", "on": "21 March 2017"}}
NAMED: dict[str, Any] = APPROVED | {
    "contact_name": "Zebedee Varga",
    "contact_details": "stats@example.gov.uk, zebedee@example.gov.uk",
    "head_of_profession": "Quenby Fell",
    "circumstances": "Zebedee told Quenby. The deputy director was on leave.",
    "told": "",
}
ANSWERS: dict[str, Any] = {
    "publish.head_of_profession": "keep",
    "publish.contact_details.0": "keep",
    "publish.others": ("none",),
    "publish.circumstances.1": "leave-out",
    "publish.circumstances.2": "keep",
    "publish.circumstances.3": "words",
    "publish.words": "away",
}


def decided(table: dict[str, Any], **changed: Any) -> Copy:
    prompter = Scripted(table)
    found = publishing.decide(prompter, from_answers(WHOLE | NAMED | changed, GUIDANCE), GUIDANCE)
    prompter.verify()
    return found


def test_each_is_asked_and_done_as_answered() -> None:
    report = decided(ANSWERS).report
    assert (report.head_of_profession, report.contact_name) == ("Quenby Fell", "")
    assert report.contact_details == "stats@example.gov.uk"
    assert report.circumstances == f"{LEFT_OUT} told Quenby. The deputy director was away."


def test_who_is_not_kept_is_left_out_of_the_texts_and_what_is_kept_stays_there() -> None:
    table = ANSWERS | {
        "publish.head_of_profession": "leave-out",
        "publish.others": ("contact_name",),
        "publish.circumstances.3": "keep",
    }
    del table["publish.words"]
    report = decided(table).report
    assert (report.contact_name, report.head_of_profession) == ("Zebedee Varga", "")
    assert report.circumstances == f"Zebedee told {LEFT_OUT}. The deputy director was on leave."


def test_what_is_sure_can_be_kept_all_the_same() -> None:
    table = ANSWERS | {f"publish.circumstances.{number}": "keep" for number in (1, 2, 3)}
    del table["publish.words"]
    assert decided(table).report.circumstances == NAMED["circumstances"]


def test_going_back_comes_to_the_question_before_and_leaves_from_the_first() -> None:
    back = ANSWERS | {"publish.contact_details.0": ("again", BACK, "keep"), "publish.words": ("again", BACK, "away")}
    assert decided(back).report == decided(ANSWERS).report
    with pytest.raises(Back):
        decided({"publish.head_of_profession": BACK})


@pytest.mark.parametrize("changed", [APPROVED, {"approved": "no"}, {}])
def test_it_is_offered_at_the_finish_of_an_approved_report_only(tmp_path: Path, changed: dict[str, Any]) -> None:
    session, prompter = made(tmp_path, {"anything_else": "no"}, **changed)
    afterwards.anything_else(session, {})
    asked = prompter.asked[0]
    assert isinstance(asked, Select)
    assert ("publish" in [one.value for one in asked.choices]) == (changed == APPROVED)


def test_a_copy_is_written_at_the_finish(tmp_path: Path) -> None:
    table = ANSWERS | {
        "anything_else": ("again", "publish", "no"),
        "publish.format": ("again", BACK, "word", "govspeak"),
        "publish.circumstances.3": ("again", "words", "words"),
        "publish.output": ("again", BACK, str(tmp_path / "copy.txt")),
    }
    session, prompter = made(tmp_path, table, None, **NAMED)
    session.kept.draft.answers = WHOLE | NAMED
    afterwards.anything_else(session, {})
    assert "Varga" not in (tmp_path / "copy.txt").read_text()
    assert prompter.screens[-1][-1].text == READ_IT
    formats = next(one for one in prompter.asked if one.id == "publish.format")
    assert isinstance(formats, Select)
    assert formats.choices[0].value == "govspeak"
