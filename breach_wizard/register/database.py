"""What a register needs of its database: the seam between the register and SQLite, or a server."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = Mapping[str, Any]
Values = Mapping[str, Any]


class Register(Protocol):
    """A register that is open. Every method raises StorageError, with a sentence, where the database fails.

    Attributes:
        name: the file or the server, as a user knows it.
        user: as whom its database knows whoever uses it; "" for a file.
        beyond: what erasing does not reach, and who sees to that, as a sentence.
    """

    name: str
    user: str
    beyond: str

    def rows(self, statement: str, values: Values = {}) -> Sequence[Row]:  # noqa: B006  (a protocol; never changed)
        """Return the rows of a statement; a parameter stands in it as ``:name``, never as text."""

    def writing(self) -> AbstractContextManager[None]:
        """Return what is done as a whole or not at all; one writer at a time, whom the others wait for."""

    def change(self, statement: str, values: Values) -> None:
        """Carry out a statement that changes something, within `writing`."""

    def change_all(self, statement: str, values: Iterable[Values]) -> None:
        """Carry out a statement once for each of the values, within `writing`."""

    def index(self, case: int, outputs: str, body: str) -> None:
        """Put the words of a case, as `searching.indexed` has them, where they are searched; within `writing`."""

    def indexed(self, case: int) -> tuple[str, str]:
        """Return the words of a case that were put there: of the outputs, and of the whole."""

    def matching(self, words: str, *, in_titles: bool) -> tuple[str, Values]:
        """Return a condition on ``cases.id``, and its values, for the cases in whose words all of these stand.

        With ``in_titles`` they stand in the titles of the outputs. A word may be the beginning of one. The condition is
        false where there are no words.
        """

    def forget_erased(self) -> None:
        """See to it that nothing of what was erased is left in the database's own files; not within `writing`."""

    def hidden(self) -> int:
        """Return the number of the cases that whoever uses it may not see."""

    def close(self) -> None:
        """Close the register."""
