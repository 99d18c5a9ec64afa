"""The check page: a finding points at the row that it is about, and what is remembered is what is known."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview import Context
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


def test_what_belongs_to_no_row_has_no_number() -> None:
    assert row_of("somewhere.else", NUMBERS) == 0


def test_details_that_are_not_known_are_not_remembered(tmp_path: Path) -> None:
    with runs.store(tmp_path).create() as draft:
        session = runs.session(draft, Scripted({}), runs.KNOWN)
        session.put_all({"producer": "ONS", "contact_name": "?", "contact_details": ""})
        assert session.details() == runs.KNOWN
