"""Wraps the lines of a text field at words. prompt_toolkit wraps where the row ends, in the middle of a word.

Before a word that would cross the edge, blanks are shown that are not in the text, so that the row ends there.
"""

from prompt_toolkit.formatted_text import StyleAndTextTuples, to_plain_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

TOO_LONG = 20_000
"""A line beyond this many characters was pasted; working out its rows at each key would be felt."""


class WrapAtWords(Processor):
    """Shows padding before words that would cross the edge of the row."""

    def __init__(self, prefix: int) -> None:
        """Take the width of what stands before each row."""
        self.prefix = prefix

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the line with its padding, and the places that belong together."""
        text = to_plain_text(transformation_input.fragments)
        room = transformation_input.width - self.prefix
        if len(text) > TOO_LONG or room < 8 or get_cwidth(text) <= room:
            return Transformation(transformation_input.fragments)
        padding = paddings(text, room)
        shown: StyleAndTextTuples = []
        to_display = []
        place = 0
        source = 0
        for style, part, *_ in transformation_input.fragments:
            for character in part:
                blanks = padding.get(source, 0)
                if blanks > 0:
                    shown.append(("", " " * blanks))
                    place += blanks
                to_display.append(place)
                if blanks >= 0:
                    shown.append((style, character))
                    place += 1
                source += 1
        to_display.append(place)
        from_display = {shown_at: at for at, shown_at in enumerate(to_display)}
        return Transformation(
            shown,
            source_to_display=lambda at: to_display[min(at, len(to_display) - 1)],
            display_to_source=lambda at: next(
                (from_display[one] for one in range(at, place + 1) if one in from_display), len(text)
            ),
        )


def paddings(text: str, room: int) -> dict[int, int]:
    """Return, by the place of a word's first character, how many blanks fill the row before it.

    -1 by the place of a blank that would begin a row: it is not shown.
    """
    found: dict[int, int] = {}
    column = 0
    start = 0
    for word in text.split(" "):
        width = get_cwidth(word)
        if column and column + width > room:
            if width <= room:
                found[start] = room - column
                column = width
            else:
                column = (column + width) % room
        else:
            column = column + width if column + width <= room else (column + width) % room
        start += len(word)
        if column == room or (word and not column):  # the row is full
            found[start] = -1
            column = 0
        else:
            column += 1  # the blank after the word
        start += 1
    return found
