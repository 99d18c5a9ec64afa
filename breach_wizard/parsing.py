"""TOML and JSON that somebody wrote: read, or refused with a reason in our words, however it is made."""

import json
import re
import tomllib
from typing import Any

LINE_END = re.compile(r"\r\n?")
"""What ends a line in files of other systems, old ones too; TOML knows no more than the line feed and this pair."""

TOO_DEEP = "its lists or tables stand in one another too deeply"
TOO_LONG = "it holds a number of thousands of digits"


class Unreadable(ValueError):
    """The text is not of its format; the message is the reason in our words, to stand after a colon."""


def _place(error: Exception) -> str:
    """Where it stops being of its format, such as "look at line 3, column 5"."""
    if found := re.search(r"line (\d+),? column (\d+)", str(error)):
        return f"look at line {found[1]}, column {found[2]}"
    return "look at its end"


def toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML holds.

    Raises:
        Unreadable: it is none.
    """
    try:
        return tomllib.loads(LINE_END.sub("\n", text))
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(_place(error)) from error
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    except ValueError as error:  # what Python makes no number of
        raise Unreadable(TOO_LONG) from error


def from_json(text: str) -> Any:
    """Return what a text in JSON holds.

    Raises:
        Unreadable: it is none.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(_place(error)) from error
    except RecursionError as error:
        raise Unreadable(TOO_DEEP) from error
    except ValueError as error:
        raise Unreadable(TOO_LONG) from error
