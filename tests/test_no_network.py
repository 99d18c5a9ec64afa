"""No socket to anywhere is made: a whole run, with everything that is written and read, is listened to."""

import json
import subprocess
import sys
from pathlib import Path

from breach_wizard.exports import FORMATS
from tests.kit import piped
from tests.kit.pty import Terminal
from tests.kit.told import scripted

ROOT = Path(__file__).parents[1]

LISTENING = """
import json, os, socket, sys
heard = []

def listen(event, arguments):
    if event.startswith(("socket.", "http.", "urllib.", "smtplib.", "ftplib.", "imaplib.", "poplib.", "webbrowser.")):
        family = socket.AddressFamily(arguments[1]).name if event == "socket.__new__" else ""
        if family != "AF_UNIX":  # with which an event loop wakes itself
            heard.append(f"{event} {family}".strip())

sys.addaudithook(listen)
if sys.argv[1] == "listened to":
    socket.socket(socket.AF_INET).close()
    socket.socket(socket.AF_INET6).close()
else:
    from tests.kit import child
    sys.argv[1:] = sys.argv[2:]
    code = child.main()
    assert code in (0, 1, 130), code
print(json.dumps(heard), file=open(os.environ["HEARD"], "w"))
"""


def heard(home: Path, what: str, *arguments: str, typed: str = "") -> list[str]:
    """What a command does with sockets and whatever makes them."""
    argv = [sys.executable, "-c", LISTENING, what, *arguments]
    ended = subprocess.run(argv, cwd=home, env=settings(home), input=typed.encode(), capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    return list(json.loads((home / "heard").read_text()))


def settings(home: Path) -> dict[str, str]:
    return {
        "BREACH_WIZARD_HOME": str(home),
        "STILL": "1",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "HEARD": str(home / "heard"),
    }


def test_a_socket_would_be_heard(tmp_path: Path) -> None:
    families = [one for one in heard(tmp_path, "listened to") if one.startswith("socket.__new__")]
    assert families == ["socket.__new__ AF_INET", "socket.__new__ AF_INET6"]


def test_an_interview_makes_no_socket(tmp_path: Path) -> None:
    _, (given,) = scripted("early", tmp_path / "told")
    typed = "".join(f"{line}\n" for line in piped.lines(given))
    assert heard(tmp_path, "wizard", "--plain", "new", "-o", "report.md", typed=typed) == []
    assert (tmp_path / "report.md").exists()


def test_the_drawn_face_makes_no_socket(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", LISTENING, "wizard"], env=settings(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("What has happened?")
        terminal.send("enter")
        terminal.wait_for("Can people still open it?")
        terminal.send("c-c")
        assert terminal.wait() == 0
    assert json.loads((tmp_path / "heard").read_text()) == []


def test_no_command_makes_a_socket(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_bytes((ROOT / "tests" / "data" / "ofsted-2017.md").read_bytes())
    for name in FORMATS:
        assert heard(tmp_path, "wizard", "export", str(report), "--to", name, "-o", f"report.{name}") == []
    for words in (["check", str(tmp_path / "report.word"), str(report)], ["drafts"], ["guidance"], ["profile"]):
        assert heard(tmp_path, "wizard", *words) == []
