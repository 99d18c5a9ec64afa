"""Where a document is to go, and in which format: one rule for ``new``, ``resume``, ``export`` and the wizard."""

import sys
from collections.abc import Iterable
from typing import Final

from breach_wizard.errors import UsageError
from breach_wizard.exports import ANSWERS, FORMATS, USUAL, load
from breach_wizard.exports.naming import is_refused_by_windows
from breach_wizard.files import named
from breach_wizard.patterns import pattern

ENDING: Final = pattern(r"\.[^\W\d_][^\W_]{0,9}")
"""What is taken for an ending: it begins with a letter, so that ``v1.2`` and ``breach 3.6.2024`` have none."""

ALSO: Final = {".markdown": ".md", ".htm": ".html", ".word": ".docx", ".email": ".eml"}
"""Other spellings of our endings."""

STREAM: Final = "-"
"""What stands for standard output."""


def ending(name: str) -> str:
    """Return the ending by which a file's name tells its format, such as ".docx"; empty where it has none."""
    found = "" if name == STREAM else named(name).suffix.strip().lower()
    return ALSO.get(found, found) if ENDING.fullmatch(found) else ""


def extension(name: str) -> str:
    """Return the ending of the files of a format, the answers file among them."""
    if name == ANSWERS:
        from breach_wizard.exports.answers import ENDING as OF_ANSWERS  # and what writes TOML

        return OF_ANSWERS
    return load(name).EXTENSION


def format_told(name: str, formats: Iterable[str] = FORMATS) -> str:
    """Return the format that the ending of a name tells; empty where it tells none."""
    said = ending(name)
    return next((one for one in formats if extension(one) == said), "")


def format_for(name: str, to: str = "", formats: Iterable[str] = FORMATS) -> str:
    """Return the format in which a document is written; empty where nothing tells it.

    Args:
        name: where it goes; "-" for standard output.
        to: the format that was asked for; empty where none was.
        formats: those that there are to choose from.

    Raises:
        UsageError: the ending of the name tells none of them, or another than was asked for.
    """
    said = ending(name)
    if not said:
        return to
    told = format_told(name, formats)
    if to and told != to:
        raise UsageError(
            f"{name} ends with {said}, and what goes there is {to}. End it with {extension(to)}, or ask for another "
            "format."
        )
    if not told:
        known = ", ".join(f"{extension(one)} ({one})" for one in formats)
        raise UsageError(f"{name} ends with {said}, which tells no format. End it with one of: {known}.")
    return told


def told_as_usual(name: str, to: str) -> str:
    """Return a word on the format that is taken where nothing tells it; empty where something does."""
    if to or ending(name):
        return ""
    return f"{name} tells no format, so {load(USUAL).LABEL} is written there. Choose another with --to."


def ending_problem(name: str, formats: Iterable[str]) -> str | None:
    """Return what is wrong with the ending of a typed name, to which those of the formats are added; or None."""
    said, fitting = ending(name), [extension(one) for one in formats]
    if not said or said in fitting:
        return None
    return f"The ending {said} is of no format that was chosen. Leave it out: {', '.join(fitting)} is added"


def name_problem(text: str) -> str | None:
    """Return what is wrong with a typed name of a file, or None."""
    name = named(text.strip()).name
    if name in ("", ".."):
        return "Enter a file name, such as breach-report"
    if sys.platform == "win32" and is_refused_by_windows(name):
        return f"Windows has no files of the name {name}. Enter another, such as breach-report"
    return None


def checked(name: str) -> str:
    """Return a name that the command line gave.

    Raises:
        UsageError: it names no file, or one that the system doesn't have.
    """
    if not name:
        raise UsageError("-o names no file. Name one, or leave -o out.")
    if sys.platform == "win32" and name != STREAM and is_refused_by_windows(named(name).name):
        raise UsageError(f"{name_problem(name)}.")
    return name
