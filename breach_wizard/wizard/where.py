"""In which folder a report is proposed to be written."""

import os
from collections.abc import Iterator
from pathlib import Path

import breach_wizard
from breach_wizard.files import absolute, named

PACKAGE = Path(breach_wizard.__file__).parent.name


def folder(*last: str) -> Path:
    """Return the folder of the last report that is still there; else the current one if it is the user's; else home.

    Args:
        last: folders of earlier reports, the most fitting first; an empty one is none.
    """
    return next(_fitting(last))


def _fitting(last: tuple[str, ...]) -> Iterator[Path]:
    yield from (Path(one) for one in last if one and os.path.isdir(one))  # noqa: PTH112 - raises nothing
    current = absolute(Path())
    if current.is_absolute() and is_the_users(current):
        yield current
    try:
        yield Path.home()
    except RuntimeError:  # nobody knows where
        yield current


def file_named(typed: str, proposed: Path) -> Path:
    """Return the file that somebody named; a name alone is one in the folder that was proposed."""
    name = typed.strip()
    return absolute(proposed.parent / name if name == os.path.basename(name) else named(name))  # noqa: PTH119


def is_the_users(path: Path) -> bool:
    """May the user write into a folder, and does it hold none of this program: a checkout, or where it is installed?"""
    if not os.access(path, os.W_OK):
        return False
    return not any((one / PACKAGE / "__main__.py").exists() for one in (path, *path.parents))
