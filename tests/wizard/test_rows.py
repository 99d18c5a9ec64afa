"""The check page: a finding points at the row that it is about, and what is remembered is what is known."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview.context import Context
from breach_wizard.interview.shapes import SCREENS as SHOWN
from breach_wizard.prompts import Ask, Select
from breach_wizard.wizard import run
from breach_wizard.wizard.rows import numbers, row_of, rows
from tests.kit import runs, samples
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE

WORLD = Context(now=runs.NOW, guidance=GUIDANCE)
ANSWERS: Any = samples.answers(
    occurrences=[{"key": "1", "date": "20 March 2017", "note": ""}, {"key": "2", "date": "21 March 2017", "due": "?"}],
    actions=[{"key": "withdraw", "suggestion": "withdraw", "status": "taken"}, {"key": "1", "text": "Else."}],
)
ROWS = rows(ANSWERS, {}, WORLD)
NUMBERS = numbers(ROWS)


@pytest.mark.parametrize("number", range(1, len(ROWS) + 1))
def test_a_finding_about_a_row_points_at_it_and_at_no_other(number: int) -> None:
    assert row_of(".".join(ROWS[number - 1].path), NUMBERS) == number


@pytest.mark.parametrize(
    ("where", "path"),
    [
        ("actions.1.when", ("actions", "1")),
        ("actions.withdraw.text", ("actions", "withdraw")),
        ("occurrences.2.due", ("occurrences", "2", "due")),
        ("occurrences[2].date", ("occurrences", "2", "date")),
        ("considerations.accessed", ("considerations",)),
    ],
)
def test_a_part_belongs_to_the_row_of_the_whole(where: str, path: tuple[str, ...]) -> None:
    assert ROWS[row_of(where, NUMBERS) - 1].path == path


def test_a_table_stands_in_its_row_without_bars() -> None:
    table = "| Time | Event |\n| --- | --- |\n| 9am | Sent \\| seen |"
    told = {one.path: one.value for one in rows(samples.answers(timeline=table), {}, WORLD)}
    assert told["timeline",] == "Time, Event / 9am, Sent | seen"


def test_enter_goes_through_what_is_to_be_looked_at_and_then_writes(tmp_path: Path) -> None:
    """The cursor stands at none of it twice, though all of it is left as it is."""
    answers: Any = samples.answers(contact_details="", circumstances="It was sent to Jane Smith, 020 7946 0000.")
    prompter = Pressing()
    with runs.store(tmp_path).create() as kept:
        kept.draft.answers = answers
        kept.draft.passed = list(SHOWN)
        run.resume(runs.session(kept, prompter), tmp_path / "report.md")
    *seen, last = prompter.entered
    assert len(seen) == len(set(seen)) > 1
    assert all(one.startswith(("look:", "follow:")) for one in seen)
    assert last == "write"


class Pressing(Scripted):
    """Presses Enter on the check page, and leaves every answer as it is."""

    def __init__(self) -> None:
        super().__init__({"anything_else": "no"})
        self.entered: list[str] = []

    def choose(self, ask: Ask) -> Any:
        if not isinstance(ask, Select):
            return None
        if ask.id != "check":
            return "keep" if ask.id.endswith(".look") else self.table.answer(ask.id)
        self.entered.append(ask.pointed or ask.choices[0].value)
        return self.entered[-1]


def test_what_belongs_to_no_row_has_no_number() -> None:
    assert row_of("somewhere.else", NUMBERS) == 0


def test_details_that_are_not_known_are_not_remembered(tmp_path: Path) -> None:
    with runs.store(tmp_path).create() as draft:
        session = runs.session(draft, Scripted({}), runs.KNOWN)
        session.put_all({"producer": "ONS", "contact_name": "?", "contact_details": ""})
        assert session.details() == runs.KNOWN
