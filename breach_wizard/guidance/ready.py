"""What is built in, ready in modules that a wheel brings: reading it as TOML takes longer than all else.

There are records of it, for whoever has no guidance of their own, and its tables, over which others are laid. The TOML
files are in a wheel too, and have the last word: one that was changed there is read as it is. `making` makes the
modules when a wheel is built; a checkout has none.
"""

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

PACKAGE: Final = "breach_wizard._ready"
Tables = Mapping[str, dict[str, Any]]
"""What TOML files hold, by their text."""


def folder() -> str:
    """Return the folder of the built-in guidance: inside the installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib is not needed for what is ready
    inside = os.path.join(package, "_guidance")  # noqa: PTH118
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "guidance")  # noqa: PTH112, PTH118, PTH120


def tables() -> Tables:
    """Return what is ready of the built-in files; nothing in a checkout."""
    return _tables(PACKAGE)


@cache
def _tables(package: str) -> Tables:
    try:
        found: Tables = import_module(f"{package}.tables").TABLES
    except ImportError:
        return {}
    return found


def module(name: str) -> str:
    """Return the module of a file, a folder or a group of a file: "triage_verdicts" for "triage.toml: verdicts"."""
    return name.replace(".toml", "").replace(": ", "_").replace("-", "_")


def texts(name: str) -> list[str]:
    """Return the texts of a built-in file or of the files in a folder; none for what can't be read as text."""
    path = os.path.join(folder(), name)  # noqa: PTH118
    try:
        names = [path] if name.endswith(".toml") else [os.path.join(path, one) for one in sorted(os.listdir(path))]  # noqa: PTH118, PTH208
        return [_text(one) for one in names if one.endswith(".toml")]
    except (OSError, UnicodeDecodeError):
        return []


def _text(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123
        return file.read()


def held(name: str) -> Any:
    """Return the records of a file, a folder or a group of a file; None where none are ready for what stands there."""
    try:
        found = import_module(f"{PACKAGE}.{module(name)}")
    except ImportError:
        return None
    return found.HELD if texts(name.partition(":")[0]) == found.TEXTS else None
