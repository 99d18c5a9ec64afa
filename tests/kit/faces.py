"""A face of a test's own in place of the one that a run would choose, opened without the words that open a run."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from breach_wizard.cli.face import Load
from breach_wizard.prompts import Prompter
from breach_wizard.terminal.signals import handled


def opening(prompter: Callable[[], Prompter]) -> Any:
    """Return what to put in place of ``face.opened``."""

    @contextlib.contextmanager
    def opened(*_: object) -> Iterator[Load]:
        with handled():
            yield prompter

    return opened
