"""Whatever goes wrong is one sentence with an exit code; the traceback is kept only where it is asked for."""

import errno
import json
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from breach_wizard import cli
from breach_wizard.cli import checks, face, sources
from breach_wizard.drafts import Store
from breach_wizard.errors import ExportError, InputError
from breach_wizard.prompts import Text
from breach_wizard.terminal.rich import RichPrompter
from tests.kit.commands import GOLDEN, Command
from tests.kit.faces import opening
from tests.kit.scripted import Scripted
from tests.kit.stories import STORIES

SECRET = "Unpublished figure 4711"


def too_deep(_: object) -> int:
    return too_deep(_)


def raising(error: BaseException) -> Callable[[object], int]:
    def command(_: object) -> int:
        raise error

    return command


FAULTS: dict[str, Callable[[object], int]] = {
    "a key": raising(KeyError(SECRET)),
    "depth": too_deep,
    "memory": raising(MemoryError()),
    "letters": raising(UnicodeEncodeError("latin-1", SECRET, 0, 1, "ordinal not in range")),
    "the system": raising(OSError(errno.EIO, "Input/output error", SECRET)),
    "a pipe that is no output": raising(BrokenPipeError(errno.EPIPE, "Broken pipe")),
    "an assertion": raising(AssertionError(SECRET)),
    "no Exception": raising(GeneratorExit()),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BREACH_WIZARD_DEBUG", "")
    return tmp_path / "home"


def put(monkeypatch: pytest.MonkeyPatch, command: Callable[[object], int]) -> None:
    monkeypatch.setattr(checks, "run", command)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_sentence(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(monkeypatch, FAULTS[name])
    assert cli.run(["check", "a.md"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "--debug" in err
    assert "Traceback" not in err
    assert SECRET not in err
    assert not home.exists()


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("arguments", [["--debug", "check", "a.md"], ["check", "a.md", "--debug"], None])
def test_the_traceback_is_kept_where_it_is_asked_for(
    name: str,
    arguments: list[str] | None,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(monkeypatch, FAULTS[name])
    if arguments is None:
        monkeypatch.setenv("BREACH_WIZARD_DEBUG", "1")
    assert cli.run(arguments or ["check", "a.md"]) == 3
    err = capsys.readouterr().err
    [path] = (home / "faults").iterdir()
    assert str(path) in err
    assert "may hold words" in err
    assert "Traceback" not in err
    assert "Traceback" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_traceback_that_can_not_be_kept_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("a file where a folder is needed")
    put(monkeypatch, FAULTS["a key"])
    assert cli.run(["check", "a.md", "--debug"]) == 3
    err = capsys.readouterr().err
    assert "could not be kept" in err
    assert err.count("\n") == 1


def test_a_document_that_does_not_hold_the_report_has_its_traceback_too(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(monkeypatch, raising(ExportError("The page lacks the title.")))
    assert cli.run(["check", "a.md", "--debug"]) == 3
    assert "The page lacks the title." in capsys.readouterr().err
    assert len(list((home / "faults").iterdir())) == 1


@pytest.mark.parametrize("command", [*cli.COMMANDS])
def test_every_command_that_is_not_there_any_more_is_told_of(
    command: str | None, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(cli.COMMANDS, command)
    more = {"check": ["x"], "register": ["list"]}
    assert cli.run([command, *more.get(command, [])] if command else []) == 3
    assert "KeyError" in capsys.readouterr().err


def test_a_library_that_is_missing_is_told_of(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(cli.COMMANDS, "check", ("breach_wizard.cli.nowhere", "run"))
    assert cli.run(["check", "x"]) == 3
    assert "ModuleNotFoundError" in capsys.readouterr().err


class Falling(Scripted):
    """Falls at the second text that is asked for."""

    texts = 0

    def text(self, ask: Text) -> str:
        self.texts += 1
        if self.texts > 1:
            raise ZeroDivisionError(SECRET)
        return super().text(ask)


def test_a_fault_amid_the_interview_keeps_the_draft_and_names_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(face, "opened", opening(lambda: Falling(STORIES["early"][0])))
    assert cli.run(["new", "--debug"]) == 3
    err = capsys.readouterr().err
    assert "breach-wizard resume 1" in err
    assert "Everything is saved" in err
    assert SECRET not in err
    assert "Traceback" not in err
    [path] = (home / "faults").iterdir()
    assert str(path) in err
    assert len(Store(home / "drafts").drafts()) == 1


def test_a_fault_at_a_key_leaves_the_question(capsys: pytest.CaptureFixture[str]) -> None:
    def check(_: str) -> str | None:
        raise ZeroDivisionError

    with create_pipe_input() as source:
        source.send_text("x\r")
        with pytest.raises(ZeroDivisionError):
            RichPrompter(output=DummyOutput(), source=source).text(Text(id="a", question="A?", label="A", check=check))
    assert "Traceback" not in "".join(capsys.readouterr())


def test_a_file_that_breaks_the_program_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_bytes(GOLDEN.read_bytes())
    real = sources.read

    def read(name: str) -> object:
        if name.endswith("b.md"):
            raise ZeroDivisionError(SECRET)
        return real(name)

    monkeypatch.setattr(sources, "read", read)
    assert cli.run(["check", str(folder)]) == 3
    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if "ZeroDivisionError" in line and "[unreadable]" in line]
    assert [name in out for name in ("a.md", "b.md", "c.md")] == [True] * 3
    assert "Traceback" not in out + err
    assert SECRET not in out + err
    assert cli.run(["check", "--json", "--debug", str(folder)]) == 3
    found = json.loads(capsys.readouterr().out)
    [path] = (home / "faults").iterdir()
    assert [str(path) in str(one["findings"]) for one in found] == [False, True, False]


@pytest.mark.parametrize("impact", ['""', '" "', '"\u00a0"', '"""\n\n"""'])
def test_an_impact_that_is_not_written_yet_is_missing(command: Command, tmp_path: Path, impact: str) -> None:
    (tmp_path / "a.toml").write_text(f'breach_type = "late-publication"\nimpact = {impact}\n')
    done = command("check", "a.toml")
    assert done.returncode == 1
    assert b"[missing]" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("arrays.toml", b'breach_type = "x"\na = ' + b"[" * 3000 + b"]" * 3000),
        ("tables.toml", b'breach_type = "x"\na = ' + b"{a=" * 3000 + b"1" + b"}" * 3000),
        ("number.toml", b"impact = " + b"1" * 5000),
        ("deep.json", b"{" + b'"a":{' * 100_000 + b"}" * 100_001),
        ("number.json", b'{"impact": ' + b"1" * 5000 + b"}"),
    ],
)
def test_what_is_too_deep_or_too_long_is_told_of_as_the_file_s_fault(
    command: Command, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    for done in (command("check", name), command("new", "--no-input", "--answers", name)):
        assert done.returncode == 1
        assert re.search(rb"too deeply|thousands of digits", done.stdout + done.stderr)
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_a_name_that_is_not_utf_8_is_shown(command: Command, tmp_path: Path, json_too: tuple[str, ...]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    odd = os.fsdecode(b"b\xff.md")
    for name in ("a.md", odd, "c.md"):
        (folder / name).write_bytes(GOLDEN.read_bytes())
    no_report = os.fsdecode(b"d\xff.txt")
    (folder / no_report).write_text("no report")
    for encoding in ("utf-8:strict", "latin-1", "ascii"):
        done = command("check", "reports", *json_too, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "1"})
        assert done.returncode == 0
        assert b"U+DCFF" in done.stderr
        if json_too:
            names = [one["file"] for one in json.loads(done.stdout)]
            assert names == ["reports/a.md", f"reports/{odd}", "reports/c.md", f"reports/{no_report}"]
        else:
            assert b"U+DCFF" in done.stdout
            assert b"c.md" in done.stdout


LONG = {
    "300 letters": "x" * 300,
    "5,000 letters": "x" * 5000,
    "5,000 digits": "1" * 5000,
    "no UTF-8": os.fsdecode(b"\xff"),
    "nobody's home": "~nobodyofthisname/a.md",
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("resume",),
        ("resume", "--plain"),
        ("export", "--to", "markdown"),
        ("export", "r.md", "--type"),
        ("export", "r.md", "--template"),
        ("new", "--no-input", "--answers"),
        ("drafts", "delete"),
        ("guidance",),
        ("messages",),
        ("profile",),
    ],
)
def test_an_argument_that_names_nothing_is_refused_in_a_sentence(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.md").write_bytes(GOLDEN.read_bytes())
    assert cli.run([*arguments, LONG[name]]) in (1, 2)
    said = "".join(capsys.readouterr())
    assert said
    assert "our fault" not in said


@pytest.mark.parametrize("name", ["300 letters", "5,000 letters", "nobody's home"])
def test_an_output_that_can_not_be_is_refused_in_a_sentence(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "r.md").write_bytes(GOLDEN.read_bytes())
    done = command("export", "r.md", "--to", "markdown", "-o", LONG[name])
    assert done.returncode == 1
    assert b"could not be written" in done.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_can_not_be_looked_through_is_told_of(command: Command, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "r.md").write_bytes(GOLDEN.read_bytes())
    done = command("check", "shut", "r.md")
    assert done.returncode == 1
    assert done.stdout.count(b"[unreadable]") == 1
    assert b"r.md" in done.stdout


DEEP = 1200


def test_folders_deeper_than_python_calls_are_looked_through(command: Command, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r.md").write_bytes(GOLDEN.read_bytes())
    before = Path.cwd()
    os.chdir(tmp_path / "reports")
    try:
        for _ in range(DEEP):
            Path("d").mkdir()
            os.chdir("d")
        done = command("check", "reports")
        for _ in range(DEEP):
            os.chdir("..")
            Path("d").rmdir()  # too deep for those who tidy up
    finally:
        os.chdir(before)
    assert done.returncode == 0
    assert b"r.md" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--to", "x"], "markdown, word"),
        (["check"], "FILE"),
        (["chekc"], "check"),
        (["check", "a", "--zz"], "--zz"),
        (["export", "-o"], "-o"),
        (["check", "a", "--debug=1"], "--debug"),
        (["export", "--fo"], "--force"),
    ],
)
def test_options_that_are_not_known_are_told_of_in_our_words(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    err = capsys.readouterr().err
    assert said in err
    for theirs in ("error:", "invalid", "argument", "expected", "unrecognized"):
        assert theirs not in err


def test_an_input_error_is_no_fault_of_ours(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(monkeypatch, raising(InputError("Write a date.")))
    assert cli.run(["check", "a.md", "--debug"]) == 1
    assert capsys.readouterr().err == "Write a date.\n"
    assert not home.exists()
