"""Boxes to tick, as documents hold them: which of the choices beside them is ticked. Pure."""

from typing import Final

from breach_wizard.patterns import pattern

TICKED: Final = "☒"
EMPTY: Final = "☐"

SYMBOLS: Final = {
    **dict.fromkeys((0xF0FE, 0xF0FD, 0xF0FC, 0xF0FB, 0xF052, 0xF051, 0xF050, 0xF04F), TICKED),
    **dict.fromkeys((0xF0A8, 0xF06F, 0xF0A3, 0xF071, 0xF072, 0xF02A), EMPTY),
    0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF076: "•",
}  # fmt: skip
"""Signs of Wingdings and the fonts like it, which no other font shows. Word keeps them from U+F020 on."""

UNKNOWN: Final = "\ufffd"
"""In place of a sign of such a font that isn't known: it can be seen that there was one."""

PLAIN: Final = str.maketrans(
    {chr(code): sign for code, sign in SYMBOLS.items()}
    | dict.fromkeys("☑✓✔✗✘🗹🗷", TICKED)
    | dict.fromkeys("□▢❏❐◻", EMPTY)
)

SIGNS: Final = frozenset(map(chr, PLAIN))

MARK: Final = pattern(rf"{TICKED}|{EMPTY}|\[[xX]\]|\[ ?\]")


def symbol(code: int) -> str:
    """Return the sign of a symbol font as one that every font has."""
    return SYMBOLS.get(code | 0xF000 if code < 0x100 else code, UNKNOWN)


def is_private(code: int) -> bool:
    """Is it the code of a sign that only a symbol font has?"""
    return 0xF020 <= code <= 0xF0FF


def plain(text: str) -> str:
    """Return a text with the signs for a tick and for an empty box each in one spelling."""
    return text if text.isascii() or SIGNS.isdisjoint(text) else text.translate(PLAIN)


def begins_with_one(text: str) -> bool:
    """Does a text begin with a box to tick?"""
    return MARK.match(text) is not None


def is_one(text: str) -> bool:
    """Is a text a box to tick, and nothing else?"""
    return MARK.fullmatch(text.strip()) is not None


def ticked(text: str) -> list[str] | None:
    """Return the choices that are ticked, each without its box; None where there are no boxes.

    The boxes stand before their words, or after them where the text begins with words and ends with a box.
    """
    marks = list(MARK.finditer(text))
    if not marks:
        return None
    words = [one.strip(" \t\n/,;|") for one in MARK.split(text)]
    beside = words[:-1] if words[0] and not words[-1] else words[1:]
    return [word for word, mark in zip(beside, marks, strict=True) if mark[0].strip("[ ]") and mark[0] != EMPTY]
