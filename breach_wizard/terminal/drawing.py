"""How the words around a question are drawn: lines with their style, folded screens, windows that come first."""

from collections.abc import Callable, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window
from prompt_toolkit.styles import Style

from breach_wizard.prompts import Screen
from breach_wizard.terminal.folding import fold

NO_COLOUR = Style([])
"""The terminal's own colours are legible on its own background; no other is on both a light and a dark one. What
questionary would give a typed answer, orange, can't be read on white."""

FIRST = 20
"""The weight by which the words around a list come before it where there are too few rows for both.

prompt_toolkit deals the rows out one by one, so many to them for each one to the list: far more would be felt.
"""


def window(text: Callable[[], StyleAndTextTuples]) -> Window:
    """Return a window for a text, which has its rows before a long list has more than it needs."""

    def height() -> Dimension:
        rows = sum(one[1].count("\n") for one in text()) + 1
        return Dimension(preferred=rows, max=rows, weight=FIRST)

    return Window(FormattedTextControl(text), height=height, dont_extend_height=True, wrap_lines=False)


def drawn(lines: Sequence[tuple[str, str]]) -> StyleAndTextTuples:
    """Return lines, each with its style, as one text."""
    *before, (style, last) = lines
    return [*((one, f"{text}\n") for one, text in before), (style, last)]


def screen_lines(screen: Screen, width: int) -> list[tuple[str, str]]:
    """Return a screen as lines with their style, folded to a width in columns."""
    lines = []
    for line in screen:
        marker = f"{line.marker} " if line.marker else ""
        style = "bold" if line.style in ("title", "heading") else ""
        lines += [(style, text) for text in fold(line.text, width, marker, " " * len(marker))]
    return lines
