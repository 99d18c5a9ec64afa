"""Random walks through the whole wizard: answer, back, change, add, take out, stop, resume, in any order."""

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.drafts import OpenDraft
from breach_wizard.imports import markdown
from breach_wizard.prompts import Ask, Back, Checklist, Screen, Select, Spoken, Stopped, Text
from breach_wizard.report import from_answers
from breach_wizard.wizard import run
from breach_wizard.wizard.session import Leave
from tests.kit import runs
from tests.kit.depth import FULL
from tests.kit.today import GUIDANCE

STEPS = 10_000
WORDS = [
    "?",
    "",
    "9.38",
    "22 March 2017 9.30am",
    "20 March 2017 5pm",
    "21/3/2017",
    "14 and 15 March 2017",
    "20 to 24 March 2017",
    "some time in the spring",
    "not announced",
    "Text | with * marks",
    "- one\n- two",
    "Ofsted",
    "Head of Profession, 21 March 2017",
]
OF_NOTES = {"circumstances", "impact", "actions"}
"""What a note stands in, and follows it there."""

OCCURRED = {"occurrences", "also"}
"""What is added with its last answer: the other of two times that can't both be is asked for from there."""

OWNERS = {
    "considerations": {"considerations", *OF_NOTES},
    "breach_type": {"breach_type", *OF_NOTES},
    "noticed": {"noticed", *OCCURRED, *OF_NOTES},
    "due": {"due", *OCCURRED},
    "ended": {"ended", *OCCURRED},
    "occurrences": {*OCCURRED, *OF_NOTES},
    "add": {"outputs", "occurrences", "also", *OF_NOTES},
    "also": {"outputs", "occurrences", "also", *OF_NOTES},
    "approved": {"report_date"},  # what is corrected is dated anew
    "ongoing": {"ongoing", "access_ended", "ended"},  # what was left empty while it went on is asked for
    "triage": {"breach_type"},
    "as_last_time": {"producer", "contact_name", "contact_details", "head_of_profession"},
}
"""The questions whose answer changes more than the answer of their own name."""


FINISH = ("formats", "output", "folder", "replace", "anything_else")
"""The questions after the check page."""


class Walker:
    """Answers at random with what is on offer; fails where an answer changes that was not asked for."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.steps = 0
        self.finishing = False
        self.kept: OpenDraft | None = None
        self.before: dict[str, Any] = {}
        self.checked: dict[str, Any] = {}
        self.last = ""
        self.way: list[str] = []
        self.has_gone_back = False

    def _step(self, ask: Ask) -> None:
        assert self.kept is not None
        answers = self.kept.draft.answers
        self._compare(dict(answers), at_check=ask.id == "check")
        self._look_back(ask.id)
        self.before = dict(deepcopy(answers))
        self.checked = self.before if ask.id == "check" else self.checked
        self.last = ask.id
        self.steps += 1
        self.has_gone_back = False
        if self.finishing:
            return
        if self.random.random() < 0.15:
            self.has_gone_back = True
            raise Back("half typed")
        if self.random.random() < 0.04:
            raise Stopped

    def _compare(self, answers: dict[str, Any], *, at_check: bool) -> None:
        """What was asked has changed its own answers; a change gone back from is undone; notes settle for the page."""
        if at_check and self.has_gone_back and answers == self.checked:
            return
        root = self.last.split(".")[0]
        owned = OWNERS.get(root, {root}) | (OF_NOTES if at_check else set())
        for name, value in self.before.items():
            if name not in owned and name != "approved":  # any change may end an approval
                assert answers.get(name) == value, f"{self.last} changed {name}"

    def _look_back(self, name: str) -> None:
        """Back from each question of the finish comes to the one before it."""
        if self.way and self.last == self.way[-1] and self.has_gone_back and len(self.way) > 1:
            self.way.pop()
            assert name == self.way[-1] or self.way[-1] == "folder", f"back from {self.last} to {name}"
            self.way[-1] = name  # a folder that was made is not asked about again
        elif name == "check":
            self.way = ["check"]
        elif name in FINISH and self.way and self.last != "message":
            self.way.append(name) if name != self.way[-1] else None

    def select(self, ask: Select) -> str:
        self._step(ask)
        values = [one.value for one in ask.choices]
        if self.finishing:
            wanted = {
                "check": "write",
                "replace": "yes",
                "considerations": "go-on",
                "impact.again": "no",
            }
            missing = [one for one in values if one.startswith("missing:")]
            if missing:
                return missing[0]
            return wanted.get(ask.id, "keep" if ask.id.endswith((".look", ".words")) else values[0])
        if ask.id == "check" and self.random.random() < 0.5:
            values = [one for one in values if one.startswith(("row:", "add", "follow", "look"))]
        return self.random.choice(values)

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        self._step(ask)
        alone = [one.value for one in ask.choices if one.alone]
        others = [one.value for one in ask.choices if not one.alone]
        if alone and self.random.random() < 0.2:
            return (self.random.choice(alone),)
        picked = self.random.sample(others, self.random.randint(1, min(4, len(others))))
        return tuple(one for one in others if one in picked)

    def text(self, ask: Text) -> str:
        self._step(ask)
        if ask.id in ("output", "message.file"):
            return self.random.choice((ask.default, f"new-{self.random.randrange(99)}/report", "report"))
        words = (
            [ask.default, *self.random.sample(WORDS, len(WORDS))]
            if self.random.random() < 0.3 or self.finishing
            else list(WORDS)
        )
        if not self.finishing:
            self.random.shuffle(words)
        return next(word for word in words if ask.check(word) is None)

    def show(self, screen: Screen, *, alone: bool = False, choices: int = 0, spoken: Spoken = "always") -> None:
        assert all(isinstance(line.text, str) for line in screen)

    def copy(self, text: str) -> str:
        return text


@pytest.mark.parametrize("seed", range(8 if FULL else 3))
def test_random_walks_lose_nothing_and_reach_the_end(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    walker = Walker(seed)
    store = runs.store(tmp_path)
    number = 0
    while walker.steps < STEPS / 8:
        with store.open(number) if number else store.create() as kept:
            walker.kept, walker.before, walker.last = kept, {}, ""
            number = _walk(walker, kept, tmp_path, begin=not number)
    walker.finishing = True
    with store.open(number) if number else store.create() as kept:
        walker.kept, walker.before, walker.last = kept, {}, ""
        path = run.resume(runs.session(kept, walker, runs.KNOWN if seed % 2 else None), tmp_path / "report.md")
    from_answers(markdown.read(path.read_bytes(), GUIDANCE).answers, GUIDANCE)


def _walk(walker: Walker, kept: OpenDraft, folder: Path, *, begin: bool) -> int:
    """One run, until it is written, left or stopped; return the draft to go on with, 0 for a new one."""
    session = runs.session(kept, walker, runs.KNOWN if walker.random.random() < 0.5 else None)
    try:
        output = folder / f"report-{walker.steps}.md" if walker.random.random() < 0.3 else None
        (run.start if begin else run.resume)(session, output)
    except (Leave, Stopped):
        pass
    else:
        if walker.random.random() < 0.5:
            return 0
    return kept.draft.number if kept.is_saved else 0
