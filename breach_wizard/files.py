"""Writing a file so that a crash leaves the old content or the new, whole, and nobody else can read it."""

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from breach_wizard import devices
from breach_wizard.errors import StorageError
from breach_wizard.staging import Staged, keep_aside, settle, sweep

ADVICE: Final = {
    errno.ENOSPC: "the disk is full. Make room and try again",
    errno.EDQUOT: "your disk allowance is used up. Make room and try again",
    errno.EROFS: "the disk can't be written to. Choose another folder",
    errno.EACCES: "the folder can't be written to. Choose another folder",
    errno.EPERM: "the folder can't be written to. Choose another folder",
    errno.ENOENT: "there is no such folder. Make it first, or choose another",
    errno.ENOTDIR: "a file stands where a folder is needed. Choose another folder",
    errno.EISDIR: "a folder of that name is there already. Choose another name",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
    errno.EEXIST: "a file of that name is there already. Choose another name",
    errno.ELOOP: "it is a link that leads back to itself. Choose another name",
    errno.ENXIO: "nothing reads from it. Start what is to read it first, and try again",
    errno.EBADF: "it is closed. Open it, or choose a file",
    errno.EPIPE: "what was to read it has ended. Start that again, or choose a file",
}


def named(name: str) -> Path:
    """Return the path that a person named: ``~`` is their home; that of somebody unknown is a name like another."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def absolute(path: Path) -> Path:
    """Return the path from the root; as it is where the folder that the process is in has gone."""
    try:
        return path.absolute()
    except OSError:
        return path


def is_there(path: Path) -> bool:
    """Is a file there that writing would replace? A pipe or a device is not replaced, and a folder is no file."""
    try:
        return path.is_file() and not devices.is_device(path)
    except (OSError, ValueError):  # what is wrong with the name is told where it is written
        return False


def write_privately(path: Path, data: bytes, *, overwrite: bool = True, tidy: bool = True) -> tuple[str, ...]:
    """Write one file; `write_together` says how."""
    return write_together({path: data}, overwrite=overwrite, tidy=tidy)


def write_together(files: Mapping[Path, bytes], *, overwrite: bool = True, tidy: bool = True) -> tuple[str, ...]:
    """Write several files, all of them or none, each at once and for its owner only (mode 0600).

    A link is followed: the file it leads to is written. A pipe, a device or an open handle is written to, after all
    files; what went there can't be taken back.

    Args:
        files: by where they go; the folders must be there.
        overwrite: False refuses to replace a file.
        tidy: take away what killed processes left in the folders; False where the caller does.

    Returns:
        what the user should be told, in sentences.

    Raises:
        StorageError: one can't be written; what was there before still is.
    """
    write = _Write(overwrite)
    path = Path()
    try:
        for path, data in files.items():
            if not devices.is_device(path):
                write.stage(path, data, tidy=tidy)
        for path in write.staged:
            write.place(path, may_be_undone=len(files) > 1)
        for path, data in files.items():
            if path not in write.staged:
                devices.write(path, data)
    except OSError as error:
        remarks = write.undo()
        raise StorageError(" ".join((sentence(path, error), *remarks))) from error
    except BaseException:  # stopped between two files
        write.undo()
        raise
    finally:
        write.end()
    return tuple(write.notes)


def sentence(path: Path, error: OSError) -> str:
    """Return what went wrong with a file, and what to do, as a sentence."""
    advice = ADVICE.get(
        error.errno or 0, f"{(error.strerror or 'unknown reason').lower()}. Choose another place, or try again"
    )
    return f"{path} could not be written: {advice}."


class _Write:
    """One writing of several files.

    Attributes:
        staged: by the path given, what is safe on disk.
        notes: what the user should be told when all is written.
    """

    def __init__(self, overwrite: bool) -> None:
        self.staged: dict[Path, Staged] = {}
        self.notes: list[str] = []
        self._overwrite = overwrite
        self._aside: dict[Path, Path] = {}
        self._new: set[Path] = set()

    def stage(self, path: Path, data: bytes, *, tidy: bool) -> None:
        """Write the whole content under no name, or another."""
        target = _target(path)
        old = _known(target)
        if target.is_dir():
            raise OSError(errno.EISDIR, "is a folder")
        if old and not self._overwrite:
            raise OSError(errno.EEXIST, "exists")
        if tidy:
            sweep(target.parent)
        if old and _is_open_to_others(old):
            self.notes.append(
                f"{path} could be opened by others before. It is readable by you only now: "
                "share it again if they need it."
            )
        self.staged[path] = Staged(target, data)

    def place(self, path: Path, *, may_be_undone: bool) -> None:
        """Give a file its name; the one before is kept aside where it may have to come back."""
        staged = self.staged[path]
        if _known(staged.path):
            if may_be_undone:
                self._aside[staged.path] = keep_aside(staged.path)
        else:
            self._new.add(staged.path)
        staged.place(overwrite=self._overwrite)

    def undo(self) -> list[str]:
        """Put back what was there before, which needs no room; a file that is new goes. Return what could not be."""
        remarks = []
        for path in (one.path for one in self.staged.values() if one.is_placed):
            aside = self._aside.get(path)
            try:
                if aside:
                    _put_back(aside, path)
                elif path in self._new:
                    path.unlink(missing_ok=True)
            except OSError:
                remarks.append(f"{path} could not be put back as it was.")
                if aside:
                    del self._aside[path]
                    remarks.append(f"What it held before is in {aside}: rename that now.")
        return remarks

    def end(self) -> None:
        """Take away what is not needed any more, and see the names safe on disk."""
        for staged in self.staged.values():
            staged.drop()
        for aside in self._aside.values():
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
        for folder in {one.path.parent for one in self.staged.values() if one.is_placed}:
            settle(folder)


def _put_back(aside: Path, path: Path) -> None:
    """Give what was kept aside its name again; by a link where files can't be renamed any more."""
    try:
        aside.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        path.hardlink_to(aside)


def _target(path: Path) -> Path:
    """Where the content goes: at the end of the links, so that they stay."""
    if not path.is_symlink():
        return path
    try:
        return path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, "leads back to itself") from None


def _known(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_open_to_others(old: os.stat_result) -> bool:
    """Could somebody else open it? On Windows, modes and owners say nothing."""
    return hasattr(os, "getuid") and (old.st_mode & 0o077 != 0 or old.st_uid != os.getuid())
