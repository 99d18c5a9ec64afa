"""What can be written to and is no file: pipes, devices, and the handles that whoever started us has opened."""

import os
import re
import stat
from pathlib import Path
from typing import Final

OPEN_HANDLE: Final = re.compile(r"/(?:dev|proc/(self|thread-self|\d+))/fd/(\d{1,9})")
"""How a handle of ours is called as a path; what a shell puts for ``>(...)``, and where /dev/stdout leads."""

MOST_LINKS: Final = 40
"""So many links are followed by the system, and no more."""


def is_device(path: Path) -> bool:
    """Is it there, and neither file nor folder? Then it is written to, and never replaced."""
    if _handle(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def is_terminal(path: Path) -> bool:
    """Would what is written there be shown in a terminal?"""
    if not is_device(path):
        return False
    try:
        handle = _opened(path)
    except OSError:
        return False
    try:
        return os.isatty(handle)
    finally:
        os.close(handle)


def write(path: Path, data: bytes) -> None:
    """Write all of the data to a pipe, a device or an open handle.

    Raises:
        OSError: it can't be opened, nobody reads from it, or only a part could be written.
    """
    with os.fdopen(_opened(path), "wb") as file:
        file.write(data)


def _opened(path: Path) -> int:
    """Open it for writing. A pipe that nobody reads from is an error (ENXIO): waiting there would have no end."""
    number = _handle(path)
    if number is not None:  # opened by its path, a file that somebody goes on writing to would begin anew
        return os.dup(number)
    flags = ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
    handle = os.open(path, os.O_WRONLY | sum(getattr(os, name, 0) for name in flags))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    return handle


def _handle(path: Path) -> int | None:
    """The number of the open handle that a path stands for, over links; or None."""
    place = os.path.abspath(path)  # noqa: PTH100 - Path.absolute leaves ".." in
    for _ in range(MOST_LINKS):
        if found := OPEN_HANDLE.fullmatch(place):
            return int(found[2]) if found[1] in (None, "self", "thread-self", str(os.getpid())) else None
        try:
            place = os.path.normpath(os.path.join(os.path.dirname(place), os.readlink(place)))  # noqa: PTH115, PTH118, PTH120
        except (OSError, ValueError):  # no link, or nothing there
            return None
    return None
