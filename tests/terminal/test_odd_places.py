"""Windows, old consoles, homes that can't be written to: what is missing there is missing here too."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit import piped, stories
from tests.kit.told import scripted

ROOT = Path(__file__).parents[2]
POSIX_ONLY = ["fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "readline", "syslog", "curses"]
"""What a Python on Windows does not have."""

WINDOWS = """
import contextlib, io, json, os, signal, subprocess, sys  # subprocess would look for more of Windows than there is
from pathlib import Path
for name in {missing!r}:
    sys.modules[name] = None
for name in ("SIGHUP", "SIGQUIT", "SIGWINCH", "SIGTSTP", "SIGCONT", "SIGSTOP", "SIGTTOU", "SIGUSR1", "SIGPIPE"):
    delattr(signal, name)
for name in (
    "pread", "O_DIRECTORY", "O_CLOEXEC", "O_NOFOLLOW", "O_TMPFILE", "O_NONBLOCK", "O_NOCTTY", "set_blocking", "getuid",
    "geteuid", "mkfifo", "fork", "openpty", {also!r},
):
    if name:
        delattr(os, name)

class Msvcrt:
    LK_NBLCK = 2
    locked = []
    def locking(self, handle, mode, count):
        self.locked.append((mode, count))

sys.modules["msvcrt"] = Msvcrt() if {locks!r} else None
from breach_wizard import files
from breach_wizard.cli import run
from breach_wizard.errors import StorageError

ended = []
for argv in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) as out:
        code = run(argv)
        out.flush()
        ended.append((code, out.buffer.getvalue().decode()))

folder = Path("undone")
folder.mkdir()
(folder / "a").write_bytes(b"old")
(folder / "c").write_bytes(b"old")
replace = Path.replace
def once(self, target):
    if target.name == "c":
        Path.replace = replace
        raise OSError(5, "Input/output error")
    return replace(self, target)
Path.replace = once
try:
    files.write_together({{folder / name: b"new" for name in "abc"}})
except StorageError as error:
    ended.append((str(error), {{one.name: one.read_text() for one in folder.iterdir()}}))
print(json.dumps({{"ended": ended, "locked": Msvcrt.locked}}))
"""


@pytest.mark.parametrize(("also", "locks"), [("", True), ("link", False)])
def test_the_whole_wizard_without_what_windows_lacks(tmp_path: Path, also: str, locks: bool) -> None:
    _, (given,) = scripted("early", tmp_path / "told")
    commands = [
        ["new", "--plain", "-o", "report.md"],
        ["drafts", "--json"],
        ["check", "report.md"],
        ["export", "report.md", "--to", "markdown"],
        ["export", "1", "--to", "json", "-o", "report.json"],
        ["export", "1", "--to", "json", "-o", "report.json"],
        ["export", "1", "--to", "html", "-o", "report.html", "--force"],
        ["drafts", "delete", "1", "--yes"],
    ]
    ended = subprocess.run(
        [sys.executable, "-c", WINDOWS.format(missing=POSIX_ONLY, also=also, locks=locks), json.dumps(commands)],
        input="".join(f"{line}\n" for line in piped.lines(given)),
        env={"BREACH_WIZARD_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(ended.stdout)
    codes = [code for code, _ in found["ended"][:-1]]
    assert codes == [0, 0, codes[2], 0, 0, 1, 0, 0], ended.stderr
    assert codes[2] in (0, 1)
    assert "Traceback" not in ended.stderr
    assert (found["locked"] != []) == locks
    assert all(one == [2, 1] for one in found["locked"])
    assert ended.stderr.count("two windows can't be kept apart") == (0 if locks else 1)
    assert stories.OFSTED["outputs.1.title"].split("&")[0] in (tmp_path / "report.md").read_text()
    assert json.loads(found["ended"][1][1])[0]["draft"] == 1
    assert found["ended"][3][1] == (tmp_path / "report.md").read_text()
    assert (tmp_path / "report.html").read_text().startswith("<!DOCTYPE html>")
    said, left = found["ended"][-1]
    assert "could not be written" in said
    assert left == {"a": "old", "c": "old"}
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == []
    assert sorted(one.name for one in (tmp_path / "home" / "drafts").iterdir()) == ["1.lock"]


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
    lines = [title if line == "?" and place == 4 else line for place, line in enumerate(piped.lines(given))]
    assert title in lines
    console = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = piped.talk(["new", "--plain", "-o", "report.md"], tmp_path / "here", lines, env=console)
    assert ended.code == 0, ended.talk.decode()
    assert ended.talk.decode("ascii")
    assert b"Grosse" in ended.talk
    assert title in (tmp_path / "here" / "report.md").read_text("utf-8")
