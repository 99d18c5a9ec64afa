"""The answer to the first question, and what is said where there is none."""

from breach_wizard import guidance
from breach_wizard.cli import say
from breach_wizard.prompts import Prompter, Stopped
from breach_wizard.wizard import first


def first_answer(prompter: Prompter) -> str:
    """Ask what has happened; return the breach type, or that the user isn't sure.

    Raises:
        Stopped: the user or the system ended it; nothing is kept, which has been said.
    """
    try:
        return first.ask(prompter, guidance.active())
    except Stopped:
        say("Stopped. Nothing was answered yet, and nothing is kept.")
        raise
