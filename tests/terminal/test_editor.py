"""The user's editor, a small script here: whatever it does, what stood in its file is not lost, and nothing is left."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from breach_wizard.drafts import Store
from breach_wizard.terminal import editors
from breach_wizard.terminal.editor import AT_ONCE, Desk, Edited, edit
from breach_wizard.terminal.editors import Editor
from tests.kit import piped, runs
from tests.kit.driver import Driver, at
from tests.kit.pty import Terminal, wizard
from tests.kit.told import scripted

ROOT = Path(__file__).parents[2]
BEFORE = "typed before"


class Face(NamedTuple):
    """A run at a long text, in one of the faces.

    Attributes:
        terminal: it runs there.
        opens, brings, goes_on: what is typed to open the editor, to have the text put aside, to answer its questions.
        asks: the words by which one sees that the text can be typed on.
    """

    terminal: Terminal
    opens: tuple[str, ...]
    brings: tuple[str, ...]
    goes_on: tuple[str, ...]
    asks: str

    def wait_until_asked(self) -> None:
        """Wait until the text can be typed on."""
        opened = "opens with your text"

        def is_back() -> bool:
            _, found, after = self.terminal.words.rpartition(opened)
            return bool(found) and self.asks in after

        self.terminal.until(is_back, f"{self.asks!r} after {opened!r}")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines that lead up to the long text in the plain face."""
    (given,) = scripted("early", tmp_path_factory.mktemp("told"))[1]
    return piped.lines(given[: [ask.id for ask, _ in given].index("circumstances")])


def script(folder: Path, commands: str) -> dict[str, str]:
    """The environment in which the editor is a script; what it is given is $1, its folder of marks $MARKS."""
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{commands}\n")
    path.chmod(0o700)
    (folder / "tmp").mkdir(exist_ok=True)
    (folder / "marks").mkdir(exist_ok=True)
    return {"VISUAL": str(path), "TMPDIR": str(folder / "tmp"), "MARKS": str(folder / "marks")}


@pytest.fixture(params=["drawn", "plain"])
def face(request: pytest.FixtureRequest, tmp_path: Path, lines: list[str]) -> Iterator[Callable[[str], Face]]:
    """What starts a run with an editor, and types a text before it is opened."""
    made: list[Terminal] = []

    def start(commands: str) -> Face:
        env = script(tmp_path, commands)
        if request.param == "drawn":
            driver: Driver = at(tmp_path / "home", "circumstances", env=env)
            found = Face(driver.terminal, ("f4",), ("f6", "c-s"), ("enter",), "Ctrl-S go on")
            found.terminal.send(BEFORE)
        else:
            env |= {"BREACH_WIZARD_HOME": str(tmp_path / "home")}
            terminal = Terminal(wizard("new", "--plain"), env=env, cwd=ROOT)
            terminal.send(*(f"{line}\r" for line in lines))
            terminal.wait_for("Circumstances:")
            found = Face(terminal, ("/edit\r",), ("/kept\r", ".\r"), ("\r",), "go on:")
            terminal.send(f"{BEFORE}\r")
        found.terminal.wait_for(BEFORE)
        made.append(found.terminal)
        found.terminal.send(*found.opens)
        return found

    yield start
    for one in made:
        if one.status is None:
            one.__exit__()


def draft(home: Path) -> Any:
    (found,) = Store(home / "drafts").drafts()
    return found


def left_in(folder: Path) -> list[str]:
    return [one.name for one in (folder / "tmp").iterdir()]


UTF_16 = r"""printf '\377\376s\000a\000v\000e\000d\000 \000\023\040' > "$1" """


