"""Streams that are full, closed or gone: one sentence where there is anywhere to say it, and exit code 3."""

import contextlib
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit import nursery
from tests.kit.commands import CASE, GOLDEN, ROOT
from tests.kit.depth import FULL

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the shell closes the streams")

RESULTS = {
    "check": "check r.md odd.md",
    "check --json": "check --json odd.md",
    "guidance": "guidance",
    "guidance check": "guidance check",
    "messages": "messages",
    "export": "export r.md --to markdown",
    "export word": "export r.md --to word",
    "export --schema": "export --schema",
    "new": f"new --no-input --answers {CASE}",
    "drafts": "drafts",
    "drafts --json": "drafts --json",
    "profile": "profile",
    "--help": "--help",
    "check --help": "check --help",
    "--version": "--version",
}
"""Commands that print a result."""

if not FULL:  # each is a process or several
    RESULTS = {name: RESULTS[name] for name in ("check", "guidance", "export word", "new", "drafts --json", "--help")}

INTO_A_FILE = f"new --no-input --answers {CASE} -o out.md"
STARTED = {RESULTS["check"], "--plain", "new --plain", "check -", "export r.md --to json -o /dev/stdout", INTO_A_FILE}
"""Commands for which Python is started with such streams; one at least for each test."""

ASKING = {
    "bare": "",
    "bare, plain": "--plain",
    "new": "new",
    "new, plain": "new --plain",
    "resume": "resume 1",
    "resume, plain": "resume 1 --plain",
    "update": "resume r.md --plain",
}
"""Commands that ask."""

TO_ASCII = [name for name in RESULTS if name != "new" and "export" not in name]
ENCODINGS = ("latin-1", "cp1252")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.md").write_bytes(GOLDEN.read_bytes())
    (tmp_path / "odd.md").write_bytes(GOLDEN.read_bytes() + "\nstray ☃ ’ line\n".encode())
    (tmp_path / "home" / "drafts").mkdir(parents=True)
    return tmp_path


def shell(
    folder: Path, words: str, streams: str, out: int | None = None, **settings: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command with its streams as the shell redirects them, standard input empty, each output else caught.

    ``out`` takes the place of standard output. At full depth each command is a Python that starts with such streams;
    otherwise those in ``STARTED`` are, and the others get them when they run.
    """
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "BREACH_WIZARD_HOME": str(folder / "home")}
    environment |= settings
    if not (FULL or words in STARTED):
        with contextlib.ExitStack() as opened:
            redirected: dict[int, int | None] = {} if out is None else {1: out}
            redirected |= {number: _stream(one, opened) for number, one in map(_redirection, streams.split())}
            return nursery.run(shlex.split(words), b"", environment, folder, redirected)
    line = f'"{sys.executable}" -m breach_wizard {words} {streams}'
    return subprocess.run(
        ["sh", "-c", line],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if out is None else out,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
        check=False,
    )


def _redirection(words: str) -> tuple[int, str]:
    """The number of the stream, and where it goes, of what the shell reads as ``2>&-`` or ``>/dev/full``."""
    number, sign, target = re.split("([<>])", words)
    return int(number or "<>".index(sign)), target


def _stream(target: str, opened: contextlib.ExitStack) -> int | None:
    return None if target == "&-" else opened.enter_context(Path(target).open("wb", buffering=0)).fileno()


def one_sentence(said: bytes) -> bool:
    return said.count(b"\n") == 1 and b"tandard" in said and b"Traceback" not in said


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A draft with one answer, made once."""
    folder = tmp_path_factory.mktemp("draft")
    (folder / "lines").write_text("1\n/quit\n")
    done = shell(folder, "new --plain", "<lines")
    assert done.returncode == 130
    return (folder / "home" / "drafts" / "1.json").read_bytes()


@pytest.fixture
def with_draft(folder: Path, draft: bytes) -> Path:
    (folder / "home" / "drafts" / "1.json").write_bytes(draft)
    return folder


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
@pytest.mark.parametrize("name", RESULTS)
def test_a_full_output_is_told_of(with_draft: Path, name: str) -> None:
    done = shell(with_draft, RESULTS[name], ">/dev/full")
    assert done.returncode == 3
    assert one_sentence(done.stderr), done.stderr


@pytest.mark.parametrize("name", RESULTS)
def test_a_closed_output_is_told_of(with_draft: Path, name: str) -> None:
    done = shell(with_draft, RESULTS[name], ">&-")
    assert done.returncode == 3
    assert one_sentence(done.stderr), done.stderr


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="only some systems call handles so")
@pytest.mark.parametrize(
    ("words", "streams"),
    [
        ("export r.md --to json -o /dev/stdout", ">&-"),
        ("export r.md --to json -o /dev/fd/1", ">&-"),
        ("export r.md --to json -o /dev/stderr", "2>&-"),
        (f"new --answers {CASE} --no-input -o /dev/stdout", ">&-"),
        ("export --starter-template -o /dev/stdout", ">&-"),
        ("check /dev/stdin", "<&-"),
        ("new --answers /dev/stdin --no-input", "<&-"),
    ],
)
def test_a_closed_stream_is_told_of_by_its_path(folder: Path, words: str, streams: str) -> None:
    done = shell(folder, words, streams)
    assert done.returncode == 3
    assert streams == "2>&-" or (done.stderr.count(b"\n") == 1 and b"is closed" in done.stderr)


