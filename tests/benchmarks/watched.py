"""A command in a pseudo-terminal, and the processor time it took until something was on the screen."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|\r")
PATIENCE = 60.0
"""Seconds after which something is taken to have gone wrong."""

QUIET = 0.4
"""Seconds without output after which a command is taken to wait for a key."""


class Watched:
    """One command in a terminal of 80 columns and 24 rows."""

    def __init__(self, argv: Sequence[str], home: Path) -> None:
        """Start it, with a home of its own."""
        self.raw = b""
        self.words: float | None = None
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            with contextlib.suppress(OSError):
                os.execve(argv[0], list(argv), environment(home))
            os._exit(127)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, words: str, since: int = 0) -> None:
        """Read until the words were painted after so many bytes."""
        deadline = time.monotonic() + PATIENCE
        while words.encode() not in ESCAPES.sub(b"", self.raw[since:]):
            if time.monotonic() > deadline or not self._read(PATIENCE):
                raise SystemExit(f"{words!r} was never painted:\n{ESCAPES.sub(b'', self.raw[since:]).decode()}")

    def settle(self) -> None:
        """Read until nothing more comes."""
        while select.select([self.master], [], [], QUIET)[0] and self._read(0):
            pass

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self.master, keys.encode())

    def press(self, keys: str, words: str) -> float:
        """Type keys, and return the milliseconds that the words took to be painted, and all that comes with them."""
        before, since = self.used(), len(self.raw)
        self.type(keys)
        self.until(words, since)
        return self.used() - before

    def used(self) -> float:
        """Return the milliseconds that the main thread has used of the processor, once it waits.

        What is loaded in another thread meanwhile keeps nobody waiting.
        """
        while Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] == "R":
            time.sleep(0.001)
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[0]) / 1e6

    def _read(self, patience: float) -> bool:
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:  # it has ended
            return False
        if self.words is None:
            self.words = time.clock_gettime((~self.pid << 3) | 2) * 1000  # the clock of that process, as Linux names it
        self.raw += data
        return bool(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)


def environment(home: Path) -> dict[str, str]:
    """Return the environment of everything that is measured; bytecode is used as it is for a user."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "BREACH_WIZARD_HOME": str(home),
    }


def to_its_end(argv: Sequence[str], home: Path) -> tuple[float, float]:
    """Run a command; return the milliseconds of processor time, and the MiB of memory, that it took."""
    with subprocess.Popen(
        argv, env=environment(home), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, argv))} ended with {process.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024
