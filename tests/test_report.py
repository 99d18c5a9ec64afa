"""From answers to a report: what is required, and what follows by itself."""

from typing import Any

import pytest

from breach_wizard.errors import AnswersError
from breach_wizard.interview.paths import without
from breach_wizard.report import from_answers, to_answers
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE


@pytest.mark.parametrize(
    "name",
    [
        "breach_type",
        "outputs",
        "due",
        "occurrences",
        "producer",
        "contact_name",
        "report_date",
        "references",
        "circumstances",
        "impact",
    ],
)
def test_what_is_required(name: str) -> None:
    for answers in (without(WHOLE, name), WHOLE | {name: ""}):
        with pytest.raises(AnswersError) as caught:
            from_answers(answers, GUIDANCE)
        assert [one.where for one in caught.value.problems] == [name]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(AnswersError) as caught:
        from_answers({"breach_type": "other"}, GUIDANCE)
    assert len(caught.value.problems) == 9


def test_no_action_is_an_answer_and_a_missing_one_is_not() -> None:
    assert from_answers(WHOLE | {"actions": []}, GUIDANCE).actions == ()
    with pytest.raises(AnswersError):
        from_answers(without(WHOLE, "actions"), GUIDANCE)


def test_another_kind_needs_no_announced_time() -> None:
    assert from_answers({**without(WHOLE, "due"), "breach_type": "other"}, GUIDANCE).due is None


def test_the_day_of_a_late_publication_goes_without_saying() -> None:
    report = from_answers({**without(WHOLE, "occurrences"), "breach_type": "late-publication"}, GUIDANCE)
    assert str(report.occurrences[0].moment) == "22 March 2017"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ongoing", "ended"), [(True, "ongoing"), ("published", "published"), ("stays-up", "stays-up"), ("?", "?")]
)
def test_what_is_still_going_on(ongoing: Any, ended: str) -> None:
    report = from_answers(WHOLE | {"ongoing": ongoing, "ended": ""}, GUIDANCE)
    assert report.ended == ended
    assert from_answers(to_answers(report, GUIDANCE), GUIDANCE) == report


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("taken", "Withdrew the data."),
        ("planned", "Withdraw the data."),
        ("", "Withdraw the data as soon as possible."),
    ],
)
def test_a_suggestion_is_put_in_first_hand_words(status: str, text: str) -> None:
    report = from_answers(
        WHOLE | {"actions": [{"key": "withdraw", "suggestion": "withdraw", "status": status}]}, GUIDANCE
    )
    assert report.actions[0].text == text  # type: ignore[union-attr]
    own = from_answers(
        WHOLE | {"actions": [{"key": "withdraw", "suggestion": "withdraw", "text": "Taken down."}]}, GUIDANCE
    )
    assert own.actions[0].text == "Taken down."  # type: ignore[union-attr]


@pytest.mark.parametrize("value", ["False", "true", "yes", 1, 0])
@pytest.mark.parametrize("name", ["exemption", "market_sensitive"])
def test_a_word_for_yes_or_no_is_taken_for_neither(name: str, value: Any) -> None:
    with pytest.raises(AnswersError, match=name):
        from_answers({**WHOLE, name: value}, GUIDANCE)  # type: ignore[misc]
