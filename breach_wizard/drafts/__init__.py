"""Drafts on disk: saved as each answer is given, private, safe against a crash and against two windows."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from breach_wizard import files, folders, regular, staging
from breach_wizard.aside import put_aside
from breach_wizard.drafts.draft import Damaged, Draft, TooNew, from_bytes, now_text, saved_in, to_bytes
from breach_wizard.drafts.lock import Held, Lock
from breach_wizard.errors import InputError, StorageError
from breach_wizard.invoked import command
from breach_wizard.patterns import pattern

__all__ = ["Draft", "OpenDraft", "Store", "Unkept"]

NAME = pattern(r"[1-9][0-9]{0,8}\.json")
SET_ASIDE = pattern(r".*\.damaged-[\d-]+\.json")
NUMBERED = pattern(r"([1-9][0-9]{0,8})\.(?:json|lock)")
"""The files that take up a number. One with more digits was not made here."""

LARGEST_NUMBER = 999_999_999
TRIES = 1000
"""So many numbers are tried for a new draft; so many windows never begin one at once."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The drafts in a folder.

    Attributes:
        folder: where they are; made when the first is saved.
        set_aside: where damaged drafts were moved, in this run; nothing is ever deleted for being damaged.
        left_out: a sentence for each draft that the last list left out, set aside or not.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now) -> None:
        self.folder = folder
        self.clock = clock
        self.set_aside: list[Path] = []
        self.left_out: list[str] = []

    def drafts(self) -> list[Draft]:
        """Return the drafts, last saved first. A damaged one is set aside, one that can't be read is left out.

        Nothing is raised: one file must not keep anybody from the others, or from beginning a report.
        """
        self.left_out = []
        found = [draft for name in self._names() if NAME.fullmatch(name) and (draft := self._looked_at(name))]
        return sorted(found, key=lambda one: (one.saved, one.number), reverse=True)

    def last_saved(self) -> Iterator[Draft]:
        """Yield what `drafts` returns, each made out only when it is asked for: of thousands, a few are.

        Their order is told by a line of each file. A file without it, which may be damaged, is made out at once; what
        is left out further down is not come to.
        """
        self.left_out = []
        found: list[tuple[str, int, Draft | None]] = []
        for name in filter(NAME.fullmatch, self._names()):
            saved = self._saved(name)
            draft = None if saved is not None else self._looked_at(name)
            if saved is not None or draft is not None:
                found.append((draft.saved if draft else saved or "", int(name.removesuffix(".json")), draft))
        for _, number, known in sorted(found, key=lambda one: one[:2], reverse=True):
            draft = known or self._looked_at(self.path(number).name)
            if draft:
                yield draft

    def count(self) -> int:
        """Return how many drafts there are, by the names of their files: one that is damaged counts, too."""
        return sum(NAME.fullmatch(name) is not None for name in self._names())

    def _looked_at(self, name: str) -> Draft | None:
        """The draft in a file; None where there is none, which is then told in ``left_out``."""
        try:
            return self._read(self.folder / name)
        except (StorageError, InputError) as error:
            self.left_out.append(str(error))
            return None

    def _saved(self, name: str) -> str | None:
        """When a draft was last saved, where its file tells it in a line as we write it."""
        try:
            return saved_in(regular.read(self.folder / name))
        except (OSError, MemoryError):  # told when it is read as a draft
            return None

    def strangers(self) -> list[Path]:
        """Return the files in the folder that look like drafts and are none, by name.

        A synced folder makes such copies where two computers changed a draft. They are neither read nor deleted.
        """
        names = [name for name in self._names() if name.endswith(".json") and not NAME.fullmatch(name)]
        return [self.folder / name for name in sorted(names) if name[0] != "." and not SET_ASIDE.fullmatch(name)]

    def free_number(self) -> int:
        """Return a number that no draft has or had, for whoever wants to give it to a file."""
        return next(_free(self._names()), 1)

    def create(self) -> "OpenDraft":
        """Return a new draft. Its number and file come with the first save: who looks and leaves, leaves nothing."""
        return OpenDraft(self, Draft(0, started=now_text(self.clock())), None)

    def open(self, number: int) -> "OpenDraft":
        """Return a draft, locked for this process; temporary files that a killed process left are swept.

        Raises:
            InputError: there is no such draft, or it needs a newer version.
            StorageError: another window has it, or it can't be read.
        """
        self._known(number)
        lock = self._lock(number)
        try:
            self._sweep()
            return OpenDraft(self, self._read(self.path(number)), lock)
        except BaseException:
            lock.free()
            raise

    def look(self, number: int) -> Draft:
        """Return a draft as it was last saved, whoever has it open.

        Raises:
            InputError: there is no such draft, or it needs a newer version.
            StorageError: it can't be read.
        """
        self._known(number)
        return self._read(self.path(number))

    def delete(self, number: int, saved: str | None = None) -> None:
        """Delete a draft that no window has open.

        Args:
            number: which.
            saved: when it was last saved, where it is to stay if that is another moment by now.

        Raises:
            InputError: there is no such draft.
            StorageError: another window has it or has saved it since, or it can't be deleted.
        """
        self._known(number)
        lock = self._lock(number)
        try:
            if saved is not None and self._read(self.path(number)).saved != saved:
                raise StorageError(f"Draft {number} was saved again just now, so it was not deleted.")
            self.path(number).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(
                f"Draft {number} could not be deleted: {error.strerror}. Delete {self.path(number)} yourself."
            ) from error
        finally:
            lock.free()

    def path(self, number: int) -> Path:
        """Return the file of a draft."""
        return self.folder / f"{number}.json"

    def _known(self, number: int) -> None:
        """Raise InputError where there is no such draft: a file whose number is too long is a stranger here, too."""
        path = self.path(number)
        if not NAME.fullmatch(path.name) or not path.exists():
            raise InputError(f"There is no draft {number}. See the list with: {command('drafts')}")

    def _names(self) -> list[str]:
        try:
            return _listed(self.folder)
        except OSError:  # no folder yet, or none that can be read: then there are no drafts to offer
            return []

    def _read(self, path: Path) -> Draft:
        number = int(path.stem)
        try:
            return from_bytes(regular.read(path), number)
        except (OSError, MemoryError) as error:
            why = (getattr(error, "strerror", "") or "it is too large").lower()
            raise StorageError(f"{path} can't be read: {why}. Mend its permissions, or take it away.") from error
        except TooNew:
            raise InputError(
                f"Draft {number} was written by a newer breach-wizard. Install the newest to open it."
            ) from None
        except Damaged:
            aside = put_aside(path, self.clock())
            if aside is None:
                raise StorageError(
                    f"Draft {number} is damaged and could not be set aside. Nothing was deleted; look at {path}"
                ) from None
            self.set_aside.append(aside)
            raise StorageError(f"Draft {number} is damaged. It was set aside, not deleted: {aside}") from None

    def _lock(self, number: int) -> Lock:
        path = self.folder / f"{number}.lock"
        try:
            return Lock(path)
        except Held as held:
            who = f" (process {held.holder})" if held.holder else ""
            raise StorageError(
                f"Draft {number} is open in another window{who}. Go on there, or close that window first."
            ) from None
        except OSError as error:
            raise StorageError(files.sentence(path, error)) from error

    def _sweep(self) -> None:
        """Take away temporary files left by a process that was killed while saving."""
        staging.sweep(self.folder, self.clock().timestamp())

    def _new_number(self) -> "tuple[int, Lock]":
        """Take the next number, and its lock. Lock files stay behind, so that a number never means another draft.

        The file of the lock is made anew for each number, so that no two windows take the same, locks or none.
        """
        folders.make(self.folder)
        self._sweep()
        try:
            for number in islice(_free(_listed(self.folder)), TRIES):
                with contextlib.suppress(FileExistsError, Held):  # another window took it between our look and now
                    return number, Lock(self.folder / f"{number}.lock", new=True)
        except OSError as error:
            raise StorageError(files.sentence(self.folder, error)) from error
        raise StorageError(
            f"{self.folder} has no number free for a new draft. Move what isn't a draft out of it, and try again."
        )


