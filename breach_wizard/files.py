"""Writing a file so that a crash leaves the old content or the new, whole, and nobody else can read it."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from breach_wizard.errors import StorageError

TEMPORARY: Final = ".breach-wizard-"
"""How the names of our temporary files begin; the drafts folder sweeps stray ones."""

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
}


def write_privately(path: Path, data: bytes, *, overwrite: bool = True) -> None:
    """Write the file at once and for its owner only (mode 0600).

    Args:
        path: where; its folder must be there.
        data: the whole content.
        overwrite: False refuses to replace a file.

    Raises:
        StorageError: it can't be written; what was there before still is.
    """
    write_together({path: data}, overwrite=overwrite)


def write_together(files: Mapping[Path, bytes], *, overwrite: bool = True) -> None:
    """Write several files, all of them or none, each at once and for its owner only (mode 0600).

    Args:
        files: by where they go; the folders must be there.
        overwrite: False refuses to replace a file.

    Raises:
        StorageError: one can't be written; what was there before still is.
    """
    staged: dict[Path, Path] = {}
    placed: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for path, data in files.items():
            staged[path] = _stage(path, data, overwrite)
        for path, temporary in staged.items():
            before = path.read_bytes() if len(files) > 1 and path.exists() else None
            _place(temporary, path, overwrite)
            placed[path] = before
    except OSError as error:
        _undo(placed)
        raise StorageError(sentence(path, error)) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    for folder in {path.parent for path in files}:
        _settle(folder)


def sentence(path: Path, error: OSError) -> str:
    """Return what went wrong with a file, and what to do, as a sentence."""
    advice = ADVICE.get(
        error.errno or 0, f"{(error.strerror or 'unknown reason').lower()}. Choose another place, or try again"
    )
    return f"{path} could not be written: {advice}."


def _stage(path: Path, data: bytes, overwrite: bool) -> Path:
    """Write the whole content under another name beside the file, safe on disk, and return that name."""
    if path.is_dir():
        raise OSError(errno.EISDIR, "is a folder")
    if not overwrite and path.exists():
        raise OSError(errno.EEXIST, "exists")
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=path.parent)  # made with mode 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _place(temporary: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
    else:
        _put_new(temporary, path)


def _undo(placed: Mapping[Path, bytes | None]) -> None:
    """Put back what was there before; a file that is new goes."""
    for path, before in placed.items():
        with contextlib.suppress(OSError):
            if before is None:
                path.unlink()
            else:
                _stage(path, before, overwrite=True).replace(path)


def _put_new(temporary: Path, path: Path) -> None:
    """Give the file its name only if nobody else has taken it meanwhile, where the file system can tell."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links
        temporary.replace(path)
    else:
        temporary.unlink()


def _settle(folder: Path) -> None:
    """See the new name safe on disk, where the platform lets a folder be opened."""
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
