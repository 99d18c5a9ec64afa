"""A word on what takes long, for whoever sits before the terminal."""

import contextlib
import sys
from collections.abc import Iterator
from typing import Final

from breach_wizard.cli.printing import say
from breach_wizard.terminal import is_terminal

SECONDS: Final = 1.0
"""What is done sooner is not worth a word."""


@contextlib.contextmanager
def told(words: str, seconds: float = SECONDS) -> Iterator[None]:
    """Say on standard error, where that is a terminal, what is being done, if it is not done within some seconds."""
    if not is_terminal(sys.stderr):
        yield
        return
    import threading

    timer = threading.Timer(seconds, say, [words])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
