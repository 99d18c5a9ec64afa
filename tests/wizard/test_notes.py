"""Notes on the things to consider end in the report or on the check page, and follow there while nobody edits them."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview import notes
from breach_wizard.interview.paths import without
from breach_wizard.interview.shapes import SCREENS as SHOWN
from breach_wizard.prompts import Select, Stopped, Text
from breach_wizard.wizard import run
from tests.kit import runs, samples
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, STOP
from tests.kit.today import GUIDANCE

KINDS = GUIDANCE.types
SECTIONS = ("circumstances", "considerations", "impact", "actions")
MARKING = GUIDANCE.considerations["marking"]
RECALL = GUIDANCE.considerations["recall"]


def resumed(folder: Path, table: dict[str, Any], answers: Any) -> tuple[str, str, Any]:
    """Go on with a draft of these answers; return the report, the last check page, and the draft's answers."""
    prompter = Scripted(table, {"check": "write", "replace": "yes", "anything_else": "no"})
    with runs.store(folder).create() as kept:
        kept.draft.answers = answers
        kept.draft.passed = list(SHOWN)
        session = runs.session(kept, prompter)
        path = run.resume(session, folder / "report.md")
        told = dict(kept.draft.answers)
    prompter.verify()
    (*_, page) = (ask for ask in prompter.asked if ask.id == "check")
    assert isinstance(page, Select)
    looks = [choice.label for choice in page.choices if choice.group in ("To follow", "To look at")]
    return path.read_text(), "\n".join([*looks, *page.notices]), told


def noting(*names: str, **more: Any) -> dict[str, Any]:
    """What is answered where a note is written on each of these."""
    written = {f"considerations.{name}": f"A word on {name} here" for name in names}
    return {"considerations": ("again", *names, "go-on"), **written, **more}


@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_each_note_written_before_its_section(tmp_path: Path, kind: str, ticked: bool) -> None:
    names = KINDS[kind].considerations
    offered = [f"note-{name}" for name in names if GUIDANCE.considerations[name].goes_to == "actions"]
    table = noting(*names, circumstances="It went out.", impact=None, actions=offered if ticked else ["none"])
    if ticked:
        table["actions.status"] = "done" if len(offered) == 1 else offered
    answers = without(samples.answers(breach_type=kind, also=[]), *SECTIONS)
    report, page, _ = resumed(tmp_path, table, answers)
    for name in names:
        words = f"A word on {name} here"
        is_unticked = GUIDANCE.considerations[name].goes_to == "actions" and not ticked
        assert (words in report) is not is_unticked
        assert (words in page) is is_unticked


