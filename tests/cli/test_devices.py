"""``-o`` with what is no file: written to, never replaced; links, and what is said of access that others lose."""

import contextlib
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit import piped
from tests.kit.commands import GOLDEN, ROOT, Command
from tests.kit.pty import Terminal, wizard
from tests.kit.told import scripted

FORCE = pytest.mark.parametrize("force", [(), ("--force",)])
EXPORT = ("export", str(GOLDEN), "--to", "markdown", "-o")


def environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "BREACH_WIZARD_HOME": str(folder / "home")}


@contextlib.contextmanager
def pipe(path: Path) -> Iterator[int]:
    """Make a pipe, and yield a handle that reads from it; it holds 64 kB, and has a reader from the start."""
    os.mkfifo(path)
    handle = os.open(path, os.O_RDWR)
    try:
        yield handle
    finally:
        os.close(handle)


@FORCE
def test_a_pipe_is_written_to(command: Command, tmp_path: Path, force: tuple[str, ...]) -> None:
    with pipe(tmp_path / "pipe.md") as handle:
        done = command(*EXPORT, "pipe.md", *force)
        assert (done.returncode, done.stderr) == (0, b"")
        assert os.read(handle, 100_000) == GOLDEN.read_bytes()
    assert stat.S_ISFIFO((tmp_path / "pipe.md").stat().st_mode)


@FORCE
def test_a_pipe_that_nobody_reads_is_told_of_and_left(command: Command, tmp_path: Path, force: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    done = command(*EXPORT, "pipe.md", *force)
    assert done.returncode == 3
    assert b"nothing reads from it" in done.stderr
    assert os.listdir(tmp_path) == ["pipe.md"]  # noqa: PTH208


@FORCE
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_by_its_path(command: Command, name: str, force: tuple[str, ...]) -> None:
    done = command(*EXPORT, name, *force)
    assert (done.returncode, done.stdout, done.stderr) == (0, GOLDEN.read_bytes(), b"")


@FORCE
def test_a_file_that_is_standard_output_is_written_on(tmp_path: Path, force: tuple[str, ...]) -> None:
    shell = f"printf before; {sys.executable} -m breach_wizard {' '.join(EXPORT)} /dev/stdout {' '.join(force)}; printf after"
    with (tmp_path / "all").open("wb") as file:
        subprocess.run(["bash", "-c", shell], stdout=file, env=environment(tmp_path), check=True)
    assert (tmp_path / "all").read_bytes() == b"before" + GOLDEN.read_bytes() + b"after"


@FORCE
def test_what_a_shell_puts_for_a_command(tmp_path: Path, force: tuple[str, ...]) -> None:
    shell = f"{{ {sys.executable} -m breach_wizard {' '.join(EXPORT)} >(sed 's/^/> /') {' '.join(force)}; }} | cat"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, env=environment(tmp_path), check=True)
    assert done.stdout == b"".join(b"> " + line for line in GOLDEN.read_bytes().splitlines(keepends=True))
    assert done.stderr == b""


@FORCE
def test_what_goes_nowhere(command: Command, force: tuple[str, ...]) -> None:
    done = command(*EXPORT, "/dev/null", *force)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@FORCE
def test_a_device_that_is_full(command: Command, force: tuple[str, ...]) -> None:
    done = command(*EXPORT, "/dev/full", *force)
    assert done.returncode == 3
    assert b"/dev/full could not be written: the disk is full" in done.stderr
    assert b"Traceback" not in done.stderr
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_handle_that_is_not_open(command: Command) -> None:
    done = command(*EXPORT, "/dev/fd/77")
    assert done.returncode == 3
    assert b"/dev/fd/77 could not be written" in done.stderr


def test_a_link_is_followed(command: Command, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("real.md")
    assert command(*EXPORT, "link.md").returncode == 0
    assert (tmp_path / "real.md").read_bytes() == GOLDEN.read_bytes()
    (tmp_path / "real.md").write_bytes(b"old")
    refused = command(*EXPORT, "link.md")
    assert refused.returncode == 1
    assert b"--force" in refused.stderr
    assert command(*EXPORT, "link.md", "--force").returncode == 0
    assert (tmp_path / "real.md").read_bytes() == GOLDEN.read_bytes()
    assert (tmp_path / "link.md").is_symlink()
    (tmp_path / "pipe.md").symlink_to("/dev/stdout")
    assert command(*EXPORT, "pipe.md").stdout == GOLDEN.read_bytes()


def test_access_that_others_lose_is_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "shared.md").write_bytes(b"old")
    (tmp_path / "shared.md").chmod(0o664)
    done = command(*EXPORT, "shared.md", "--force")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"shared.md could be opened by others before" in done.stderr
    assert (tmp_path / "shared.md").stat().st_mode & 0o777 == 0o600
    assert command(*EXPORT, "shared.md", "--force").stderr == b""


def test_a_name_that_no_file_can_have(command: Command) -> None:
    done = command(*EXPORT, "n" * 5000)
    assert done.returncode == 1
    assert b"the name is too long" in done.stderr


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/tty"])
def test_word_is_not_written_to_a_terminal_by_another_name(tmp_path: Path, name: str) -> None:
    argv = wizard("export", str(GOLDEN), "--to", "word", "-o", name)
    with Terminal(argv, env={"BREACH_WIZARD_HOME": str(tmp_path)}, cwd=ROOT) as terminal:
        terminal.wait_for("-o report.docx")
        assert terminal.wait() == 2


def test_the_wizard_writes_to_a_pipe_and_does_not_come_back_to_it(tmp_path: Path) -> None:
    expected, (given,) = scripted("other", tmp_path / "told")
    home = tmp_path / "here"
    home.mkdir()
    with pipe(home / "pipe.md") as handle:
        ended = piped.talk(["new", "--plain", "-o", "pipe.md"], home, piped.lines(given))
        assert ended.code == 0, ended.talk.decode()
        assert os.read(handle, 100_000) == expected
    assert stat.S_ISFIFO((home / "pipe.md").stat().st_mode)
    assert b'"output": ""' in (home / "drafts" / "1.json").read_bytes()


def test_the_wizard_says_which_access_others_lost(tmp_path: Path) -> None:
    expected, (given,) = scripted("other", tmp_path / "told")
    home = tmp_path / "here"
    home.mkdir()
    (home / "shared.md").write_bytes(b"old")
    (home / "shared.md").chmod(0o644)
    ended = piped.talk(
        ["new", "--plain", "-o", "shared.md"], home, [*piped.lines(given[:-1]), "2", *piped.lines(given[-1:])]
    )
    assert ended.code == 0, ended.talk.decode()
    assert (home / "shared.md").read_bytes() == expected
    assert b"could be opened by others before" in b" ".join(ended.talk.split())
