"""A strict prompter that answers from a table: question id to answer, in any order.

It fails on a question that the table doesn't hold, an answer that is not on offer, a text that is refused, and, in
`verify`, on rows that were never used.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from breach_wizard.prompts import Ask, Back, Checklist, Screen, Select, Spoken, Stopped, Text
from tests.kit.stories import STOP, GoBack, Table


class Scripted:
    """A prompter that answers from a table.

    ``given`` holds each question with its answer, in the order asked.
    """

    def __init__(self, table: Mapping[str, Any], defaults: Mapping[str, Any] | None = None) -> None:
        self.table = Table(table, defaults)
        self.asked: list[Ask] = []
        self.given: list[tuple[Ask, Any]] = []
        self.screens: list[Screen] = []
        self.copied: list[str] = []

    def _answer(self, ask: Ask) -> Any:
        self.asked.append(ask)
        assert len(self.asked) < 400, f"asked without end; last: {[one.id for one in self.asked[-6:]]}"
        answer = self.choose(ask)
        self.given.append((ask, answer))
        if isinstance(answer, GoBack):
            ask.keep(answer.typed)
            raise Back(answer.typed)
        if answer is STOP:
            raise Stopped
        return answer

    def choose(self, ask: Ask) -> Any:
        """Return the answer to a question from the table."""
        return self.table.answer(ask.id)

    def select(self, ask: Select) -> str:
        answer = str(self._answer(ask))
        offered = [choice.value for choice in ask.choices]
        assert len(set(offered)) == len(offered), f"{ask.id}: a value is offered twice: {offered}"
        assert answer in offered, f"{ask.id}: {answer!r} is not on offer: {offered}"
        return answer

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        given = self._answer(ask)
        answer: Sequence[str] = ask.ticked if given is None else given
        offered = [choice.value for choice in ask.choices]
        assert len(set(offered)) == len(offered), f"{ask.id}: a value is offered twice: {offered}"
        assert answer, f"{ask.id}: at least one must be ticked"
        assert set(answer) <= set(offered), f"{ask.id}: {answer!r} is not on offer: {offered}"
        lone = [choice.alone for choice in ask.choices]
        assert lone == sorted(lone), f"{ask.id}: what stands alone is said last"
        alone = [choice.value for choice in ask.choices if choice.alone and choice.value in answer]
        assert not alone or len(answer) == 1, f"{ask.id}: {alone} can't be ticked with others"
        return tuple(value for value in offered if value in answer)

    def text(self, ask: Text) -> str:
        answer = self._answer(ask)
        typed = ask.default if answer is None else str(answer)
        refused = ask.check(typed)
        assert refused is None, f"{ask.id}: {typed!r} is refused: {refused}"
        return typed

    def show(self, screen: Screen, *, alone: bool = False, choices: int = 0, spoken: Spoken = "always") -> None:
        self.screens.append(screen)

    def copy(self, text: str) -> str:
        self.copied.append(text)
        return "Copied."

    def verify(self) -> None:
        """Fail on rows that were never asked for."""
        self.table.verify()
