"""The lines that were put into one box, put together again as paragraphs, or parted into items. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from breach_wizard.patterns import pattern

FULL_LINE = 60
"""A line from so many characters on was broken for want of room, and goes on in the next."""

BAR = "|"
"""How a row of a table begins."""

INNER = "  "
"""Before an item of a list within an item, until the text is cleaned."""

MARKED = pattern(r"(?:[-*•]|\d{1,2}[.)]|\([a-z\d]{1,3}\))\s+")
"""What an item of a list begins with."""


class Piece(NamedTuple):
    """Text put into a box.

    Attributes:
        text: of it.
        line: on which it begins, from 1.
        end: its last line.
        item: does it begin a list item?
        inner: is that item one of a list within an item?
        parts: of an action in a table, when, who and status.
    """

    text: str
    line: int
    end: int
    item: bool = False
    inner: bool = False
    parts: Mapping[str, str] | None = None


def joined(pieces: Sequence[Piece]) -> str:
    """Return the text of a box: blank lines stay, items get their mark, a line broken for want of room goes on."""
    text = ""
    before: Piece | None = None
    for piece in pieces:
        if before is not None:
            text += "\n\n" if piece.line > before.end + 1 else " " if _goes_on(before, piece) else "\n"
        text += f"{INNER if piece.inner else ''}{'- ' if piece.item else ''}{piece.text}"
        before = piece
    return text


def _goes_on(before: Piece, piece: Piece) -> bool:
    last = before.text.rsplit("\n", 1)[-1]
    is_row = last.startswith(BAR) or piece.text.startswith(BAR)
    return not (piece.item or piece.parts or is_row) and len(last) >= FULL_LINE and not MARKED.match(piece.text)


def parted(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the items of a box: each paragraph, and each item of a list without its mark, those within it with it."""
    for paragraph in joined(pieces).split("\n\n"):
        item = ""
        for line in paragraph.split("\n"):
            mark = MARKED.match(line)
            if mark and item:
                yield item
                item = ""
            item = "\n".join(filter(None, [item, line[mark.end() :] if mark else line]))
        yield item
