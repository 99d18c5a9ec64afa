"""Runs a command of the wizard in an empty folder with a home of its own, without a terminal.

What depends on how Python itself starts starts Python; the rest need not wait. The encoding of its streams does so at full
depth, and is otherwise set as Python sets it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.kit import nursery
from tests.kit.depth import FULL

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "data" / "ofsted-2017.toml"
GOLDEN = ROOT / "tests" / "data" / "ofsted-2017.md"

Command = Callable[..., subprocess.CompletedProcess[bytes]]


def in_folder(folder: Path) -> Command:
    """Return what runs breach-wizard in a folder: arguments, then ``stdin`` and ``env`` by name."""

    def run(
        *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        settings = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "BREACH_WIZARD_HOME": str(folder / "home"),
            "COLUMNS": "80",
        }
        settings |= env or {}
        of_python = ("PYTHONIOENCODING", "PYTHONUTF8", "LANG", "LC_")[0 if FULL else 1 :]
        if hasattr(os, "fork") and not any(name.startswith(of_python) for name in settings):
            return nursery.run(arguments, stdin, settings, folder)
        argv = [sys.executable, "-m", "breach_wizard", *arguments]
        return subprocess.run(argv, input=stdin, capture_output=True, cwd=folder, env=settings, check=False)

    return run
