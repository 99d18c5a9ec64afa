"""Earlier breaches on offer: like by topic or by clause and producer, decided, and nothing else of them."""

import pytest

from breach_wizard.register.database import Register
from breach_wizard.register.similar import are_near, similar
from breach_wizard.report import Output
from tests.kit.registers import add, made, mark


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Prices of farm land, 2016", "Prices of farm land, 2017", True),
        ("Bus passengers: quarter 4 of 2016", "Bus passenger statistics, quarter 1", True),
        ("Labour market overview, March 2017", "Labour market overview, regions", True),
        ("Trade in services", "Trade in goods", False),
        ("Crime in England and Wales", "Deaths in England and Wales", False),
        ("Statistics", "Statistics", False),
    ],
)
def test_titles_are_like_by_their_topic(one: str, other: str, near: bool) -> None:
    assert are_near(one, other) is near
    assert are_near(other, one) is near


def test_only_what_was_decided_to_be_a_breach_is_offered(register: Register) -> None:
    titles = ("Bus passengers, 2015", "Bus passengers, 2014", "Bus passengers, 2013")
    yes, no, _ = (
        add(register, made(outputs=(Output(title=title),), references=("V1",)), of="").reference for title in titles
    )
    mark(register, yes, "decided", outcome="inside")
    mark(register, no, "decided", outcome="not-a-breach")
    (found,) = similar(register, "Department for Trade", ["Bus passengers, 2016"], [])
    assert found.sentence == "A similar breach occurred on 20 March 2017 (Bus passengers, 2015, early release)"
    assert yes not in found.sentence


def test_the_same_clause_counts_with_the_same_producer(register: Register) -> None:
    reference = add(register, made(outputs=(Output(title="Rail fares"),))).reference
    mark(register, reference, "decided")
    mark(register, reference, "published", link="https://www.gov.uk/report")
    assert not similar(register, "ONS", ["Fish"], ["protocol-2.8"])
    (found,) = similar(register, "Department for Trade", ["Fish"], ["protocol-2.8"])
    assert found.sentence.endswith(": https://www.gov.uk/report")
