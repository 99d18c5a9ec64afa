"""What folders of guidance hold, file by file: a later folder's over an earlier one's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from breach_wizard.guidance import ready
from breach_wizard.guidance.slips import Slip, SlipsError, heading

if TYPE_CHECKING:
    from pathlib import Path

    from breach_wizard.guidance.layers import Layers

T = TypeVar("T")


def built_in() -> Path:
    """Return the folder of the built-in guidance: inside the installed package, or beside it in a checkout."""
    from pathlib import Path  # what is ready needs none

    return Path(ready.folder())


class Held:
    """Folders of guidance.

    Attributes:
        left_out: the files that can't be used, each with what is wrong; they count as not there.
        gathering: are slips gathered? Nothing is raised then.
        slips: what is wrong in what was read so far, where they are gathered.
        layers: by file or folder, what its entries were made of; filled as they are read, not from what is ready.
    """

    def __init__(
        self, folders: tuple[Path, ...] = (), left_out: Mapping[Path, str] | None = None, *, gathering: bool = False
    ) -> None:
        """Take the folders, and the files that are passed over; without folders, what is built in and ready."""
        self._named = folders
        self.left_out = left_out or {}
        self.gathering = gathering
        self.slips: list[Slip] = []
        self.layers: dict[str, Layers[Any]] = {}

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders, from the built-in one to the one that has the last word."""
        return self._named or (built_in(),)

    def files(self, name: str) -> Iterator[Path]:
        """Yield the files of this name: ours, whether it is there or not, and those of a body's folders."""
        for top in self.folders:
            path = top / name
            if top == self.folders[0] or (path.exists() and path not in self.left_out):
                yield path

    def in_folder(self, name: str) -> Iterator[Path]:
        """Yield the TOML files in the folders of this name."""
        for top in self.folders:
            for path in sorted((top / name).glob("*.toml")):
                if path not in self.left_out:
                    yield path

    def whole(self, name: str, shape: Callable[..., T]) -> dict[str, T]:
        """Return the entries of a folder in which each file is one, by its name without the ending.

        Raises:
            SlipsError: there is a slip in a file, and slips are not gathered.
        """
        made: dict[str, T] | None = self.ready(name)
        if made is not None:
            return made
        from breach_wizard.guidance.layers import Layers

        found = Layers(shape)
        for path in self.in_folder(name):
            given = self.table(path)
            if given is not None:
                found.add(path, "", path.stem, given)
        return self._built(name, found)

    def entries(self, name: str, shape: Callable[..., T]) -> dict[str, T]:
        """Return the entries of a file, by id.

        Raises:
            SlipsError: there is a slip in a file, and slips are not gathered.
        """
        made: dict[str, T] | None = self.ready(name)
        if made is not None:
            return made
        from breach_wizard.guidance.layers import Layers

        found = Layers(shape)
        for path in self.files(name):
            for key, entry in (self.table(path) or {}).items():
                found.add(path, heading(key), key, entry)
        return self._built(name, found)

    def grouped(
        self, name: str, shape: Callable[..., T], group: str, groups: Sequence[str], *, ours: bool = True
    ) -> dict[str, T]:
        """Return the entries of one group of a file.

        Args:
            name: the file.
            shape: the record that each entry makes.
            group: the table that they stand in.
            groups: every table that the file may hold.
            ours: is there such a file among the built-in ones?

        Raises:
            SlipsError: there is a slip in a file, and slips are not gathered.
        """
        made: dict[str, T] | None = self.ready(f"{name}: {group}") if ours or self._named else {}
        if made is not None:
            return made
        from breach_wizard.guidance.layers import Layers
        from breach_wizard.guidance.reader import Reader

        found = Layers(shape)
        for path in self.files(name):
            given = {} if path.parent == self.folders[0] and not ours else self.table(path) or {}
            reader = Reader(path)
            reader.known_keys(given, groups)
            found.slips += reader.slips if group == groups[0] else []
            held = given.get(group, {})
            for key, entry in held.items() if isinstance(held, dict) else {group: held}.items():
                found.add(path, heading(group, key), key, entry)
        return self._built(f"{name}: {group}", found)

    def ready(self, name: str) -> Any:
        """Return what a wheel has ready; None where there is none, or where folders are named."""
        return None if self._named else ready.held(name)

    def removed(self, name: str) -> frozenset[str]:
        """Return the ids of the entries of a file, or of a folder's files, that a body's folder takes away."""
        if not self._named:
            return frozenset()
        from breach_wizard.guidance.layers import REMOVE

        found: set[str] = set()
        for top in self._named[1:]:
            listed = [top / name] if name.endswith(".toml") else (top / name).glob("*.toml")
            for path in (one for one in listed if one.exists() and one not in self.left_out):
                given = self.table(path) or {}
                entries = given if name.endswith(".toml") else {path.stem: given}
                found |= {key for key, one in entries.items() if isinstance(one, dict) and one.get(REMOVE) is True}
        return frozenset(found)

    def table(self, path: Path) -> dict[str, Any] | None:
        """Return what a file holds; None where it can't be read and slips are gathered."""
        from breach_wizard.guidance.reader import table

        try:
            return table(path)
        except SlipsError as error:
            self.tell(error.slips)
            return None

    def tell(self, slips: Sequence[Slip]) -> None:
        """Gather slips, or raise them."""
        if self.gathering:
            self.slips += slips
        elif slips:
            raise SlipsError(slips)

    def _built(self, name: str, found: Layers[T]) -> dict[str, T]:
        self.layers[name] = found
        self.tell(found.slips)
        return found.records
