"""Whether it still goes on: what is offered when, asked again once the announced time has passed; how it ended."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.imports import markdown
from breach_wizard.imports.updating import update_of
from breach_wizard.prompts import Select
from breach_wizard.wizard import run
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, LEAK, SCREENS
from tests.kit.today import GUIDANCE

TOLD: dict[str, Any] = {name: answer for name, answer in LEAK.items() if not name.startswith("triage")} | {
    "breach_type": "pre-release-leak",
    "due": "22 March 2017",
    "occurrences.1.date": "21 March 2017 5pm",
    "noticed": "",
}
TOLD.pop("occurrences.1.date.look")
"""A leak of statistics that were due half an hour ago."""


def told(folder: Path, story: dict[str, Any]) -> tuple[Scripted, Any]:
    prompter = Scripted(story, SCREENS)
    with runs.store(folder).create() as kept:
        path = run.start(runs.session(kept, prompter), folder / "report.md")
    prompter.verify()
    return prompter, markdown.read(path.read_bytes(), GUIDANCE).answers


@pytest.mark.parametrize("first", ["yes", "?"])
def test_once_its_time_has_passed_it_is_asked_again_and_points_at_published(tmp_path: Path, first: str) -> None:
    story = TOLD | {"ongoing": ("again", first, BACK, "published"), "due": ("again", "22 March 2017", "22 March 2017")}
    prompter, answers = told(tmp_path, story)
    assert answers["ongoing"] == "published"
    asked = [one for one in prompter.asked if one.id == "ongoing" and isinstance(one, Select)]
    assert [one.pointed for one in asked] == ["", "published", "published"]
    ids = [one.id for one in prompter.asked]
    assert ids.index("occurrences.1.date") > ids.index("do_now", ids.index("due"))  # what to do first is another now


@pytest.mark.parametrize("due", ["22 March 2017 2pm", "21 to 24 March 2017", "“in the week after”"])
def test_before_its_time_it_is_not_asked_again(tmp_path: Path, due: str) -> None:
    prompter, answers = told(tmp_path, TOLD | {"due": due})
    assert answers["ongoing"] is True
    assert [one.id for one in prompter.asked].count("ongoing") == 1


@pytest.mark.parametrize("way", ["yes", "no"])
def test_how_a_leak_ended_is_asked_before_when(tmp_path: Path, way: str) -> None:
    story = TOLD | {"ongoing": "no", "access_ended": way, "ended": "21 March 2017 5.20pm"}
    prompter, answers = told(tmp_path, story)
    assert answers["access_ended"] == (way == "yes")
    ids = [one.id for one in prompter.asked]
    assert ids.index("access_ended") + 1 == ids.index("ended")


@pytest.mark.parametrize("kind", GUIDANCE.types)
def test_each_type_offers_what_its_question_can_be_answered_with(kind: str) -> None:
    words = GUIDANCE.types[kind].ongoing
    offered = {True: words.yes, False: words.no, "published": words.published, "?": words.unknown}
    assert len(set(filter(None, offered.values()))) == len(list(filter(None, offered.values())))
    assert all(words.said(value) == label for value, label in offered.items())


def test_what_is_over_now_is_asked_for_its_end_in_a_report_that_was_read(tmp_path: Path) -> None:
    told(tmp_path, TOLD | {"due": "22 March 2017 2pm"})
    read = markdown.read((tmp_path / "report.md").read_bytes(), GUIDANCE).answers
    prompter = Scripted({"ongoing": "no", "access_ended": "no", "ended": "22 March 2017 9.50am"}, SCREENS)
    with runs.store(tmp_path).create() as kept:
        kept.draft.answers = update_of({**read, "considerations": {}}, GUIDANCE)
        kept.draft.passed = ["do_now", "guidance"]
        run.resume(runs.session(kept, prompter), tmp_path / "again.md")
    prompter.verify()


def test_an_exemption_stops_nothing_and_says_by_whom_it_was_agreed(tmp_path: Path) -> None:
    story = TOLD | {
        "due": "22 March 2017 2pm",
        "check": ("again", "row:exemption", "write"),
        "exemption": "yes",
        "exemption_note": "The regulator, 2 March 2017",
    }
    _, answers = told(tmp_path, story)
    assert (answers["exemption"], answers["exemption_note"]) == (True, "The regulator, 2 March 2017")
    assert answers["circumstances"]