@pytest.mark.parametrize(
    ("commands", "said", "text"),
    [
        ('printf saved > "$1"; exit 1', "with an error", "saved"),
        ('printf saved > "$1"; kill -9 $$', "with an error", "saved"),
        ('printf " and more" >> "$1"', "and more", BEFORE),
        (UTF_16, "saved –", BEFORE),
        ('printf "a\\r\\nb\\033[31m" > "$1"', "b", BEFORE),
    ],
)
def test_what_the_editor_left_and_what_was_there_before_can_both_be_had(
    face: Callable[[str], Face], commands: str, said: str, text: str, tmp_path: Path
) -> None:
    run = face(commands)
    terminal = run.terminal
    run.wait_until_asked()
    assert said in terminal.words or run.opens != ("f4",)
    terminal.send(*run.brings)
    terminal.wait_for("Were there earlier breaches")
    assert left_in(tmp_path) == []
    terminal.send("c-c")
    assert terminal.wait() == 130
    assert draft(tmp_path / "home").answers["circumstances"] == text


@pytest.mark.parametrize("commands", ['rm "$1"', "exit 3", '[ -d "$1" ]'])
def test_an_editor_that_fails_leaves_the_text(face: Callable[[str], Face], commands: str, tmp_path: Path) -> None:
    terminal, *_ = face(commands)
    terminal.wait_for("as it was before")
    terminal.send("c-c")
    assert terminal.wait() == 130
    assert draft(tmp_path / "home").partial["circumstances"] == BEFORE
    assert left_in(tmp_path) == []


LATER = (
    'cp "$1" "$MARKS/seen"; (while [ ! -e "$MARKS/go" ]; do sleep 0.02; done; printf late > "$1"; : > "$MARKS/done") &'
)


@pytest.mark.parametrize("in_time", [True, False])
def test_an_editor_that_is_back_at_once_is_waited_for(
    face: Callable[[str], Face], tmp_path: Path, *, in_time: bool
) -> None:
    run = face(LATER)
    terminal = run.terminal
    terminal.wait_for("came back at once")
    go, done = tmp_path / "marks" / "go", tmp_path / "marks" / "done"
    if in_time:
        go.touch()
        terminal.until(done.exists, "the window's save")
    terminal.send(*run.goes_on)
    run.wait_until_asked()
    if not in_time:
        terminal.until(lambda: left_in(tmp_path) == [], "the folder to go")
        go.touch()
        terminal.until(done.exists, "the window's save, which finds no place")
    assert left_in(tmp_path) == []
    terminal.send("c-c")
    assert terminal.wait() == 130
    assert draft(tmp_path / "home").partial["circumstances"] == ("late" if in_time else BEFORE)


@pytest.mark.parametrize("taken_out", [True, False])
def test_an_emptied_file_is_asked_about(face: Callable[[str], Face], tmp_path: Path, *, taken_out: bool) -> None:
    run = face(': > "$1"')
    terminal, drawn = run.terminal, run.opens == ("f4",)
    terminal.wait_for("left an empty file")
    if taken_out:
        terminal.send(*(["down", "enter"] if drawn else ["2\r"]))
        run.wait_until_asked()
        terminal.send(*run.brings)
    else:
        terminal.send("enter" if drawn else "1\r")
        run.wait_until_asked()
        terminal.send(*(["c-s"] if drawn else [".\r"]))
    terminal.wait_for("Were there earlier breaches")
    terminal.send("c-c")
    assert terminal.wait() == 130
    assert draft(tmp_path / "home").answers["circumstances"] == BEFORE
    assert left_in(tmp_path) == []


