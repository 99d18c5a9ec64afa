"""The command line: the table of commands, and the way through the one door at which each of them ends."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence

from breach_wizard import TYPE_CHECKING
from breach_wizard.cli import door, printing
from breach_wizard.cli.printing import say

if TYPE_CHECKING:
    from typing import Any

__all__ = ["COMMANDS", "run", "say"]

COMMANDS = {
    None: ("breach_wizard.cli.begin", "start"),
    "new": ("breach_wizard.cli.begin", "new"),
    "resume": ("breach_wizard.cli.begin", "resume"),
    "drafts": ("breach_wizard.cli.drafts", "run"),
    "check": ("breach_wizard.cli.checks", "run"),
    "export": ("breach_wizard.cli.exporting", "run"),
    "guidance": ("breach_wizard.cli.reading", "guidance"),
    "messages": ("breach_wizard.cli.reading", "messages"),
    "register": ("breach_wizard.cli.registering", "run"),
    "help": ("breach_wizard.cli.helping", "run"),
    "profile": ("breach_wizard.cli.remembering", "run"),
}
"""Where each command is; imported when it is called, so that no command waits for another's imports."""


ASKING = (None, "new", "resume")
"""Those that ask, where each moment until the first paint counts."""


def run(argv: Sequence[str]) -> int:
    """Run a command and return its exit code: 0 done, 1 the input is at fault, 2 usage, 3 ours, from 129 stopped."""
    gc.disable()  # a collection amid the imports costs a tenth of the time to the first paint
    printing.fill()
    try:
        return door.through(lambda: _carry_out(*_parsed(argv)))
    finally:
        printing.let_go()


def _parsed(argv: Sequence[str]) -> tuple[str | None, Any]:
    """The command and its options. Without a word there is nothing to parse, and the parser need not be loaded."""
    if not argv:
        return None, None
    from breach_wizard.cli.parser import parser

    options = parser().parse_args(argv)
    if options.no_color:
        os.environ["NO_COLOR"] = "1"  # the libraries beneath look there
    if options.debug:
        os.environ[door.VARIABLE] = "1"
    return options.command, options


def _carry_out(name: str | None, options: Any) -> int:
    from importlib import import_module  # a help carries nothing out

    module, function = COMMANDS[name]
    command: Callable[[Any], int] = getattr(import_module(module), function)
    if name not in ASKING:
        gc.freeze()  # what is loaded by now stays; one collection over it takes a tenth of a short command
        gc.enable()  # else the frame collects when a question has been answered, while nobody waits for it
        from breach_wizard.cli.in_use import put_in_use

        put_in_use(name, options)  # those that ask do so when their first words are on the screen
    return command(options)
