"""File systems of our own: small ones, and ones that can't be written to, which nobody else sees."""

import contextlib
import ctypes
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CLONE_NEWNS: Final = 0x20000
MS_RDONLY, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18
MNT_DETACH: Final = 2


def why_not() -> str:
    """Make a mount namespace for this process and those it starts; why that can't be done here, or nothing."""
    try:
        _called("unshare", CLONE_NEWNS)
        _called("mount", b"none", b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None)
    except (OSError, AttributeError) as error:
        return f"file systems can't be mounted here ({error})"
    return ""


@contextlib.contextmanager
def small(folder: Path, kilobytes: int) -> Iterator[None]:
    """Put a small empty file system in the place of a folder."""
    size = f"size={kilobytes}k,mode=700".encode()
    _called("mount", b"none", os.fsencode(folder), b"tmpfs", ctypes.c_ulong(0), size)
    try:
        yield
    finally:
        _called("umount2", os.fsencode(folder), MNT_DETACH)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing be written to a folder, for root neither. Files that are open already stay so."""
    name = os.fsencode(folder)
    _called("mount", name, name, None, ctypes.c_ulong(MS_BIND), None)
    try:
        _called("mount", b"none", name, None, ctypes.c_ulong(MS_REMOUNT | MS_BIND | MS_RDONLY), None)
        yield
    finally:
        _called("umount2", name, MNT_DETACH)


def fill(folder: Path) -> Path:
    """Fill the file system of a folder to the last byte; return the file that does."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
    return path


def _called(name: str, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
