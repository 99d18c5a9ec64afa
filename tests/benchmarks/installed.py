"""Environments with an installed wheel: of what stands here, and of the commit that we compare with."""

import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEFORE = "5e36f20"
"""The commit whose `check` of many reports is the measure for ours."""


def installed(folder: Path) -> Path:
    """Install what stands here, and what it needs, into an environment in a new folder; return its Python."""
    return _installed(ROOT, folder)


def installed_before(folder: Path) -> Path:
    """Do so with the commit that we compare with."""
    source = folder.with_name(f"{folder.name}-source")
    packed = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(source, filter="data")
    return _installed(source, folder)


def _installed(source: Path, folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--compile", source], check=True)
    return python
