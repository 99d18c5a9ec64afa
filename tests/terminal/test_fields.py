"""Fields, key by key: what a hand does by habit, in one line and in long texts, at several sizes."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.prompts import Text
from breach_wizard.terminal.area import PREFIX
from breach_wizard.terminal.fields import STAYS
from breach_wizard.terminal.former import Former
from breach_wizard.terminal.rows import TextRows, row_starts
from breach_wizard.terminal.scrolling import MORE_ABOVE, MORE_BELOW
from tests.kit.drawn import SIZES, ask

PASTE = "\x1b[200~{}\x1b[201~"


def line(default: str = "", **changes: Any) -> Text:
    return Text(id="a", question="What is it?", default=default, **changes)


def long(default: str = "", **changes: Any) -> Text:
    return Text(id="a", question="How and why?", default=default, long=True, **changes)


OFFERED = line("20 March", offered=True)
OWN = line("20 March")


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (OFFERED, ["enter"], "20 March"),
        (OFFERED, ["x", "enter"], "x"),
        (OFFERED, ["x", "y", "enter"], "xy"),
        (OFFERED, ["left", "x", "enter"], "20 Marcxh"),
        (OFFERED, ["end", "x", "enter"], "20 Marchx"),
        (OFFERED, ["home", "x", "enter"], "x20 March"),
        (OFFERED, ["up", "x", "enter"], "20 Marchx"),
        (OFFERED, ["back", "x", "enter"], "x"),
        (OFFERED, ["delete", "x", "enter"], "x"),
        (OFFERED, ["c-u", "enter"], ""),
        (OFFERED, [PASTE.format("a\r\nb"), "enter"], "a b"),
        (OFFERED, ["x", "f6", "enter"], "20 March"),
        (OFFERED, ["x", "y", "f6", "f6", "enter"], "xy"),
        (OFFERED, ["back", "f6", "x", "enter"], "20 Marchx"),
        (OWN, ["x", "enter"], "20 Marchx"),
        (OWN, ["c-u", "f6", "enter"], "20 March"),
        (OWN, ["c-u", "x", "f6", "enter"], "20 March"),
        (OWN, ["c-w", "c-w", "f6", "enter"], "20 March"),
        (OWN, ["back", "f6", "enter"], "20 Marc"),
        (OWN, ["f6", "enter"], "20 March"),
        (line("?"), ["x", "enter"], "x"),
        (line("?"), ["x", "f6", "enter"], "?"),
        (line("?"), ["end", "x", "enter"], "?x"),
        (long("?"), ["x", "c-s"], "x"),
        (long("one\ntwo", offered=True), ["x", "c-s"], "one\ntwox"),
        (line("half", kept="whole"), ["f6", "enter"], "whole"),
        (line("half", kept="whole"), ["f6", "f6", "enter"], "half"),
        (line("half", kept="whole"), ["c-u", "x", "f6", "f6", "f6", "enter"], "x"),
    ],
)
def test_what_is_typed_takes_the_place_of_what_is_offered_and_nothing_is_lost(
    question: Text, keys: list[str], answer: str
) -> None:
    assert ask(question, *keys).answer == answer


def test_what_is_offered_is_seen_to_be_selected() -> None:
    seen = ask(OFFERED)
    (row,) = (number for number, text in enumerate(seen.lines) if "20 March" in text)
    assert "".join(sign for sign, reverse, _ in seen.cells[0][row] if reverse) == "20 March"
    assert not any(reverse for row in ask(OWN).cells[0] for _, reverse, _ in row)


def test_who_presses_enter_to_leave_a_long_text_is_told_the_key_that_does() -> None:
    def told(*keys: str) -> bool:
        return any(STAYS in text for text in ask(long("one"), *keys).lines)

    assert not told("enter", "enter")
    assert told("enter", "enter", "enter")
    assert told("enter", " ", "x", "enter", "enter", "enter")


TEXTS = {
    "one line": "word " * 1200,
    "40 lines": "\n".join(f"{number} " + "word " * (number % 30) for number in range(40)),
    "2,000 lines": "\n".join(f"{number} " + "word " * (number % 30) for number in range(2000)),
}
MOVES = ["up", "up", "down", "page-up", "page-up", "page-down", "home", "end", "c-home", "down", "c-end", "up"]


def body(lines: list[str]) -> list[str]:
    """The rows of the field, without the lines that say that there is more."""
    start = next(row for row, text in enumerate(lines) if text.endswith("?")) + 2
    end = next(row for row, text in enumerate(lines) if text.startswith("Ctrl-S")) - 1
    return lines[start:end]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("pasted", ["", PASTE.format("pasted " * 2000)], ids=["", "after a paste"])
def test_a_long_text_is_filled_around_the_cursor_whatever_moves_it(
    name: str, size: tuple[int, int], pasted: str
) -> None:
    seen = ask(long(TEXTS[name]), *([pasted] if pasted else []), *MOVES, size=size)
    assert len(seen.before) > len(MOVES)
    for lines in seen.before:
        shown = body(lines)
        assert all(shown), lines
        assert len(shown) >= size[1] - 9
        above, below = (any(text.startswith(words) for text in lines) for words in (MORE_ABOVE, MORE_BELOW))
        assert above or below
        assert above != shown[0].startswith(PREFIX)
    row, _ = seen.cursor
    assert seen.lines[row] in body(seen.lines)
    assert seen.lines == seen.anew


@pytest.mark.parametrize("size", SIZES)
def test_the_text_is_still_seen_after_a_paste_and_after_a_line_was_taken_out(size: tuple[int, int]) -> None:
    huge = "".join(f"line {number} of what was pasted\n" for number in range(4000))
    for keys in ([PASTE.format(huge)], [PASTE.format(huge), "x", "c-u"], [PASTE.format(huge), "c-u", "back", "c-u"]):
        seen = ask(long(), *keys, size=size)
        assert "... more above" in seen.words
        assert sum("of what was pasted" in text for text in seen.lines) >= size[1] - 11


def test_up_and_down_move_by_the_rows_seen_and_keep_the_column() -> None:
    text = "aaaa " * 40
    assert ask(long(text), "home", "x", "c-s").answer == text[:150] + "x" + text[150:]
    seen = ask(long("a" * 30 + " " + "b" * 60 + "\nc\n" + "d" * 30), "up", "up", "up", "x", "c-s")
    assert seen.answer.startswith("a" * 30 + "x ")
    assert ask(long("one\ntwo"), "up", "page-up", "x", "down", "down", "y", "c-s").answer == "onex\ntwoy"


SIGNS = {
    "family": "👨‍👩‍👧 and 👍🏽 and 🏳️‍🌈, ❤️ 1️⃣",
    "flags": "🇬🇧🇫🇷 x 🇩🇪",
    "marks": "e\u0301a\u0308\u0301 z\u0336",
    "arabic": "السلام عليكم",
    "thai": "ภาษาไทย กำลัง ก็ดี",
    "full width": "ＦＵＬＬ 全角文字。",
    "invisible": "a\u200bb\ufeffc\xadd",
}


@pytest.mark.parametrize("name", SIGNS)
@pytest.mark.parametrize("size", SIZES)
def test_signs_of_unsure_width_never_spoil_the_screen(name: str, size: tuple[int, int]) -> None:
    signs = SIGNS[name]
    keys = [
        signs,
        " end",
        "left",
        "left",
        "x",
        "home",
        "y",
        "end",
        "back",
        "back",
        PASTE.format(signs * 9),
        "up",
        "z",
        "back",
    ]
    for text in (long(f"before {signs} after {signs * 3}\nthe next line"), line(f"{signs} after")):
        seen = ask(text, *keys, size=size)
        assert seen.lines == seen.anew
        assert seen.cells[0] == seen.cells[1]
    assert ask(long(), signs, "c-s").answer == signs


rooms = st.integers(8, 20)
signs = st.lists(st.sampled_from(["a", "b", " ", " ", "全", "é", "e\u0301", "👨‍👩‍👧", "🇬🇧"]), max_size=60).map("".join)


@given(st.text("ab ", max_size=80), rooms)
def test_words_stay_whole_where_they_fit(text: str, room: int) -> None:
    starts = [*row_starts(text, room), len(text)]
    rows = [text[start:end] for start, end in pairwise(starts)]
    assert "".join(rows) == text
    assert all(len(row.rstrip(" ")) <= room for row in rows)
    if all(len(word) <= room for word in text.split()):
        assert [word for row in rows for word in row.split()] == text.split()
    assert not any(row.startswith(" ") for row in rows[1:])


@given(st.lists(signs, min_size=1, max_size=4), rooms)
def test_every_place_has_a_row_and_is_found_again(lines: list[str], room: int) -> None:
    text = "\n".join(lines)
    rows = TextRows()
    rows.fold(text, room)
    spans = [rows.span(row) for row in range(len(rows))]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(after - before in (0, 1) for (_, before), (after, _) in pairwise(spans))
    drawn = [text[start:end] for start, end in map(rows.drawn, range(len(rows)))]
    assert "".join("".join(drawn).split()) == "".join(text.split())
    for place in range(len(text) + 1):
        row = rows.row_of(place)
        assert spans[row][0] <= place <= spans[row][1]
        found = rows.place(row, rows.column(place))
        assert rows.column(found) <= rows.column(place)
    changed = TextRows()
    changed.fold("other\n" + text, room)
    changed.fold(text, room)
    assert [changed.span(row) for row in range(len(changed))] == spans


@given(st.lists(st.sampled_from(["one", "two and more", "three"]), max_size=12))
def test_whatever_was_taken_out_at_once_can_be_had_again(texts: list[str]) -> None:
    former = Former("begun", "kept")
    for text in texts:
        former.changed("")
        former.changed(text)
    had = {former.bring() for _ in range(len(texts) + 3)}
    assert had == {"kept", "begun", *texts} if texts else had == {"kept", "begun"}
