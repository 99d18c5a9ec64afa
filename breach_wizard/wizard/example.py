"""A walk through an example: every question of the source's own case, each with its answer; nothing of it is kept."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import breach_wizard
from breach_wizard import answers, files
from breach_wizard.guidance import Guidance
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import steps
from breach_wizard.prompts import Ask, Back, Checklist, Choice, Line, Prompter, Screen, Select, Spoken, Text
from breach_wizard.wizard import writing
from breach_wizard.wizard.checking import LEAVES, check_until, preview
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.walking import walk_all

FILE: Final = Path(breach_wizard.__file__).with_name("example.toml")
"""The case that the official form of 2016-17 holds, as an answers file."""

EXAMPLE: Final = "Example: the case in the official form of 2016-17."
MARK: Final = "Example: "
"""Before each question: a face that speaks says a notice that comes again only once."""
LEAVE: Final = "Leave the example; nothing is kept"

Asked = TypeVar("Asked", bound=Ask)
Answer = TypeVar("Answer")


def case(guidance: Guidance) -> Answers:
    """Return the answers of the example.

    Raises:
        AnswersError: a body's own guidance has no place for one of them.
    """
    return answers.read(FILE.read_bytes(), guidance)[0]


def show(session: Session) -> None:
    """Go through every question and the check page, and show the report; write it only where that is wanted.

    Args:
        session: over the example's answers, with a face that says what they are (`Told`), in a draft that is not kept.

    Raises:
        Leave: the user leaves it.
        Stopped: the user or the system ended it.
    """
    session.notices.append(EXAMPLE)
    walk_all(session, steps(session.answers, session.context)[0])
    check_until(session, lambda: _finish(session))


def _finish(session: Session) -> None:
    """Show the report, and ask whether it is to be written.

    Raises:
        Back: from that question.
    """
    with contextlib.suppress(Back):
        preview(session, "Go on")
    answer = session.prompter.select(
        Select(
            id="example.keep",
            question="This is where the report is written. Keep anything of the example?",
            label="Keep",
            notices=session.take_notices(),
            choices=(Choice("no", "No, keep nothing"), Choice("yes", "Yes, write its report to a file")),
            default="no",
        )
    )
    if answer == "yes":
        paths = writing.Writing(session, None).run()
        listed = [Line(str(files.absolute(path)), "copy") for path in paths.values()]
        session.prompter.show([Line("Written: the report of the example, not one of yours."), *listed], alone=True)


class Told:
    """A face that says at each question and on each screen that it is an example."""

    def __init__(self, face: Prompter) -> None:
        self.face = face

    def select(self, ask: Select) -> str:
        """As `Prompter.select`; what would leave a draft leaves the example."""
        ask = ask._replace(hint=ask.hint.replace(LEAVES, "L leave the example"))
        choices = tuple(one._replace(label=LEAVE) if one.value == "leave" else one for one in ask.choices)
        return self._asked(self.face.select, ask._replace(choices=choices))

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        """As `Prompter.checklist`."""
        return self._asked(self.face.checklist, ask)

    def text(self, ask: Text) -> str:
        """As `Prompter.text`."""
        return self._asked(self.face.text, ask)

    def show(self, screen: Screen, *, alone: bool = False, choices: int = 0, spoken: Spoken = "always") -> None:
        """As `Prompter.show`."""
        self.face.show([Line(EXAMPLE, "note"), *screen], alone=alone, choices=choices, spoken=spoken)

    def copy(self, text: str) -> str:
        """As `Prompter.copy`."""
        return self.face.copy(text)

    def _asked(self, method: Callable[[Asked], Answer], ask: Asked) -> Answer:
        return method(ask._replace(question=f"{MARK}{ask.question}", keeps="nothing"))
