"""``help``: what ``--help`` prints, of the whole or of one command."""

import argparse

from breach_wizard.cli.parser import parser


def run(options: argparse.Namespace) -> int:
    """Print the help of a command, or the whole."""
    about = [options.about] if options.about else []
    parser().parse_args([*about, "--help"])  # prints, and leaves
    return 0
