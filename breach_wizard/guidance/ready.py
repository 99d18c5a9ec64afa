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


def is_there() -> bool:
    """Are there records of the built-in files, just as these are now?"""
    known = tables()
    return bool(known) and set(_texts(folder())) == set(known)


def _texts(top: str) -> list[bytes | str]:
    """The texts of the TOML files in a folder and those in it; as bytes what is no text."""
    found: list[bytes | str] = []
    for path, _, names in os.walk(top):
        for name in names:
            if name.endswith(".toml"):
                with open(os.path.join(path, name), "rb") as file:  # noqa: PTH118, PTH123
                    data = file.read()
                try:
                    found.append(data.decode())
                except UnicodeDecodeError:
                    found.append(data)
    return found


def module(name: str) -> str:
    """Return the module of a file, a folder or a group of a file: "triage_verdicts" for "triage.toml: verdicts"."""
    return name.replace(".toml", "").replace(": ", "_").replace("-", "_")


def held(name: str) -> Any:
    """Return the records of a file, a folder or a group of a file."""
    return import_module(f"{PACKAGE}.{module(name)}").HELD
