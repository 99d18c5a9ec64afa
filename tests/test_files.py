"""Writing a file: whole or not at all, for its owner only, and a sentence when it can't be."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import staging
from breach_wizard.errors import StorageError
from breach_wizard.files import is_there, named, write_privately, write_together
from breach_wizard.prompts import Stopped

ROOT = Path(__file__).parents[1]


def refusing(number: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


SYSTEMS = ["all there", "no unnamed files", "no names for unnamed files", "no links", "no links at all"]


@pytest.fixture(params=SYSTEMS)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the file system, or the platform, has."""
    if request.param in ("no unnamed files", "no links"):
        monkeypatch.delattr(os, "O_TMPFILE")
    if request.param == "no names for unnamed files":
        monkeypatch.setattr(staging, "_link", refusing(errno.ENOENT))
    if request.param == "no links":
        monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    if request.param == "no links at all":
        monkeypatch.delattr(os, "O_TMPFILE")
        monkeypatch.delattr(os, "link")
    return str(request.param)


def test_the_file_is_private(tmp_path: Path) -> None:
    write_privately(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    write_privately(tmp_path / "a", b"y")
    assert (tmp_path / "a").read_bytes() == b"y"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    write_privately(tmp_path / "a", b"x", overwrite=False)
    with pytest.raises(StorageError, match="there already"):
        write_privately(tmp_path / "a", b"y", overwrite=False)
    assert (tmp_path / "a").read_bytes() == b"x"


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    write_privately(tmp_path / "a", b"old")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if name == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError, match="disk is full"):
        write_privately(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_places_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "no" / "a", tmp_path, tmp_path / "file" / "a", tmp_path / ("n" * 300)):
        with pytest.raises(StorageError, match=r"\. |: "):
            write_privately(path, b"x")


@pytest.mark.usefixtures("system")
def test_a_file_is_written_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_privately(path, b"x" * 100_000, overwrite=False)
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(StorageError, match="there already"):
        write_privately(path, b"y", overwrite=False)
    assert path.read_bytes() == b"x" * 100_000
    write_privately(path, b"z")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"z", 0o600)
    assert names(tmp_path) == ["a"]


@pytest.mark.usefixtures("system")
def test_what_somebody_else_makes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    staged = staging.Staged(path, b"ours")
    path.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        staged.place(overwrite=False)
    staged.drop()
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a"]


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("stopped", [OSError(errno.EIO, "Input/output error"), Stopped(130)])
def test_all_of_them_or_none_without_any_room_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: BaseException
) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(b"old " + name.encode())
        (tmp_path / name).chmod(0o640)
    replace = Path.replace

    def fails_at_the_last(self: Path, target: Path) -> Path:
        if target.name == "c":
            monkeypatch.setattr(Path, "replace", replace)
            monkeypatch.setattr(os, "fsync", refusing(errno.ENOSPC))
            monkeypatch.setattr("tempfile.mkstemp", refusing(errno.ENOSPC))
            monkeypatch.setattr(staging, "_write", refusing(errno.ENOSPC))
            raise stopped
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_the_last)
    with pytest.raises((StorageError, Stopped)):
        write_together({tmp_path / name: b"new" for name in ("a", "new", "b", "c", "d")})
    assert names(tmp_path) == ["a", "b", "c"]
    for name in "abc":
        assert (tmp_path / name).read_bytes() == b"old " + name.encode()
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("links_fail_too", [False, True])
def test_what_was_there_is_put_back_where_no_file_can_be_renamed_any_more_or_is_named(
    links_fail_too: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    replace = Path.replace
    done: list[Path] = []

    def fails_from_the_second(self: Path, target: Path) -> Path:
        if done:
            raise OSError(errno.EIO, "Input/output error")
        done.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_from_the_second)
    if links_fail_too:
        monkeypatch.setattr(Path, "hardlink_to", refusing(errno.EIO))
    with pytest.raises(StorageError) as told:
        write_together({tmp_path / name: b"new" for name in "ab"})
    kept = [one for one in tmp_path.iterdir() if one.name not in "ab"]
    assert [str(one) in str(told.value) for one in kept] == [True] * links_fail_too
    assert [one.read_bytes() for one in kept or [tmp_path / "a"]] == [b"old"]
    assert (tmp_path / "b").read_bytes() == b"old"


@pytest.mark.usefixtures("system")
def test_a_copy_that_has_no_room_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    monkeypatch.setattr("breach_wizard.files.keep_aside", refusing(errno.ENOSPC))
    with pytest.raises(StorageError, match="disk is full"):
        write_together({tmp_path / name: b"new" for name in "ab"})
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"old", b"old"]
    assert names(tmp_path) == ["a", "b"]


