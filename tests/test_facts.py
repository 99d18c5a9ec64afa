"""What follows from the dates."""

from datetime import date, time
from typing import Any

import pytest

from breach_wizard.dates.moment import Moment
from breach_wizard.facts import by_kind, contradictions, timing
from tests.kit.today import GUIDANCE

EARLY: Any = {
    "breach_type": "early-release",
    "ongoing": False,
    "due": "22 March 2017, 9.30am",
    "occurrences": [{"key": "1", "date": "20 March 2017, 5pm"}],
    "ended": "20 March 2017, 5.30pm",
}
LATE: Any = {
    "breach_type": "late-publication",
    "ongoing": False,
    "due": "22 March 2017, 9.30am",
    "ended": "22 March 2017, 9.38am",
}


def test_the_sources_own_case() -> None:
    assert timing(EARLY, GUIDANCE) == (
        "Went live 40 hours 30 minutes before it was due. Open for 30 minutes (5pm to 5.30pm, Monday 20 March 2017).",
    )
    assert by_kind(EARLY, GUIDANCE) == {"gap": "40 hours 30 minutes before it was due"}


def test_so_far_is_told_only_with_a_present() -> None:
    live = EARLY | {"ongoing": True}
    live.pop("ended")
    now = Moment(date(2017, 3, 20), time(17, 17))
    assert timing(live, GUIDANCE) == ("Went live 40 hours 30 minutes before it was due.",)
    assert timing(live, GUIDANCE, now)[0].endswith("Still live: 17 minutes so far, at 5.17pm.")
    after = Moment(date(2026, 11, 25), time(17))
    assert timing(live, GUIDANCE, after)[0].endswith("40 hours 30 minutes until it was due.")
    late = LATE | {"ongoing": True, "ended": ""}
    assert timing(late, GUIDANCE) == ()
    assert timing(late, GUIDANCE, Moment(date(2017, 3, 22), time(9, 47))) == (
        "17 minutes late so far, at 9.47am. Not out yet.",
    )


@pytest.mark.parametrize("ongoing", ["published", "stays-up"])
def test_it_stays_up_when_its_time_has_come(ongoing: str) -> None:
    assert timing(EARLY | {"ongoing": ongoing, "ended": ""}, GUIDANCE)[0].endswith("before it was due. Stayed up.")


def test_a_leak() -> None:
    leak = EARLY | {"breach_type": "pre-release-leak", "noticed": "20 March 2017, 5.20pm"}
    assert timing(leak, GUIDANCE) == (
        "Sent 40 hours 30 minutes before it was due. Noticed after 20 minutes. "
        "Deletion confirmed 30 minutes after it was sent.",
    )
    assert "Deletion" not in timing(leak | {"access_ended": True}, GUIDANCE)[0]


def test_late() -> None:
    assert timing(LATE, GUIDANCE) == ("8 minutes late: due 9.30am, out 9.38am, Wednesday 22 March 2017.",)
    assert "about 8 minutes" in timing(LATE | {"ended": "22 March 2017, about 9.38am"}, GUIDANCE)[0]
    assert timing(LATE | {"ended": "24 March 2017"}, GUIDANCE)[0].startswith("2 days late")


def test_two_kinds_are_numbered() -> None:
    other = {"key": "2", "type": "early-release", "date": "21 March 2017", "due": "22 March 2017, 9.30am"}
    lines = timing(LATE | {"also": ["early-release"], "occurrences": [other]}, GUIDANCE)
    assert lines[0].startswith("1. Late: 8 minutes late")
    assert lines[1] == "2. Early: went live 1 day before it was due."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ended": "20 March 2017, 4.30pm"}, "it came down (4.30pm) before it went up (5pm)"),
        ({"noticed": "20 March 2017, 4pm"}, "noticed (4pm) before it went up"),
        ({"due": "20 March 2017, 9.30am"}, "which is not early"),
    ],
)
def test_contradictions(changes: dict[str, str], said: str) -> None:
    assert contradictions(EARLY, GUIDANCE) == ()
    (found,) = contradictions(EARLY | changes, GUIDANCE)
    line = found.text
    assert line.startswith("Look again: ")
    assert said in line


def test_late_before_it_was_due() -> None:
    assert contradictions(LATE, GUIDANCE) == ()
    assert contradictions(LATE | {"ended": "22 March 2017, 9am"}, GUIDANCE)
    assert contradictions(LATE | {"ended": "22 March 2017, 9.30am"}, GUIDANCE)
    for day, is_told in (("21 March 2017", True), ("22 March 2017, 9am", False), ("20 to 22 March 2017", False)):
        found = contradictions(LATE | {"occurrences": [{"key": "1", "date": day}]}, GUIDANCE)
        assert [one.paths[0] for one in found] == ([("occurrences", "1", "date")] if is_told else []), day


def test_what_is_not_known_gives_no_line() -> None:
    assert timing(EARLY | {"due": "?", "ended": "?", "noticed": "?"}, GUIDANCE) == ()
    assert timing(EARLY | {"occurrences": "?"}, GUIDANCE) == ()


@pytest.mark.parametrize(("year", "told"), [(2017, True), (2016, False)])
def test_so_far_is_not_told_of_what_began_in_another_year(year: int, told: bool) -> None:
    now = Moment(date(2017, 3, 22), time(10))
    listed: list[Any] = [
        {"breach_type": "late-publication", "ongoing": True, "due": f"20 March {year}, 9.30am"},
        {
            "breach_type": "early-release",
            "ongoing": True,
            "occurrences": [{"key": "1", "date": f"20 March {year}, 5pm"}],
        },
    ]
    for answers in listed:
        lines = timing(answers, GUIDANCE, now)
        assert any("so far" in line for line in lines) is told
