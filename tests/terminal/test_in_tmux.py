"""In a terminal that joins the parts of a sign, as tmux does: the screen is the one that is drawn from nothing."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.kit.pty import PATIENCE
from tests.terminal.test_fields import SIGNS

ROOT = Path(__file__).parents[2]
TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None, reason="needs tmux")
ASKS = """
import sys
from breach_wizard.prompts import Stopped, Text
from breach_wizard.terminal.rich import RichPrompter
try:
    RichPrompter().text(Text(id="a", question="How and why?", default=sys.argv[1], long=True))
except Stopped:
    pass
"""


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """What gives tmux a command, to a server of this test's own."""

    def command(*words: str) -> str:
        argv = [str(TMUX), "-u", "-S", str(tmp_path / "socket"), "-f", "/dev/null", *words]
        return subprocess.run(argv, check=True, capture_output=True, text=True, env={"LANG": "C.UTF-8"}).stdout

    yield command
    command("kill-server")


@pytest.mark.parametrize("name", SIGNS)
def test_the_screen_equals_the_one_drawn_from_nothing(name: str, tmux: Callable[..., str], tmp_path: Path) -> None:
    def screen(pane: str, last: str) -> list[str]:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            lines = [line.rstrip() for line in tmux("capture-pane", "-p", "-t", pane).rstrip().split("\n")]
            if any(last in line for line in lines) and any("everything is kept" in line for line in lines):
                return lines
        raise AssertionError(lines)

    (tmp_path / "asks.py").write_text(ASKS)
    signs = SIGNS[name]

    def start(pane: str, text: str) -> None:
        argv = ["env", f"PYTHONPATH={ROOT}", "TERM=xterm", sys.executable, str(tmp_path / "asks.py"), text]
        tmux("new-session", "-d", "-s", pane, "-x", "80", "-y", "24", *argv)

    start("typed", f"begin {signs} and {signs}\nnext")
    screen("typed", "next")
    for key, text in (("C-Home", f"first{signs}"), ("C-End", f"last{signs}x"), ("BSpace", "fin")):
        tmux("send-keys", "-t", "typed", key)
        tmux("send-keys", "-t", "typed", "-l", text)
    typed = screen("typed", "fin")
    start("drawn", f"first{signs}begin {signs} and {signs}\nnextlast{signs}fin")
    assert typed == screen("drawn", "fin")
