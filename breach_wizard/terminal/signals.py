"""Signals that end a run, made into Stopped, so that the terminal is restored and the draft kept on the way out."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

from breach_wizard.prompts import Stopped

CODES = {
    getattr(signal, name): code
    for name, code in (("SIGINT", 130), ("SIGBREAK", 130), ("SIGTERM", 143), ("SIGHUP", 129))
    if hasattr(signal, name)
}
"""Windows has no SIGHUP, and Ctrl-Break for a SIGBREAK of its own."""


def _stop(number: int, _: FrameType | None) -> None:
    raise Stopped(CODES[signal.Signals(number)])


@contextlib.contextmanager
def handled() -> Iterator[None]:
    """Raise Stopped on SIGINT, SIGTERM and SIGHUP while the block runs; then as before."""
    before = {number: signal.signal(number, _stop) for number in CODES}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
