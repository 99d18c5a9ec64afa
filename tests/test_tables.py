"""Tables in a long text: what is one, its one spelling, and that it is a table in the documents and comes back."""

import io
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from breach_wizard import answers as answers_file
from breach_wizard.exports import load
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import get
from breach_wizard.interview.values import accept
from breach_wizard.output import document
from breach_wizard.tables import Grid, segments, spelled, tidied
from breach_wizard.text import clean
from tests.kit import runs, samples
from tests.kit.depth import examples
from tests.kit.strategies import WITH_TABLES
from tests.kit.today import GUIDANCE

TIDIED = {
    "a table with heads": ("|Time|Event|\n|:--|--:|\n|9am|Up|", "| Time | Event |\n| --- | --- |\n| 9am | Up |"),
    "rows alone": ("|9am|Up|\n|10am|Down|", "| 9am | Up |\n| 10am | Down |"),
    "a short row": ("| 9am | Up |\n| 10am | Down | Desk |", "| 9am | Up | |\n| 10am | Down | Desk |"),
    "an empty row": ("| 9am | Up |\n| | |\n| 10am | Down |", "| 9am | Up |\n| 10am | Down |"),
    "heads that say nothing": ("| | |\n|-|-|\n| 9am | Up |\n| 10am | Down |", "| 9am | Up |\n| 10am | Down |"),
    "a rule below an empty row": ("|9am|Up|\n| | |\n|-|:-:|\n|10am|Down|", "| 9am | Up |\n| --- | --- |\n| 10am | Down |"),
    "a rule below heads that say nothing": ("| | |\n|-|-|\n|9am|Up|\n|-|-|", "| 9am | Up |\n| --- | --- |"),
    "text around it": ("It began.\n|9am|Up|\n|10am|Down|\nIt ended.", "It began.\n\n| 9am | Up |\n| 10am | Down |\n\nIt ended."),
    "a bar in a cell": ("|9am|a \\| b|\n|10am|c|", "| 9am | a \\| b |\n| 10am | c |"),
}  # fmt: skip
TEXTS = [
    "| one row |", "| 9am | Up |", "|", "||\n||", "| a |\n| b |", "9am | Up\n10am | Down", "| a | b\\|\n| c | d\\|",
    "| --- | --- |",
]  # fmt: skip
"""What is no table, and stays as it was typed."""


@pytest.mark.parametrize("name", TIDIED)
def test_a_table_has_one_spelling(name: str) -> None:
    typed, wanted = TIDIED[name]
    assert tidied(typed) == wanted
    assert any(isinstance(one, Grid) for one in segments(wanted))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_no_table_stays_as_it_was_typed(text: str) -> None:
    assert tidied(text) == text
    assert list(segments(text)) == [text]


def test_of_two_tables_without_text_between_them_the_second_stays_text() -> None:
    table = "| 9am | Up |\n| 10am | Down |"
    first, second = segments(f"{table}\n\n{table}")
    assert isinstance(first, Grid)
    assert second == table


@given(WITH_TABLES)
@settings(max_examples=examples(200))
def test_the_parts_of_a_text_make_it_again(text: str) -> None:
    parts = [spelled(one) if isinstance(one, Grid) else one for one in segments(text)]
    assert "\n\n".join(parts) == text
    assert tidied(text) == text


@given(st.text("|-: \\a\n", max_size=40).map(clean))
@settings(max_examples=examples(300))
def test_no_word_is_lost_by_tidying(text: str) -> None:
    assert tidied(text).count("a") == text.count("a")
    assert tidied(tidied(text)) == tidied(text)


TYPED = "It went live.\n|Time|What happened|\n|-|-|\n|9.12am|The page went live|\n|9.40am|It was taken down|"
KEPT = TIDIED["a table with heads"][1]


@pytest.mark.parametrize("name", ["circumstances", "impact", "timeline"])
def test_it_is_taken_in_its_one_spelling_from_a_prompt_and_from_a_file(name: str) -> None:
    world = Context(runs.NOW, GUIDANCE)
    typed = accept((name,), TYPED, samples.answers(), world).value
    given, _ = answers_file.normalise({name: TYPED}, GUIDANCE)
    assert typed == get(given, (name,)) == tidied(TYPED)


def test_it_is_a_table_in_word_and_on_the_page() -> None:
    answers = samples.answers(timeline=KEPT)
    made = Document(io.BytesIO(document(answers, "word", GUIDANCE)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    assert [["Time", "Event"], ["9am", "Up"]] in tables
    assert b'<th scope="col" dir="auto">Event</th>' in document(answers, "html", GUIDANCE)
    assert KEPT in document(answers, "markdown", GUIDANCE).decode()


@pytest.mark.parametrize("head", [("Circumstances", "Details"), ("Core information", "Details"), ("*See below*", "?")])
@pytest.mark.parametrize("name", ["circumstances", "impact", "timeline"])
def test_a_table_that_looks_like_one_of_the_form_is_no_part_of_it(head: tuple[str, str], name: str) -> None:
    text = spelled(Grid(head, (("Announced for", "5 May 2024"), ("Link", "|"))))
    given: Any = {name: text}
    answers = samples.answers(**given)
    for form in ("markdown", "word"):
        held: Any = load(form).held(document(answers, form, GUIDANCE), GUIDANCE)
        assert get(held.answers, (name,)) == text
        assert not held.unplaced