@pytest.mark.parametrize("written", ["It was so.", "?"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_note_written_after_its_section(tmp_path: Path, kind: str, written: str) -> None:
    names = KINDS[kind].considerations
    table = noting(*names, check=("again", "row:considerations", "write"))
    table |= dict.fromkeys(("circumstances", "impact"), "?") if written == "?" else {}
    answers = samples.answers(breach_type=kind, also=[], circumstances=written, impact=written)
    report, page, _ = resumed(tmp_path, table, answers)
    for name in names:
        words = f"A word on {name} here"
        assert (words in report) is (written != "?" and GUIDANCE.considerations[name].goes_to != "actions")
        assert words in report or words in page


def test_a_note_follows_until_its_text_is_edited_and_is_then_looked_at(tmp_path: Path) -> None:
    answers = samples.answers(breach_type="pre-release-leak", also=[], circumstances="It went out.")
    change: dict[str, Any] = {
        "check": ("again", "row:considerations", "row:considerations", "write"),
        "considerations": ("again", "marking", "go-on", "marking", "go-on"),
        "considerations.marking": ("again", "none", "OFFICIAL"),
    }
    _, _, told = resumed(tmp_path, change, answers)
    assert told["circumstances"] == f"It went out.\n\n{MARKING.stem}: OFFICIAL"
    edited = f"It went out, marked {MARKING.stem}."
    change |= {
        "check": ("again", "row:considerations", "row:circumstances", "row:considerations", "write"),
        "circumstances": edited,
    }
    _, page, told = resumed(tmp_path / "edited", change, answers)
    assert told["circumstances"] == edited
    assert f"{MARKING.stem}: OFFICIAL" in page
    change |= {
        "check": (
            "again",
            "row:considerations",
            "row:circumstances",
            "row:considerations",
            "row:circumstances",
            "write",
        ),
    }
    _, page, _ = resumed(tmp_path / "seen", change, answers)
    assert f"{MARKING.stem}: OFFICIAL" not in page


@pytest.mark.parametrize(
    ("written", "is_told"),
    [("Nobody knows yet.", True), (f"It was {MARKING.stem}: OFFICIAL, and went out.", False), (None, False)],
)
def test_a_note_is_told_of_once_where_its_author_writes_the_text_anew(
    tmp_path: Path, written: str | None, is_told: bool
) -> None:
    answers = samples.answers(breach_type="pre-release-leak", also=[], circumstances="It went out.")
    change = {
        "check": ("again", "row:considerations", "row:circumstances", "write"),
        "considerations": ("again", "marking", "go-on"),
        "considerations.marking": "OFFICIAL",
        "circumstances": written,
    }
    _, page, told = resumed(tmp_path, change, answers)
    assert (f"{MARKING.stem}: OFFICIAL" in page) is is_told
    assert told["considerations"]["marking"] == "OFFICIAL"


def test_a_note_that_is_taken_away_takes_its_action_with_it(tmp_path: Path) -> None:
    table = noting("recall") | {
        "check": ("again", "row:considerations", "row:actions", "row:considerations", "write"),
        "considerations.recall": ("again", "Recalled at 11.10am", "-"),
        "actions": [notes.action_key(RECALL)],
        "actions.status": "done",
    }
    answers = samples.answers(breach_type="pre-release-leak", also=[], actions=[])
    _, _, told = resumed(tmp_path, table | {"considerations": ("again", "recall", "go-on", "recall", "go-on")}, answers)
    assert told["actions"] == []


def test_an_action_of_a_note_that_was_edited_is_looked_at_once(tmp_path: Path) -> None:
    key = notes.action_key(RECALL)
    table = {
        "considerations": ("again", "recall", "go-on", "recall", "go-on"),
        "considerations.recall": ("again", "asked for", "done"),
        "actions": [key],
        "actions.status": "done",
        f"actions.{key}": "text",
        f"actions.{key}.text": "IT recalled it.",
        "check": ("again", "row:considerations", "row:actions", f"row:actions.{key}", "row:considerations", "write"),
    }
    answers = samples.answers(breach_type="pre-release-leak", also=[], actions=[])
    _, page, _ = resumed(tmp_path, table, answers)
    assert f"{RECALL.stem}: done" in page
    looked = ("again", "row:considerations", "row:actions", *[f"row:actions.{key}", "row:considerations"] * 2)
    table["check"] = (*looked[:-1], "write")
    _, page, told = resumed(tmp_path / "seen", table, answers)
    assert f"{RECALL.stem}: done" not in page
    assert told["actions"][0]["text"] == "IT recalled it."


def test_a_text_that_was_begun_keeps_up_with_its_notes(tmp_path: Path) -> None:
    """Whoever goes back from the impact to a note finds the note as it is now in the half-typed text."""

    class HalfTyped(Scripted):
        def text(self, ask: Any) -> str:
            if ask.id == "impact" and not [one for one in self.asked if one.id == "impact"]:
                ask.keep(f"{ask.default}\n\nMore to come")
            return super().text(ask)

    table = {
        "circumstances": "It went out.",
        "considerations": ("again", "accessed", "go-on", "accessed", "go-on"),
        "considerations.accessed": ("again", "54", "55"),
        "impact": ("again", BACK, STOP),
    }
    prompter = HalfTyped(table)
    answers = without(samples.answers(breach_type="early-release", also=[]), *SECTIONS)
    with runs.store(tmp_path).create() as kept:
        kept.draft.answers, kept.draft.passed = answers, list(SHOWN)
        with pytest.raises(Stopped):
            run.resume(runs.session(kept, prompter), tmp_path / "report.md")
    *_, again = (ask for ask in prompter.asked if ask.id == "impact")
    assert isinstance(again, Text)
    assert "54" not in again.default
    assert "55" in again.default
    assert "More to come" in again.default


def test_a_section_that_was_not_known_is_written_with_its_notes(tmp_path: Path) -> None:
    answers = samples.answers(
        breach_type="pre-release-leak", also=[], circumstances="?", considerations={"marking": "none"}
    )
    _, _, told = resumed(tmp_path, {"circumstances": "It went out."}, answers)
    assert told["circumstances"] == f"It went out.\n\n{MARKING.stem}: none"


def test_who_stopped_before_going_on_finds_the_note_put_in(tmp_path: Path) -> None:
    answers = samples.answers(
        breach_type="pre-release-leak", also=[], circumstances="It went out.", considerations={"marking": "none"}
    )
    _, page, told = resumed(tmp_path, {}, answers)
    assert told["circumstances"].endswith(f"{MARKING.stem}: none")
    assert f"{MARKING.stem}: none" in page
