"""Lists, key by key: typing never chooses by surprise, and what is out of sight is told of."""

from typing import Any

import pytest

from breach_wizard.prompts import Checklist, Choice, Select
from breach_wizard.terminal.scrolling import MORE_ABOVE, MORE_BELOW
from tests.kit.drawn import SIZES, ask

NOTES = Select(
    id="a",
    question="How sensitive are the statistics?",
    choices=(
        Choice("note", "Write a short note"),
        Choice("find", "To find out: I do not know it yet"),
        Choice("no", "Not relevant here"),
    ),
)
KEYED = Select(
    id="a",
    question="What next?",
    choices=(*(Choice(str(one), f"Row {one}", key=str(one)) for one in range(1, 13)), Choice("w", "Write", key="W")),
)
NUMBERED = Select(
    id="a",
    question="Which?",
    choices=(Choice("1", "The first", key="1"), Choice("2", "The second", key="2"), Choice("go", "Go on")),
)
MANY = Checklist(
    id="a",
    question="What has been done?",
    choices=tuple(
        Choice(str(one), f"Entry {one} " + "and more words " * (one % 9), group=f"Group {one // 8}")
        for one in range(40)
    ),
)
SENTENCE = "The data were not market sensitive"


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (NOTES, ["enter"], "note"),
        (NOTES, ["sh", "enter"], "note"),
        (NOTES, ["to", "enter"], "find"),
        (NOTES, ["n", "o", "enter"], "note"),
        (NOTES, ["not r", "enter"], "no"),
        (NOTES, ["not", " ", "r", "enter"], "no"),
        (NOTES, ["down", "to", "x", "back", "enter"], "find"),
        (NOTES, ["t", "down", "enter"], "no"),
        (NOTES, [SENTENCE, "enter"], None),
        (NOTES, [*SENTENCE, "enter"], None),
        (NOTES, ["down", SENTENCE, "enter", "enter"], "find"),
        (NOTES, [f"\x1b[200~{SENTENCE}\r\nand more\x1b[201~", "enter"], None),
        (NOTES, ["Office for\r\nExamples\r\n"], None),
        (NOTES, ["\ttab", "enter"], None),
        (NOTES, ["A family 👨\u200d👩\u200d👧 of no\u00a0list", "enter"], None),
        (NOTES, ["\x1b[200~A family 👨\u200d👩\u200d👧 of no\u00a0list\x1b[201~", "enter"], None),
        (KEYED, ["1", "2", "enter"], "12"),
        (KEYED, ["3", "5", "enter"], "5"),
        (KEYED, ["w", "enter"], "w"),
        (KEYED, ["W", "enter"], "w"),
        (KEYED, ["r", "enter"], None),
        (KEYED, ["w", "r", "i", "enter"], None),
        (NUMBERED, ["g", "enter"], "go"),
        (NUMBERED, ["2 people", "enter"], None),
        (MANY, ["entry 3", "down", " ", "enter"], ("4",)),
        (MANY, ["e", " ", "enter"], ("0",)),
        (MANY, [*"Entry was done", "enter"], None),
        (MANY, ["enter"], None),
        (MANY, ["up", " ", "enter"], ("39",)),
    ],
)
def test_what_is_typed_points_while_all_of_it_matches_and_else_chooses_nothing(
    question: Any, keys: list[str], answer: Any
) -> None:
    assert ask(question, *keys).answer == answer


def test_what_was_typed_and_is_no_entry_is_quoted() -> None:
    seen = ask(NOTES, SENTENCE, "enter")
    assert f'"{SENTENCE}"' in seen.words
    assert "» Write a short note" in seen.words
    assert "Typed" not in seen.words


def test_nothing_ticked_may_be_an_answer() -> None:
    question = Checklist(id="a", question="Which are done?", choices=MANY.choices, if_none="39")
    assert ask(question, "enter").answer == ("39",)
    assert ask(question, " ", "enter").answer == ("0",)


@pytest.mark.parametrize("size", SIZES)
def test_a_list_says_what_is_out_of_sight(size: tuple[int, int]) -> None:
    keys = [" ", "down", " ", *["page-down"] * 20, " ", *["page-up"] * 20, "end", *["up"] * 5]
    seen = ask(MANY, *keys, size=size)
    for lines in seen.before:
        pointed = next(row for row, text in enumerate(lines) if text.startswith(" »"))
        assert (MORE_ABOVE in lines) == (" Group 0" not in lines)
        assert "Entry" in lines[pointed]
        assert any(text.startswith(MORE_BELOW) for text in lines) or any("] Entry 39" in text for text in lines)
    first, *_, last_seen = seen.before
    assert "ticked" not in " ".join(first)
    assert "3 ticked, 2 unseen" in " ".join(last_seen)
    assert seen.cells[0] == seen.cells[1]
