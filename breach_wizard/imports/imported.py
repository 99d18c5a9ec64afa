"""What reading a document gives: the answers that were found, and every line that could not be placed."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Imported:
    """The outcome of reading.

    Attributes:
        answers: in the shape that the interview keeps.
        unplaced: number and text of each line that belongs to no answer, from the top.
    """

    answers: dict[str, Any]
    unplaced: tuple[tuple[int, str], ...] = ()
