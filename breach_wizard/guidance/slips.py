"""A slip in a folder of guidance: in which file, where in it, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from breach_wizard.errors import GuidanceError
from breach_wizard.records import Record

if TYPE_CHECKING:
    from pathlib import Path


class Slip(Record, kw_only=False):
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


MANY = 12
"""So many names are listed where one is wrong; of more, those nearest."""


def heading(*names: str) -> str:
    """Return the heading under which an entry stands in TOML: [withdraw], [sites."gov.uk"]."""
    return f"[{'.'.join(map(_as_key, filter(None, names)))}]"


def _as_key(name: str) -> str:
    is_bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return name if is_bare else f'"{quoted}"'


def one_of(word: str, known: Iterable[str], file: str = "") -> str:
    """Return in sentences which known names there are in place of a word, of many the three nearest; and where more go.

    ``file`` is where one may be added, unless that is the file at fault itself.
    """
    import difflib

    names, add = sorted(known), f"add it to {file} of your own folder" if file else "add it"
    if len(names) <= MANY:
        return f"{meant(word, names)} Use one of: {', '.join(names)}; or {add}."
    near = difflib.get_close_matches(word, names, 3, 0.6)
    nearest = ", ".join(map(repr, near or difflib.get_close_matches(word, names, 3, 0)))
    return f" Did you mean {nearest}? Correct it, or {add}." if near else f" The nearest are {nearest}. Or {add}."


def meant(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """Return " Did you mean 'title'?" where one of the known words is near; else nothing.

    ``least`` is how like it must be, from 0 to 1.
    """
    import difflib

    near = difflib.get_close_matches(word, list(known), 1, least)
    return f" Did you mean {near[0]!r}?" if near else ""
