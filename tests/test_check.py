"""Findings: each code has a case that gives it and one that doesn't."""

from typing import Any

import pytest

from breach_wizard import guidance
from breach_wizard.check import CODES, findings, findings_for, is_published
from breach_wizard.interview.citing import proposed_clauses
from breach_wizard.interview.context import Context
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


BETWEEN = {"occurrences": [{"key": "1", "date": "31 October 2025, 5pm"}]}


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
        ({"ongoing": True, "actions": [{"key": "1", "suggestion": "withdraw", "status": "taken"}]}, "contradiction"),
        (
            {"ongoing": True, "actions": [{"key": "1", "text": "Withdrew the data.", "status": "taken"}]},
            "contradiction",
        ),
        ({"ongoing": "published", "ended": "", "due": "23 March 2017, 9.30am"}, "contradiction"),
        ({"circumstances": "A colleague (a.name@example.gov.uk) did it."}, "e-mail-address"),
        ({"impact": "Ring 020 7946 0000 for more."}, "phone-number"),
        ({"circumstances": "It was sent to Jane Smith by mistake."}, "name"),
        ({"circumstances": "Dr Smith noticed it."}, "name"),
        ({"report_date": "21 March 2018"}, "year"),
        ({"report_date": "19 March 2017"}, "report-before-breach"),
        ({"due": "25 March 2017, 9.30am"}, "weekend"),
        ({"due": "26 March 2017, 1.30am"}, "no-such-time"),
        ({"approved": {"by": "Head of Profession", "on": "24 March 2062"}}, "future"),
        ({"references": ["T3.6"]}, "edition"),
        ({"references": ["Protocol 2, prinicple 8"]}, "no-such-clause"),
        (BETWEEN | {"references": ["T3.4", "Standard 3, practice 3.4"]}, "two-editions"),
        (
            {
                "occurrences": [{"key": "1", "date": "26 to 31 October 2025"}],
                "references": ["T3.4", "Standard 3, practice 3.4"],
            },
            "two-editions",
        ),
        (BETWEEN | {"references": ["Standard 3, release at a standard time"]}, "unconfirmed-clause"),
        ({"references": ["Protocol 2 (release practices)"]}, "unconfirmed-clause"),
        ({"references": proposed_clauses(WHOLE, WORLD), "also": ["other"]}, "no-clause"),
        ({"contact_details": ""}, "no-contact-details"),
        ({"occurrences": [{"key": "1", "date": "19 March 2017, 5pm"}]}, "weekend"),
        ({"noticed": "23 March 2017, 9am"}, "future"),
        ({"approved": {"by": "Head of Profession", "on": "1 March 2017"}}, "approved-too-early"),
        ({"actions": [{"key": "1", "text": "Recall it by tomorrow."}]}, "only-its-author-knows"),
        ({"actions": [{"key": "1", "text": "Recall it.", "when": "This afternoon"}]}, "only-its-author-knows"),
        ({"contact_name": "Me"}, "only-its-author-knows"),
        ({"circumstances": "On 22 March 2017 it was published again."}, "later-days"),
        ({"actions": [{"key": "1", "text": "Planned: Train staff."}]}, "status-in-text"),
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
        ({"approved": {"by": "Head of Profession", "on": "22 March 2017"}}, "future"),
        (BETWEEN | {"references": ["T3.4"]}, "two-editions"),
        (
            {
                "occurrences": [*BETWEEN["occurrences"], {"key": "2", "date": "26 March 2025"}],
                "references": ["T3.4", "Standard 3, practice 3.4"],
            },
            "two-editions",
        ),
        (BETWEEN | {"references": ["Standard 3, practice 3.6"]}, "unconfirmed-clause"),
        ({"references": ["Protocol 2, principle 8", "Principle 5"], "also": ["other"]}, "no-clause"),
        ({"references": ["Protocol 2, principle 8", "Principle 3 (orderly release)"]}, "no-such-clause"),
        ({"actions": [{"key": "1", "suggestion": "withdraw", "status": "taken"}]}, "contradiction"),
        ({"ongoing": True, "actions": [{"key": "1", "suggestion": "withdraw", "status": "planned"}]}, "contradiction"),
        ({"ongoing": "published", "ended": "", "due": "22 March 2017, 9.30am"}, "contradiction"),
        ({"ongoing": "published", "ended": "", "due": "20 to 29 March 2017"}, "contradiction"),
        ({"ongoing": "published", "ended": "", "due": "“in the week after”"}, "contradiction"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Rachel Smith pressed publish.",
        "The minister's private secretary, John Brown, saw it.",
        "From: Priya Patel\nTo: the list",
        "It was uploaded by Oluwaseun Adeyemi at noon.",
        "We told Mohammed Khan's team.",
        "- Siân Llewellyn-Jones noticed.",
        "J. Featherstonehaugh set it.",
        "It was told to J. R. de Vries and the desk.",
        "It was set by J Featherstonehaugh.",
        "O’Brien agreed.",
        "@tarquinm wrote of it.",
        "Retrain Wilhelmina Drax and all publishers.",
        "Yesterday Rachel Smith pressed publish.",
    ],
)
def test_what_may_be_a_name_is_told_of_once(text: str) -> None:
    (found,) = findings(WHOLE | {"circumstances": text}, WORLD)
    assert found.code == "possible-name"


