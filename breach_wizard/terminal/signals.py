"""Signals: those that end a run, made into Stopped, so that the terminal is restored and the draft kept on the way out;
and those by which a shell stops a program for a while.
"""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from types import FrameType

from breach_wizard.stops import Stopped

CODES = {
    getattr(signal, name): code
    for name, code in (("SIGINT", 130), ("SIGBREAK", 130), ("SIGTERM", 143), ("SIGHUP", 129))
    if hasattr(signal, name)
}
"""Windows has no SIGHUP, and Ctrl-Break for a SIGBREAK of its own."""

CAN_BE_STOPPED = hasattr(signal, "SIGTSTP")


_leave: Callable[[Stopped], None] | None = None
_raised: list[Stopped] = []


def _stop(number: int, _: FrameType | None) -> None:
    stopped = Stopped(CODES[signal.Signals(number)])
    if _leave is None:
        _raised.append(stopped)
        raise stopped
    _leave(stopped)


def stop_if_missed() -> None:
    """Raise the Stopped that was raised and never came to anybody, before anything else is asked.

    What is raised at the end of an import, or as an object is cleared away, is dropped by Python.
    """
    if _raised:
        raise _raised[-1]


@contextlib.contextmanager
def leaving_by(leave: Callable[[Stopped], None]) -> Iterator[None]:
    """While the block runs, hand Stopped to ``leave`` instead of raising it.

    An event loop takes what is raised amid one of its callbacks for a failure of that callback, and runs on.
    """
    global _leave  # noqa: PLW0603 - a process has one handler for a signal
    _leave = leave
    try:
        stop_if_missed()
        yield
    finally:
        _leave = None


@contextlib.contextmanager
def handled() -> Iterator[None]:
    """Raise Stopped on SIGINT, SIGTERM and SIGHUP while the block runs; then as before."""
    _raised.clear()
    before = {number: signal.signal(number, _stop) for number in CODES}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def going_on_by(go_on: Callable[[], None], pause: Callable[[], None] | None = None) -> Iterator[None]:
    """While the block runs, call ``go_on`` when a shell lets us go on, and ``pause`` when it asks us to stop.

    Without ``pause`` we stop at once, as any program does.
    """
    if not CAN_BE_STOPPED:
        yield
        return
    before = {signal.SIGCONT: signal.signal(signal.SIGCONT, lambda *_: go_on())}
    if pause is not None:
        before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, lambda *_: pause())
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stop_here() -> None:
    """Stop, with all that the shell started together with us, until the shell lets us go on."""
    mine = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    for number in mine:
        signal.signal(number, signal.SIG_DFL)
    try:
        os.kill(0, signal.SIGTSTP)
    finally:
        for number, handler in mine.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def held_interrupts() -> Iterator[list[float]]:
    """While the block runs, note when SIGINT came, by a clock that only goes forward, and do nothing."""
    pressed: list[float] = []
    before = signal.signal(signal.SIGINT, lambda *_: pressed.append(time.monotonic()))
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)
