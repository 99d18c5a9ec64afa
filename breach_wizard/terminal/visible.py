"""What goes to a terminal: each sign that it would obey, or that would mislead a reader, is shown and never sent.

Texts, labels, file names, guidance and messages may be written by anybody. All of them pass `visible`.
"""

from __future__ import annotations

from breach_wizard import TYPE_CHECKING
from breach_wizard.terminal import is_utf8

if TYPE_CHECKING:
    from typing import Any, TextIO


def _is_harmless(text: str) -> bool:
    """Does the text hold nothing but what is printable, as nearly all do? No hostile sign is; no-break spaces count."""
    return text.replace("\n", "").replace("\u00a0", "").isprintable()


def visible(text: str) -> str:
    r"""Return the text with hostile signs spelled out, such as ``‹U+202E›``; a line end is ``\n``, a tab is a blank.

    Spelled, not drawn as control pictures: a voice passes over those, and few know them. Twice is once.
    """
    if _is_harmless(text):
        return text
    from breach_wizard.terminal.hostile import spelled_out

    return spelled_out(text)


def on_one_line(name: str) -> str:
    """Return a name as `visible` does, line ends spelled out too: in a list it must not look like two."""
    if "\n" not in name and _is_harmless(name):
        return name
    from breach_wizard.terminal.hostile import without_breaks

    return visible(without_breaks(name))


def in_json(text: str) -> str:
    r"""Return JSON with each hostile sign as ``\uXXXX``: the same values, and nothing that a terminal obeys."""
    if _is_harmless(text):
        return text
    from breach_wizard.terminal.hostile import escaped

    return escaped(text)


def as_shown(text: str, output: TextIO) -> str:
    """Return the text with what a terminal would obey spelled out, and in ASCII where the output is not UTF-8."""
    text = visible(text)
    if is_utf8(output):
        return text
    from anyascii import anyascii  # few need its tables

    return anyascii(text)


def as_json(value: Any, output: TextIO) -> str:
    """Return a value as JSON that holds nothing a terminal would obey, in ASCII where the output is not UTF-8."""
    import json

    return in_json(json.dumps(value, ensure_ascii=not is_utf8(output), indent=1))


def in_place(text: str) -> str:
    """Return the text with one harmless character for each hostile one, for fields: places in it stay the same."""
    if text.isprintable():
        return text
    from breach_wizard.terminal.hostile import replaced

    return replaced(text)