@pytest.mark.parametrize("text", ["Called Philippa.", "9.40am - Called Philippa", "Retrain Philippa Smith"])
def test_the_verb_before_a_name_is_no_part_of_it(text: str) -> None:
    (found,) = findings(WHOLE | {"circumstances": text}, WORLD)
    assert '"Philippa' in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It went to 14 Duck Road, LS29 8AB.", "personal-detail"),
        ("It went to ls29 8ab.", "personal-detail"),
        ("QQ123456C was in it.", "personal-detail"),
        ("Payroll no. 884213 was in it.", "personal-detail"),
        ("Write to wdrax at example dot gov dot uk.", "e-mail-address"),
        ("Write to wdrax[at]example.gov.uk.", "e-mail-address"),
    ],
)
def test_what_tells_of_one_person_is_told_of_and_not_repeated_whole(text: str, code: str) -> None:
    (found,) = findings(WHOLE | {"circumstances": text}, WORLD)
    assert found.code == code
    assert not any(part in found.message for part in ("8AB", "8ab", "123456", "4213", "gov"))


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately Ofsted published the Labour Force Survey for Northern Ireland on Good Friday.",
        "The Department for Environment, Food and Rural Affairs told National Records of Scotland.",
        "The Deputy Chief Medical Officer and Public Health Wales use Microsoft Teams and Power BI.",
        "It was sent to the Higher Education Statistics Agency, the Press Office and a BBC Radio reporter.",
        "From: 9am onwards. To: be done.",
        "Annex A. Figures. See Plan B. Users with T Levels in England, and the U.K. Government; option C Ofsted chose.",
        "A. Publishing it twice\nB. Checking it once",
        "Updated June figures. Removed May data. When Tunbridge Wells closed, Green Book rules applied.",
        "On Tuesday the Head of Production met Ofgem; table B1 2nd row, 9 a.m. Ofgem looked at www.a.uk, staff numbers 1200.",
        "Staff in Alder Hey opened Amber Valley, and told Tunbridge Wells of Kentshire.",
    ],
)
def test_names_of_bodies_and_places_are_passed_over(text: str) -> None:
    own = [{"key": "1", "title": "Homelessness in Amber Valley", "link": ""}]
    assert codes(WHOLE | {"circumstances": text, "outputs": own}) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The rate of 4.1% was visible.", "4.1%"),
        ("It fell by 0.3 percentage points, to 12 per cent.", "percentage points"),
        ("Spending was £3 million; £2.50 a head; 1.2 million people.", "£3 million"),
        ("It cost $5bn.", "$5bn"),
    ],
)
def test_a_figure_is_told_of_until_the_statistics_are_out(text: str, said: str) -> None:
    (found,) = findings(WHOLE | {"impact": text}, WORLD)
    assert found.code == "figure"
    assert said in found.message


LATE = {"breach_type": "late-publication", "report_date": "22 March 2017", "ended": ""}


@pytest.mark.parametrize(
    ("change", "is_out"),
    [
        ({}, False),
        ({"due": "?"}, False),
        ({"report_date": "23 March 2017"}, True),
        ({"report_date": "22 March 2017"}, True),
        ({"report_date": "22 March 2017", "due": "22 March 2017, 11am"}, False),
        ({"report_date": "23 March 2017", "occurrences": [{"key": "1", "date": "?", "due": "24 March 2017"}]}, False),
        ({"report_date": "23 March 2017", "due": "before 9.30am on 22 March 2017"}, True),
        ({"report_date": "22 March 2017", "due": "between 9am and 11am on 22 March 2017"}, False),
        ({"report_date": "23 March 2017", "due": "after 9.30am on 22 March 2017"}, False),
        ({"report_date": "23 March 2017", "due": "20 to 24 March 2017"}, False),
        ({"report_date": "23 March 2017", "due": "“on the Wednesday”"}, False),
        ({"ongoing": "stays-up"}, True),
        (LATE | {"ongoing": True}, False),
        (LATE | {"ongoing": False}, True),
        (LATE | {"ongoing": "?"}, False),
    ],
)
def test_whether_the_statistics_are_out(change: dict[str, Any], is_out: bool) -> None:
    assert ("figure" not in codes(WHOLE | {"impact": "4.1%"} | change)) == is_out


def test_figures_that_are_no_statistics() -> None:
    for text in ("13,000 users opened https://www.gov.uk/a%20b at 9.30am", "54 people, 3 files, T3.6"):
        assert codes(WHOLE | {"impact": text}) == []


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
