"""``breach-wizard`` without a word: the first question, on the screen before anything else is loaded."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from breach_wizard import folders, guidance
from breach_wizard.cli import face, say
from breach_wizard.prompts import Prompter, Stopped
from breach_wizard.terminal.signals import handled
from breach_wizard.wizard import first

if TYPE_CHECKING:
    import argparse


def start(options: "argparse.Namespace | None") -> int:
    """Begin; where drafts are kept, offer to go on with one. ``options`` is None where none was given."""
    plain = options.plain if options else None
    if _any_drafts(folders.drafts()):
        from breach_wizard.cli import interactive

        return interactive.start(plain)
    return ask_first(face.choose(plain), None)


def _any_drafts(folder: Path) -> bool:
    try:
        return any(name.endswith(".json") for name in os.listdir(folder))  # noqa: PTH208 - no need for paths
    except OSError:
        return False


def ask_first(prompter: Prompter, output: Path | None) -> int:
    """Ask the first question, and go on from its answer with all that was loaded meanwhile."""
    with handled():
        try:
            told = first.ask(prompter, guidance.active())
        except Stopped:
            with contextlib.suppress(OSError):  # the terminal may have gone
                say("Stopped. Nothing was answered yet, and nothing is kept.")
            raise
        from breach_wizard.cli import interactive

        return interactive.go_on_from(told, prompter, output)
