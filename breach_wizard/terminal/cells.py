"""Signs whose width no program can know: emoji of several parts, flags, marks, full-width and right-to-left scripts.

Terminals differ in them, by font and by year. After such a sign the cursor is put where we take it to be, so that what
stands beside it is drawn in its place. A sign of several parts is drawn as one, since one alone would be another sign.
"""

import os
import sys
from collections.abc import Iterator, MutableMapping
from typing import Any, TextIO

from prompt_toolkit.layout import HSplit
from prompt_toolkit.layout.screen import Char, Screen, WritePosition
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import get_cwidth

from breach_wizard.patterns import pattern

UNSURE = pattern(
    r"[^\x00-~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u1e00-\u1fff"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc\ufffd]"
)
"""All signs but those that each terminal draws one column wide: Latin, Greek, Cyrillic, punctuation, arrows, lines."""

JOINER = "\u200d"
AS_EMOJI = "\ufe0f"
"""It asks for the wide form of a narrow sign, which some terminals then draw; left out, all draw the narrow one."""

FLAG_PARTS = range(0x1F1E6, 0x1F200)
SKINS = range(0x1F3FB, 0x1F400)


def is_sure(text: str) -> bool:
    """Is each sign of the text one column wide in any terminal?"""
    return UNSURE.search(text) is None


def clusters(text: str) -> Iterator[str]:
    """Yield the signs of a text, each with all that is drawn as one with it."""
    found = ""
    for character in text:
        if found and _belong(found, character):
            found += character
        else:
            if found:
                yield found
            found = character
    if found:
        yield found


def has_parts(sign: str) -> bool:
    """May a sign be drawn as one with the one before it?"""
    return ord(sign) in FLAG_PARTS or ord(sign) in SKINS or get_cwidth(sign) == 0


def _belong(found: str, more: str) -> bool:
    """Is what comes next a part of the sign that was found?"""
    code = ord(more[0])
    if found == " ":
        return False
    if code in FLAG_PARTS:
        return len(found) == 1 and ord(found) in FLAG_PARTS
    return found.endswith(JOINER) or has_parts(more[0])


class Whole(HSplit):
    """Windows one above the other, in which a sign of several parts takes one cell of the screen, whole."""

    def write_to_screen(self, screen: Screen, *arguments: Any, **named: Any) -> None:
        """Draw the windows, then join the cells."""
        super().write_to_screen(screen, *arguments, **named)
        for row in screen.data_buffer.values():
            if not all(cell.char.isascii() for cell in row.values()):
                _join(row)

    def _divide_heights(self, write_position: WritePosition) -> list[int] | None:
        """Give each window what it prefers where that is no question: the library deals out the rows one by one.

        That is six hundred turns for a screen, and a sixth of the time from a key to its paint.
        """
        width, height = write_position.width, write_position.height
        wanted = [one.preferred_height(width, height) for one in self._all_children]
        if sum(one.preferred for one in wanted) <= height and all(one.preferred == one.max for one in wanted):
            return [one.preferred for one in wanted]
        return super()._divide_heights(write_position)


def _join(row: MutableMapping[int, Char]) -> None:
    start = -1
    for column in sorted(row):
        cell = row[column]
        if not cell.char:  # the second half of a wide one
            continue
        before = row[start] if start >= 0 else None
        if before is not None and start + before.width == column and _belong(before.char, cell.char):
            row[start] = _cell(before.char + cell.char, before.style, before.width + cell.width)
            row[column] = Char("", cell.style)
        else:
            start = column
            if AS_EMOJI in cell.char:
                row[column] = _cell(cell.char, cell.style, cell.width)


def _cell(text: str, style: str, width: int) -> Char:
    cell = Char(text.replace(AS_EMOJI, ""), style)
    cell.width = width
    return cell


class Anchoring(Vt100_Output):
    """A terminal in which the cursor is put right after each sign of unsure width."""

    def write(self, data: str) -> None:
        """Write a cell of the screen, or text that nothing stands beside."""
        if is_sure(data) or next(clusters(data)) != data:
            super().write(data)
            return
        width = get_cwidth(data)
        # Old signs go first, since this one may turn out narrower. Save and restore are a pair in some terminals.
        self.write_raw(f"\x1b7{' ' * width}\x1b8\x1b7")
        super().write(data)
        self.write_raw(f"\x1b8\x1b[{width}C" if width else "\x1b8")


MONOCHROME = pattern(r"vt\d+|.*-(m|mono)$")
"""Terminals whose name says that they have no colours."""


def output_on(stream: TextIO) -> Output:
    """Return what draws on a terminal."""
    if sys.platform == "win32":
        return create_output(stdout=stream)
    term = os.environ.get("TERM")
    depth = ColorDepth.DEPTH_1_BIT if MONOCHROME.match(term or "") else ColorDepth.from_env()
    return Anchoring.from_pty(stream, term=term, default_color_depth=depth, enable_bell=False)
