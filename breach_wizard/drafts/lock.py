"""A lock on a file of its own, held as long as a draft is open, and freed by the system whatever happens to us."""

import contextlib
import errno
import os
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
try:
    import msvcrt
except ImportError:  # everywhere else
    msvcrt = None  # type: ignore[assignment]

HELD: Final = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
"""The errors that mean that somebody else has it. Any other means that there are no locks to be had there."""


class Held(Exception):
    """Another process holds the lock; ``holder`` is its number as text, or empty."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """An exclusive lock. The file stays when it is let go: taking it away could free two holders at once.

    Attributes:
        keeps_apart: False where the file system, or the platform, has no locks; nobody else is kept out then.
    """

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Take the lock.

        Args:
            path: its file, made where it isn't there.
            new: only if the file isn't there: of several who try, one makes it, with or without locks.

        Raises:
            Held: another process has it.
            FileExistsError: it was to be new, and isn't.
            OSError: the file can't be made.
        """
        flags = os.O_RDWR | os.O_CREAT | (os.O_EXCL if new else 0) | getattr(os, "O_CLOEXEC", 0)
        self._handle = os.open(path, flags, 0o600)
        try:
            self.keeps_apart = _take(self._handle)
        except BlockingIOError:
            holder = _holder(self._handle)
            self.free()
            raise Held(holder) from None
        except BaseException:
            self.free()
            raise
        with contextlib.suppress(OSError):  # the lock is had all the same; only our number can't be told then
            os.ftruncate(self._handle, 0)
            os.write(self._handle, str(os.getpid()).encode())

    def free(self) -> None:
        """Let the lock go."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


def _take(handle: int) -> bool:
    """Take the lock, and return whether there is one to be had.

    Raises:
        BlockingIOError: another process has it.
    """
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif msvcrt is not None:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            return False
    except OSError as error:
        if error.errno in HELD:
            raise BlockingIOError(error.errno, "held") from error
        return False
    return True


def _holder(handle: int) -> str:
    if not hasattr(os, "pread"):
        return ""
    try:
        found = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
    except OSError:
        return ""
    return found if found.isdecimal() else ""
