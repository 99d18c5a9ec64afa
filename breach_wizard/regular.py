"""Reading a file that the wizard itself names: the profile, a draft, the guidance."""

import errno
import stat
from pathlib import Path


def read(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it can't be read, or is a pipe or a device: nobody may ever write to it, and reading it has no end.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "It is no file", str(path))
    return path.read_bytes()
