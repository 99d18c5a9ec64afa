"""Words of a text, and how they are compared. Pure."""

import unicodedata
from typing import Final

from breach_wizard.patterns import pattern

WORD: Final = pattern(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
SEPARATED: Final = pattern(r"[,;:()\n|/]|\s[-–—]\s|\s(?:and|or)\s|&")
"""What stands between the parts of an answer."""


def folded(text: str) -> str:
    """Return a text sign by sign without accents and in lower case; each sign stays at its place."""
    return "".join(map(_folded, text))


def _folded(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    if sign in "’‘ʼ":
        return "'"
    if sign in "‐‑–":
        return "-"
    if sign.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", sign)[:1].lower()
    return plain if len(plain) == 1 else sign
