"""The JSON form: the same report read back, as its published schema says, and older ones for ever."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from breach_wizard.errors import AnswersError, InputError
from breach_wizard.exports import json as exported
from breach_wizard.imports import json as imported
from breach_wizard.imports import markdown
from breach_wizard.interview.paths import without
from breach_wizard.report import Report, from_answers
from tests.kit.strategies import reports
from tests.kit.today import GUIDANCE

DATA = Path(__file__).parents[1] / "data"
FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER
VALIDATOR = jsonschema.Draft202012Validator(exported.schema(), format_checker=FORMATS)
"""With formats asserted, which is for a validator to choose."""


@given(reports())
def test_what_is_written_is_read_back_and_as_the_schema_says(report: Report) -> None:
    data = exported.render(report, GUIDANCE)
    assert from_answers(imported.read(data, GUIDANCE).answers, GUIDANCE) == report
    VALIDATOR.validate(json.loads(data))


@pytest.mark.parametrize("path", sorted(DATA.glob("report-schema-*.json")), ids=lambda path: path.stem)
def test_a_report_of_an_older_schema_is_read_for_ever(path: Path) -> None:
    old = imported.read(path.read_bytes(), GUIDANCE).answers
    today = markdown.read((DATA / "ofsted-2017.md").read_bytes(), GUIDANCE).answers
    assert from_answers(old, GUIDANCE) == from_answers(without(today, "approved"), GUIDANCE)


@pytest.mark.parametrize(
    ("held", "error"),
    [
        ("not json", InputError),
        ("[1]", InputError),
        ('{"schema": "one"}', InputError),
        ('{"schema": 99}', InputError),
        ('{"schema": 1}', AnswersError),
        ('{"schema": 1, "surprise": true}', AnswersError),
    ],
)
def test_what_is_no_report_is_refused(held: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        imported.read(held.encode(), GUIDANCE)


@pytest.mark.parametrize("change", [{"producer": ""}, {"due": "tomorrow"}, {"breach_type": "flood"}, {"outputs": []}])
def test_what_no_report_can_hold_is_refused(change: dict[str, Any]) -> None:
    held = json.loads((DATA / "report-schema-1.json").read_bytes()) | change
    with pytest.raises(InputError):
        imported.read(json.dumps(held).encode(), GUIDANCE)


def test_the_formats_of_the_schema_are_asserted() -> None:
    """Without the package that knows a format, it would hold for anything."""
    assert not FORMATS.conforms("09:30:00", "time")  # what times of ours are not
    held = json.loads((DATA / "report-schema-1.json").read_bytes()) | {"report_date": "21 March 2017"}
    assert any(list(one.path) == ["report_date"] for one in VALIDATOR.iter_errors(held))  # text, but no date


def test_the_schema_says_what_each_key_means_and_nothing_of_the_code() -> None:
    schema = exported.schema()
    assert all(one["description"] for one in schema["properties"].values())
    assert not [word for word in ("Attributes", "Raises", "None", "`", "\\n") if word in json.dumps(schema)]
