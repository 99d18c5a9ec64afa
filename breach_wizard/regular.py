"""Reading a file that the wizard itself names: the profile, a draft, the guidance."""

import errno
from pathlib import Path


def read(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it can't be read, or is a pipe or a device: nobody may ever write to it, and reading it has no end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "It is no file", str(path))
    return path.read_bytes()