KILLED = """
import os, signal, sys
from pathlib import Path
from breach_wizard import files, staging
def kill(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
{change}
files.write_together({{Path(name): b"new" for name in sys.argv[1:]}})
"""
MOMENTS = {
    "writing": "os.fsync = kill",
    "naming": "staging._link = kill",
    "renaming": "Path.replace = kill",
    "keeping the old one": "files.keep_aside = kill",
    "settling": "files.settle = kill",
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("old", [(), ("a",), ("a", "b")])
def test_killed_at_any_moment_each_file_is_old_or_new(tmp_path: Path, moment: str, old: tuple[str, ...]) -> None:
    for name in old:
        (tmp_path / name).write_bytes(b"old")
    code = KILLED.format(change=MOMENTS[moment])
    subprocess.run([sys.executable, "-c", code, "a", "b"], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=False)
    for name in "ab":
        held = (tmp_path / name).read_bytes() if (tmp_path / name).exists() else b""
        assert held == b"new" or held == (b"old" if name in old else b"")
    stray = [one for one in names(tmp_path) if one not in ("a", "b")]
    assert all(one.startswith(".breach-wizard-unfinished-") for one in stray)
    if moment == "writing" or not old:
        assert stray == []
    staging.sweep(tmp_path, time.time() + 120)
    assert set(names(tmp_path)) <= {"a", "b"}


def test_what_a_killed_run_left_is_swept_when_that_folder_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, fresh = (
        [".breach-wizard-abcd_123.tmp", ".breach-wizard-unfinished-abcd.tmp"],
        ".breach-wizard-unfinished-b.tmp",
    )
    others = ["breach-wizard-a.tmp", ".breach-wizard-a.md", ".other-a.tmp"]
    now = int(time.time())
    for name in (*old, fresh, *others, f".breach-wizard-unfinished-before-{now}-ab.tmp"):
        (tmp_path / name).write_bytes(b"")
        if name != fresh:
            os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".breach-wizard-unfinished-before-1000-ab.tmp").write_bytes(b"")
    (tmp_path / ".breach-wizard-folder.tmp").mkdir()
    os.utime(tmp_path / ".breach-wizard-folder.tmp", (0, 0))
    left = sorted([fresh, *others, f".breach-wizard-unfinished-before-{now}-ab.tmp", ".breach-wizard-folder.tmp", "a"])
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: os.stat(tmp_path).st_uid + 1)  # noqa: PTH116
        before = names(tmp_path)
        write_privately(tmp_path / "a", b"x")
        assert names(tmp_path) == sorted([*before, "a"])
    write_privately(tmp_path / "a", b"x")
    assert names(tmp_path) == left


def test_a_link_stays_and_leads_to_the_new_content(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real", tmp_path / "link"
    link.symlink_to(real)
    assert not is_there(link)
    write_privately(link, b"made", overwrite=False)
    assert (link.is_symlink(), real.read_bytes()) == (True, b"made")
    assert is_there(link)
    with pytest.raises(StorageError, match="there already"):
        write_privately(link, b"no", overwrite=False)
    write_together({link: b"new", tmp_path / "b": b"b"})
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")
    assert (names(tmp_path), names(tmp_path / "there")) == (["b", "link", "there"], ["real"])


def test_a_link_that_leads_nowhere_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "away").symlink_to(tmp_path / "no" / "file")
    for name, said in (("circle", "back to itself"), ("away", "no such folder")):
        for overwrite in (True, False):
            with pytest.raises(StorageError, match=said):
                write_privately(tmp_path / name, b"x", overwrite=overwrite)
        assert (tmp_path / name).is_symlink()


@pytest.mark.parametrize(
    ("mode", "is_said"), [(0o600, False), (0o400, False), (0o644, True), (0o660, True), (0o602, True)]
)
def test_access_that_is_taken_from_others_is_said(tmp_path: Path, mode: int, is_said: bool) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    notes = write_privately(path, b"new")
    assert [str(path) in one for one in notes] == [True] * is_said
    assert path.stat().st_mode & 0o777 == 0o600
    assert write_privately(path, b"newer") == ()


def test_a_name_that_no_file_can_have_is_not_there(tmp_path: Path) -> None:
    for name in ("n" * 5000, "a\0b"):
        assert not is_there(tmp_path / name)


def test_the_home_of_nobody_is_a_name_like_another() -> None:
    assert named("~/a") == Path.home() / "a"
    assert named("~nobody-of-that-name/a") == Path("~nobody-of-that-name/a")
