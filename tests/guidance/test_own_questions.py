"""A body's own questions in its folder: each slip is named with its place, all of them at once, and none gets past."""

import re
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.errors import GuidanceError
from breach_wizard.guidance.problems import problems
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.own_problems import own_problems
from breach_wizard.interview.questions import QUESTIONS, with_parts
from breach_wizard.interview.reserved import shared_labels
from tests.kit.samples import folder, own_fields

GOOD = """[told_others]
kind = "text"
section = "circumstances"
asked = "interview"
part = 1
label = "Who else was told"
question = "Who else was told, and when?"
"""
CHOICE = GOOD.replace('"text"', '"choice"') + 'choices = ["Yes, all", "Some"]\n'
TYPE = Path(guidance.built_in() / "breach-types" / "other.toml")


def loaded(path: Path, text: str) -> guidance.Guidance:
    return guidance.load(folder(path, text))


def test_a_right_folder_has_no_problem(tmp_path: Path) -> None:
    for text in (GOOD, CHOICE, own_fields()):
        found = loaded(tmp_path, text)
        assert [*problems(found), *own_problems(found), *shared_labels(found)] == []
        assert len(all_questions(found)) > len(QUESTIONS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace('kind = "text"\n', ""), "kind"),
        (GOOD.replace('section = "circumstances"\n', "").replace('asked = "interview"\n', ""), "section and asked"),
        (GOOD.replace("part = 1", "part = 6"), "part"),
        (GOOD.replace('"Who else was told"', '""'), "label"),
        (GOOD.replace('"Who else was told"', '"Two\\nlines"'), "label"),
        (GOOD.replace('"Who else was told"', '" blanks "'), "label"),
        (GOOD + GOOD.replace("told_others", "told_more"), "stands in this section already"),
        (GOOD.replace("[told_others]", "[Told-Others]"), "name"),
        (GOOD.replace("[told_others]", "[more]"), "name"),
        *((GOOD.replace("[told_others]", f"[{name}]"), "name") for name in ("true", "false", "none", "self", "not")),
        (GOOD.replace('question = "Who else was told, and when?"', 'question = ""'), "question"),
        (GOOD + 'types = ["flood"]\n', "flood"),
        (GOOD + 'choices = ["a", "b"]\n', "choices"),
        (CHOICE.replace('["Yes, all", "Some"]', '["One"]'), "two or more"),
        (CHOICE.replace('["Yes, all", "Some"]', '["A", "a"]'), "once"),
        (CHOICE.replace('["Yes, all", "Some"]', '["A", "?"]'), "choices"),
        (CHOICE.replace('["Yes, all", "Some"]', '["A", "Not yet known"]'), "choices"),
        (GOOD.replace("[told_others]", "[producer]"), "question of ours"),
    ],
)
def test_a_slip_is_named_and_refused(text: str, told: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, text)
    said = list(own_problems(found))
    assert said
    assert all("fields.toml: [" in one for one in said)
    assert any(told in one for one in said), said
    with pytest.raises(GuidanceError):
        all_questions(found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace('"text"', '"items"'), "kind"),
        (GOOD.replace('"interview"', '"sometimes"'), "asked"),
        (GOOD + "publishd = true\n", "publishd"),
        (GOOD + 'required = "yes"\n', "required"),
    ],
)
def test_a_key_or_a_value_that_there_is_not_is_refused(text: str, told: str, tmp_path: Path) -> None:
    (said,) = problems(loaded(tmp_path, text))
    assert told in str(said)


LABELS = sorted({asked.labels.general for _, asked in with_parts(QUESTIONS) if asked.labels is not None})

HEADINGS = ("Impact", "3. Impact of the Breach:", "actions", "Corrective actions", "Published statement", "Details")


@pytest.mark.parametrize("label", [*LABELS, "timing", "what happened", "NOTED:", "Impact on users", *HEADINGS])
@pytest.mark.parametrize("section", ["core", "actions"])
def test_a_label_of_the_form_is_refused_in_every_section(label: str, section: str, tmp_path: Path) -> None:
    text = GOOD.replace('"Who else was told"', f'"{label}"').replace('"circumstances"', f'"{section}"')
    assert bool(list(own_problems(loaded(tmp_path, text)))) == (label not in ("NOTED:", "Impact on users"))


def test_all_slips_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace('"Who else was told"', '"Link"').replace("part = 1", "part = 9") + 'types = ["flood"]\n'
    assert len(list(own_problems(loaded(tmp_path, text)))) == 3


def test_two_questions_under_one_label_of_a_types_file_are_named(tmp_path: Path) -> None:
    body = folder(tmp_path, GOOD)
    (body / "breach-types").mkdir()
    text = re.sub(r"\[fields\.ended\]", '[fields.ended]\nform_label = "Noticed"', TYPE.read_text())
    (body / "breach-types" / "other.toml").write_text(text)
    assert list(shared_labels(guidance.load(body)))
