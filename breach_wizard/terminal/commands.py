"""The commands of the plain face, and how each kind of question is answered there."""

from typing import NamedTuple

from breach_wizard.patterns import pattern
from breach_wizard.prompts import Ask, Checklist, Select, Text
from breach_wizard.terminal.speaking import HOW_TO_END
from breach_wizard.terminal.spoken import sentence

COMMANDS = {
    "/back": "the question before",
    "/help": "help for this question",
    "/now": "what to do first",
    "/messages": "messages ready to copy",
    "/again": "this question in full",
    "/quit": "stop, everything is kept",
    "/list": "the choices again",
    "/read": "the text so far",
    "/more": "go on at the end of the text so far",
    "/edit": "open the text in your editor",
    "/empty": "leave it empty",
    "/unknown": "not known yet",
    "/kept": "the answer kept before",
}
EVERYWHERE = ("/back", "/help", "/now", "/messages", "/again", "/quit")
COMMAND = pattern(r"/[a-z]+")


class Typed(NamedTuple):
    """A line that was typed, or what a command gave in its place."""

    text: str
    by_command: bool = False


def how_to(ask: Ask) -> str:
    """Return how a question of this kind is answered."""
    if isinstance(ask, Text):
        return HOW_TO_END if ask.long else "Type one line, and Enter."
    if isinstance(ask, Checklist):
        return "Type a number or several, such as 1, 3 or 2-4, and Enter."
    choices = ask.choices if isinstance(ask, Select) else ()
    letters = [f"{one.key}: {sentence(one.label)}" for one in choices if one.key.isalpha()]
    return " ".join(["Type the number or letter of a choice, or its first words, and Enter.", *letters])
