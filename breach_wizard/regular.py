"""Reading a file that the wizard itself names: the profile, a draft, the guidance."""

from __future__ import annotations

import errno
import os
import stat


def read(path: str | os.PathLike[str]) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it can't be read, or is a pipe or a device: nobody may ever write to it, and reading it has no end.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a name will do
        raise OSError(errno.EINVAL, "It is no file", str(path))
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
