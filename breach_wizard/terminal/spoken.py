"""Words that are good to listen to: sentences, items that are counted, hints without what speaks of a drawing. Pure."""

import re

from breach_wizard.patterns import pattern
from breach_wizard.prompts import OFFICIAL, Ask, Screen, Text

IN_THE_HELP = "/help says the official guidance."
MAY_BE_EMPTY = pattern(
    r"\s*(?:Both may|May) be (?:left )?empty(?=[.:])(?:\.|: nothing is printed then\.)", re.IGNORECASE
)
"""What hints say of a text that is not required, where what Enter does is said too."""
OF_A_DRAWING = pattern(r"Nothing is ticked for you\.\s*")
"""What hints say of boxes, which nobody hears."""
SAYS_SO = pattern(r"\b(?:leave|left) empty\b|^empty is\b", re.IGNORECASE | re.MULTILINE)
"""What a hint says where it tells itself what an empty answer means."""


def hints(ask: Ask) -> list[str]:
    """The lines of a hint, as they are heard.

    Left out is what it says of a drawing, and that a text may be left empty, where what Enter does says so.
    """
    hint = OF_A_DRAWING.sub("", ask.hint)
    lines = [line if not line.startswith(OFFICIAL) else IN_THE_HELP for line in hint.split("\n")]
    if isinstance(ask, Text) and leaves_empty(ask):
        lines = [MAY_BE_EMPTY.sub("", line).strip() for line in lines]
    return lines


def leaves_empty(ask: Text) -> bool:
    """Does Enter alone leave a text empty?"""
    return not ask.default and ask.check("") is None


def says_what_empty_means(ask: Text) -> bool:
    """Does the hint of a text say itself what an empty answer means?"""
    return SAYS_SO.search("\n".join(hints(ask))) is not None


def counts(screen: Screen) -> list[str]:
    """Return "1 of 6." for the first item of a list, "2." for the next, and nothing for other lines.

    Notes and blank lines stand inside a list.
    """
    places: list[list[int]] = [[]]
    for place, line in enumerate(screen):
        if line.style == "item":
            places[-1].append(place)
        elif line.text and line.style != "note":
            places.append([])
    found = [""] * len(screen)
    for items in places:
        for number, place in enumerate(items, 1):
            found[place] = f"{number}." if number > 1 else f"1 of {len(items)}."
    return found


def sentences(text: str) -> str:
    """Return the lines of a text, each as a sentence."""
    return "\n".join(sentence(line) for line in text.split("\n"))


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark already: a voice pauses there."""
    return text if text.rstrip().endswith((".", "?", "!", ":")) else f"{text}."
