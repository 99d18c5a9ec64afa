"""Setting a damaged file aside: under another name beside its place, never deleted, and over no other file."""

from datetime import datetime
from pathlib import Path

SO_MANY = 100
"""Names tried before it is given up; two files of one name in one second are rare enough."""


def put_aside(path: Path, now: datetime) -> Path | None:
    """Give the file a name that says that it is damaged, and return it; None where it can't be renamed.

    Args:
        path: such as ``1.json``, which becomes ``1.damaged-20261125-173000.json``.
        now: the moment that the name tells.
    """
    stamp = now.strftime("%Y%m%d-%H%M%S")
    for number in range(1, SO_MANY):
        more = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.damaged-{stamp}{more}{path.suffix}")
        try:
            if aside.exists():
                continue
            path.rename(aside)
        except OSError:
            return None
        return aside
    return None
