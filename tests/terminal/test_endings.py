"""However a run ends, the draft is kept, the terminal is as it was, and one sentence says how to go on."""

import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.drafts import Store
from breach_wizard.interview.paths import ABSENT, get
from tests.kit import stories
from tests.kit.driver import Driver, begun, tell, up_to
from tests.kit.pty import Terminal, wizard

ROOT = Path(__file__).parents[2]
ENDINGS: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "ctrl-c": (lambda terminal: terminal.send("c-c"), 130),
    "ctrl-d": (lambda terminal: terminal.send("c-d"), 130),
    "sigint": (lambda terminal: terminal.kill(signal.SIGINT), 130),
    "sigterm": (lambda terminal: terminal.kill(signal.SIGTERM), 143),
    "sighup": (lambda terminal: terminal.kill(signal.SIGHUP), 129),
}
KINDS = {"select": "considerations", "text": "occurrences.1.date", "long": "circumstances", "checklist": "actions"}


def running_at(home: Path, last: str, story: dict[str, Any] = stories.OFSTED) -> Driver:
    """A run of a story with a question on the screen."""
    table = stories.SCREENS | story | {"considerations": "go-on", "page": "skip"}
    driver = Driver(begun(table, last, home), home)
    up_to(driver, last, table)
    return driver


def draft(home: Path) -> Any:
    (found,) = Store(home / "drafts").drafts()
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_keeps_the_draft_and_the_terminal(tmp_path: Path, ending: str, kind: str) -> None:
    end, code = ENDINGS[ending]
    driver = running_at(tmp_path, KINDS[kind])
    if kind in ("text", "long"):
        driver.terminal.send("half typed")
        driver.terminal.wait_for("half typed")
    end(driver.terminal)
    driver.terminal.wait_for("breach-wizard resume 1")
    assert termios.tcgetattr(driver.terminal.master) == driver.terminal.before
    assert driver.close() == code
    found = draft(tmp_path)
    assert found.answers["outputs"][0]["title"] == stories.OFSTED["outputs.1.title"]
    if kind in ("text", "long"):
        assert found.partial[KINDS[kind]] == "half typed"


@pytest.mark.parametrize("kind", KINDS)
def test_a_closed_terminal_keeps_the_draft(tmp_path: Path, kind: str) -> None:
    driver = running_at(tmp_path, KINDS[kind])
    if kind in ("text", "long"):
        driver.terminal.send("half typed")
        driver.terminal.wait_for("half typed")
    driver.terminal.close()
    assert driver.terminal.wait() == 129
    found = draft(tmp_path)
    assert found.answers["outputs"][0]["title"] == stories.OFSTED["outputs.1.title"]
    if kind in ("text", "long"):
        assert found.partial[KINDS[kind]] == "half typed"


def test_nothing_is_kept_of_a_run_in_which_nothing_was_answered(tmp_path: Path) -> None:
    with Terminal(
        wizard(), env={"BREACH_WIZARD_HOME": str(tmp_path / "home")}, cwd=Path(__file__).parents[2]
    ) as terminal:
        terminal.wait_for("What has happened?")
        terminal.send("c-c")
        terminal.wait_for("nothing is kept")
        assert terminal.wait() == 130
    assert not (tmp_path / "home").exists()


def test_killed_at_each_question_every_answer_is_there(tmp_path: Path) -> None:
    """Each question is killed the first time that it is seen; the next run resumes, answers it, and comes to another."""
    whole = Driver(["new", "-o", str(tmp_path / "whole.md")], tmp_path / "whole")
    tell(stories.OFSTED, whole, stories.SCREENS)
    assert whole.close() == 0
    home = tmp_path / "killed"
    story = stories.SCREENS | stories.OFSTED | {"replace": "yes"}  # killed once it is written, it is written again
    killed: set[str] = set()
    done: set[str] = set()
    ended = False
    while not ended:
        arguments = ["resume", "1"] if done else ["new"]
        driver = Driver([*arguments, "-o", str(tmp_path / "killed.md")], home)
        ended = True
        for event in driver.questions():
            name = event["id"]
            if name not in killed:
                killed.add(name)
                driver.terminal.kill(signal.SIGKILL)
                ended = False
                break
            assert name not in done or name in (*MENUS, "page", "approved"), f"{name} is asked again"
            driver.type(event, menu(name, done) if name in MENUS else story[name])
            done.add(name)
            if name == "approved":  # a report that is corrected is dated anew
                done.discard("report_date")
        driver.close()
        if done and not ended:
            assert not lost(draft(home).answers, done)
    assert killed == {*whole.seen, "approved", "replace"}
    assert (tmp_path / "killed.md").read_bytes() == (tmp_path / "whole.md").read_bytes()


MENUS = {
    "considerations": ("considerations.accessed", "accessed", "go-on"),
    "check": ("report_date", "row:report_date", "write"),
}
"""Screens that come again: the last question that a choice opens, that choice, and what is chosen afterwards."""


def menu(name: str, done: set[str]) -> str:
    """What is chosen from a screen that comes again."""
    last, before, after = MENUS[name]
    return after if last in done else before


def lost(answers: Any, done: set[str]) -> list[str]:
    """The questions answered of which the draft holds nothing."""
    sections = ("due", "outputs", "occurrences", "circumstances", "producer")
    given = [name for name in done if name.split(".")[0] in sections]
    return [name for name in given if get(answers, tuple(name.split("."))) is ABSENT]


@pytest.mark.parametrize("name", ["OFSTED", "LEAK", "OTHER", "SEVERAL"])
def test_half_typed_long_text_survives_a_kill(tmp_path: Path, name: str) -> None:
    driver = running_at(tmp_path, "circumstances", getattr(stories, name))
    driver.terminal.send("A first paragraph.\r\rA second, half typ")
    driver.terminal.until(
        lambda: draft(tmp_path).partial.get("circumstances", "").endswith("half typ"),
        "the half-typed text in the draft",
    )
    driver.terminal.kill(signal.SIGKILL)
    driver.close()
    driver = Driver(["resume", "1"], tmp_path)
    assert up_to(driver, "circumstances", {})["default"] == "A first paragraph.\n\nA second, half typ"
    driver.terminal.send("c-c")
    driver.close()


DROPPED = """
import os, signal, sys
from breach_wizard.prompts import Stopped, Text
from breach_wizard.terminal.signals import handled

class Dropping:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        os.getpid()  # the signal is seen to before this, and what it raises is dropped, as at the end of an import

with handled():
    Dropping()
    {face}
    try:
        face.text(Text(id="title", question="Title"))
    except Stopped as stopped:
        sys.exit(stopped.code)
"""
FACES = {
    "rich": "from breach_wizard.terminal.rich import RichPrompter; face = RichPrompter()",
    "plain": "from breach_wizard.terminal.plain import PlainPrompter; face = PlainPrompter()",
}


@pytest.mark.parametrize("face", FACES)
def test_a_signal_that_came_amid_what_drops_it_stops_the_run_at_the_next_question(face: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(DROPPED.replace("{face}", FACES[face]))
    terminal = Terminal([sys.executable, str(script)], cwd=ROOT)
    assert terminal.wait() == 143
