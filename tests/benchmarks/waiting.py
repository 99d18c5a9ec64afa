"""Processor time that a person waits for: from a key to its painting, and from an answer to the next question.

All in this process: the wizard runs over a draft in a folder, the face reads from a pipe and draws for nobody.
"""

import contextlib
import io
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input

from breach_wizard.interview.shapes import Answers
from breach_wizard.prompts import Ask, Checklist, Screen, Select, Spoken, Stopped, Text
from breach_wizard.terminal.cells import Anchoring
from breach_wizard.wizard import checking, walking
from tests.kit import runs
from tests.kit.drawn import Watched
from tests.kit.pty import KEYS
from tests.kit.scripted import Scripted

Answer = TypeVar("Answer")

ANSWERED = 8
"""So many questions of a kind are answered."""


class Sink(io.StringIO):
    """A terminal that shows nothing."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        return len(text)


class Painted(NamedTuple):
    """Seconds until a question is first painted, and the median until a key is; with the keys pressed."""

    first: float
    key: float


def painted(question: Text | Select | Checklist, *keys: str) -> Painted:
    """Open a question in the face, press keys, each once the one before is painted, and stop."""
    took: list[float] = []
    left = [*keys, "c-c"]
    began = time.process_time()

    def next_key(_: Any) -> None:
        nonlocal began
        took.append(time.process_time() - began)
        if left:
            key = left.pop(0)
            began = time.process_time()
            source.send_text(KEYS.get(key, key))

    with create_pipe_input() as source:
        output = Anchoring(Sink(), lambda: Size(rows=24, columns=80), term="xterm")
        face = Watched(next_key, output=output, source=source)
        with contextlib.suppress(Stopped):
            match question:
                case Text():
                    face.text(question)
                case Select():
                    face.select(question)
                case Checklist():
                    face.checklist(question)
    return Painted(took[0], statistics.median(took[1 : len(keys) + 1]))


class Timed(Scripted):
    """Takes what stands in each question as its answer, notes how long it was waited for, and stops after some."""

    def __init__(self, most: int = ANSWERED) -> None:
        super().__init__({})
        self.most = most
        self.took: list[float] = []
        self.answered = time.process_time()

    def choose(self, ask: Ask) -> Any:
        self.took.append(time.process_time() - self.answered)
        if len(self.took) > self.most:
            raise Stopped
        return (ask.default or ask.choices[-1].value) if isinstance(ask, Select) else None

    def text(self, ask: Text) -> str:
        return self._timed(super().text(ask))

    def select(self, ask: Select) -> str:
        return self._timed(super().select(ask))

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        return self._timed(super().checklist(ask))

    def show(self, screen: Screen, *, alone: bool = False, choices: int = 0, spoken: Spoken = "always") -> None:
        """Show nothing."""

    def _timed(self, answer: Answer) -> Answer:
        self.answered = time.process_time()
        return answer


def waited_for(answers: Answers, *steps: str) -> dict[str, float]:
    """Return what a person waits for with these answers, in seconds.

    From each of these steps on, the median until the next question; until the check page is there, and painted; a key
    on it; a save.
    """
    found = {}
    with tempfile.TemporaryDirectory() as folder, runs.store(Path(folder)).create() as draft:
        for step in steps:
            prompter = Timed()
            draft.draft.answers = answers
            with contextlib.suppress(Stopped):
                first, *rest = step.split(".")
                walking.walk_all(runs.session(draft, prompter, runs.KNOWN), (first, *rest))
            found[f"the question after {step}"] = statistics.median(prompter.took[1:])
        prompter = Timed(most=0)
        session = runs.session(draft, prompter, runs.KNOWN)
        with contextlib.suppress(Stopped):
            checking.check_answers(session)
        (page,) = prompter.asked
        first_painted, key = painted(page, *["down"] * 5)  # type: ignore[arg-type]
        found |= {"the check page": prompter.took[0], "its first painting": first_painted, "a key on it": key}
        began = time.process_time()
        session.save()
        found["saving"] = time.process_time() - began
    return found
