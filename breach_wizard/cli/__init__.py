"""The command line: options, exit codes, and the only place that prints and ends the program."""

import argparse
import contextlib
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from importlib import import_module

from breach_wizard import __version__
from breach_wizard.errors import AnswersError, BreachWizardError, ExportError, UsageError
from breach_wizard.prompts import Stopped

DESCRIPTION = """\
What to do about a breach of the Code of Practice for Statistics, and the report of it.

Without a command it asks what has happened, says what cannot wait, and goes with you
to the written report. Nothing you type leaves this computer, and nothing is sent."""

EPILOG = """\
Begin, or go on where you stopped:   breach-wizard
Go on with draft 1:                  breach-wizard resume 1
Make a report from a file:           breach-wizard new --answers answers.toml --no-input -o report.md"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="breach-wizard",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"breach-wizard {__version__}")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")

    new = commands.add_parser("new", help="start a new report", description="Start a new report.")
    new.add_argument(
        "--answers", metavar="FILE", help="answers in TOML or JSON, - for standard input; the rest is asked"
    )
    new.add_argument("--no-input", action="store_true", help="ask nothing: make the report, or list what is missing")
    new.add_argument("-o", "--output", metavar="FILE", help="where to write the report; - for standard output")
    new.add_argument("--force", action="store_true", help="replace a file of that name")

    resume = commands.add_parser(
        "resume", help="go on with a draft", description="Go on with a draft: asks only what is open."
    )
    resume.add_argument("draft", nargs="?", metavar="DRAFT", help="its number; the last one saved where none is given")
    resume.add_argument("-o", "--output", metavar="FILE", help="where to write the report")

    drafts = commands.add_parser(
        "drafts", help="list the drafts, or delete one", description="List the drafts, or delete one."
    )
    drafts.add_argument("action", nargs="?", choices=["delete"], help="delete the draft whose number follows")
    drafts.add_argument("draft", nargs="?", metavar="DRAFT", help="the number of the draft to delete")
    drafts.add_argument("--json", action="store_true", help="list them as JSON")

    export = commands.add_parser(
        "export",
        help="write a draft, an answers file or a report in a format",
        description="Write a report in a format.",
    )
    export.add_argument(
        "source",
        metavar="FILE|DRAFT",
        help="an answers file, a report of ours, or the number of a draft; - for standard input",
    )
    export.add_argument("--to", required=True, choices=["markdown"], help="the format")
    export.add_argument("-o", "--output", metavar="FILE", help="where to write it; standard output where left out")
    export.add_argument("--force", action="store_true", help="replace a file of that name")

    guidance = commands.add_parser(
        "guidance", help="read the guidance", description="Read the guidance, or check it after editing it."
    )
    guidance.add_argument(
        "type", nargs="?", metavar="TYPE", help="a breach type; or check, for those who edit the guidance"
    )

    messages = commands.add_parser(
        "messages", help="the messages ready to copy", description="Print the messages ready to copy."
    )
    messages.add_argument("type", nargs="?", metavar="TYPE", help="a breach type; all where none is given")

    profile = commands.add_parser(
        "profile",
        help="show or change what is remembered",
        description="Show what is remembered; with NAME=VALUE, change it.",
    )
    profile.add_argument(
        "change", nargs="*", metavar="NAME=VALUE", help="such as hop_number='020 7946 0000'; an empty VALUE forgets"
    )
    return parser


COMMANDS = {
    None: ("breach_wizard.cli.interactive", "start"),
    "new": ("breach_wizard.cli.interactive", "new"),
    "resume": ("breach_wizard.cli.interactive", "resume"),
    "drafts": ("breach_wizard.cli.drafts", "run"),
    "export": ("breach_wizard.cli.exporting", "run"),
    "guidance": ("breach_wizard.cli.reading", "guidance"),
    "messages": ("breach_wizard.cli.reading", "messages"),
    "profile": ("breach_wizard.cli.remembering", "run"),
}
"""Where each command is; imported when it is called, so that no command waits for another's imports."""


def run(argv: Sequence[str]) -> int:
    """Run a command and return its exit code: 0 done, 1 the input is at fault, 2 usage, 3 ours, from 129 stopped."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 2
    try:
        return _carry_out(options)
    finally:
        _let_go()


def _carry_out(options: argparse.Namespace) -> int:
    """Run the command, and say what went wrong: the one place where an error becomes words and a code."""
    module, name = COMMANDS[options.command]
    command: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
    try:
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


def folded(text: str) -> str:
    """Return a paragraph folded to the width of the terminal, 76 columns at most."""
    return textwrap.fill(text, min(shutil.get_terminal_size().columns - 1, 76))


def say(text: str) -> None:
    """Print what is not a result: to standard error."""
    print(text, file=sys.stderr)  # noqa: T201
