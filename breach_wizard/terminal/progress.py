"""A progress bar over many things, on a terminal; elsewhere nothing."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from breach_wizard.terminal import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
MANY = 20
"""Fewer are done before a bar could be read."""


class Shown(Generic[T]):
    """Things one by one; where standard error is a terminal and they are many, with a bar beneath what is printed."""

    def __init__(self, things: Sequence[T], words: str) -> None:
        """Take the things, and what is done to them."""
        self._things = things
        self._words = words
        self._bar: Progress | None = None

    def __iter__(self) -> Iterator[T]:
        """Yield each of them."""
        if len(self._things) < MANY or not is_terminal(sys.stderr):
            yield from self._things
            return
        from rich.console import Console  # few commands have so much to do
        from rich.progress import Progress

        # Its words would be coloured too, and what is left told from what is done by nothing else.
        console = Console(stderr=True, markup=False, highlight=False, no_color=True)
        # rich hands what is printed meanwhile to the bar's own terminal; a file or a pipe must get it all the same.
        with Progress(console=console, transient=True, redirect_stdout=is_terminal(sys.stdout)) as self._bar:
            yield from self._bar.track(self._things, description=self._words)
        self._bar = None

    @contextlib.contextmanager
    def put_aside(self) -> Iterator[None]:
        """Take the bar off the screen while something is asked: it would be drawn over what is typed."""
        if self._bar is not None:
            self._bar.stop()
        try:
            yield
        finally:
            if self._bar is not None:
                self._bar.start()
