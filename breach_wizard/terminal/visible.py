"""What goes to a terminal: each sign that it would obey, or that would mislead a reader, is shown and never sent.

Texts, labels, file names, guidance and messages may be written by anybody. All of them pass `visible`.
"""

import json
import re
from typing import Any, TextIO

from breach_wizard.terminal import is_utf8
from breach_wizard.text import LINE_ENDS

BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SURROGATES = r"\ud800-\udfff"
PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
HOSTILE = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{BIDI}{SURROGATES}{PRIVATE}]")
"""Controls but the line end, what turns the direction of writing, halves of characters, and private signs: what those
show, a font decides. Joiners of emoji and no-break spaces are none of them."""

BREAK = re.compile(f"[{BREAKS}]")
NOT_ON_A_LINE = re.compile(rf"{HOSTILE.pattern}|[\u2028\u2029]")

IN_PLACE = "\ufffd"


def visible(text: str) -> str:
    r"""Return the text with hostile signs spelled out, such as ``‹U+202E›``; a line end is ``\n``, a tab is a blank.

    Spelled, not drawn as control pictures: a voice passes over those, and few know them. Twice is once.
    """
    if text.isprintable():  # nearly all are, and no hostile sign is
        return text
    text = LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n").replace("\t", " ")
    return HOSTILE.sub(_spelled, text)


def on_one_line(name: str) -> str:
    """Return a name as `visible` does, line ends spelled out too: in a list it must not look like two."""
    return visible(BREAK.sub(_spelled, name))


def in_json(text: str) -> str:
    r"""Return JSON with each hostile sign as ``\uXXXX``: the same values, and nothing that a terminal obeys."""
    return NOT_ON_A_LINE.sub(_escaped, text)


def as_shown(text: str, output: TextIO) -> str:
    """Return the text with what a terminal would obey spelled out, and in ASCII where the output is not UTF-8."""
    text = visible(text)
    if is_utf8(output):
        return text
    from anyascii import anyascii  # few need its tables

    return anyascii(text)


def as_json(value: Any, output: TextIO) -> str:
    """Return a value as JSON that holds nothing a terminal would obey, in ASCII where the output is not UTF-8."""
    return in_json(json.dumps(value, ensure_ascii=not is_utf8(output), indent=1))


def in_place(text: str) -> str:
    """Return the text with one harmless character for each hostile one, for fields: places in it stay the same."""
    return text if text.isprintable() else NOT_ON_A_LINE.sub(IN_PLACE, text)


def _spelled(found: re.Match[str]) -> str:
    return f"‹U+{ord(found[0]):04X}›"


def _escaped(found: re.Match[str]) -> str:
    if found[0] == "\x7f":  # ASCII, so JSON would leave it
        return "\\u007f"
    return json.dumps(found[0])[1:-1]
