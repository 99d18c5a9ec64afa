"""TOML and JSON that somebody wrote: read, or refused with a reason in our words, however it is made."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from breach_wizard import toml_slips
from breach_wizard.errors import InputError
from breach_wizard.patterns import pattern

LINE_END = pattern(r"\r\n?")
"""What ends a line in files of other systems, old ones too; TOML knows no more than the line feed and this pair."""

TOO_DEEP = "its lists or tables stand in one another too deeply"
TOO_LONG = "it holds a number of thousands of digits"
TOO_MANY_DOTS = "a key in it has over 20 parts with dots between"
HALF_A_CHARACTER = "it holds half of a character, such as \\ud800. Type the character itself"


LIKE_TOML = pattern(r"^[ \t]*(?:\[\[?[\w.-]+\]\]?\s*$|[\w-]+[ \t]*=)", re.MULTILINE)
LIKE_JSON = pattern(r'\s*(?:\{|\[\s*[{"])')
"""How JSON begins: an object, or a list of objects or texts, which no table of TOML is called by."""


class Unreadable(ValueError):
    """The text is not of its format; the message is the reason in our words, to stand after a colon."""


CURLY = pattern(r"[=\[,:]\s{0,9}[“”‘’„]|[“”‘’„]\s{0,9}[=\],]")
NO_BREAK = pattern(r"[\u00a0\u202f]")
"""What word processors put in place of plain quotation marks and blanks."""

MOST_DOTS = 20
DOTTED = pattern(rf"(?<![\w\"'-])(?:(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){{{MOST_DOTS}}}")
"""What tomllib takes time and memory for that grow with the square of its length; a text of such words is unlikely."""

HALF = pattern(r"\\u[dD][89a-fA-F]")


def _place(error: Exception, text: str, cause: Callable[[str, Sequence[str], int], str] = lambda *_: "") -> str:
    """Where it stops being of its format, such as "look at line 3, column 5", and why, where that can be told."""
    lines = text.split("\n")
    found = re.search(r"line (\d+),? column (\d+)", str(error))
    number = int(found[1]) if found is not None else len(text.rstrip().split("\n"))
    line = lines[number - 1] if number <= len(lines) else ""
    place = f"look at line {number}, {'its last' if found is None else f'column {found[2]}'}"
    if CURLY.search(line):
        return f"{place}: the quotation marks are curly. Type straight ones (\" or ')"
    if NO_BREAK.search(line):
        return f"{place}: a blank in that line is a no-break space. Type an ordinary one"
    return ": ".join(filter(None, (place, cause(str(error), lines, number))))


def toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML holds.

    Raises:
        Unreadable: it is none.
    """
    import tomllib  # of the two, most files need one

    lines = LINE_END.sub("\n", text)
    if any(line.count(".") >= MOST_DOTS and DOTTED.search(line) for line in lines.split("\n")):
        raise Unreadable(TOO_MANY_DOTS)
    try:
        return tomllib.loads(lines)
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(_place(error, lines, toml_slips.cause)) from error
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    except ValueError as error:  # what Python makes no number of
        raise Unreadable(TOO_LONG) from error


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; of two values under one key the library would keep the last, without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        ((name, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise Unreadable(f"the key {name!r} stands in it twice")
    return found


def from_json(text: str) -> Any:
    """Return what a text in JSON holds.

    Raises:
        Unreadable: it is none.
    """
    import json

    try:
        found = json.loads(text, object_pairs_hook=_each_once)
        if HALF.search(text):
            json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Unreadable(HALF_A_CHARACTER) from error
    except json.JSONDecodeError as error:
        raise Unreadable(_place(error, text)) from error
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(TOO_LONG) from error
    return found


def keys_of(data: bytes) -> dict[str, Any]:
    """Return what an answers file holds, in TOML or JSON.

    Raises:
        InputError: it is neither, or holds no keys.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("The answers file is not UTF-8 text. Save it as UTF-8 and try again.") from error
    is_json = LIKE_JSON.match(text) is not None
    try:
        found = from_json(text) if is_json else toml(text)
    except Unreadable as error:
        kind = "JSON" if is_json else "TOML"
        message = f"The answers file can't be read as {kind}: {error}. Mend that place and try again."
        raise InputError(message) from error
    if not isinstance(found, dict):
        raise InputError(
            'The answers file holds a list where keys belong. Write them in braces, such as: {"breach_type": "other"}.'
        )
    return found
