"""Cleaning: what goes, what stays, and that twice is once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.text import ascii_slug, clean, has_controls, join, only_headings, plural, without_controls

ANY = st.text(st.one_of(st.characters(), st.sampled_from("\n\r\t \u00a0•-\x1b[m\u2028\u2029\x85")))


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert not has_controls(clean(text))
    assert not has_controls(without_controls(text))
    clean(text).encode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("a\x00b\x07", "ab"),
        ("• one\n  •  two", "- one\n- two"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("  a   b\t c  ", "a b c"),
        ("9.30\u00a0am", "9.30\u00a0am"),
        ("👩\u200d🔬 \u202eabc", "👩\u200d🔬 \u202eabc"),
        ("\ud800x", "x"),
        ("[bold]x[/bold] [/tmp]", "[bold]x[/bold] [/tmp]"),
    ],
)
def test_what_goes_and_what_stays(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_hundred_kilobytes_are_kept() -> None:
    text = "word " * 20_000
    assert clean(text) == text.strip()


def test_headings_alone_count_as_empty() -> None:
    headings = ("Outside", "Inside")
    assert only_headings("Outside:\n\nInside", headings)
    assert only_headings("", headings)
    assert not only_headings("Outside:\nNobody saw it.", headings)


def test_words() -> None:
    assert plural(1, "day") == "1 day"
    assert plural(2, "entry", "entries") == "2 entries"
    assert join(["a"]) == "a"
    assert join(["a", "b", "c"]) == "a, b and c"
    assert ascii_slug("Crédit & Co: a very long title", 12) == "credit-co-a"
