"""What has changed since the report before: a line for each change, and none for what is the same."""

from typing import Any

import pytest

from breach_wizard import guidance
from breach_wizard.changes import since, updated
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import without
from tests.kit.runs import NOW

WORLD = Context(now=NOW, guidance=guidance.active())
BASE: Any = {
    "breach_type": "early-release",
    "ongoing": False,
    "due": "?",
    "outputs": [{"key": "1", "title": "Inspections", "link": ""}],
    "occurrences": [{"key": "1", "date": "20 March 2017, 5pm"}],
    "producer": "Ofsted",
    "report_date": "21 March 2017",
    "references": ["Protocol 2, principle 8"],
    "circumstances": "It was set to publish at once.",
    "impact": "?",
    "actions": [{"key": "1", "text": "Train staff.", "status": "planned"}, {"key": "2", "text": "Withdraw."}],
}


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        ({"due": "22 March 2017, 9.30am"}, ("due",), ["not yet known", "22 March 2017, 9.30am"]),
        ({"impact": "54 people."}, ("impact",), ["written"]),
        ({"circumstances": "It was set wrongly."}, ("circumstances",), ["changed"]),
        ({"ongoing": True}, ("ongoing",), ["taken down", "Yes"]),
        ({"ongoing": "published"}, ("ongoing",), ["taken down", "release time has come"]),
        ({"ongoing": "stays-up"}, ("ongoing",), ["taken down", "release time has come"]),
        ({"producer": "other"}, ("producer",), ["was Ofsted, now other"]),
        ({"references": ["T3.6", "T3.4"]}, ("references",), ["T3.6; T3.4"]),
        ({"breach_type": "other"}, ("breach_type",), ["early release", "Other"]),
        ({"outputs": [{"key": "1", "title": "Inspections", "link": "x.uk"}]}, ("outputs", "1", "link"), ["x.uk"]),
        (
            {"outputs": [*BASE["outputs"], {"key": "2", "title": "Outcomes"}]},
            ("outputs", "2", "title"),
            ["added", "Outcomes"],
        ),
        ({"occurrences": [{"key": "1", "date": "20 March 2017, 6pm"}]}, ("occurrences", "1", "date"), ["5pm", "6pm"]),
        ({"actions": [{**BASE["actions"][0], "status": "taken"}, BASE["actions"][1]]}, ("actions", "1"), ["planned", "taken"]),
        ({"actions": [*BASE["actions"], {"key": "3", "text": "Check."}]}, ("actions", "3"), ["added", "Check."]),
        ({"actions": BASE["actions"][:1]}, ("actions",), ["taken out", "Withdraw."]),
        ({"actions": [{**BASE["actions"][0], "who": "Desk"}, BASE["actions"][1]]}, ("actions", "1"), ["Who:", "Desk"]),
    ],
)  # fmt: skip
def test_a_change(change: Any, path: tuple[str, ...], words: list[str]) -> None:
    (found,) = since(BASE, BASE | change, WORLD)
    assert found.path == path
    assert all(word in found.text for word in words), found.text


def test_dates_that_are_alike_are_each_compared_with_one_other() -> None:
    alike = [{"key": str(one), "date": "20 March 2017, 5pm", "note": f"Page {one}"} for one in (1, 2, 3)]
    for before, after, word in ((alike[:2], alike, "added"), (alike, alike[:2], "taken out")):
        (found,) = since(BASE | {"occurrences": before}, BASE | {"occurrences": after}, WORLD)
        assert found.path == ("occurrences", "3", "date")
        assert word in found.text


def test_nothing_has_changed_but_the_date() -> None:
    assert since(BASE, BASE | {"report_date": "23 March 2017", "noticed": "", "also": []}, WORLD) == []


def test_an_update_names_the_report_before() -> None:
    full = updated(BASE | {"impact": "54 people."}, BASE, WORLD)
    assert full["updates"] == "21 March 2017"
    assert len(full["changes"]) == 1


def test_an_update_of_an_update_goes_on_from_the_first_report() -> None:
    second: Any = {**updated(BASE | {"impact": "54 people."}, BASE, WORLD), "report_date": "23 March 2017"}
    third: Any = updated(BASE | {"impact": "54 people.", "due": "22 March 2017, 9.30am"}, second, WORLD)
    assert third["updates"] == "21 March 2017"
    assert third["changes"][0] == second["changes"][0]
    assert "22 March 2017, 9.30am" in third["changes"][1]


@pytest.mark.parametrize("base", [None, {**BASE, "report_date": "?"}, BASE])
def test_what_can_not_be_named_or_has_not_changed_is_no_update(base: Any) -> None:
    full = BASE if base is BASE else BASE | {"impact": "54 people."}
    found = updated(full, base, WORLD)
    assert "updates" not in found
    assert without(found, "approved") == full


def test_a_report_is_not_approved_until_somebody_says_so() -> None:
    assert updated(BASE, None, WORLD)["approved"] == "no"
    assert "approved" not in updated(BASE, BASE, WORLD)  # made before there was a place for it
    assert updated(BASE | {"impact": "54 people."}, BASE, WORLD)["approved"] == "no"


def test_what_was_not_approved_is_corrected_and_an_update_of_it_goes_on_from_the_first() -> None:
    assert updated(BASE | {"impact": "54 people."}, BASE | {"approved": "no"}, WORLD).keys().isdisjoint({"updates"})
    second: Any = BASE | {"approved": "no", "updates": "20 March 2017", "changes": ["One."]}
    third = updated(BASE | {"approved": "no", "impact": "54 people."}, second, WORLD)
    assert third["updates"] == "20 March 2017"
    assert len(third["changes"]) == 2


def test_what_was_approved_and_is_not_changed_keeps_its_date() -> None:
    approved: Any = BASE | {"approved": {"by": "Head of Profession", "on": "24 March 2017"}}
    assert updated(approved | {"report_date": "30 March 2017"}, approved, WORLD) == approved
