"""Marks: what a case waits for, what can be taken back, and that an approval and its mark are one."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from breach_wizard.errors import InputError
from breach_wizard.register import opened, rebuilding
from breach_wizard.register.database import Register
from breach_wizard.register.standing import KINDS, OUTCOMES
from breach_wizard.report import Action
from tests.kit.depth import examples
from tests.kit.registers import add, approved, case, everything, made, mark
from tests.kit.today import GUIDANCE
from tests.register.conftest import Empty

WAY: tuple[tuple[str, dict[str, str], str], ...] = (
    ("received", {}, "a decision"),
    ("decided", {"outcome": "formal"}, "approval"),
    ("approved", {}, "sending"),
    ("sent", {}, "an answer"),
    ("replied", {}, "closing"),
    ("closed", {}, ""),
    ("reopened", {}, "closing"),
)


def test_each_mark_says_what_comes_next(register: Register) -> None:
    reference = add(register, made()).reference
    assert case(register, reference)["waits_for"] == "a decision"
    for kind, more, waits_for in WAY:
        mark(register, reference, kind, **more)
        assert case(register, reference)["waits_for"] == waits_for


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_is_counted_as_a_breach_was_decided_to_be_one(outcome: str, register: Register) -> None:
    reference = add(register, made()).reference
    assert not case(register, reference)["is_breach"]
    mark(register, reference, "decided", outcome=outcome)
    assert bool(case(register, reference)["is_breach"]) == (outcome != "not-a-breach")


def test_an_approval_is_written_into_the_report_and_taken_out_with_its_mark(register: Register) -> None:
    reference = add(register, made()).reference
    mark(register, reference, "approved", by="Head of Profession", day="2017-03-24")
    assert approved(register, reference) == {"by": "Head of Profession", "on": "2017-03-24"}
    assert case(register, reference)["approved_day"] == "2017-03-24"
    with pytest.raises(InputError):
        mark(register, reference, "approved", by="Head of Profession", day="2017-03-24")
    mark(register, reference, "taken-back", takes_back=1)
    assert approved(register, reference) == "no"
    assert case(register, reference)["approved_day"] == ""


def test_a_mark_made_in_error_is_taken_back_once_and_stays_to_be_read(register: Register) -> None:
    reference = add(register, made()).reference
    mark(register, reference, "decided", outcome="not-a-breach")
    mark(register, reference, "taken-back", takes_back=1)
    assert case(register, reference)["decided"] == ""
    assert [one["kind"] for one in register.rows("select kind from marks order by number")] == ["decided", "taken-back"]
    for number in (1, 2, 99):
        with pytest.raises(InputError):
            mark(register, reference, "taken-back", takes_back=number)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("decided", {"outcome": ""}),
        ("decided", {"note": ""}),
        ("sent", {"to": ""}),
        ("approved", {"by": ""}),
        ("reopened", {}),
        ("released", {}),
        ("received", {"day": "2017-03-19"}),
        ("received", {"day": "2031-01-01"}),
        ("told-users", {"link": "foo"}),
    ],
)
def test_a_mark_that_says_too_little_or_nothing_new_is_refused(kind: str, more: Any, register: Register) -> None:
    reference = add(register, made()).reference
    before = everything(register)
    with pytest.raises(InputError):
        mark(register, reference, kind, **more)
    assert everything(register) == before


def test_what_another_mark_counts_in_place_of_is_said(register: Register) -> None:
    reference = add(register, made()).reference
    assert not mark(register, reference, "decided", day="2017-03-23")
    (said,) = mark(register, reference, "decided", day="2017-03-24", outcome="inside")
    assert "23 March 2017" in said
    assert OUTCOMES["formal"] in said
    assert not mark(register, reference, "sent", to="one")
    assert not mark(register, reference, "sent", to="another")


def test_closing_warns_of_what_is_still_planned(register: Register) -> None:
    planned = (Action(text="Add a check.", status="planned"),)
    with_plan = add(register, made(actions=planned)).reference
    without = add(register, made(impact="Nobody saw it."), of="").reference
    assert mark(register, with_plan, "closed")
    assert not mark(register, without, "closed")


MARKS = st.lists(
    st.tuples(
        st.sampled_from(sorted(KINDS)), st.sampled_from(["2017-03-20", "2017-04-01"]), st.integers(1, 6),
        st.sampled_from(sorted(OUTCOMES)),
    ),
    max_size=12,
)  # fmt: skip


@given(marks=MARKS)
@settings(max_examples=examples(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_marks_in_any_order_leave_a_case_that_can_be_derived_anew(
    marks: list[tuple[str, str, int, str]], empty: Empty
) -> None:
    register = opened(empty())
    try:
        reference = add(register, made()).reference
        for kind, day, number, outcome in marks:
            more = {"outcome": outcome} if kind == "decided" else {"takes_back": number} if kind == "taken-back" else {}
            before = everything(register)
            try:
                mark(register, reference, kind, day=day, **more)
            except InputError:
                assert everything(register) == before
            said = approved(register, reference)
            assert (said["on"] if isinstance(said, dict) else "") == case(register, reference)["approved_day"]
        held = everything(register)
        assert rebuilding.rebuild(register, GUIDANCE) == {}
        assert everything(register) == held
    finally:
        register.close()
