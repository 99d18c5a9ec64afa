"""The command line: options, exit codes, and the only place that prints and ends the program."""

import contextlib
import gc
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from breach_wizard.errors import AnswersError, BreachWizardError, ExportError, UsageError
from breach_wizard.prompts import Stopped
from breach_wizard.terminal import is_terminal
from breach_wizard.terminal.lines import as_shown

COMMANDS = {
    None: ("breach_wizard.cli.begin", "start"),
    "new": ("breach_wizard.cli.interactive", "new"),
    "resume": ("breach_wizard.cli.interactive", "resume"),
    "drafts": ("breach_wizard.cli.drafts", "run"),
    "check": ("breach_wizard.cli.checks", "run"),
    "export": ("breach_wizard.cli.exporting", "run"),
    "guidance": ("breach_wizard.cli.reading", "guidance"),
    "messages": ("breach_wizard.cli.reading", "messages"),
    "profile": ("breach_wizard.cli.remembering", "run"),
}
"""Where each command is; imported when it is called, so that no command waits for another's imports."""


def run(argv: Sequence[str]) -> int:
    """Run a command and return its exit code: 0 done, 1 the input is at fault, 2 usage, 3 ours, from 129 stopped."""
    gc.disable()  # until the first paint: a collection amid the imports costs a tenth of the time to it
    try:
        return _carry_out(*_parsed(argv))
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 2
    finally:
        _let_go()


def _parsed(argv: Sequence[str]) -> tuple[str | None, Any]:
    """The command and its options. Without a word there is nothing to parse, and the parser need not be loaded."""
    if not argv:
        return None, None
    from breach_wizard.cli.parser import parser

    options = parser().parse_args(argv)
    if options.no_color:
        os.environ["NO_COLOR"] = "1"  # the libraries beneath look there
    return options.command, options


def _carry_out(name: str | None, options: Any) -> int:
    """Run the command, and say what went wrong: the one place where an error becomes words and a code."""
    module, function = COMMANDS[name]
    try:
        command: Callable[[Any], int] = getattr(import_module(module), function)
        return command(options)
    except Stopped as stopped:
        return stopped.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except AnswersError as error:
        say("The report can't be made yet:\n" + "\n".join(f"  {problem}" for problem in error.problems))
        return 1
    except ExportError as error:
        say(f"{error} This is our fault. Report it with the words of this message.")
        return 3
    except UsageError as error:
        say(str(error))
        return 2
    except BreachWizardError as error:
        say(str(error))
        return 1


def _let_go() -> None:
    """Let go of an output that has gone, a closed terminal or pipe, so that our exit code is the one that is seen."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """Print what is not a result to standard error; on a terminal folded at words, to 79 columns at most."""
    text = as_shown(text, sys.stderr)
    if is_terminal(sys.stderr):
        width = min(shutil.get_terminal_size().columns, 80) - 1
        lines = (
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
        )
        text = "\n".join("\n".join(line) for line in lines)
    print(text, file=sys.stderr)  # noqa: T201
