"""Forms of every make: each answer comes back as it went in, or its line is listed; none is wrong without a word."""

import re
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.imports import recognise
from breach_wizard.imports.boxes import contact, moments
from tests.imports.test_foreign import WORD, texts
from tests.kit.depth import examples
from tests.kit.forms import CONTACT, LABELS, Form, every
from tests.kit.today import GUIDANCE

OF_FORMS = {
    word
    for label in ("Report of a breach of the Code of Practice for Statistics", "Information needed", "Response", "Field", "Guidance",
                  *(label for edition in LABELS.values() for label in edition.values()))
    for word in WORD.findall(label.casefold())
} | {"q", *"abcdefghijkl", *map(str, range(1, 13)), *(f"q{number}" for number in range(1, 13))}  # fmt: skip
"""The words of the forms' own labels, and the numbers and letters before them."""

SHARDS = 8
NUMBER = examples(2_400)


def expected(question: str, value: Any) -> dict[str, Any]:
    """The answers that a value makes, as they are kept, without the keys of items."""
    if question == CONTACT:
        return dict(contact(value))
    return {question: [value] if question in ("outputs", "references", "occurrences") else value}


def kept(value: Any) -> Any:
    """An answer as it is compared: of items their first part."""
    if not isinstance(value, list):
        return value
    return [
        next(part for name, part in one.items() if name != "key") if isinstance(one, dict) else one for one in value
    ]


def wrong(made: Form) -> list[str]:
    """What was read wrong without a word, or a strange label that got into an answer."""
    found = recognise.read(made.data, GUIDANCE)
    listed = "\n".join(line for _, line in found.unplaced)
    slips = []
    answers: Any = found.answers
    for question, value in made.answers.items():
        for name, right in expected(question, value).items():
            got = kept(answers.get(name, ""))
            is_listed = got in ("", [], "?") and all(word in listed for word in re.findall(r"\w+", str(value)))
            if got != right and not is_listed:
                slips.append(f"{name}: {got!r} is not {right!r}")
    for label, value in made.strangers:
        if label.casefold() not in listed.casefold() or value not in listed:
            slips.append(f"{label!r} is not listed")
    return slips


@pytest.mark.parametrize("shard", range(SHARDS))
def test_each_answer_comes_back_or_is_listed(shard: int) -> None:
    for made in islice(every(), shard, NUMBER, SHARDS):
        assert not wrong(made), made.name


def lost(made: Form) -> set[str]:
    """The words of a form in text that are in no answer, not listed, not told of, and no label of a form."""
    found = recognise.read(made.data, GUIDANCE)
    held = [*texts(found.answers), *(line for _, line in found.unplaced), *(one.message for one in found.noted)]
    said = set(WORD.findall(made.data.decode().casefold()))
    return said - set(WORD.findall("\n".join(held).casefold())) - OF_FORMS


def test_each_line_is_in_an_answer_or_listed() -> None:
    for made in islice(every(seed=3), NUMBER // 2):
        if made.is_text and "stuck" not in made.name:  # there a label and an answer are one word
            assert not lost(made), made.name


def test_the_forms_are_of_every_make_and_most_of_their_answers_come_back() -> None:
    asked = read = 0
    for made in islice(every(seed=2), NUMBER // 4):
        answers: Any = recognise.read(made.data, GUIDANCE).answers
        for question, value in made.answers.items():
            right = expected(question, value)
            asked += len(right)
            read += sum(kept(answers.get(name, "")) == one for name, one in right.items())
    assert read / asked > 0.97


@given(
    st.lists(
        st.tuples(st.sampled_from([" and ", "; ", " & ", "\n"]), st.sampled_from(["page", "file", "nature of it"]))
    )
)
def test_no_word_beside_a_date_is_lost_though_it_may_part_two_dates(parts: list[tuple[str, str]]) -> None:
    text = "".join(["The account", *(f"{sign}{word}" for sign, word in parts)])
    (found,) = moments(f"20 March 2017\n{text}") or [{}]
    assert found == {"date": "20 March 2017", "note": text}
