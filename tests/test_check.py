"""Findings: each code has a case that gives it and one that doesn't."""

from typing import Any

import pytest

from breach_wizard import guidance
from breach_wizard.check import CODES, findings, findings_for, is_published
from breach_wizard.interview import Context
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=guidance.active())
WHOLE: Any = {
    "breach_type": "early-release",
    "ongoing": False,
    "due": "22 March 2017, 9.30am",
    "occurrences": [{"key": "1", "date": "20 March 2017, 5pm"}],
    "ended": "20 March 2017, 5.30pm",
    "outputs": [{"key": "1", "title": "Inspections", "link": ""}],
    "producer": "Ofsted",
    "contact_name": "Publishing team",
    "contact_details": "statistics@example.gov.uk",
    "report_date": "21 March 2017",
    "references": ["Protocol 2, principle 8"],
    "circumstances": "It was set to publish at once.",
    "impact": "None.",
    "actions": [],
}


def codes(answers: Any) -> list[str]:
    return [one.code for one in findings(answers, WORLD)]


def test_a_whole_report_gives_nothing() -> None:
    assert codes(WHOLE) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"circumstances": ""}, "missing"),
        ({"impact": "?"}, "to-follow"),
        ({"considerations": {"accessed": "to find out"}}, "to-follow"),
        ({"ended": "20 March 2017, 4pm"}, "contradiction"),
        ({"circumstances": "A colleague (a.name@example.gov.uk) did it."}, "e-mail-address"),
        ({"impact": "Ring 020 7946 0000 for more."}, "phone-number"),
        ({"circumstances": "It was sent to Jane Smith by mistake."}, "name"),
        ({"circumstances": "Dr Smith noticed it."}, "name"),
        ({"report_date": "21 March 2018"}, "year"),
        ({"report_date": "19 March 2017"}, "report-before-breach"),
        ({"due": "25 March 2017, 9.30am"}, "weekend"),
        ({"due": "26 March 2017, 1.30am"}, "no-such-time"),
        ({"references": ["T3.6"]}, "edition"),
        ({"contact_details": ""}, "no-contact-details"),
        ({"occurrences": [{"key": "1", "date": "19 March 2017, 5pm"}]}, "weekend"),
        ({"noticed": "23 March 2017, 9am"}, "future"),
        ({"circumstances": "On 22 March 2017 it was published again."}, "later-days"),
        ({"impact": "Outside the organisation:\n\nInside the organisation:\n\nNobody saw it."}, "unfilled-heading"),
    ],
)
def test_each_code(change: dict[str, Any], code: str) -> None:
    assert code in codes(WHOLE | change)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"circumstances": "It is due to be released on 22 March 2017."}, "later-days"),
        ({"circumstances": "It was meant for the 23 March 2017 release."}, "later-days"),
        ({"impact": "Outside the organisation:\n\nNone.\n\nInside the organisation:\n\nNone."}, "unfilled-heading"),
        ({"noticed": "22 March 2017, 9am"}, "future"),
    ],
)
def test_not_each_code(change: dict[str, Any], code: str) -> None:
    assert code not in codes(WHOLE | change)


def test_every_code_of_a_finding_is_among_those_that_are_documented() -> None:
    everything = {"circumstances": "", "due": "?", "contact_details": "", "report_date": "21 March 2018"}
    for one in findings(WHOLE | everything, WORLD):
        assert CODES[one.code][0] == one.level


def test_the_contact_may_be_named() -> None:
    assert codes(WHOLE | {"contact_name": "Dr Smith, d.smith@example.gov.uk"}) == []
    assert not is_published(("contact_name",), GUIDANCE)


@pytest.mark.parametrize("text", ["13,000 users", "from 9.30 on 22 March 2017", "sent to Statistics Team", "12/3/2021"])
def test_ordinary_text_is_not_warned_of(text: str) -> None:
    assert findings_for(text, "impact") == []


def test_an_address_is_not_repeated_whole() -> None:
    (found,) = findings_for("a.name@example.gov.uk", "impact")
    assert "example.gov.uk" not in found.message


def about(answers: Any, code: str) -> bool:
    return code in codes(WHOLE | answers)


def test_an_edition_in_force_on_any_of_the_days_is_right() -> None:
    days = [{"key": "1", "date": "26 March 2025"}, {"key": "2", "date": "26 November 2025"}]
    given = {
        "occurrences": days,
        "references": ["Standard 3, practice 3.3"],
        "due": "27 November 2025, 9.30am",
        "report_date": "1 December 2025",
    }
    assert not about(given, "edition")
    assert about(given | {"occurrences": days[:1]}, "edition")


def test_a_principle_without_a_practice_is_of_no_edition() -> None:
    given = {
        "occurrences": [{"key": "1", "date": "26 March 2026"}],
        "due": "27 March 2026, 9.30am",
        "report_date": "1 April 2026",
    }
    assert not about(given | {"references": ["Principle 3: Be transparent"]}, "edition")
    assert about(given | {"references": ["Principle 3, practice 2"]}, "edition")


def test_that_a_release_will_be_late_may_be_noticed_before() -> None:
    late = {
        "breach_type": "late-publication",
        "due": "5 May 2023, 9.30am",
        "noticed": "29 April 2023",
        "ended": "9 May 2023, 9.30am",
    }
    assert not about(late | {"occurrences": [{"key": "1", "date": "5 May 2023"}]}, "contradiction")


def test_figures_may_be_told_after_the_time_of_a_release_that_was_late() -> None:
    told = {"due": "5 May 2023, 10am", "occurrences": [{"key": "1", "date": "5 May 2023, 10.10am"}], "ended": ""}
    assert not about(told | {"breach_type": "pre-release-leak"}, "contradiction")
    assert about(told | {"breach_type": "early-release"}, "contradiction")
