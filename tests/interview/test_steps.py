"""Which questions apply: when it ended is asked only where it has, and what a kind doesn't ask isn't."""

from typing import Any

import pytest

from breach_wizard.interview.context import Context
from breach_wizard.interview.steps import first_open, steps
from tests.kit import samples
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=GUIDANCE)


@pytest.mark.parametrize(
    ("ongoing", "asked"), [(False, True), (True, False), ("stays-up", False), ("?", False), ("", False)]
)
def test_when_it_ended_is_asked_only_where_it_has(ongoing: Any, asked: bool) -> None:
    way = steps({"breach_type": "early-release", "ongoing": ongoing}, WORLD)
    assert (("ended",) in way) == asked


def test_a_required_answer_that_was_emptied_is_open_again() -> None:
    whole = samples.answers(actions=[])
    world = Context(now=NOW, guidance=GUIDANCE, passed=frozenset({"do_now", "guidance", "exempt"}))
    assert first_open(whole, world) is None
    for name in ("producer", "circumstances", "due"):
        assert first_open(whole | {name: ""}, world) == (name,)
    assert first_open(whole | {"actions": ""}, world) == ("actions",)
    assert first_open(whole | {"impact": "Inside the organisation:"}, world) == ("impact",)
