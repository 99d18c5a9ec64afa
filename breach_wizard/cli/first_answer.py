"""The answer to the first question, and what is said where there is none."""

from typing import TYPE_CHECKING

from breach_wizard import guidance
from breach_wizard.cli.face import Load
from breach_wizard.cli.printing import say
from breach_wizard.stops import Stopped

if TYPE_CHECKING:
    from breach_wizard.prompts import Prompter


def first_answer(load: Load) -> "tuple[str, Prompter]":
    """Ask what has happened; return the breach type, or that the user isn't sure, and the face that has asked.

    Raises:
        Stopped: the user or the system ended it; nothing is kept, which has been said.
    """
    try:
        prompter = load()
        from breach_wizard.wizard import first

        return first.ask(prompter, guidance.active()), prompter
    except Stopped:
        say("Stopped. Nothing was answered yet, and nothing is kept.")
        raise
