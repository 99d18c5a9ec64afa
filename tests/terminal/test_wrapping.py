"""Text in a field is wrapped at words, and every place of it can be pointed at."""

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import to_plain_text
from prompt_toolkit.layout import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput

from breach_wizard.terminal.wrapping import WrapAtWords

PREFIX = 3
texts = st.text("ab ", max_size=60)
rooms = st.integers(8, 20)


def wrapped(text: str, room: int) -> Transformation:
    buffer = Buffer()
    buffer.text = text
    given = TransformationInput(
        BufferControl(buffer), buffer.document, 0, lambda place: place, [("", text)], PREFIX + room, 1
    )
    return WrapAtWords(PREFIX).apply_transformation(given)


def rows(text: str, room: int) -> list[str]:
    shown = to_plain_text(wrapped(text, room).fragments)
    return [shown[start : start + room] for start in range(0, len(shown), room)]


@given(texts, rooms)
def test_words_stay_whole_where_they_fit(text: str, room: int) -> None:
    found = [word for row in rows(text, room) for word in row.split()]
    if all(len(word) <= room for word in text.split()):
        assert found == text.split()
    assert "".join(found) == text.replace(" ", "")


@given(st.lists(st.text("ab", min_size=1, max_size=8), min_size=1, max_size=12), rooms)
def test_no_row_begins_with_a_blank(words: list[str], room: int) -> None:
    assert not any(row.startswith(" ") for row in rows(" ".join(words), room))


@given(texts, rooms)
def test_every_place_is_found_again(text: str, room: int) -> None:
    made = wrapped(text, room)
    shown = to_plain_text(made.fragments)
    for place, character in enumerate(text):
        at = made.source_to_display(place)
        assert made.display_to_source(at) in (place, place + 1)
        if character != " ":
            assert shown[at] == character
            assert made.display_to_source(at) == place
