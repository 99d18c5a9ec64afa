"""Windows, old consoles, homes that can't be written to: what is missing there is missing here too."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard.terminal import editor
from tests.kit import piped, stories
from tests.kit.told import scripted

ROOT = Path(__file__).parents[2]
POSIX_ONLY = ["fcntl", "termios", "tty", "pty", "pwd", "grp", "resource"]
"""What a Python on Windows does not have."""

WINDOWS = """
import json, os, signal, subprocess, sys  # subprocess would look for more of Windows than there is
for name in {missing!r}:
    sys.modules[name] = None
for name in ("SIGHUP", "SIGQUIT", "SIGWINCH"):
    delattr(signal, name)
for name in ("pread", "O_DIRECTORY", "O_CLOEXEC"):
    delattr(os, name)

class Msvcrt:
    LK_NBLCK = 2
    locked = []
    def locking(self, handle, mode, count):
        self.locked.append((mode, count))

sys.modules["msvcrt"] = Msvcrt()
from breach_wizard.cli import run
code = run(sys.argv[1:])
print(json.dumps({{"code": code, "locked": Msvcrt.locked}}))
"""


def test_the_whole_wizard_without_what_windows_lacks(tmp_path: Path) -> None:
    _, (given,) = scripted("early", tmp_path / "told")
    ended = subprocess.run(
        [sys.executable, "-c", WINDOWS.format(missing=POSIX_ONLY), "new", "--plain", "-o", str(tmp_path / "report.md")],
        input="".join(f"{line}\n" for line in piped.lines(given)),
        env={"BREACH_WIZARD_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ended.stdout) == {"code": 0, "locked": [[2, 1]]}, ended.stderr
    assert stories.OFSTED["outputs.1.title"].split("&")[0] in (tmp_path / "report.md").read_text()


@pytest.mark.parametrize(
    ("named", "command"),
    [
        ("", ["notepad"]),
        (r"C:\tools\edit.exe -wait", [r"C:\tools\edit.exe", "-wait"]),
        (r'"C:\Program Files\edit.exe" -wait', [r"C:\Program Files\edit.exe", "-wait"]),
    ],
)
def test_the_editor_on_windows(named: str, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def start(argv: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        started.append(argv)
        Path(argv[-1]).write_bytes("as the old Notepad saves – in cp1252\r\n".encode("cp1252"))
        return subprocess.CompletedProcess(argv, 0)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    monkeypatch.setattr(subprocess, "run", start)
    assert editor.edit("before") == ("as the old Notepad saves – in cp1252", "")
    assert started[0][:-1] == command
    assert not Path(started[0][-1]).exists()


UNWRITABLE = {"BREACH_WIZARD_HOME": "", "HOME": "/proc/none", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}


def test_a_home_that_can_not_be_written_to_does_not_keep_from_reporting(tmp_path: Path) -> None:
    expected, (given,) = scripted("other", tmp_path / "told")
    lines = piped.lines(given)
    ended = piped.talk(["new", "--plain", "-o", "report.md"], tmp_path / "here", lines, env=UNWRITABLE)
    assert ended.code == 0, ended.talk.decode()
    assert (tmp_path / "here" / "report.md").read_bytes() == expected
    assert b"could not be written" in ended.talk
    assert b"resume" not in ended.talk
    stopped = piped.talk(["new", "--plain", "-o", "other.md"], tmp_path / "here", lines[:8], env=UNWRITABLE)
    assert stopped.code == 130
    assert b"No draft could be saved" in stopped.talk


def test_an_ascii_console_is_spoken_to_in_ascii_and_the_report_is_utf8(tmp_path: Path) -> None:
    title = "Ystadegau’r ysgolion – “Größe” Ελλάδα"
    _, (given,) = scripted("other", tmp_path / "told")
    lines = [title if line == "?" and place == 6 else line for place, line in enumerate(piped.lines(given))]
    assert title in lines
    console = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = piped.talk(["new", "--plain", "-o", "report.md"], tmp_path / "here", lines, env=console)
    assert ended.code == 0, ended.talk.decode()
    assert ended.talk.decode("ascii")
    assert b"Grosse" in ended.talk
    assert title in (tmp_path / "here" / "report.md").read_text("utf-8")
