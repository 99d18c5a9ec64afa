"""A strict prompter that answers from a table: question id to answer, in any order.

It fails on a question that the table doesn't hold, an answer that is not on offer, a text that is refused, and, in
`verify`, on rows that were never used.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from breach_wizard.prompts import Ask, Back, Checklist, Screen, Select, Stopped, Text

BACK: Final = object()
"""As an answer: go back."""

STOP: Final = object()
"""As an answer: Ctrl-C."""


class Scripted:
    """A prompter that answers from a table.

    A row's answer may be a list of answers in a tuple ``("again", first, second, ...)`` for a question asked more than
    once; the last is given from then on.
    """

    def __init__(self, table: Mapping[str, Any], defaults: Mapping[str, Any] | None = None) -> None:
        self.table = dict(table)
        self.defaults = dict(defaults or {})
        self.used: set[str] = set()
        self.counts: dict[str, int] = {}
        self.asked: list[Ask] = []
        self.screens: list[Screen] = []

    def _answer(self, ask: Ask) -> Any:
        self.asked.append(ask)
        assert len(self.asked) < 400, f"asked without end; last: {[one.id for one in self.asked[-6:]]}"
        if ask.id in self.table:
            self.used.add(ask.id)
            answer = self.table[ask.id]
        else:
            assert ask.id in self.defaults, f"unexpected question {ask.id!r}: {ask.question}"
            answer = self.defaults[ask.id]
        if isinstance(answer, tuple) and answer and answer[0] == "again":
            place = self.counts.get(ask.id, 0) + 1
            self.counts[ask.id] = place
            answer = answer[min(place, len(answer) - 1)]
        if answer is BACK:
            raise Back
        if answer is STOP:
            raise Stopped
        return answer

    def select(self, ask: Select) -> str:
        answer = str(self._answer(ask))
        offered = [choice.value for choice in ask.choices]
        assert len(set(offered)) == len(offered), f"{ask.id}: a value is offered twice: {offered}"
        assert answer in offered, f"{ask.id}: {answer!r} is not on offer: {offered}"
        return answer

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        answer: Sequence[str] = self._answer(ask)
        offered = [choice.value for choice in ask.choices]
        assert len(set(offered)) == len(offered), f"{ask.id}: a value is offered twice: {offered}"
        assert answer, f"{ask.id}: at least one must be ticked"
        assert set(answer) <= set(offered), f"{ask.id}: {answer!r} is not on offer: {offered}"
        alone = [choice.value for choice in ask.choices if choice.alone and choice.value in answer]
        assert not alone or len(answer) == 1, f"{ask.id}: {alone} can't be ticked with others"
        return tuple(value for value in offered if value in answer)

    def text(self, ask: Text) -> str:
        answer = self._answer(ask)
        typed = ask.default if answer is None else str(answer)
        refused = ask.check(typed)
        assert refused is None, f"{ask.id}: {typed!r} is refused: {refused}"
        return typed

    def show(self, screen: Screen, *, alone: bool = False, choices: int = 0) -> None:
        self.screens.append(screen)

    def verify(self) -> None:
        """Fail on rows that were never asked for."""
        unused = set(self.table) - self.used
        assert not unused, f"never asked: {sorted(unused)}"
