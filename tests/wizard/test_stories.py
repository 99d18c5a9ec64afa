"""Whole runs with the scripted prompter, from the first question to the file."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.imports import markdown
from breach_wizard.profile import Profile
from breach_wizard.wizard import run
from tests.kit import runs, stories
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE

GOLDEN = Path(__file__).parents[1] / "data" / "ofsted-2017.md"


def told(folder: Path, story: dict[str, Any], profile: Profile | None = None) -> tuple[Scripted, Any]:
    """Run a story; return the prompter and what the report holds."""
    prompter = Scripted(story, stories.SCREENS)
    with runs.store(folder).create() as kept:
        path = run.start(runs.session(kept, prompter, profile), folder / "report.md")
    prompter.verify()
    found = markdown.read(path.read_bytes(), GUIDANCE)
    assert found.unplaced == ()
    return prompter, found.answers


def test_the_sources_own_case_is_the_golden_document(tmp_path: Path) -> None:
    as_the_source_has_it = {"check": ("again", "row:report_date", "row:references", "write")}
    told(tmp_path, stories.OFSTED | as_the_source_has_it | {"references": stories.CASE["references"][0]})
    assert (tmp_path / "report.md").read_bytes() == GOLDEN.read_bytes()


def test_several_outputs_dates_and_kinds(tmp_path: Path) -> None:
    _, answers = told(tmp_path, stories.SEVERAL)
    assert [one["title"] for one in answers["outputs"]] == ["Labour market overview", "Labour market overview, regions"]
    assert answers["also"] == ["early-release"]
    assert [one["date"] for one in answers["occurrences"]] == [
        "22 March 2017",
        "21 March 2017, 9.50am",
        "23 March 2017, 5pm",
    ]
    assert answers["occurrences"][2]["due"] == "24 March 2017, 9.30am"
    text = (tmp_path / "report.md").read_text()
    assert "8 minutes late" in text
    assert "went live 16 hours 30 minutes before it was due" in text


READ = {"do_now", "guidance", "page", "check"}
"""Screens to read, which are no questions."""

UNKNOWN = {
    name: stories.SEVERAL[name] for name in ("producer", "contact_name", "contact_details", "head_of_profession")
}
DETAILS = ("producer", "contact_name", "contact_details", "head_of_profession", "report_date")
EARLY = {
    name: answer for name, answer in stories.OFSTED.items() if name not in DETAILS and not name.startswith("actions.")
} | {
    "considerations": ("again", "accessed", "sensitivity-early", "go-on"),
    "considerations.sensitivity-early": "Not market sensitive.",
    "actions": ["withdraw", "bring-forward"],
    "actions.status": ["not-yet"],
    "actions.withdraw.when": "by noon; publishing team",
    "actions.bring-forward.when": "",
    "as_last_time": "yes",
    "check": "write",
}
"""An early release with two notes and two planned actions, with a profile."""


PLANNED = stories.LATE | {"actions.status": "by 31 March; publishing team"}


@pytest.mark.parametrize(
    ("story", "profile", "most"),
    [
        (stories.LATE, runs.KNOWN, 15),
        (PLANNED, runs.KNOWN, 15),
        ({name: PLANNED[name] for name in PLANNED if name != "as_last_time"} | UNKNOWN, None, 18),
        (EARLY, runs.KNOWN, 23),
    ],
)
def test_so_many_questions_are_asked(
    story: dict[str, Any], profile: Profile | None, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    prompter = Scripted(story | {"formats": None}, stories.SCREENS)
    with runs.store(tmp_path).create() as kept:
        assert run.start(runs.session(kept, prompter, profile), None).exists()
    prompter.verify()
    questions = [one.id for one in prompter.asked if one.id not in READ]
    assert len(questions) == most, questions


def test_a_minor_late_publication(tmp_path: Path) -> None:
    _, answers = told(tmp_path, stories.LATE, runs.KNOWN)
    assert answers["producer"] == "ONS"
    assert answers["occurrences"][0]["date"] == "22 March 2017"
    assert "8 minutes late: due 9.30am, out 9.38am" in (tmp_path / "report.md").read_text()


@pytest.mark.parametrize("name", ["LEAK", "OTHER"])
def test_a_story_ends_in_a_report(tmp_path: Path, name: str) -> None:
    story = getattr(stories, name)
    _, answers = told(tmp_path, story)
    for word, value in story.items():
        if word in ("circumstances", "producer", "contact_name", "contact_details", "head_of_profession"):
            assert answers[word] == value
