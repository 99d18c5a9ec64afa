"""What the words of a command line name: paths that may be too long for the system, folders, the numbers of drafts."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from breach_wizard.errors import InputError
from breach_wizard.invoked import command
from breach_wizard.patterns import pattern

NUMBER = pattern("[0-9]+")
LONGEST_NUMBER = 9
"""Digits of the largest number that a draft has; Python refuses to read one of some thousands."""

LONGEST_SHOWN = 200


def exists(name: str | Path) -> bool:
    """Is there anything of this name? Path's own raises where a name is longer than the system takes."""
    return os.path.exists(name)  # noqa: PTH110


def is_folder(name: str | Path) -> bool:
    """Is it a folder? Raises nothing, as `exists`."""
    return os.path.isdir(name)  # noqa: PTH112


def is_file(name: str | Path) -> bool:
    """Is it a file? Raises nothing, as `exists`."""
    return os.path.isfile(name)  # noqa: PTH113


def shown(name: str) -> str:
    """Return a name as a message holds it, a long one without its middle."""
    return name if len(name) <= LONGEST_SHOWN else f"{name[:60]} ... {name[-30:]}"


def is_draft(source: str) -> bool:
    """Is the argument the number of a draft, and not the name of a file?"""
    return is_number(source) and not exists(source)


def is_source(text: str) -> bool:
    """Is it the number of a draft, or the name of a file that is there?"""
    return is_number(text) or exists(text)


def is_number(text: str) -> bool:
    """Is it written in the digits 0 to 9?"""
    return NUMBER.fullmatch(text) is not None


def draft_number(text: str) -> int:
    """Return the number that stands in a text of digits.

    Raises:
        InputError: it is longer than that of any draft.
    """
    if len(text) > LONGEST_NUMBER:
        raise InputError(f"There is no draft {shown(text)}. See the list with: {command('drafts')}")
    return int(text)


def files_in(folder: str) -> Iterator[Path]:
    """Yield the files in a folder and those beneath it, sorted; hidden ones, and links to folders, are passed over.

    Raises:
        OSError: the folder itself can't be looked through; one beneath it that can't is passed over.
    """
    waiting = sorted(_seen(Path(folder)), reverse=True)  # no recursion: folders may lie deeper than Python calls
    while waiting:
        path = waiting.pop()
        if is_file(path):
            yield path
        elif is_folder(path) and not path.is_symlink():
            with contextlib.suppress(OSError):
                waiting += sorted(_seen(path), reverse=True)


def _seen(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if not one.name.startswith(".")]
