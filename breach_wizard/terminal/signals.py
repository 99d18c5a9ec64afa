"""Signals that end a run, made into Stopped, so that the terminal is restored and the draft kept on the way out."""

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType

from breach_wizard.prompts import Stopped

CODES = {
    getattr(signal, name): code
    for name, code in (("SIGINT", 130), ("SIGBREAK", 130), ("SIGTERM", 143), ("SIGHUP", 129))
    if hasattr(signal, name)
}
"""Windows has no SIGHUP, and Ctrl-Break for a SIGBREAK of its own."""


_leave: Callable[[Stopped], None] | None = None


def _stop(number: int, _: FrameType | None) -> None:
    stopped = Stopped(CODES[signal.Signals(number)])
    if _leave is None:
        raise stopped
    _leave(stopped)


@contextlib.contextmanager
def leaving_by(leave: Callable[[Stopped], None]) -> Iterator[None]:
    """While the block runs, hand Stopped to ``leave`` instead of raising it.

    An event loop takes what is raised amid one of its callbacks for a failure of that callback, and runs on.
    """
    global _leave  # noqa: PLW0603 - a process has one handler for a signal
    _leave = leave
    try:
        yield
    finally:
        _leave = None


@contextlib.contextmanager
def handled() -> Iterator[None]:
    """Raise Stopped on SIGINT, SIGTERM and SIGHUP while the block runs; then as before."""
    before = {number: signal.signal(number, _stop) for number in CODES}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
