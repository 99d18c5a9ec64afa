"""Pages of a screen of text: where one ends, and what is said of the next."""

from io import StringIO

import pytest

from breach_wizard.prompts import Line
from breach_wizard.terminal.pages import Pages

SCREEN = [
    *(Line(f"Before {number}") for number in range(5)),
    Line("A list (its source)", "heading"),
    *(Line(f"Beneath {number}", "item", "-") for number in range(4)),
]
"""Ten rows, the sixth a heading."""


@pytest.mark.parametrize(("room", "end"), [(4, 4), (5, 5), (6, 5), (7, 5), (8, 8), (10, 10), (20, 10)])
def test_a_heading_stands_with_what_is_beneath_it(room: int, end: int) -> None:
    assert Pages(SCREEN, StringIO()).of(room)[0] == (0, end)


def test_every_page_goes_on_whatever_the_room() -> None:
    pages = Pages(SCREEN, StringIO())
    for room in range(1, 12):
        each = pages.of(room)
        assert [start for start, _ in each] == [0, *(end for _, end in each[:-1])]
        assert each[-1][1] == len(pages)
        assert all(start < end <= start + room for start, end in each)


@pytest.mark.parametrize("end", [1, 2, 3])
def test_a_blank_row_between_two_pages_is_there_once(end: int) -> None:
    shown = StringIO()
    pages = Pages([Line("Above"), Line(""), Line("Beneath")], shown)
    pages.show(0, end)
    pages.show(end, len(pages))
    assert [line.strip() for line in shown.getvalue().splitlines()] == ["Above", "", "Beneath"]


def test_the_next_heading_is_named_without_its_source() -> None:
    pages = Pages(SCREEN, StringIO())
    assert (pages.heading(3), pages.heading(6)) == ("A list", "")


def test_a_row_that_wide_signs_fill_is_not_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    shown = StringIO()
    pages = Pages([Line("aaaaaaaaaaaa字字字 b", "item", "-")], shown)
    pages.show(0, len(pages))
    assert [line.strip() for line in shown.getvalue().splitlines()] == ["- aaaaaaaaaaaa字字字", "b"]
