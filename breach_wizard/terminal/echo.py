"""The terminal's own echo: off from the first words on, so that what is typed ahead waits for its question unseen."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from breach_wizard.terminal import can_type

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

LOCAL_MODES = 3
"""The place of these settings of a terminal in what termios makes of them."""


@contextlib.contextmanager
def off() -> Iterator[Callable[[], None]]:
    """While the block runs, let the terminal show nothing of what is typed; then, whatever ends it, as before.

    Who reads lines, and needs the echo for that, calls what is handed out.
    """
    if termios is None or not can_type():
        yield lambda: None
        return
    before = termios.tcgetattr(0)
    still = termios.tcgetattr(0)
    still[LOCAL_MODES] &= ~termios.ECHO

    _found.append(before)
    try:
        _set(still)
        yield lambda: _set(before)
    finally:
        _found.remove(before)
        _set(before)


@contextlib.contextmanager
def lent() -> Iterator[None]:
    """While the block runs, another program has the terminal, as we found it; then it is as now, whatever that left."""
    if termios is None or not can_type():
        yield
        return
    now = termios.tcgetattr(0)
    _set(_found[0] if _found else now)
    try:
        yield
    finally:
        _set(now)


_found: list[list[Any]] = []
"""The settings that the terminal had before the echo was off; empty where it is not."""


def _set(settings: list[Any]) -> None:
    with contextlib.suppress(termios.error):  # the terminal has gone
        termios.tcsetattr(0, termios.TCSANOW, settings)
