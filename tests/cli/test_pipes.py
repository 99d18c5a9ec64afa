"""Pipes as files to read: read to their end, or told of where nothing writes to them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard.cli import inout
from breach_wizard.errors import StreamError
from tests.kit.commands import GOLDEN, Command

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def test_a_pipe_that_nothing_writes_to_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inout, "PATIENCE", 0.0)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StreamError, match="Nothing writes"):
        inout.read(str(tmp_path / "pipe"))


def test_a_pipe_is_read_to_its_end(tmp_path: Path, command: Command) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = f"import sys; open({str(pipe)!r}, 'wb').write(open({str(GOLDEN)!r}, 'rb').read())"
    with subprocess.Popen([sys.executable, "-c", writer]):
        done = command("export", str(pipe), "--to", "markdown")
    assert done.stdout == GOLDEN.read_bytes()
