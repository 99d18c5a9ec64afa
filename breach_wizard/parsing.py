"""TOML and JSON that somebody wrote: read, or refused with a reason in our words, however it is made."""

import re
from typing import Any

LINE_END = re.compile(r"\r\n?")
"""What ends a line in files of other systems, old ones too; TOML knows no more than the line feed and this pair."""

TOO_DEEP = "its lists or tables stand in one another too deeply"
TOO_LONG = "it holds a number of thousands of digits"


class Unreadable(ValueError):
    """The text is not of its format; the message is the reason in our words, to stand after a colon."""


CURLY = re.compile(r"[=\[,:]\s{0,9}[“”‘’„]|[“”‘’„]\s{0,9}[=\],]")
NO_BREAK = re.compile(r"[\u00a0\u202f]")
"""What word processors put in place of plain quotation marks and blanks."""


def _place(error: Exception, text: str) -> str:
    """Where it stops being of its format, such as "look at line 3, column 5", and why, where that can't be seen."""
    found = re.search(r"line (\d+),? column (\d+)", str(error))
    if found is None:
        return "look at its end"
    line = (text.split("\n")[int(found[1]) - 1 :] or [""])[0]
    place = f"look at line {found[1]}, column {found[2]}"
    if CURLY.search(line):
        return f"{place}: the quotation marks are curly. Type straight ones (\" or ')"
    if NO_BREAK.search(line):
        return f"{place}: a blank in that line is a no-break space. Type an ordinary one"
    return place


def toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML holds.

    Raises:
        Unreadable: it is none.
    """
    import tomllib  # of the two, most files need one

    lines = LINE_END.sub("\n", text)
    try:
        return tomllib.loads(lines)
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(_place(error, lines)) from error
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    except ValueError as error:  # what Python makes no number of
        raise Unreadable(TOO_LONG) from error


def from_json(text: str) -> Any:
    """Return what a text in JSON holds.

    Raises:
        Unreadable: it is none.
    """
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(_place(error, text)) from error
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    except ValueError as error:
        raise Unreadable(TOO_LONG) from error
