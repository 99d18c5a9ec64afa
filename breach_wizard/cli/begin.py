"""``breach-wizard`` without a word: the first question, on the screen before anything else is loaded."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from breach_wizard import folders
from breach_wizard.cli import face
from breach_wizard.cli.first_answer import first_answer
from breach_wizard.terminal.signals import handled

if TYPE_CHECKING:
    import argparse


def start(options: "argparse.Namespace | None") -> int:
    """Begin; where drafts are kept, offer to go on with one. ``options`` is None where none was given."""
    plain = options.plain if options else None
    if _any_drafts(folders.drafts()):
        from breach_wizard.cli import interactive

        return interactive.start(plain)
    prompter = face.choose(plain, later=LATER)
    with handled():
        told = first_answer(prompter)
        from breach_wizard.cli import interactive

        return interactive.go_on_from(told, prompter, interactive.Wanted())


LATER = ("breach_wizard.cli.interactive", "breach_wizard.terminal.pages")
"""What the later questions need: pydantic, rich and the rest, imported while the user reads the first."""


def _any_drafts(folder: Path) -> bool:
    try:
        return any(name.endswith(".json") for name in os.listdir(folder))  # noqa: PTH208 - no need for paths
    except OSError:
        return False
