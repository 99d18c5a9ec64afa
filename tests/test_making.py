"""What is taken for a part of a report without pydantic is what pydantic takes, and is the same then."""

import json
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from breach_wizard.dates.moment import Moment, Words
from breach_wizard.errors import AnswersError
from breach_wizard.report import Action, Approval, Occurrence, Output, Report, making
from breach_wizard.report.kinds import AsRecord
from breach_wizard.report.model import More, Whole
from breach_wizard.report.validating import validated
from breach_wizard.report.written import as_json
from tests.kit.depth import examples
from tests.kit.strategies import reports


class Text(str):
    """A text that isn't quite one."""


DAY = date(2017, 3, 20)
AWKWARD: list[Any] = [
    None, "", "?", " padded ", "a\nb", "a\x00b", "\ud800", Text("a"), "the Head of Profession", b"a", 0, 1, 3, 3.0, True, False, "true",
    DAY, datetime(2017, 3, 20, 9, 30, tzinfo=UTC), time(9, 30), "2017-03-20", date(999, 1, 1), "20 March 2017, 5pm", "early", Moment(DAY), Words("early"), {"words": "early"}, {"words": ""},
    "09:30:00", {"date": "2017-03-20", "time": "09:30:00"}, {"date": "2017-03-20", "time": "09:30:00+01:00"}, {"date": "20170320", "time": "09:30"}, {"date": DAY}, {"date": "2017-03-20", "strange": 1}, "ongoing", "published", "stays-up", "not announced", "taken", "no",
    [], (), ["?"], ("?",), ["a", "a"], [""], {"a"}, {}, {"title": "A"}, [{"title": "A"}], [{"title": "?"}], [{"title": "A", "link": None}], [{"title": "A", "strange": "a"}],
    [Output(title="A")], [{"moment": "?"}], [{"moment": "20 March 2017", "type": "other"}], [Occurrence(moment="?")],
    [{"text": "A", "status": "done"}], [{"text": "A", "status": "taken"}], [Action(text="A")], {"by": "Statistician", "on": DAY}, {"by": "the Statistician", "on": DAY},
    Approval(by="Statistician", on=DAY), [{"id": "a", "section": "core", "label": "A"}] * 2, [More(id="a", section="impact", label="A"), More(id="b", section="core", label="B")],
]  # fmt: skip
KINDS: dict[type[Any], Any] = {one: Annotated[one, AsRecord()] for one in (Output, Occurrence, Action, Approval, More)}
KINDS[Report] = Whole


def taken_without(kind: Any, values: Any) -> Any:
    """What is made of the values without pydantic; None where it is left to pydantic."""
    try:
        return making.fit(kind)(values)
    except ValueError:
        return None


@given(reports(), st.dictionaries(st.sampled_from([*Report._fields, "strange"]), st.sampled_from(AWKWARD), max_size=2))
@settings(max_examples=examples(200), deadline=None)
def test_a_report_that_is_taken_is_the_one_that_pydantic_makes(report: Report, changed: dict[str, Any]) -> None:
    found = taken_without(Whole, report._asdict() | changed)
    assert found or changed
    if found is not None:
        assert repr(validated(Whole, report._asdict() | changed)) == repr(found)


@pytest.mark.parametrize("name", Report._fields)
def test_so_is_one_with_anything_at_all_in_a_field(name: str) -> None:
    whole = {
        "breach_type": "other", "outputs": [{"title": "A"}], "occurrences": "?", "producer": "A", "contact_name": "A",
        "report_date": DAY, "references": "?", "circumstances": "A", "impact": "A", "actions": (),
    }  # fmt: skip
    assert taken_without(Whole, whole) == validated(Whole, whole)
    for value in AWKWARD:
        found = taken_without(Whole, whole | {name: value})
        assert found is None or repr(found) == repr(validated(Whole, whole | {name: value}))


@pytest.mark.parametrize("shape", KINDS, ids=lambda one: one.__name__)
def test_and_each_part_of_it(shape: type[Any]) -> None:
    least: Any = {
        Output: {"title": "A"}, Occurrence: {"moment": "?"}, Action: {"text": "A"}, Approval: {"by": "A", "on": DAY},
        More: {"id": "a", "section": "core", "label": "A"}, Report: {},
    }[shape]  # fmt: skip
    for name in (*shape._fields, "strange"):
        for value in AWKWARD:
            found = taken_without(KINDS[shape], least | {name: value})
            assert found is None or repr(found) == repr(validated(KINDS[shape], least | {name: value}))


@given(reports())
@settings(max_examples=examples(100), deadline=None)
def test_a_report_that_is_written_as_json_is_read_back_without(report: Report) -> None:
    assert taken_without(Whole, json.loads(as_json(report))) == report


def test_what_is_no_report_is_said_by_pydantic_in_our_words() -> None:
    with pytest.raises(AnswersError) as caught:
        making.made(Report, {"breach_type": 5})
    assert "breach_type" in [one.where for one in caught.value.problems]
