"""What can be written to and is no file: pipes, devices, and the handles that whoever started us has opened."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from breach_wizard.patterns import pattern

OPEN_HANDLE: Final = pattern(r"/(?:dev|proc/(self|thread-self|\d+))/fd/(\d{1,9})")
"""How a handle of ours is called as a path; what a shell puts for ``>(...)``, and where /dev/stdout leads."""

MOST_LINKS: Final = 40
"""So many links are followed by the system, and no more."""


def is_device(path: Path) -> bool:
    """Is it there, and neither file nor folder? Then it is written to, and never replaced."""
    if handle(path) is not None:
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
        opened = _opened(path)
    except OSError:
        return False
    try:
        return os.isatty(opened)
    finally:
        os.close(opened)


def is_closed(number: int) -> bool:
    """Is it the number of a stream that was closed when we were started? Something else stands under it then."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return number < len(streams) and streams[number] is None


def write(path: Path, data: bytes) -> None:
    """Write all of the data to a pipe, a device or an open handle.

    Raises:
        OSError: it can't be opened, nobody reads from it, or only a part could be written.
    """
    with os.fdopen(_opened(path), "wb") as file:
        file.write(data)


def _opened(path: Path) -> int:
    """Open it for writing. A pipe that nobody reads from is an error (ENXIO): waiting there would have no end."""
    number = handle(path)
    if number is not None:  # opened by its path, a file that somebody goes on writing to would begin anew
        if is_closed(number):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return os.dup(number)
    flags = ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
    opened = os.open(path, os.O_WRONLY | sum(getattr(os, name, 0) for name in flags))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened


def handle(path: Path) -> int | None:
    """Return the number of the open handle that a path stands for, over links; or None."""
    try:
        place = os.path.abspath(path)  # noqa: PTH100 - Path.absolute leaves ".." in
    except OSError:  # the folder that the process is in has gone
        return None
    for _ in range(MOST_LINKS):
        if found := OPEN_HANDLE.fullmatch(place):
            return int(found[2]) if found[1] in (None, "self", "thread-self", str(os.getpid())) else None
        try:
            place = os.path.normpath(os.path.join(os.path.dirname(place), os.readlink(place)))  # noqa: PTH115, PTH118, PTH120
        except (OSError, ValueError):  # no link, or nothing there
            return None
    return None
