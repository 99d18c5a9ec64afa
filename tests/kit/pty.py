"""A command in a pseudo-terminal, drawn by an emulator: type keys, wait for what is on the screen, read it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

from tests.kit import nursery

PRIVATE_STYLE = re.compile(rb"\x1b\[[>?=][0-9;]*m")
"""What the emulator can't take."""

PATIENCE = 30.0
"""Seconds after which a test gives up; nothing is ever waited out."""

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "left": "\x1b[D", "right": "\x1b[C", "home": "\x1b[H", "end": "\x1b[F", "enter": "\r", "space": " ", "esc": "\x1b", "s-tab": "\x1b[Z",
    "page-up": "\x1b[5~", "page-down": "\x1b[6~", "delete": "\x1b[3~", "back": "\x7f",
    "c-s": "\x13", "c-c": "\x03", "c-d": "\x04", "c-g": "\x07", "c-u": "\x15", "c-k": "\x0b", "c-w": "\x17", "c-z": "\x1a", "f1": "\x1bOP", "f2": "\x1bOQ", "f4": "\x1bOS", "f6": "\x1b[17~",
    "alt-enter": "\x1b\r", "c-home": "\x1b[1;5H", "c-end": "\x1b[1;5F",
}  # fmt: skip


class Terminal:
    """One command in a pseudo-terminal of its own."""

    def __init__(
        self, argv: Sequence[str], *, columns: int = 80, rows: int = 24, env: Mapping[str, str] | None = None, cwd: Path | None = None,
        tell: int | None = None, forked: bool = False,
    ) -> None:  # fmt: skip
        """Start a command; with ``forked`` or ``tell``, the wizard from a nursery, ``argv`` being its arguments.

        Where ``tell`` is a descriptor, the wizard tells there of its questions.
        """
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.status: int | None = None
        self.started: nursery.Started | None = None
        settings = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]} | dict(env or {})
        if tell is None and not forked:
            self.pid, self.master = _executed(argv, settings, cwd)
            self.before = termios.tcgetattr(self.master)  # Python itself takes longer to start
            self.resize(columns, rows)
        else:
            self.master, slave = os.openpty()
            self.resize(columns, rows)
            self.before = termios.tcgetattr(self.master)  # it may turn the echo off at once
            self.started = nursery.start(argv, slave, [] if tell is None else [tell], settings, cwd)
            self.pid = self.started.pid
            os.close(slave)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def send(self, *keys: str) -> None:
        """Type named keys, and other text as it is."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())

    def paste(self, text: str) -> None:
        """Paste as a terminal does: between brackets."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def read(self, patience: float = 0.05, beside: int | None = None) -> bool:
        """Draw what the command has written meanwhile; False where it has ended. Comes back when ``beside`` has news."""
        waiting = [self.master] if beside is None else [self.master, beside]
        ready, _, _ = select.select(waiting, [], [], patience)
        if self.master not in ready:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""
        self.raw += data
        self.stream.feed(PRIVATE_STYLE.sub(b"", data))
        return bool(data)

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")

    @property
    def words(self) -> str:
        """What is on the screen with every run of blanks and line ends as one blank: folded text reads as one."""
        return " ".join(self.text.split())

    def until(self, seen: Callable[[], bool], what: str, beside: int | None = None) -> None:
        """Read until something holds; ``beside`` is a descriptor whose news it may depend on."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < deadline, f"waited for {what}; on the screen:\n{self.text}"
            if not self.read(beside=beside):
                assert seen(), f"ended before {what}; on the screen:\n{self.text}"
                return

    def wait_for(self, words: str) -> None:
        """Read until the words are on the screen."""
        self.until(lambda: words in self.words, repr(words))

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def close(self) -> None:
        """Close the terminal, as a user closes a window."""
        os.close(self.master)
        self.master = -1

    def wait(self) -> int:
        """Read to the end, and return the exit code; negative for a signal."""
        deadline = time.monotonic() + PATIENCE
        while self.master >= 0 and self.read():
            assert time.monotonic() < deadline, f"did not end; on the screen:\n{self.text}"
        while self.status is None:
            assert time.monotonic() < deadline, "did not end"
            self.status = self._ended(os.WNOHANG)
        if self.master >= 0:
            self.close()
        return self.status

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            self.kill()
            self._ended(0)
        if self.master >= 0:
            self.close()

    def _ended(self, options: int) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        if self.started is not None:
            return self.started.ended()
        pid, status = os.waitpid(self.pid, options)
        return os.waitstatus_to_exitcode(status) if pid else None


def _executed(argv: Sequence[str], settings: Mapping[str, str], cwd: Path | None) -> tuple[int, int]:
    """Run a command in a new terminal; return its process number, and our end of the terminal."""
    pid, master = pty.fork()
    if pid == 0:
        if cwd is not None:
            os.chdir(cwd)
        try:
            os.execve(argv[0], list(argv), settings)
        finally:
            os._exit(127)
    return pid, master


def wizard(*arguments: str) -> list[str]:
    """The command line of the wizard, as this Python runs it."""
    return [sys.executable, "-m", "breach_wizard", *arguments]
