"""Writing a file so that a crash leaves the old content or the new, whole, and nobody else can read it."""

import contextlib
import errno
import os
import tempfile
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
    errno.EEXIST: "a file of that name is there already. Choose another name, or say that it may be replaced",
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
    try:
        _write(path, data, overwrite)
    except OSError as error:
        raise StorageError(sentence(path, error)) from error


def sentence(path: Path, error: OSError) -> str:
    """Return what went wrong with a file, and what to do, as a sentence."""
    advice = ADVICE.get(
        error.errno or 0, f"{(error.strerror or 'unknown reason').lower()}. Choose another place, or try again"
    )
    return f"{path} could not be written: {advice}."


def _write(path: Path, data: bytes, overwrite: bool) -> None:
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
        if overwrite:
            temporary.replace(path)
        else:
            _put_new(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _settle(path.parent)


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
