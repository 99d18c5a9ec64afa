"""What is proposed from the rest, and follows it; and what stays with the draft and out of the report."""

from datetime import date
from typing import Any

from breach_wizard.interview import Context
from breach_wizard.interview.proposals import breach_day, complete, propose, shown, stale
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=GUIDANCE)
EARLY: Any = {"breach_type": "early-release", "due": "22 March 2017, 9.30am"}


def dated(*days: str) -> Any:
    return [{"key": str(number), "date": day} for number, day in enumerate(days, 1)]


def test_the_earliest_day_decides_the_edition() -> None:
    days = dated("4 May 2023", "20 March 2017, 5pm", "?")
    assert breach_day(EARLY | {"occurrences": days}, WORLD) == date(2017, 3, 20)
    assert propose(("references",), EARLY | {"occurrences": days}, WORLD) == ["Protocol 2, principle 8"]
    assert breach_day(EARLY | {"occurrences": dated("?"), "report_date": "21 March 2018"}, WORLD) == date(2018, 3, 21)
    assert breach_day(EARLY, WORLD) is None


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
    assert other["due"] == given["due"]  # asked of every kind
    assert complete(given | {"exemption_note": "Agreed by letter."}, {}, WORLD).get("exemption_note") is None
    assert other["also"] == ["early-release"]
