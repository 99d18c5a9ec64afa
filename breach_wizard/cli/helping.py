"""``help``: what ``--help`` prints, of the whole or of one command."""

import argparse

from breach_wizard.cli.parser import parser
from breach_wizard.errors import UsageError
from breach_wizard.invoked import command


def run(options: argparse.Namespace) -> int:
    """Print the help of a command, or the whole."""
    if options.below and options.about != "register":
        raise UsageError(f"Beneath {options.about} is no command. See: {command(f'help {options.about}')}")
    about = [one for one in (options.about, options.below) if one]
    parser().parse_args([*about, "--help"])  # prints, and leaves
    return 0
