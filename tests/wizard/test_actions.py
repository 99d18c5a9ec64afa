"""The corrective actions: what is on offer in which order, and what marking one as taken asks for."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview.shapes import SCREENS as SHOWN
from breach_wizard.prompts import Checklist
from breach_wizard.wizard import acting, run
from tests.kit import runs, samples
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK
from tests.kit.today import GUIDANCE

KINDS = GUIDANCE.types


def offered(folder: Path, table: dict[str, Any], answers: Any) -> tuple[list[Checklist], Any]:
    """Ask which actions; return each list that was shown, and the answer."""
    prompter = Scripted(table, {"anything_else": "no"})
    with runs.store(folder).create() as kept:
        session = runs.session(kept, prompter)
        session.put_all(answers)
        acting.actions(session)
        prompter.verify()
        return [ask for ask in prompter.asked if isinstance(ask, Checklist)], session.answers["actions"]


@pytest.mark.parametrize("name", KINDS)
def test_those_of_the_kind_come_first_the_official_ones_before_the_others(tmp_path: Path, name: str) -> None:
    (shown,), _ = offered(tmp_path, {"actions": ["none"]}, {"breach_type": name})
    kind = KINDS[name]
    ids = [choice.value for choice in shown.choices]
    assert ids[: len(kind.actions) + len(kind.practice)] == [*kind.actions, *kind.practice]
    named = {one for other in KINDS.values() for one in (*other.actions, *other.practice)}
    assert not (named - {*kind.actions, *kind.practice}) & set(ids)
    groups = list(dict.fromkeys(choice.group for choice in shown.choices))
    assert len(groups) == len({choice.group for choice in shown.choices})
    assert {"tell-head-of-profession", "tell-pre-release-access", "tell-press-office", "tell-regulator"} <= set(ids)


@pytest.mark.parametrize("name", KINDS)
def test_every_suggestion_can_be_chosen_whatever_the_kind(tmp_path: Path, name: str) -> None:
    lists, chosen = offered(
        tmp_path,
        {"actions": ["second-person", "others"], "actions.others": ("again", BACK, ["none"])},
        {"breach_type": name},
    )
    first, others, again, _ = lists
    twins = {one.id for one in GUIDANCE.actions.values() if one.twin} | {one.twin for one in GUIDANCE.actions.values()}
    ids = {choice.value for shown in (first, others) for choice in shown.choices}
    assert set(GUIDANCE.actions) - ids <= twins
    assert again.ticked == ("second-person",)  # what was ticked before going back stands
    assert [one["key"] for one in chosen] == ["second-person"]


def test_a_suggestion_of_another_kind_that_was_chosen_is_ticked_in_the_list(tmp_path: Path) -> None:
    answers: Any = {"breach_type": "late-publication", "actions": [{"key": "training", "suggestion": "training"}]}
    (shown,), chosen = offered(tmp_path, {"actions": None}, answers)
    assert shown.ticked == ("training",)
    assert [one["key"] for one in chosen] == ["training"]


TRAINING = GUIDANCE.actions["training"]


@pytest.mark.parametrize("text", [TRAINING.planned, *TRAINING.former])
def test_a_planned_action_that_was_read_back_is_marked_as_taken(tmp_path: Path, text: str) -> None:
    told = marked(tmp_path, text, "taken", {"actions.1.when": None})
    assert f"**Taken:** {TRAINING.taken}" in told
    assert "by 30 September" not in told  # when it was to be done is not when it was done
    assert "Desk" in told


def test_words_of_ones_own_are_asked_for_when_the_status_changes(tmp_path: Path) -> None:
    told = marked(
        tmp_path, "The desk will be trained.", "taken", {"actions.1.text": "Trained it.", "actions.1.when": "1 May"}
    )
    assert "**Taken:** Trained it." in told
    assert "1 May" in told


def test_an_action_that_was_not_taken_can_say_why(tmp_path: Path) -> None:
    more = {"actions.1.text": "Train the desk.", "actions.1.reason": "The desk had just had it."}
    told = marked(tmp_path, TRAINING.planned, "not-taken", more)
    assert "**Considered, not taken:** Train the desk." in told
    assert "**Reason:** The desk had just had it." in told


def test_the_reason_goes_where_an_action_is_taken_after_all(tmp_path: Path) -> None:
    action = {"text": TRAINING.planned, "status": "not-taken", "reason": "The desk had just had it."}
    told = marked(tmp_path, TRAINING.planned, "taken", {"actions.1.when": ""}, action)
    assert "The desk had just had it" not in told


def marked(folder: Path, text: str, status: str, more: dict[str, Any], changed: dict[str, Any] | None = None) -> str:
    """Mark the one action of a report, planned unless ``changed`` says otherwise, as another; return the report."""
    action = {"key": "1", "text": text, "status": "planned", "when": "by 30 September", "who": "Desk"} | (changed or {})
    table = {"check": ("again", "row:actions.1", "write"), "actions.1": f"status:{status}", **more}
    prompter = Scripted(table, {"anything_else": "no"})
    with runs.store(folder).create() as kept:
        kept.draft.answers = samples.answers(also=[], actions=[action])
        kept.draft.passed = list(SHOWN)
        path = run.resume(runs.session(kept, prompter), folder / "report.md")
    prompter.verify()
    return path.read_text()
