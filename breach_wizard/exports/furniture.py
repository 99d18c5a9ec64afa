"""What stands around a report and answers no question: a body's marking, or that it is a copy for publication."""

from typing import NamedTuple

from breach_wizard import form
from breach_wizard.text import clean


class Furniture(NamedTuple):
    """``marking`` stands before the title, and in Word at head and foot of each page; one line, or empty.

    A reader knows it by its place, whatever its text. ``notice`` is the first paragraph of all, above the title.
    """

    marking: str = ""
    notice: str = ""


BARE = Furniture()
OF_A_COPY = Furniture(notice=form.COPY)
"""Of a copy for publication, which has no marking."""


def marked(marking: str) -> Furniture:
    """Return the furniture for a body's marking as it keeps it: made safe, and one line."""
    return Furniture(" ".join(clean(marking).split()))
