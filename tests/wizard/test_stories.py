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
    told(tmp_path, stories.OFSTED)
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


def test_a_minor_late_publication_with_a_profile_takes_fifteen_questions(tmp_path: Path) -> None:
    prompter, answers = told(tmp_path, stories.LATE, runs.KNOWN)
    questions = [one.id for one in prompter.asked if one.id not in ("do_now", "guidance", "check")]  # which are read
    assert len(questions) <= 15, questions
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
