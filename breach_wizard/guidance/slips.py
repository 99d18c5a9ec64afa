"""A slip in a folder of guidance: in which file, where in it, and what to do."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from breach_wizard.errors import GuidanceError


class Slip(NamedTuple):
    """One thing that is wrong in a file of the guidance."""

    path: Path
    place: str  # "[withdraw]: taken"; "" where it is the whole file
    what: str  # a sentence, and what to do

    def __str__(self) -> str:
        """Return the slip on one line, file and place first."""
        return ": ".join(filter(None, (str(self.path), self.place, self.what)))


class SlipsError(GuidanceError):
    """Guidance that can't be used; holds every slip, not only the first."""

    def __init__(self, slips: Sequence[Slip]) -> None:
        super().__init__("\n".join(map(str, slips)))
        self.slips = tuple(slips)


def meant(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """Return " Did you mean 'title'?" where one of the known words is near; else nothing.

    ``least`` is how like it must be, from 0 to 1.
    """
    import difflib

    near = difflib.get_close_matches(word, list(known), 1, least)
    return f" Did you mean {near[0]!r}?" if near else ""
