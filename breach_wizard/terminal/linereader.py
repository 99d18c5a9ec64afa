"""Reads a typed line through readline, which lets us see what was typed of it so far. Both ends must be a terminal."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from threading import Event, Thread, main_thread
from typing import TextIO

from breach_wizard.terminal import is_terminal
from breach_wizard.terminal.signals import going_on_by

try:
    import readline
    import termios
except ImportError:  # Windows, or a Python without it
    readline = None  # type: ignore[assignment]

LOOK_EVERY = 1.0
"""Seconds after which what was typed is looked at."""

WAKES = getattr(signal, "SIGURG", signal.SIGINT)
"""A signal that nobody sends us; Windows, where there is none, has no readline either."""

LOCAL_MODES, CHARACTERS = 3, 6
"""The places of the settings of a terminal in what termios makes of them."""

SETTINGS = ("set enable-bracketed-paste off", "set enable-meta-key off")
"""Both would send the terminal something to obey."""


def can_read(output: TextIO) -> bool:
    """Can a line be read so, with its prompt written to this output? A terminal without a cursor has its own ways."""
    ends = is_terminal(sys.stdin) and is_terminal(output) and sys.stdout is not None
    return ends and readline is not None and os.environ.get("TERM", "dumb") != "dumb"


@contextlib.contextmanager
def _no_signals() -> Iterator[None]:
    """Start threads in the block that signals don't come to."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class LineReader:
    """Reads lines from a terminal, and remembers the one that was begun and not ended."""

    def __init__(self, output: TextIO) -> None:
        """Take where prompts are written."""
        self._output = output
        self.begun = ""
        for setting in SETTINGS:
            readline.parse_and_bind(setting)
        readline.set_auto_history(False)  # what was typed at one question is no answer to the next

    def read(self, prompt: str, keep: Callable[[str], None]) -> bytes:
        """Return the next line with its end, nothing at the end of the input.

        Args:
            prompt: is written first, on the line that is typed on.
            keep: takes what was typed of the line so far, within two seconds.

        Raises:
            OSError: the terminal has gone.
        """
        self.begun = ""
        ended = Event()
        watching = Thread(target=self._watch, args=(keep, ended), daemon=True)
        woken = signal.signal(WAKES, lambda *_: None)
        with _no_signals():  # one that came to the thread would wake nobody who could heed it
            watching.start()
        try:
            with self._standard_output(), going_on_by(self._go_on(prompt)):
                line = input(prompt)
        except EOFError:
            os.get_terminal_size(0)  # fails where the end of the input is the terminal's own
            return b""
        except BaseException:
            self.begun = readline.get_line_buffer()
            raise
        finally:
            ended.set()
            watching.join()
            signal.signal(WAKES, woken)
        return f"{line}\n".encode("utf-8", "surrogateescape")

    def _watch(self, keep: Callable[[str], None], ended: Event) -> None:
        before = ""
        while not ended.wait(LOOK_EVERY):
            signal.pthread_kill(
                main_thread().ident or 0, WAKES
            )  # a signal that came just before it waited is heeded now
            now = readline.get_line_buffer()
            if now != before and not ended.is_set():
                before = now
                keep(now)

    @contextlib.contextmanager
    def _standard_output(self) -> Iterator[None]:
        """Let standard output be where prompts go: readline writes there, where results must not be mixed with it."""
        sys.stdout.flush()
        before = os.dup(1)
        os.dup2(self._output.fileno(), 1)
        try:
            yield
        finally:
            os.dup2(before, 1)
            os.close(before)

    def _go_on(self, prompt: str) -> Callable[[], None]:
        """Return what sets the terminal as readline needs it, and writes the line anew, after a stop."""

        def go_on() -> None:
            with contextlib.suppress(termios.error, OSError):  # a terminal that has gone lets us go on, too
                settings = termios.tcgetattr(0)
                settings[LOCAL_MODES] &= ~(termios.ICANON | termios.ECHO)
                settings[CHARACTERS][termios.VMIN] = 1
                termios.tcsetattr(0, termios.TCSADRAIN, settings)
                self._output.write(prompt + readline.get_line_buffer())
                self._output.flush()

        return go_on
