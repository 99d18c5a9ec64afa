"""A lock on a file of its own, held as long as a draft is open, and freed by the system whatever happens to us."""

import contextlib
import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
try:
    import msvcrt
except ImportError:  # everywhere else
    msvcrt = None  # type: ignore[assignment]


class Held(Exception):
    """Another process holds the lock; ``holder`` is its number as text, or empty."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """An exclusive lock. The file stays when it is let go: taking it away could free two holders at once."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            Held: another process has it.
            OSError: the file can't be made.
        """
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _take(self._handle)
        except OSError:
            holder = os.pread(self._handle, 20, 0).decode("ascii", "replace") if hasattr(os, "pread") else ""
            os.close(self._handle)
            raise Held(holder.strip()) from None
        os.ftruncate(self._handle, 0)
        os.write(self._handle, str(os.getpid()).encode())

    def free(self) -> None:
        """Let the lock go."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


def _take(handle: int) -> None:
    if fcntl is not None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    elif msvcrt is not None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
