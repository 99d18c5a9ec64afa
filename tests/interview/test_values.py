"""What was typed becomes a value, and the user is told how it was understood."""

from typing import Any

import pytest

from breach_wizard.interview.context import Context
from breach_wizard.interview.values import accept
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=GUIDANCE)
LATE: Any = {"breach_type": "late-publication", "due": "22 March 2017, 9.30am"}


def test_the_standard_time_is_taken_and_said() -> None:
    taken = accept(("due",), "22 March 2017", LATE, WORLD)
    assert taken.value == "22 March 2017, 9.30am"
    assert any("9.30am, since no time was given" in one for one in taken.notices)
    told = accept(("due",), "22 March 2017 2pm", LATE, WORLD)
    assert not any("9.30am" in one for one in told.notices)


def test_a_time_alone_means_the_day_it_was_due() -> None:
    assert accept(("ended",), "9.38", LATE, WORLD).value == "22 March 2017, 9.38am"


def test_a_list_is_kept_as_a_list() -> None:
    assert accept(("references",), "T3.4\nT3.6", LATE, WORLD).value == ["T3.4", "T3.6"]


@pytest.mark.parametrize("path", [("due",), ("noticed",), ("ended",), ("report_date",), ("occurrences", "1", "date")])
@pytest.mark.parametrize("typed", ["not known", "Not known yet.", "unknown", "I don’t know"])
def test_what_people_type_for_a_date_that_they_do_not_know_is_not_known(path: Any, typed: str) -> None:
    answers: Any = LATE | {"occurrences": [{"key": "1", "date": ""}]}
    taken = accept(path, typed, answers, WORLD)
    assert taken.value == "?"
    assert taken.notices
