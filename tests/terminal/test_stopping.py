"""A shell stops the wizard and lets it go on, as with Ctrl-Z and fg: the question is there again, and takes keys."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.kit.pty import Terminal, wizard
from tests.kit.today import FIRST_IN_PLAIN_LINES

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="needs a shell with job control")


def shell(home: Path, *arguments: str) -> Terminal:
    """The wizard, started by hand in a shell."""
    settings = {"BREACH_WIZARD_HOME": str(home), "PS1": "shell$ ", "INPUTRC": os.devnull, "PYTHONPATH": str(ROOT)}
    terminal = Terminal([str(BASH), "--norc", "--noprofile", "-i"], env=settings, cwd=ROOT)
    terminal.wait_for("shell$")
    terminal.send(" ".join(wizard(*arguments)) + "\r")
    return terminal


def wizard_of(terminal: Terminal) -> int:
    (child,) = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
    return int(child)


def stopped(terminal: Terminal, how: str) -> None:
    if how == "ctrl-z":
        terminal.send("c-z")
    else:
        os.kill(wizard_of(terminal), signal.SIGTSTP if how == "tstp" else signal.SIGSTOP)
    terminal.wait_for("Stopped")


@pytest.mark.parametrize("how", ["ctrl-z", "tstp", "stop"])
def test_a_question_is_drawn_anew_in_raw_mode(how: str, tmp_path: Path) -> None:
    with shell(tmp_path, "new") as terminal:
        terminal.wait_for("everything is kept")
        for _ in range(2):
            stopped(terminal, how)
            terminal.screen.reset()
            terminal.send("fg\r")
            terminal.wait_for("everything is kept")
            assert terminal.words.count("What has happened?") == 1
        terminal.send("down")
        terminal.wait_for("» It reached someone")
        terminal.send("c-c")
        terminal.wait_for("nothing is kept. shell$")
        terminal.send("echo $?\r")
        terminal.wait_for("130 shell$")
        terminal.send("exit\r")
        terminal.wait()


@pytest.mark.parametrize("how", ["ctrl-z", "stop"])
def test_a_line_is_asked_for_anew(how: str, tmp_path: Path) -> None:
    with shell(tmp_path, "new", "--plain") as terminal:
        terminal.wait_for(FIRST_IN_PLAIN_LINES)
        terminal.wait_for("1 to 5:")
        stopped(terminal, how)
        terminal.screen.reset()
        terminal.send("fg\r")
        terminal.wait_for("1 to 5:")
        terminal.send("3\r")
        terminal.wait_for("1 to 5: 3 It is late.")
