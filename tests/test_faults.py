"""The fault runs are a tool of their own, ``python -m tests.faults``; here, that it works and finds nothing in a few kills."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here")


def faults(*arguments: str) -> "subprocess.CompletedProcess[str]":
    argv = [sys.executable, "-m", "tests.faults", *arguments]
    return subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)


def test_nothing_is_lost_to_some_kills() -> None:
    ended = faults("--seed", "1", "--count", "10", "kill")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "in all" in ended.stdout


def test_no_exception_escapes_from_some_changed_files() -> None:
    ended = faults("--seed", "1", "--count", "92", "fuzz")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "web page" in ended.stdout


def test_a_kind_that_there_is_not_is_usage() -> None:
    assert faults("flood").returncode == 2
