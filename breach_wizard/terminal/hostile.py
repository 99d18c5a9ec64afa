"""The signs that a terminal would obey, or that would mislead a reader; most runs meet none, and don't load this."""

import json
import re

from breach_wizard.patterns import pattern
from breach_wizard.text import LINE_ENDS

BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SURROGATES = r"\ud800-\udfff"
PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
HOSTILE = pattern(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{BIDI}{SURROGATES}{PRIVATE}]")
"""Controls but the line end, what turns the direction of writing, halves of characters, and private signs: what those
show, a font decides. Joiners of emoji and no-break spaces are none of them."""

BREAK = pattern(f"[{BREAKS}]")
NOT_ON_A_LINE = pattern(rf"{HOSTILE.pattern}|[\u2028\u2029]")

IN_PLACE = "\ufffd"


def spelled_out(text: str) -> str:
    """Return the text as `visible.visible` does."""
    text = LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n").replace("\t", " ")
    return HOSTILE.sub(_spelled, text)


def without_breaks(text: str) -> str:
    """Return the text with its line ends spelled out."""
    return BREAK.sub(_spelled, text)


def escaped(text: str) -> str:
    """Return JSON with each hostile sign escaped."""
    return NOT_ON_A_LINE.sub(_escaped, text)


def replaced(text: str) -> str:
    """Return the text with one harmless character for each hostile one."""
    return NOT_ON_A_LINE.sub(IN_PLACE, text)


def _spelled(found: re.Match[str]) -> str:
    return f"‹U+{ord(found[0]):04X}›"


def _escaped(found: re.Match[str]) -> str:
    if found[0] == "\x7f":  # ASCII, so JSON would leave it
        return "\\u007f"
    return json.dumps(found[0])[1:-1]
