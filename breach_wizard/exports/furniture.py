"""What a body puts around a report, which answers no question: its marking. It is no part of the report."""

from typing import NamedTuple

from breach_wizard.text import clean


class Furniture(NamedTuple):
    """``marking`` stands before the title, and in Word at head and foot of each page; one line, or empty.

    A reader knows it by its place, whatever its text.
    """

    marking: str = ""


BARE = Furniture()


def marked(marking: str) -> Furniture:
    """Return the furniture for a body's marking as it keeps it: made safe, and one line."""
    return Furniture(" ".join(clean(marking).split()))
