"""Adding reports: the same is there once, an update is a version, references are given once and for all."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from breach_wizard.dates.moment import Moment
from breach_wizard.errors import InputError
from breach_wizard.exports import load
from breach_wizard.imports import recognise
from breach_wizard.register import opened, rebuilding
from breach_wizard.register.address import Address
from breach_wizard.register.database import Register
from breach_wizard.register.derived import derived
from breach_wizard.report import Action, Approval, Occurrence, Output, Report, from_answers
from tests.kit import registers
from tests.kit.depth import examples
from tests.kit.registers import add, case, everything, made, mark
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE
from tests.register.conftest import Empty

REPORTS = sorted((Path(__file__).parents[1] / "data" / "reports").glob("*.md"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda one: one.stem)
def test_the_same_report_is_there_once_whatever_format_it_comes_in(path: Path, register: Register) -> None:
    report = from_answers(recognise.read(path.read_bytes(), GUIDANCE).answers, GUIDANCE)
    first = add(register, derived(report, GUIDANCE))
    for name in ("markdown", "word", "json"):
        again = recognise.read(load(name).render(report, GUIDANCE), GUIDANCE)
        found = add(register, derived(from_answers(again.answers, GUIDANCE), GUIDANCE))
        assert (found.what, found.reference) == ("there", first.reference)
    assert len(register.rows("select * from versions")) == 1


def test_references_count_within_the_year_of_the_first_day(register: Register) -> None:
    other = (Occurrence(moment=Moment(date(2018, 1, 2))), Occurrence(moment=Moment(date(2019, 1, 2))))
    unknown = {"occurrences": "?", "outputs": (Output(title="Trade"),)}
    given_out = [
        add(register, made(**more)).reference
        for more in (
            {}, {"occurrences": other}, {"outputs": (Output(title="Rail"),)}, unknown, {**unknown, "report_date": "?"},
        )
    ]  # fmt: skip
    assert given_out == ["2017-001", "2018-001", "2017-002", "2017-003", "2017-004"]


def test_what_is_like_a_case_is_one_of_its_own_where_nobody_says(register: Register) -> None:
    first = add(register, made()).reference
    second = add(register, made(impact="More was found."))
    assert second.what == "new"
    assert case(register, second.reference)["may_be"] == first
    assert not case(register, add(register, made(impact="Another."), of="").reference)["may_be"]


@pytest.mark.parametrize(
    "other",
    [
        {"outputs": (Output(title="Trade"),)},
        {"occurrences": (Occurrence(moment=Moment(date(2017, 3, 19))),)},
        {"breach_type": "pre-release-leak"},
    ],
)
def test_another_output_day_or_kind_is_like_none(other: dict[str, object], register: Register) -> None:
    add(register, made())
    assert not add(register, made(**other)).notes


def test_an_update_is_a_version_and_nothing_is_overwritten(register: Register) -> None:
    first = add(register, made())
    update = add(register, made(impact="More was found."), of=first.reference)
    assert (update.what, update.reference, update.version) == ("version", first.reference, 2)
    assert [one["number"] for one in register.rows("select * from versions")] == [1, 2]


def test_a_report_is_a_version_of_no_other_case(register: Register) -> None:
    add(register, made())
    other = add(register, made(outputs=(Output(title="Trade"),))).reference
    with pytest.raises(InputError):
        add(register, made(), of=other)


def test_a_number_of_ones_own_names_one_case(register: Register) -> None:
    first = add(register, made(own_reference="BR/2023-24/07")).reference
    assert case(register, "BR/2023-24/07")["reference"] == first
    other = made(own_reference="BR/2023-24/07", outputs=(Output(title="Trade"),))
    with pytest.raises(InputError):
        add(register, other)
    assert add(register, other, of=first).version == 2


def test_an_approved_report_is_marked_and_a_change_after_it_is_not_approved(register: Register) -> None:
    approval = Approval(by="Head of Profession", on=date(2017, 3, 24))
    first = add(register, made(approved=approval)).reference
    assert case(register, first)["approved_day"] == "2017-03-24"
    changed = add(register, made(impact="More was found.", approved="no"), of=first)
    assert changed.notes
    assert case(register, first)["approved_day"] == ""


def test_the_day_by_which_an_action_was_planned_stays_with_it(register: Register) -> None:
    planned = Action(text="Add a check.", status="planned", when="by 31 March")
    first = add(register, made(actions=(planned,))).reference
    done = Action(text="Add a check.", status="taken", when="30 March 2017")
    add(register, made(actions=(done,)), of=first)
    (row,) = register.rows("select due_day, done_day from actions")
    assert (row["due_day"], row["done_day"]) == ("2017-03-31", "2017-03-30")


@given(found=reports())
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_report_can_be_kept_and_derived_anew(found: Report, empty: Empty) -> None:
    register = opened(empty())
    try:
        reference = add(register, derived(found, GUIDANCE)).reference
        mark(register, reference, "decided", day=registers.LATER.date().isoformat())
        before = everything(register)
        assert rebuilding.rebuild(register, GUIDANCE) == {}
        assert everything(register) == before
    finally:
        register.close()


def test_only_one_of_two_who_add_the_same_at_once_adds_it(register: Register, address: Address) -> None:
    other = opened(address)
    try:
        assert add(register, made()).what == "new"
        assert add(other, made()).what == "there"
    finally:
        other.close()
    assert registers.case(register, "2017-001")["version"] == 1


def test_a_report_that_is_damaged_is_named_and_stays(register: Register) -> None:
    add(register, made())
    with register.writing():
        register.change("update versions set report = :report", {"report": "{damaged"})
    assert list(rebuilding.rebuild(register, GUIDANCE)) == ["2017-001"]
    assert case(register, "2017-001")["output"] == "Bus passengers"


def test_what_was_derived_by_other_rules_is_known_until_it_is_derived_anew(register: Register) -> None:
    add(register, made())
    assert rebuilding.outdated(register) == 0
    with register.writing():
        register.change("update cases set derivation = :rules", {"rules": 0})
    assert rebuilding.outdated(register) == 1
    rebuilding.rebuild(register, GUIDANCE)
    assert rebuilding.outdated(register) == 0
