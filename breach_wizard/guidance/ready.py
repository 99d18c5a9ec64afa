"""What is built in, as records that are there once they are imported: reading it as TOML takes longer than all else.

`breach_wizard.guidance.making` makes the modules of them from guidance/ when a wheel is built. A checkout has none.
"""

import os
from importlib import import_module
from typing import Any, Final

import breach_wizard

PACKAGE: Final = "breach_wizard._ready"


def is_there() -> bool:
    """Are the modules there?"""
    name = PACKAGE.rpartition(".")[2]
    return any(os.path.isdir(os.path.join(one, name)) for one in breach_wizard.__path__)  # noqa: PTH112, PTH118


def module(name: str) -> str:
    """Return the module of a file, a folder or a group of a file: "triage_verdicts" for "triage.toml: verdicts"."""
    return name.replace(".toml", "").replace(": ", "_").replace("-", "_")


def held(name: str) -> Any:
    """Return what a file, a folder or a group of a file holds."""
    return import_module(f"{PACKAGE}.{module(name)}").HELD
