"""How words are drawn: rows with their looks, signs beside them, windows that come first.

Text is always in the terminal's own colour, and what comes first is told by bold, space and indent: what is dimmer
vanishes in some themes, italic and underlined text is coloured on some consoles. Only signs have a colour, and none
says what words beside it don't.
"""

from collections.abc import Callable, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window
from prompt_toolkit.styles import Style

from breach_wizard.prompts import Screen
from breach_wizard.terminal.folding import fold

OURS_ALONE = Style([])
"""Nothing of what questionary would colour: its orange can't be read on white."""

BOLD = "bold"
ACCENT = "#af5fd7"
"""Number 134 of the 256 colours, which no palette changes: it stands out on the grounds of light and dark terminals.

None of the sixteen does everywhere: bright magenta comes nearest, and is below 3 to 1 in Konsole as it comes.
"""

SIGN = f"bold {ACCENT}"

ATTENTION = "!"
DONE = "✓"

FIRST = 20
"""The weight by which the words around a list come before it where there are too few rows for both.

prompt_toolkit deals the rows out one by one, so many to them for each one to the list: far more would be felt.
"""

Row = StyleAndTextTuples


def window(rows: Callable[[], Sequence[Row]]) -> Window:
    """Return a window for some rows, which it has before a long list has more than it needs."""

    def height() -> Dimension:
        count = len(rows())
        return Dimension(preferred=count, max=count, weight=FIRST)

    def text() -> StyleAndTextTuples:
        return joined(rows())

    return Window(FormattedTextControl(text), height=height, dont_extend_height=True, wrap_lines=False)


def joined(rows: Sequence[Row]) -> StyleAndTextTuples:
    """Return rows as one text."""
    text: StyleAndTextTuples = []
    for number, row in enumerate(rows):
        text += [("", "\n"), *row] if number else row
    return text


def styled(lines: Sequence[str], style: str = "") -> list[Row]:
    """Return lines as rows, all in one style."""
    return [[(style, line)] for line in lines]


def in_rows(text: str, width: int, style: str = "", *, whole: bool = False) -> list[Row]:
    """Return a text folded to a width in columns, words that are wider in pieces or ``whole``."""
    return styled(fold(text, width, whole=whole), style)


def beside(sign: str, text: str, width: int, style: str = "", *, indent: str = "") -> list[Row]:
    """Return a text folded to a width in columns, to the right of a sign."""
    first, *others = fold(text, width, f"{indent}{sign} ", " " * len(f"{indent}{sign} "))
    begun = first[len(indent) + len(sign) :]
    return [[("", indent), (SIGN, sign), (style, begun)], *styled(others, style)]


def screen_rows(screen: Screen, width: int) -> list[Row]:
    """Return a screen folded to a width in columns."""
    rows: list[Row] = []
    for line in screen:
        style = BOLD if line.style in ("title", "done", "heading") else ""
        marker = DONE if line.style == "done" else line.marker
        if marker.strip():
            rows += beside(marker, line.text, width, style)
        else:
            indent = f"{marker} " if marker else ""
            rows += styled(fold(line.text, width, indent, indent), style)
    return rows