def _listed(folder: Path) -> list[str]:
    return os.listdir(folder)  # noqa: PTH208 - thousands of paths take longer to make than to list


def _free(names: Iterable[str]) -> Iterator[int]:
    """Yield the numbers that no draft has or had, those after all others first."""
    used = {int(found[1]) for name in names if (found := NUMBERED.fullmatch(name))}
    first = max(used, default=0) + 1
    yield from range(first, LARGEST_NUMBER + 1)
    yield from (number for number in range(1, first) if number not in used)


class OpenDraft:
    """A draft that this process holds. Use it as a context, so that the lock is let go."""

    def __init__(self, store: Store, draft: Draft, lock: Lock | None) -> None:
        self.store = store
        self.draft = draft
        self._lock = lock

    def save(self) -> None:
        """Write the draft, whole or not at all.

        Raises:
            StorageError: it can't be written; what was saved before is still there.
        """
        if self._lock is None:
            self.draft.number, self._lock = self.store._new_number()
        self.draft.saved = now_text(self.store.clock())
        files.write_privately(self.store.path(self.draft.number), to_bytes(self.draft), tidy=False)

    @property
    def is_kept_apart(self) -> bool:
        """Is another window kept from opening this draft? Not where the file system has no locks."""
        return self._lock is None or self._lock.keeps_apart

    @property
    def is_saved(self) -> bool:
        """Is there a draft on disk?"""
        return self._lock is not None and self.store.path(self.draft.number).exists()

    def close(self) -> None:
        """Let the draft go."""
        if self._lock is not None:
            self._lock.free()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Unkept(OpenDraft):
    """A draft that is never written: of an example, of which nothing is kept."""

    def __init__(self, store: Store, draft: Draft) -> None:
        super().__init__(store, draft, None)

    def save(self) -> None:
        """Write nothing."""