@pytest.mark.parametrize("name", RESULTS)
def test_who_reads_no_further_is_no_fault(with_draft: Path, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = shell(with_draft, RESULTS[name], "", writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", RESULTS)
def test_an_input_that_is_not_needed_may_be_closed(with_draft: Path, name: str) -> None:
    done = shell(with_draft, RESULTS[name], "<&-")
    assert done.returncode == 0
    assert done.stdout


@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full"])
def test_nowhere_to_say_anything_leaves_the_result_as_it_is(with_draft: Path, name: str, streams: str) -> None:
    if "full" in streams and not Path("/dev/full").exists():
        pytest.skip("only some systems have a device that is always full")
    done = shell(with_draft, RESULTS[name], streams)
    assert done.returncode == 0
    assert done.stdout


@pytest.mark.parametrize("streams", ["2>&-", "2>&- >&-"])
def test_the_exit_code_tells_where_nothing_else_can(folder: Path, streams: str) -> None:
    assert shell(folder, "export nothing-of-this-name.md --to word", streams).returncode == 1


@pytest.mark.parametrize("words", ["check -", "export - --to markdown", "new --no-input --answers -"])
def test_a_closed_input_that_is_needed_is_told_of(folder: Path, words: str) -> None:
    done = shell(folder, words, "<&-")
    assert done.returncode == 3
    assert done.stdout == b""
    assert one_sentence(done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
@pytest.mark.parametrize("name", [name for name in ASKING if "plain" in name or name == "update"])
def test_a_full_standard_error_ends_the_questions(with_draft: Path, name: str) -> None:
    done = shell(with_draft, ASKING[name], "2>/dev/full")
    assert (done.returncode, done.stdout) == (3, b"")


@pytest.mark.parametrize("name", ASKING)
def test_nothing_can_be_asked_without_an_input(with_draft: Path, name: str) -> None:
    done = shell(with_draft, ASKING[name], "<&-")
    assert done.returncode == 3
    assert done.stdout == b""
    assert one_sentence(done.stderr)
    assert [path.name for path in (with_draft / "home" / "drafts").glob("*.json")] == ["1.json"]


@pytest.mark.parametrize("name", ASKING)
def test_nothing_can_be_asked_without_anywhere_to_ask(with_draft: Path, name: str) -> None:
    done = shell(with_draft, ASKING[name], "2>&-")
    assert (done.returncode, done.stdout) == (3, b"")


@pytest.mark.parametrize("name", ["bare, plain", "resume", "resume, plain"])
@pytest.mark.parametrize("streams", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_whatever_is_closed_leaves_the_draft(with_draft: Path, name: str, streams: str) -> None:
    before = (with_draft / "home" / "drafts" / "1.json").read_bytes()
    done = shell(with_draft, ASKING[name], streams)
    assert done.returncode in (2, 3, 130)
    assert b"Traceback" not in done.stderr
    assert (
        json.loads((with_draft / "home" / "drafts" / "1.json").read_bytes())["answers"] == json.loads(before)["answers"]
    )


@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_file_is_written_whole_whatever_is_closed(folder: Path, streams: str) -> None:
    done = shell(folder, INTO_A_FILE, streams)
    assert done.returncode == 0
    assert (folder / "out.md").read_bytes() == GOLDEN.read_bytes()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", TO_ASCII)
def test_an_output_that_is_not_utf_8_gets_ascii(with_draft: Path, name: str, encoding: str) -> None:
    done = shell(with_draft, RESULTS[name], "", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert done.stderr.isascii()
    if "--json" in name:
        found = json.loads(done.stdout)
        assert found == json.loads(shell(with_draft, RESULTS[name], "").stdout)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_document_is_written_as_it_is(folder: Path, encoding: str) -> None:
    done = shell(folder, f"new --no-input --answers {CASE}", "", PYTHONIOENCODING=encoding)
    assert done.stdout == GOLDEN.read_bytes()
