"""Back from every question of every type, in every face: nothing is refused, nothing is lost."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.prompts import Ask, Text
from breach_wizard.wizard import run
from tests.kit import piped, runs
from tests.kit.driver import Driver
from tests.kit.scripted import Scripted
from tests.kit.stories import LEAK, OFSTED, OTHER, OWN, SCREENS, SEVERAL, GoBack, Table
from tests.kit.told import Given

STORIES = {
    "early-release": OFSTED,
    "late-publication": SEVERAL,
    "pre-release-leak": LEAK | {"impact": "No impact."},
    "other": OTHER,
}
HALF = "31 February half"
"""What is left half typed; no date, and so not acceptable where a date is asked for."""

LINES = {f"actions.{number}.text": text.strip() for number, text in enumerate(OWN[1:], 2)}
"""Actions that were typed as lines of one; each is a question by itself for who comes back to them."""

DROPPED = ("outputs.2.title", "occurrences.2.date")
"""The first questions of what is added: going back from them drops it, and puts what was typed aside."""


class Backwards(Table):
    """Goes back from each question the first time that it comes, answers the one before again, and then this one."""

    def __init__(self, story: dict[str, Any]) -> None:
        super().__init__(story, SCREENS | {"replace": "yes"} | LINES)
        self.gone: set[str] = set()
        self.last: dict[str, Any] = {}
        self.left = ""

    def answer_or_back(self, name: str, *, is_text: bool) -> Any:
        if name not in self.gone:
            self.gone.add(name)
            self.left = name
            return GoBack(HALF if is_text else "")
        if self.left not in ("", name):  # the question before, once more
            return self.last[name] if isinstance(self.last[name], str) and not is_text else None
        self.left = ""
        self.last[name] = self.answer(name)
        return self.last[name]


class Returning(Scripted):
    """Finds what was left half typed, in every text that was left."""

    def __init__(self, story: dict[str, Any]) -> None:
        super().__init__(story)
        self.table: Backwards = Backwards(story)

    def choose(self, ask: Ask) -> Any:
        if isinstance(ask, Text) and ask.id == self.table.left:
            assert (ask.kept if ask.id in DROPPED else ask.default) == HALF, ask.id
        return self.table.answer_or_back(ask.id, is_text=isinstance(ask, Text))


def backwards(story: dict[str, Any], folder: Path) -> tuple[bytes, Given]:
    """What the wizard writes for somebody who goes back from every question, and what was asked and answered."""
    prompter = Returning(story)
    with runs.store(folder).create() as kept:
        path = run.start(runs.session(kept, prompter), folder / "report.md")
    prompter.verify()
    return path.read_bytes(), prompter.given


def forwards(story: dict[str, Any], folder: Path) -> bytes:
    with runs.store(folder).create() as kept:
        return run.start(runs.session(kept, Scripted(story, SCREENS)), folder / "report.md").read_bytes()


@pytest.mark.parametrize("kind", STORIES)
def test_in_plain_lines(kind: str, tmp_path: Path) -> None:
    expected = forwards(STORIES[kind], tmp_path / "forwards")
    written, given = backwards(STORIES[kind], tmp_path / "scripted")
    assert written == expected
    ended = piped.talk(["new", "--plain", "-o", str(tmp_path / "report.md")], tmp_path / "home", piped.lines(given))
    assert ended.code == 0, ended.talk.decode()
    assert (tmp_path / "report.md").read_bytes() == expected


@pytest.mark.parametrize("kind", STORIES)
def test_on_a_drawn_screen(kind: str, tmp_path: Path) -> None:
    table = Backwards(STORIES[kind])
    driver = Driver(["new", "-o", str(tmp_path / "report.md")], tmp_path / "home")
    for event in driver.questions():
        is_text = event["kind"] in ("text", "long")
        if is_text and event["id"] == table.left:
            assert event["default"].endswith("" if event["id"] in DROPPED else HALF), event["id"]
        answer = "skip" if event["id"] == "page" else table.answer_or_back(event["id"], is_text=is_text)
        driver.type(event, answer)
    assert driver.close() == 0
    table.verify()
    assert (tmp_path / "report.md").read_bytes() == forwards(STORIES[kind], tmp_path / "forwards")
