"""``breach-wizard`` without a word: the first question, on the screen before anything else is loaded."""

import contextlib
import os
from pathlib import Path

from breach_wizard import folders, guidance
from breach_wizard.cli import folded, say
from breach_wizard.errors import UsageError
from breach_wizard.prompts import Prompter, Stopped
from breach_wizard.terminal import suitable
from breach_wizard.terminal.signals import handled
from breach_wizard.wizard import first

TITLE = "Breach of the Code of Practice for Statistics: what to do, and the report"
PROMISE = (
    "Nothing you type leaves this computer, and nothing is sent. Each answer is saved, so you can stop at any time."
)


def start(_: object) -> int:
    """Begin; where drafts are kept, offer to go on with one."""
    if _any_drafts(folders.drafts()):
        from breach_wizard.cli import interactive

        return interactive.start()
    return ask_first(face(), None)


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


def face() -> Prompter:
    """Return the face for this terminal.

    Raises:
        UsageError: it can't serve; the message names what to use instead.
    """
    why_not = suitable()
    if why_not:
        raise UsageError(why_not)
    # What the user reads while the libraries load; without it the screen stays empty for a fifth of a second.
    say(f"{folded(TITLE)}\n\n{folded(PROMISE)}")
    from breach_wizard.terminal.rich import RichPrompter

    return RichPrompter(after_first_paint=_warm_up)


def _warm_up() -> None:
    """Import, while the user reads the first question, what the later ones need: pydantic, rich and the rest."""
    import breach_wizard.cli.interactive
    import breach_wizard.terminal.pages  # noqa: F401