WAITS = 'printf saved > "$1"; echo $$ > "$MARKS/pid"; : > "$MARKS/open"; exec sleep 1000'
DEAF = f"trap '' HUP TERM; {WAITS}"
ENDINGS: dict[str, tuple[str, Callable[[Terminal], None], int]] = {
    "the terminal is closed": (WAITS, Terminal.close, 129),
    "the terminal is closed, and the editor does not listen": (DEAF, Terminal.close, 129),
    "ctrl-c": (WAITS, lambda terminal: terminal.send("c-c"), 130),
    "sigterm": (WAITS, lambda terminal: terminal.kill(signal.SIGTERM), 143),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_whatever_ends_us_meanwhile_what_was_saved_is_kept(
    face: Callable[[str], Face], ending: str, tmp_path: Path
) -> None:
    commands, end, code = ENDINGS[ending]
    terminal, *_ = face(commands)
    terminal.until((tmp_path / "marks" / "open").exists, "the editor")
    end(terminal)
    assert terminal.wait() == code
    assert draft(tmp_path / "home").partial["circumstances"] == "saved"
    assert left_in(tmp_path) == []
    if commands != WAITS:
        os.kill(int((tmp_path / "marks" / "pid").read_text()), signal.SIGKILL)
    with runs.store(tmp_path / "home").open(1) as kept:  # no lock is left
        assert kept.draft.number == 1


def test_the_file_and_its_folder_are_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = script(tmp_path, 'stat -c %a "$1" "$(dirname "$1")" > "$MARKS/modes"; printf x > "$1"')
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert edit("before", desk([])) == Edited("x", aside="before")
    assert (tmp_path / "marks" / "modes").read_text().split() == ["600", "700"]


def desk(said: list[str]) -> Desk:
    def choose(question: str, answers: Sequence[str]) -> int:
        said.append(question)
        return 0

    return Desk(said.append, choose, lambda _: None, "/kept brings it")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("{0}/my editor/ed", ["{0}/my editor/ed"]),
        ("{0}/my editor/ed --wait", ["{0}/my editor/ed", "--wait"]),
        ('"{0}/my editor/ed" --wait', ["{0}/my editor/ed", "--wait"]),
        ("{0}/o'neil/ed --wait -n", ["{0}/o'neil/ed", "--wait", "-n"]),
        ("{0}/o'neil/ed", ["{0}/o'neil/ed"]),
        ("~/ed -x", ["{0}/ed", "-x"]),
        ("FOO=1 BAR= ~/ed", ["{0}/ed"]),
        ("ed", ["{0}/ed"]),
        (" ", None),
        ("'", None),
        ("no-such-editor --wait", None),
        ("FOO=1", None),
        ('"', None),
    ],
)
def test_any_value_is_run_or_refused_with_a_sentence(
    value: str, words: list[str] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("my editor", "o'neil", "."):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "ed").write_text("#!/bin/sh\n")
        (tmp_path / folder / "ed").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("VISUAL", value.format(tmp_path))
    monkeypatch.delenv("EDITOR", raising=False)
    found = editors.find()
    if words is None:
        assert isinstance(found, str)
        assert "VISUAL" in found
    else:
        assert isinstance(found, Editor)
        assert list(found.command) == [word.format(tmp_path) for word in words]
        assert dict(found.settings) == ({"FOO": "1", "BAR": ""} if value.startswith("FOO=") else {})


@pytest.mark.parametrize(("there", "found"), [(["vi"], None), (["vi", "nano"], "nano"), (["micro", "nano"], "nano")])
def test_where_none_is_set_one_that_can_be_left_is_taken_and_never_vi(
    there: list[str], found: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in there:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    editor = editors.find()
    assert isinstance(editor, str) if found is None else isinstance(editor, Editor) and editor.name == found


def test_how_to_come_back_is_said_before_it_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nano = tmp_path / "nano"
    nano.write_text("#!/bin/sh\nexit 1\n")
    nano.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(nano))
    said: list[str] = []
    edit("before", desk(said))
    assert "Ctrl-X" in said[0]


@pytest.mark.parametrize(
    ("named", "command"),
    [
        (r"C:\Tools\vi.exe", [r"C:\Tools\vi.exe"]),
        (r'"C:\Program Files\edit.exe" -wait', [r"C:\Program Files\edit.exe", "-wait"]),
    ],
)
def test_the_editor_on_windows(named: str, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("shutil.which", lambda name: name if name in (r"C:\Tools\vi.exe", command[0]) else None)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    found = editors.find()
    assert isinstance(found, Editor)
    assert list(found.command) == command


def test_an_old_way_of_windows_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in script(tmp_path, r"""printf 'caf\351 \226\r\n' > "$1" """).items():
        monkeypatch.setenv(name, value)
    assert edit("before", desk([])).text == "café –"
    assert AT_ONCE < 2
