"""How the plain face names questions, and what stands as the answer to one. Pure."""

from collections.abc import Sequence

from breach_wizard.prompts import Ask, Choice, Text
from breach_wizard.terminal.speaking import KEEPS, LEAVES_EMPTY
from breach_wizard.terminal.spoken import leaves_empty
from breach_wizard.text import NOT_KNOWN, measured, shortened, without_stop

NOT_KNOWN_YET = "not known yet"
SHORT = 60
"""A long text of so many words is read out where it stands as the answer."""
SAID_BACK = 2
"""So many choices are said back by their words."""
HEARD = 40
"""So many characters of a choice are said back where several were chosen."""


def standing(ask: Text) -> list[str]:
    """Return what stands in the field, what it is, and what Enter does; a value stands last on its line, as it is."""
    text = spoken(ask.default)
    if not text:
        return [LEAVES_EMPTY] if leaves_empty(ask) else []
    is_taken = ask.check(ask.default) is None
    if not is_taken:
        which = "Typed before, to be corrected"
    elif ask.begun and text != NOT_KNOWN_YET:
        which = "Begun and not ended"
    elif ask.offered and not ask.answered:
        which = "Proposed"
    else:
        which = "The text so far" if ask.long and text != NOT_KNOWN_YET else "Your answer now"
    if ask.long and len(text.split()) > SHORT:
        text = measured(text, ask.each)
    return [f"{which}: {text}", *([KEEPS] if is_taken else [])]


def standing_now(ask: Text, so_far: str) -> list[str]:
    """Return what stands in a field that comes once more: what it came with, or what was typed since.

    One line that was typed since was refused, else the next question had come.
    """
    if so_far == ask.default:
        return standing(ask)
    return [f"{'The text so far' if ask.long else 'Typed before, to be corrected'}: {told(ask, so_far)}"]


def spoken(text: str) -> str:
    """Return a text as it is said: a mark that a voice may pass over in words."""
    return NOT_KNOWN_YET if text.strip() == NOT_KNOWN else text


def told(ask: Text, text: str) -> str:
    """Return a text as it is told of in passing: one line as it is said, a long one as its length."""
    return measured(text, ask.each) if ask.long and text.strip() != NOT_KNOWN else spoken(text)


def in_short(choices: Sequence[Choice]) -> str:
    """Return choices as they are said back: by their words, or how many they are."""
    if len(choices) > SAID_BACK:
        return f"{len(choices)} choices"
    return "; ".join(shortened(without_stop(choice.label), HEARD) for choice in choices)


def name(ask: Ask) -> str:
    """The two or three words that stand on the line that is typed on."""
    return ask.label or ask.question.split(":")[0].rstrip("?.")
