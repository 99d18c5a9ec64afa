"""What is proposed from the rest, and follows it; and what stays with the draft and out of the report."""

from datetime import date
from typing import Any

import pytest

from breach_wizard.interview.citing import breach_days, offered_clauses
from breach_wizard.interview.context import Context
from breach_wizard.interview.proposals import complete, propose, shown, stale
from breach_wizard.references import read
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=GUIDANCE)
EARLY: Any = {"breach_type": "early-release", "due": "22 March 2017, 9.30am"}


def dated(*days: str) -> Any:
    return [{"key": str(number), "date": day} for number, day in enumerate(days, 1)]


def test_the_earliest_day_decides_the_edition() -> None:
    days = dated("4 May 2023", "20 March 2017, 5pm", "?")
    assert breach_days(EARLY | {"occurrences": days}, WORLD) == (date(2017, 3, 20), date(2017, 3, 20))
    proposed = propose(("references",), EARLY | {"occurrences": days}, WORLD)
    assert [read(one) for one in proposed] == [read("Protocol 2, principle 8")]
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
    assert not stale(("references",), edited | {"occurrences": dated("4 May 2016")}, told, WORLD)
    assert not stale(("references",), edited | {"breach_type": "other"}, told, WORLD)


def test_an_announced_time_of_its_own_brings_the_clause_on_times_too() -> None:
    def cited(due: str, **more: Any) -> list[str]:
        late: Any = {"breach_type": "late-publication", "due": due, **more}
        return [clause.id for text in propose(("references",), late, WORLD) for clause in read(text)]

    assert cited("6 September 2021, 2pm") == ["T3.2", "T3.6"]
    assert cited("6 September 2021, 9.30am", ended="7 September 2021, 9.30am") == ["T3.2", "T3.6"]
    assert cited("6 September 2021, 9.30am", ended="6 September 2021, 11am") == ["T3.6"]
    assert cited("6 September 2021, 9.30am") == ["T3.6"]
    assert cited("the afternoon of 6 September 2021") == ["T3.2", "T3.6"]
    assert cited("between 9am and 10am on 6 September 2021") == ["T3.6"]
    assert "T3.2" not in cited("“in the afternoon”", occurrences=dated("6 September 2021"))
    assert cited("2 March 2026, 7am") == ["3", "3.2", "3"]
    also = [{"key": "1", "date": "6 September 2021", "type": "late-publication", "due": "6 September 2021, noon"}]
    assert "T3.2" in cited("?", breach_type="early-release", also=["late-publication"], occurrences=also)


def test_a_kind_without_matters_brings_no_clause_and_offers_those_of_the_edition() -> None:
    other: Any = {"breach_type": "other", "occurrences": dated("4 May 2023")}
    assert propose(("references",), other, WORLD) == []
    offered = offered_clauses(other, WORLD)
    assert set(offered) == set(GUIDANCE.matters)
    assert offered["error-not-corrected"] != offered["published-wrong"]
    assert set(offered_clauses(other | {"occurrences": dated("4 May 2016")}, WORLD)) < set(GUIDANCE.matters)
    assert offered_clauses(EARLY, WORLD) == {}


def test_what_the_kind_does_not_ask_stays_out_of_the_report() -> None:
    given = EARLY | {"noticed": "20 March 2017", "also": ["early-release", "other"]}
    assert "noticed" in complete(given, {}, WORLD)
    other = complete(given | {"breach_type": "other"}, {}, WORLD)
    assert "noticed" not in other
    assert other["due"] == given["due"]  # asked of every kind
    assert complete(given | {"exemption_note": "Agreed by letter."}, {}, WORLD).get("exemption_note") is None
    assert other["also"] == ["early-release"]
