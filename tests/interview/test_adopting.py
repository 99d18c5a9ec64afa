"""What was given without a body's folder, or with an older one, comes to its place when the folder is at hand."""

from pathlib import Path
from typing import Any, cast

import pytest

from breach_wizard import guidance
from breach_wizard.errors import AnswersError
from breach_wizard.imports import markdown
from breach_wizard.interview.adopting import adopted
from breach_wizard.interview.shapes import Answers
from breach_wizard.output import document
from breach_wizard.report import from_answers
from tests.kit.commands import GOLDEN
from tests.kit.samples import folder
from tests.kit.today import GUIDANCE

FIELD = """[own]
kind = "{kind}"
section = "circumstances"
asked = "interview"
part = 3
label = "Own label"
question = "What is it?"
"""
CASE = markdown.read(GOLDEN.read_bytes(), GUIDANCE).answers
ITEM = {"key": "1", "id": "Own label", "section": "circumstances", "label": "Own label", "value": "x"}


def body(path: Path, kind: str = "text") -> guidance.Guidance:
    return guidance.load(folder(path, FIELD.format(kind=kind)))


def with_more(*more: dict[str, str], **others: Any) -> Answers:
    return cast("Answers", {**CASE, **others, "more": list(more)})


def test_an_answer_that_waited_is_the_question_s(tmp_path: Path) -> None:
    found = adopted(with_more(ITEM), body(tmp_path))
    assert found["own"] == "x"  # type: ignore[typeddict-item]
    assert "more" not in found


def test_one_that_goes_by_the_id_does_so_in_any_section(tmp_path: Path) -> None:
    found = adopted(with_more(ITEM | {"id": "own", "section": "impact", "label": "Another"}), body(tmp_path))
    assert found["own"] == "x"  # type: ignore[typeddict-item]


def test_others_wait_on(tmp_path: Path) -> None:
    for other in (ITEM | {"section": "impact"}, ITEM | {"label": "Another"}):
        assert adopted(with_more(other), body(tmp_path)) == with_more(other)
        assert adopted(with_more(other), GUIDANCE) == with_more(other)


def test_two_answers_to_one_question_are_refused(tmp_path: Path) -> None:
    found = adopted(with_more(ITEM, own="y"), body(tmp_path))
    assert found == with_more(ITEM, own="y")
    with pytest.raises(AnswersError):
        from_answers(found, body(tmp_path))


@pytest.mark.parametrize("kind", ["text", "long-text", "list", "yes-no", "day", "count"])
@pytest.mark.parametrize("value", ["x", "Yes", "5", "a\n\nb", "- one\n- two", "21 March 2017", "?"])
def test_a_question_of_another_kind_today_still_makes_every_document(tmp_path: Path, kind: str, value: str) -> None:
    own = body(tmp_path, kind)
    for given in (with_more(ITEM | {"value": value}), cast("Answers", {**CASE, "own": value})):
        for name in ("markdown", "json"):
            assert document(adopted(given, own), name, own)


@pytest.mark.parametrize("value", [["- x"], ["- - x"], ["- x", "y"], ["x"], ["- x\u00a0y"]])
def test_an_item_that_begins_with_a_mark_is_kept(tmp_path: Path, value: list[str]) -> None:
    own = body(tmp_path, "list")
    text = document(cast("Answers", {**CASE, "own": value}), "markdown", own)
    assert markdown.read(text, own).answers["own"] == value  # type: ignore[typeddict-item]
