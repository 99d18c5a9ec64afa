"""Dates in the wizard: several at once, and those that can only be kept in their words."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.imports import markdown
from breach_wizard.interview.context import Context
from breach_wizard.interview.occurrences import with_further
from breach_wizard.interview.steps import steps
from breach_wizard.prompts import Text
from breach_wizard.wizard import adding, run
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, OFSTED, SCREENS, GoBack
from tests.kit.today import GUIDANCE

TWO = "14 and 15 March 2017"


def ran(story: dict[str, Any], folder: Path) -> tuple[Scripted, Any]:
    prompter = Scripted(story, SCREENS)
    with runs.store(folder).create() as kept:
        session = runs.session(kept, prompter)
        run.start(session, folder / "report.md")
        return prompter, session.answers


def dates(answers: Any) -> list[str]:
    return [one["date"] for one in answers["occurrences"]]


def test_how_a_date_was_understood_is_told_once_it_is_left_as_it_is(tmp_path: Path) -> None:
    story = OFSTED | {
        "ended": ("again", "Tuesday 20 March 2017 5.30pm", "20 March 2017 5.45pm"),
        "ended.look": "change",
    }
    prompter, _ = ran(story, tmp_path)
    told = [one for ask in prompter.asked for one in ask.notices if "Monday 20 March 2017, 5." in one]
    assert any("5.45pm" in one for one in told)
    assert not any("5.30pm" in one for one in told)


def test_what_can_not_be_read_is_kept_in_its_words_if_the_user_says_so(tmp_path: Path) -> None:
    story = OFSTED | {
        "noticed": ("again", "some time after lunch", None, None),
        "noticed.words": ("again", "change", GoBack(), "keep"),
    }
    prompter, answers = ran(story, tmp_path)
    assert answers["noticed"] == "“some time after lunch”"
    fields = [ask.default for ask in prompter.asked if isinstance(ask, Text) and ask.id == "noticed"]
    assert fields == ["", "some time after lunch", "some time after lunch"]  # what was typed is still there
    assert "“some time after lunch”" in (tmp_path / "report.md").read_text()


def test_words_that_were_kept_are_not_asked_about_again(tmp_path: Path) -> None:
    story = OFSTED | {
        "noticed": ("again", "some time after lunch", None),
        "noticed.words": "keep",
        "check": ("again", "row:noticed", "row:report_date", "write"),
    }
    prompter, answers = ran(story, tmp_path)
    assert [ask.id for ask in prompter.asked].count("noticed.words") == 1
    assert answers["noticed"] == "“some time after lunch”"


def test_two_dates_are_two_occurrences_and_back_shows_them_as_typed(tmp_path: Path) -> None:
    story = OFSTED | {"occurrences.1.date": ("again", TWO, None), "noticed": ("again", BACK, "")}
    prompter, answers = ran(story, tmp_path)
    assert dates(answers) == ["14 March 2017", "15 March 2017"]
    _, again = (ask for ask in prompter.asked if isinstance(ask, Text) and ask.id == "occurrences.1.date")
    assert (again.default, again.kept) == (TWO, "")
    noticed = next(ask for ask in prompter.asked if ask.id == "noticed")
    assert any("2 occurrences" in one for one in noticed.notices)
    assert dates(markdown.read((tmp_path / "report.md").read_bytes(), GUIDANCE).answers) == dates(answers)


@pytest.mark.parametrize(
    ("then", "left"),
    [
        ("14 and 16 March 2017", ["14 March 2017", "16 March 2017"]),
        ("14 March 2017", ["14 March 2017"]),
        ("13, 14 and 15 March 2017", ["13 March 2017", "15 March 2017", "14 March 2017"]),
    ],
)
def test_other_dates_take_the_place_of_those_before(tmp_path: Path, then: str, left: list[str]) -> None:
    story = OFSTED | {"occurrences.1.date": ("again", TWO, then), "noticed": ("again", BACK, "")}
    _, answers = ran(story, tmp_path)
    assert dates(answers) == left


def test_an_edit_that_was_begun_and_left_changes_nothing_until_it_is_ended(tmp_path: Path) -> None:
    story = OFSTED | {
        "occurrences.1.date": ("again", TWO, GoBack("14 and 16 March"), "14 and 16 March 2017"),
        "due": ("again", "22 March 2017", "22 March 2017"),
        "noticed": ("again", BACK, ""),
    }
    prompter, answers = ran(story, tmp_path)
    assert dates(answers) == ["14 March 2017", "16 March 2017"]
    last = [ask for ask in prompter.asked if isinstance(ask, Text) and ask.id == "occurrences.1.date"][-1]
    assert (last.default, last.kept) == ("14 and 16 March", "14 March 2017")


def test_a_further_occurrence_that_holds_more_stays() -> None:
    answers: Any = {
        "occurrences": [{"key": "1", "date": "14 March 2017", "type": "other"}, {"key": "2", "date": "1 March 2017"}]
    }
    answers = with_further(answers, "1", ["15 March 2017", "16 March 2017"])
    assert [one.get("type") for one in answers["occurrences"]] == ["other", None, "other", "other"]
    answers["occurrences"][2]["note"] = "The second file."
    answers = with_further(answers, "1", ["17 March 2017"])
    assert dates(answers) == ["14 March 2017", "1 March 2017", "15 March 2017", "17 March 2017"]
    assert len({one["key"] for one in answers["occurrences"]}) == 4


def test_a_date_typed_with_another_is_not_asked_by_itself() -> None:
    answers: Any = {"breach_type": "early-release", "occurrences": [{"key": "1", "date": "14 March 2017"}]}
    context = Context(now=runs.NOW, guidance=GUIDANCE)
    assert steps(with_further(answers, "1", ["15 March 2017"]), context) == steps(answers, context)


@pytest.mark.parametrize(
    ("key", "left", "is_told"), [("1", ["15 March 2017"], True), ("1&2", ["14 March 2017"], False)]
)
def test_one_of_the_dates_typed_together_is_taken_out_alone(
    tmp_path: Path, key: str, left: list[str], is_told: bool
) -> None:
    answers: Any = {"breach_type": "early-release", "occurrences": [{"key": "1", "date": "14 March 2017"}]}
    session = runs.session(runs.store(tmp_path).create(), Scripted({}))
    session.put_all(with_further(answers, "1", ["15 March 2017"]))
    session.keep(("occurrences", "1", "date"))(TWO)
    adding.take_out(session, "occurrences", key)
    assert dates(session.answers) == left
    assert steps(session.answers, session.context).count(("occurrences", "1", "date")) == 1
    assert not session.kept.draft.partial  # what was typed for both would bring the other back
    assert bool(session.notices) == is_told


TITLE = OFSTED["outputs.1.title"]


@pytest.mark.parametrize(("typed", "is_looked_at"), [("today 9.30am", True), (f"{TITLE}, March 2017", False)])
def test_a_date_where_none_belongs_is_looked_at(tmp_path: Path, typed: str, is_looked_at: bool) -> None:
    look = {"outputs.1.title": ("again", typed, TITLE), "outputs.1.title.look": "change"}
    prompter, answers = ran(OFSTED | (look if is_looked_at else {"outputs.1.title": typed}), tmp_path)
    prompter.verify()
    assert answers["outputs"][0]["title"] == (TITLE if is_looked_at else typed)
