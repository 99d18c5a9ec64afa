"""Folds text at words to a width in columns, wide characters counted as two.

Whatever is drawn around a field is folded, so hostile signs are spelled out here.
"""

from prompt_toolkit.utils import get_cwidth

from breach_wizard.terminal.visible import on_one_line, visible

WIDEST = 80
"""So many columns text is spread over at most: longer lines are hard to read."""

CUT = "..."
NARROWEST = 12
"""Below it nothing is folded any more: a terminal that narrow shows nothing in any case."""


def text_width(columns: int) -> int:
    """Return how many columns text takes in a terminal of so many: the last one stays free."""
    return min(columns, WIDEST) - 1


def cut_within(text: str, width: int) -> str:
    """Return a text in which each word that is wider than a line lacks its middle: its ends tell most of a path."""
    room = max(width, NARROWEST) - len(CUT)
    return "\n".join(
        " ".join(
            word if get_cwidth(word) <= room + len(CUT) else f"{word[: room // 3]}{CUT}{word[-(room - room // 3) :]}"
            for word in line.split(" ")
        )
        for line in text.split("\n")
    )


def fold(text: str, width: int, first: str = "", rest: str = "", *, whole: bool = False) -> list[str]:
    """Return the lines of a text, none wider than ``width`` columns, hostile signs spelled out.

    Args:
        text: line breaks in it are kept.
        width: in columns, with what stands before the text.
        first: stands before the first line.
        rest: stands before all others, as a hanging indent.
        whole: a word wider than that stays whole, for text that is printed: the terminal wraps it, so that a path or
            a link can be copied and opened.
    """
    lines: list[str] = []
    first = on_one_line(first)
    for part in visible(text).split("\n"):
        lines += _fold(part, max(width, NARROWEST), rest if lines else first, rest, whole=whole)
    return lines


def _fold(text: str, width: int, first: str, rest: str, *, whole: bool) -> list[str]:
    lines: list[str] = []
    line, room, empty = first, width - get_cwidth(first), True
    for word in text.split(" "):
        needed = get_cwidth(word) + (0 if empty else 1)
        if needed <= room:
            line, room, empty = line + ("" if empty else " ") + word, room - needed, False
            continue
        if not empty:
            lines.append(line)
            line, room = rest, width - get_cwidth(rest)
        for piece in [word] if whole else _pieces(word, room):
            if not whole and line != rest and get_cwidth(piece) > room:
                lines.append(line)
                line, room = rest, width - get_cwidth(rest)
            line, room = line + piece, room - get_cwidth(piece)
        empty = False
    return [*lines, line]


def _pieces(word: str, room: int) -> list[str]:
    """A word that is wider than a line, in pieces that each fill one; any other word as it is."""
    pieces, piece, width = [], "", 0
    for character in word:
        wide = get_cwidth(character)
        if width + wide > room and piece:
            pieces.append(piece)
            piece, width = "", 0
        piece, width = piece + character, width + wide
    return [*pieces, piece]
