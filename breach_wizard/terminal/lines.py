"""Plain lines in and out: no cursor movement, no colour, ASCII where the output can take no more."""

import errno
import os
import select
import sys
import textwrap
from collections.abc import Callable
from typing import BinaryIO, Protocol, TextIO

from breach_wizard.errors import StreamError
from breach_wizard.prompts import Stopped
from breach_wizard.terminal import columns, is_terminal
from breach_wizard.terminal.linereader import LineReader, can_read
from breach_wizard.terminal.signals import going_on_by, stop_if_missed
from breach_wizard.terminal.visible import as_shown

LONGEST = 4095
"""So many bytes of one line a terminal hands over; what was typed beyond them it has thrown away."""

A_PASTE_COMES_IN = 0.02
"""Seconds within which the next part of a text that is pasted is there; nobody types so fast."""

LINE_WAS_LONG = (
    "To correct: the terminal cuts a line at 4,095 characters, so its end may be lost. "
    "Look at it with /read, and give the rest in shorter lines."
)


NOT_ENDED = "A line that was not ended with Enter is not kept."


class Source(Protocol):
    """Where bytes come from, a line at a time."""

    def readline(self) -> bytes:
        """Return the next line with its end; nothing at the end of the input."""


class Lines:
    """Reads and writes lines."""

    def __init__(self, source: Source | None = None, output: TextIO | None = None) -> None:
        """Take where to read and where to write; standard input and standard error where none is given."""
        self._source: Source | BinaryIO = source or sys.stdin.buffer
        self._output = output or sys.stderr
        self._terminal = source is None and is_terminal(sys.stdin)
        self._columns = _columns if is_terminal(self._output) else None
        self._put_back: list[str] = []
        self._reader = LineReader(self._output) if source is None and can_read(self._output) else None

    def say(self, *paragraphs: str) -> None:
        """Write each paragraph as a line; on a terminal as several, folded at words."""
        folded = [line for paragraph in paragraphs for line in self._folded(paragraph)]
        self.say_as_it_is(*folded)

    def say_as_it_is(self, *paragraphs: str) -> None:
        """Write each paragraph as a line."""
        self._write("".join(f"{paragraph}\n" for paragraph in paragraphs))

    @property
    def are_on_a_terminal(self) -> bool:
        """Is what is written seen on a terminal?"""
        return self._columns is not None

    def control(self, sequence: str) -> None:
        """Write what the terminal is to obey, and not to show; nothing that anybody typed."""
        self._put(sequence)

    def _folded(self, paragraph: str) -> list[str]:
        if not self._columns:
            return [paragraph]
        paragraph = as_shown(paragraph, self._output)  # before it is folded: what is spelled out takes more room
        lines = (
            textwrap.wrap(line, self._columns(), break_long_words=False, break_on_hyphens=False)
            for line in paragraph.split("\n")
        )
        return [part for line in lines for part in line or [""]]

    @property
    def begun(self) -> str:
        """The line that was begun and not ended when `ask` raised; empty where that can't be known."""
        return self._reader.begun if self._reader else ""

    def ask(self, prompt: str = "", keep: Callable[[str], None] = lambda _: None) -> str:
        """Return the next line without its end, control characters left in; write the prompt first, on its line.

        Args:
            prompt: stands on the line that is typed on.
            keep: takes what was typed of it so far, within two seconds, where that can be known.

        Raises:
            Stopped: the input has ended (130), or the terminal has gone (129).
        """
        if self._put_back:
            return self._put_back.pop()
        try:
            stop_if_missed()
            data = self._line(prompt, keep)
            if not data:
                raise Stopped
        except (OSError, ValueError) as error:
            raise Stopped(129) from error
        except Stopped:
            self._write("\n")  # what is said next begins a line of its own
            if self._terminal and self._reader is None:
                self.say(NOT_ENDED)
            raise
        if self._terminal and not self._reader and len(data) >= LONGEST:
            self.say(LINE_WAS_LONG)
        return decoded(data.rstrip(b"\r\n"))

    def _line(self, prompt: str, keep: Callable[[str], None]) -> bytes:
        if self._reader is not None:
            return self._reader.read(as_shown(prompt, self._output), keep)
        self._write(prompt)
        with going_on_by(lambda: self._write(prompt)):
            return self._source.readline()

    @property
    def are_waiting(self) -> bool:
        """Has more come from the terminal than the lines that were read, as where text is pasted?

        Never elsewhere, since all of a pipe waits; nor on Windows, where a terminal can't be asked.
        """
        if not self._terminal or os.name == "nt":
            return False
        waiting, _, _ = select.select([0], [], [], A_PASTE_COMES_IN)
        return bool(waiting)

    @property
    def has_put_back(self) -> bool:
        """Is there a line that was put back?"""
        return bool(self._put_back)

    def put_back(self, line: str) -> None:
        """Let the next call of `ask` return this line."""
        self._put_back.append(line)

    def _write(self, text: str) -> None:
        self._put(as_shown(text, self._output))

    def _put(self, text: str) -> None:
        try:
            self._output.write(text)
            self._output.flush()
        except (OSError, ValueError) as error:
            if getattr(error, "errno", None) == errno.ENOSPC:  # a file, not a terminal that has gone
                message = "Standard error is full, so nothing can be asked. Make room and try again."
                raise StreamError(message) from error
            raise Stopped(129) from error


def _columns() -> int:
    return max(columns() - 1, 20)


def decoded(data: bytes) -> str:
    """Return what was typed as text: UTF-8, else as this system writes, else as Windows wrote of old."""
    for encoding in ("utf-8", sys.stdin.encoding or "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")
