"""A progress bar over many things, on a terminal; elsewhere nothing."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

from breach_wizard.terminal import is_terminal

T = TypeVar("T")
MANY = 20
"""Fewer are done before a bar could be read."""


def shown(things: Sequence[T], words: str) -> Iterator[T]:
    """Yield the things one by one; where standard error is a terminal, with a bar beneath what is printed."""
    if len(things) < MANY or not is_terminal(sys.stderr):
        yield from things
    else:
        # Its words would be coloured too, and what is left told from what is done by nothing else.
        console = Console(stderr=True, markup=False, highlight=False, no_color=True)
        # rich hands what is printed meanwhile to the bar's own terminal; a file or a pipe must get it all the same.
        with Progress(console=console, transient=True, redirect_stdout=is_terminal(sys.stdout)) as bar:
            yield from bar.track(things, description=words)
