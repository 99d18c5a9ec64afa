"""The parts of a report in the words of the form, and the whole that they make: what `exports.content` makes. Pure."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from breach_wizard import form
from breach_wizard.standing import GOING_ON_WORDS, NOT_KNOWN_WORDS


class Value(NamedTuple):
    """What stands beside a label: what was typed, or words of ours (``ours``) where nothing was.

    A format shows the two so that neither can be taken for the other.
    """

    text: str
    ours: bool = False


class Row(NamedTuple):
    """A row of a table, with the id of its question or part; "timing" is computed, "more" a body's own question.

    ``follows`` is what it is called where it is to follow.
    """

    id: str
    label: str
    value: Value
    follows: str = ""


class Entry(NamedTuple):
    """One corrective action. ``mark`` is "Taken:" and the like, or empty; ``more`` is by when, who and why, if given.

    ``follows`` holds what is to follow of it: "who will do ...".
    """

    mark: str
    text: Value
    more: tuple[Row, ...]
    follows: tuple[str, ...] = ()


class Heading(NamedTuple):
    """A heading: of a section (level 1) or within one (level 2). ``id`` is the section's or the question's."""

    level: int
    id: str
    text: str


class Table(NamedTuple):
    """The table of a section."""

    section: form.Section
    rows: tuple[Row, ...]


class Text(NamedTuple):
    """A text, or words of ours in its place; ``follows`` is what it is called where it is to follow."""

    id: str
    value: Value
    follows: str


class Items(NamedTuple):
    """The corrective actions."""

    id: str
    entries: tuple[Entry, ...]


class Changes(NamedTuple):
    """What has changed since the report that this one updates, a line each."""

    lines: tuple[str, ...]


Part = Heading | Table | Text | Items | Changes


class Content(NamedTuple):
    """A whole report. ``approved`` and ``updates`` are lines beneath its title, or empty."""

    title: str
    parts: tuple[Part, ...]
    approved: str = ""
    updates: str = ""

    @property
    def beneath(self) -> tuple[str, ...]:
        """The lines beneath the title: whether it is approved, what it updates, what is to follow."""
        follow = f"{form.TO_FOLLOW} {'; '.join(self.to_follow)}." if self.to_follow else ""
        return tuple(filter(None, (self.approved, self.updates, follow)))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables."""
        return tuple(row for part in self.parts if isinstance(part, Table) for row in part.rows)

    @property
    def to_follow(self) -> tuple[str, ...]:
        """What is not yet known, or still going on, by name, in the order of the report, each once."""
        return tuple(dict.fromkeys(self._follows()))

    def _follows(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, Table):
                yield from (row.follows for row in part.rows if row.value in UNKNOWN)
            elif isinstance(part, Text) and part.value in UNKNOWN:
                yield part.follows
            elif isinstance(part, Items):
                yield from (name for entry in part.entries for name in entry.follows)


UNKNOWN = (Value(NOT_KNOWN_WORDS, ours=True), Value(GOING_ON_WORDS, ours=True))
"""The values that are to follow."""


def values(parts: Iterable[Part]) -> Iterator[Value]:
    """Return everything that is said beside labels and under headings, in order."""
    for part in parts:
        match part:
            case Table(rows=rows):
                yield from (row.value for row in rows)
            case Text(value=value):
                yield value
            case Items(entries=entries):
                for entry in entries:
                    yield from (entry.text, *(row.value for row in entry.more))
            case Changes(lines=lines):
                yield from map(Value, lines)
