"""A draft is checked when it is read: whatever stands in its file, it is a draft that everything can use, or none."""

import contextlib
import json
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from breach_wizard import check, guidance
from breach_wizard.changes import updated
from breach_wizard.cli.drafts import name, state
from breach_wizard.drafts import Store
from breach_wizard.drafts.draft import Damaged, Draft, TooNew, from_bytes, to_bytes
from breach_wizard.drafts.shape import ANSWERS, answers_fit
from breach_wizard.drafts.updates import update_what_was_written
from breach_wizard.errors import AnswersError
from breach_wizard.interview.context import Context
from breach_wizard.interview.following import to_follow
from breach_wizard.interview.proposals import complete
from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.interview.steps import first_open, steps
from breach_wizard.report import from_answers
from breach_wizard.wizard.rows import rows
from tests.kit import runs
from tests.kit.depth import examples
from tests.kit.samples import answers as sampled
from tests.kit.today import GUIDANCE

RELEASED = sorted((Path(__file__).parents[1] / "data" / "released").glob("*/*.draft.json"))
HELD = [json.loads(path.read_text()) for path in RELEASED]
WORLD = Context(now=runs.NOW, guidance=GUIDANCE)
OTHERS: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, "", "?", "not announced", "ongoing", "20 March 2017, 5pm", "a\ud800b", "\x1b[2J", "0001-01-01",
    [], ["x"], [[]], [{}], [{"key": "1"}], [{"key": 1}], [{"key": "9" * 5000}], {}, {"key": "1"}, {"x": 1}, {"x": {"y": []}}, "x" * 1000, "31 February 2017",
]  # fmt: skip
"""What may come to stand in a place: another type, a wrong date, a text that no terminal should be sent."""


def places(held: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in parsed JSON."""
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from places(one, (*path, key))


def changed(held: Any, path: tuple[Any, ...], how: Any) -> Any:
    """The same with one place changed: taken out, renamed, or holding something else."""
    held = deepcopy(held)
    inside = held
    for key in path[:-1]:
        inside = inside[key]
    if how == "take out":
        del inside[path[-1]]
    elif how == "rename" and isinstance(inside, dict):
        inside["another"] = inside.pop(path[-1])
    else:
        inside[path[-1]] = how
    return held


def use(draft: Draft) -> None:
    """Do with a draft what every command does."""
    assert from_bytes(to_bytes(draft), draft.number) == draft
    for text in (name(draft), state(draft)):
        text.encode()
        assert text.isprintable() or "\n" in text
    update_what_was_written(draft, runs.NOW)
    steps(draft.answers, WORLD)
    first_open(draft.answers, WORLD)
    to_follow(draft.answers, WORLD)
    rows(draft.answers, draft.proposed, WORLD)
    full = updated(complete(draft.answers, draft.proposed, WORLD), draft.base, WORLD)
    check.findings(full, WORLD)
    with contextlib.suppress(AnswersError):
        from_answers(full, GUIDANCE)


def read_and_use(held: Any) -> None:
    try:
        draft = from_bytes(json.dumps(held).encode(), 1)
    except (Damaged, TooNew):
        return
    use(draft)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    held = draw(st.sampled_from(HELD))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(places(held))))
        held = changed(held, path, draw(st.sampled_from(["take out", "rename", *OTHERS])))
    return held


@given(mutated())
@settings(max_examples=examples(3000), deadline=None)
def test_whatever_is_changed_it_is_a_draft_or_damaged(held: Any) -> None:
    read_and_use(held)


@pytest.mark.parametrize("held", HELD, ids=[path.stem for path in RELEASED])
def test_every_part_that_is_taken_out_leaves_a_draft_or_damage(held: Any) -> None:
    for path in places(held["answers"], ("answers",)):
        read_and_use(changed(held, path, "take out"))


@pytest.mark.parametrize("asked", ANSWERS)
def test_every_answer_may_hold_anything(asked: str) -> None:
    several = next(one for one in HELD if len(one["answers"].get("occurrences", ())) > 1)
    for other in OTHERS:
        read_and_use(changed(several, ("answers", asked), other))
        read_and_use(several | {"base": {**several["answers"], "report_date": "20 March 2017", asked: other}})


@given(st.recursive(st.sampled_from(OTHERS), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_json_is_a_draft_or_damaged(held: Any) -> None:
    read_and_use(held)
    read_and_use({"schema": 2, "saved": "", "answers": held})


def test_every_question_has_its_shape() -> None:
    assert {one.id for one in QUESTIONS} <= set(ANSWERS)
    assert answers_fit(dict(sampled(GUIDANCE)))


@pytest.mark.parametrize("value", ["a text", True, ["one", "two"], [], "?"])
def test_answers_to_questions_that_are_not_here_are_kept(value: Any) -> None:
    held = {"schema": 2, "saved": "", "answers": {"users_told": value}}
    assert from_bytes(json.dumps(held).encode(), 1).answers == {"users_told": value}


@pytest.mark.parametrize("value", [1, None, {}, [1], [["x"]], 1.5])
def test_what_no_question_could_hold_is_damage(value: Any) -> None:
    with pytest.raises(Damaged):
        from_bytes(json.dumps({"schema": 2, "saved": "", "answers": {"users_told": value}}).encode(), 1)


def test_a_breach_type_of_another_guidance_is_no_damage() -> None:
    held = deepcopy(HELD[0])
    held["answers"] |= {"breach_type": "gone", "also": ["gone", "gone-too"]}
    held["base"] = held["answers"] | {"report_date": "20 March 2017"}
    held["answers"]["occurrences"] = [{"key": "1", "type": "gone", "date": "20 March 2017"}]
    use(from_bytes(json.dumps(held).encode(), 1))


def test_half_a_character_is_shown_as_a_sign_and_a_name_of_a_file_is_kept() -> None:
    held = {"schema": 2, "saved": "", "answers": {"impact": "a\ud800b"}, "output": "r\udcff.md"}
    draft = from_bytes(json.dumps(held).encode(), 1)
    assert draft.answers == {"impact": "a\ufffdb"}
    assert draft.output == "r\udcff.md"
    assert from_bytes(json.dumps(held | {"output": "a\0b"}).encode(), 1).output == ""


@pytest.mark.parametrize("number", [True, 1.0, "1", None])
def test_a_schema_is_a_number(number: Any) -> None:
    with pytest.raises(Damaged):
        from_bytes(json.dumps({"schema": number, "saved": "", "answers": {}}).encode(), 1)


def test_a_list_with_every_kind_of_damage_holds_the_good_ones() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for number, other in enumerate(OTHERS, 1):
            held = {"schema": 2, "saved": "", "answers": {"breach_type": other, "outputs": [{"key": other}]}}
            (home / f"{number}.json").write_text(json.dumps(held))
        good = len(OTHERS) + 1
        (home / f"{good}.json").write_text(json.dumps(HELD[0]))
        store = Store(home, runs.clock)
        assert good in [one.number for one in store.drafts()]
        assert len(store.left_out) == len(store.set_aside)
        assert len(list(home.iterdir())) == good
        for one in store.drafts():
            use(one)


def test_the_guidance_in_use_is_that_of_the_tests() -> None:
    assert guidance.active().types.keys() == GUIDANCE.types.keys()
