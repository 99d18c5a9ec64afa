"""What is proposed from the rest, and follows it; and what stays with the draft and out of the report."""

from datetime import date
from typing import Any

import pytest

from breach_wizard.interview import Context
from breach_wizard.interview.proposals import breach_days, complete, propose, shown, stale
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=GUIDANCE)
EARLY: Any = {"breach_type": "early-release", "due": "22 March 2017, 9.30am"}


def dated(*days: str) -> Any:
    return [{"key": str(number), "date": day} for number, day in enumerate(days, 1)]


def test_the_earliest_day_decides_the_edition() -> None:
    days = dated("4 May 2023", "20 March 2017, 5pm", "?")
    assert breach_days(EARLY | {"occurrences": days}, WORLD) == (date(2017, 3, 20), date(2017, 3, 20))
    assert propose(("references",), EARLY | {"occurrences": days}, WORLD) == ["Protocol 2, principle 8"]
    unknown = EARLY | {"occurrences": dated("?", "“some time over Easter”"), "report_date": "21 March 2018"}
    assert breach_days(unknown, WORLD) == (date(2018, 3, 21), date(2018, 3, 21))
    assert breach_days(EARLY, WORLD) == (None, None)


@pytest.mark.parametrize(
    ("known", "days"),
    [
        (["February 2018"], (date(2018, 2, 1), date(2018, 2, 28))),
        (["20 to 28 March 2017", "25 March 2017"], (date(2017, 3, 20), date(2017, 3, 25))),
        (["before 9.30am on 13 May 2009"], (date(2009, 5, 13), date(2009, 5, 13))),
    ],
)
def test_where_the_day_is_not_known_every_edition_it_may_fall_in_is_proposed(
    known: list[str], days: tuple[date, date]
) -> None:
    answers = EARLY | {"occurrences": dated(*known)}
    assert breach_days(answers, WORLD) == days
    both = {
        one
        for day in days
        for one in propose(("references",), EARLY | {"occurrences": dated(f"{day:%d/%m/%Y}")}, WORLD)
    }
    assert set(propose(("references",), answers, WORLD)) == both


def test_a_proposal_that_was_taken_over_follows_the_facts_until_it_is_edited() -> None:
    told = {"references": ["Protocol 2, principle 8"]}
    later = EARLY | {"occurrences": dated("4 May 2023"), "references": ["Protocol 2, principle 8"]}
    assert shown(("references",), later, told, WORLD) != ["Protocol 2, principle 8"]
    edited = later | {"references": ["Protocol 2"]}
    assert shown(("references",), edited, told, WORLD) == ["Protocol 2"]
    assert stale(("references",), edited, told, WORLD)
    assert not stale(("references",), later, told, WORLD)


def test_what_the_kind_does_not_ask_stays_out_of_the_report() -> None:
    given = EARLY | {"noticed": "20 March 2017", "also": ["early-release", "other"]}
    assert "noticed" in complete(given, {}, WORLD)
    other = complete(given | {"breach_type": "other"}, {}, WORLD)
    assert "noticed" not in other
    assert "due" not in other
    assert other["also"] == ["early-release"]
