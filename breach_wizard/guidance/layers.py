"""The entries of one kind from several folders: a later folder adds, changes a part of an entry, or takes one away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from breach_wizard.guidance.reader import Reader, today
from breach_wizard.guidance.slips import Slip, meant

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

REMOVE = "remove"
"""The key that takes an entry away: ``remove = true``, and nothing else beside it."""

NEAR = 0.8
"""How like another a new name must be, from 0 to 1, to be taken for a slip."""


class Layers(Generic[T]):
    """Gathers the entries of one kind, folder by folder.

    Attributes:
        records: by id, as the folders added so far make them.
        paths: the file that last had its say about an entry, by id.
        removed: the file that took an entry away, by id.
        slips: what is wrong in them.
    """

    def __init__(self, shape: Callable[..., T]) -> None:
        """Take the record that each entry makes."""
        self.shape = shape
        self.records: dict[str, T] = {}
        self.paths: dict[str, Path] = {}
        self.removed: dict[str, Path] = {}
        self.slips: list[Slip] = []
        self._tables: dict[str, Mapping[str, Any]] = {}

    def add(self, path: Path, place: str, key: str, given: Any) -> None:
        """Add what a file holds of an entry.

        Args:
            path: the file.
            place: the entry in it, for messages; "" where the file is one entry.
            key: the entry's id.
            given: its table, or whatever stands there.
        """
        if not isinstance(given, dict):
            what = f"{key} stands outside a table. Put it under a line such as [{key}]."
            self.slips.append(Slip(path, "", what))
        elif REMOVE in given:
            self._remove(path, place, key, given)
        else:
            self._put(path, place, key, today(self.shape, given))

    def _put(self, path: Path, place: str, key: str, given: Mapping[str, Any]) -> None:
        reader, before = Reader(path), self._tables.get(key)
        record = reader.build(self.shape, given, place, partly=before is not None, id=key)
        if before is not None:
            given = over(before, given)
            record = Reader(path).build(self.shape, given, place, id=key)
        elif reader.slips and (near := meant(key, self._tables, NEAR)):
            reader.slip(f"{place}: its name", f"{key!r} is new, so every key is needed.{near}")
        self.slips += reader.slips
        self.records[key], self._tables[key], self.paths[key] = record, given, path
        self.removed.pop(key, None)

    def _remove(self, path: Path, place: str, key: str, given: Mapping[str, Any]) -> None:
        if given != {REMOVE: True}:
            what = "'remove = true' takes the whole entry away. Take out the other keys, or this one."
            self.slips.append(Slip(path, place, what))
        elif key not in self.records:
            what = f"there is no {key!r} to take away.{meant(key, self.records)} Correct the name, or take this out."
            self.slips.append(Slip(path, place, what))
        else:
            self.removed[key] = path
            for held in (self.records, self._tables, self.paths):
                held.pop(key)


def over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return one table over another: a key's value takes the place of the other's, and tables are joined likewise."""
    found = dict(below)
    for key, value in above.items():
        before = found.get(key)
        found[key] = over(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return found
