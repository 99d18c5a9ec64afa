"""Locks: only what is held is held; where there are none, the drafts are kept all the same, and numbers are safe."""

import errno
import fcntl
import os
from pathlib import Path
from typing import Any

import pytest

from breach_wizard import files
from breach_wizard.drafts import Store, lock
from breach_wizard.errors import StorageError
from tests.drafts.test_store import begun

NO_LOCKS = [errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EIO]


def failing(number: int) -> Any:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def no_locks(monkeypatch: pytest.MonkeyPatch, how: int | str) -> None:
    if isinstance(how, int):
        monkeypatch.setattr(fcntl, "flock", failing(how))
    else:
        monkeypatch.setattr(lock, "fcntl", None)
        monkeypatch.setattr(lock, "msvcrt", None)


@pytest.mark.parametrize("how", [*NO_LOCKS, "neither module"])
def test_without_locks_a_draft_is_kept_and_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: int | str
) -> None:
    no_locks(monkeypatch, how)
    assert begun(tmp_path, producer="kept") == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["1.json", "1.lock"]
    with Store(tmp_path).open(1) as kept:
        assert kept.draft.answers == {"producer": "kept"}
        assert not kept.is_kept_apart
    Store(tmp_path).delete(1)
    assert begun(tmp_path) == 2


@pytest.mark.parametrize("how", [*NO_LOCKS, "neither module"])
def test_without_locks_two_windows_get_two_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: int | str
) -> None:
    no_locks(monkeypatch, how)
    with Store(tmp_path).create() as one, Store(tmp_path).create() as other:
        one.save()
        other.save()
        assert (one.draft.number, other.draft.number) == (1, 2)


@pytest.mark.parametrize("number", [errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES])
def test_held_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    begun(tmp_path)
    monkeypatch.setattr(fcntl, "flock", failing(number))
    with pytest.raises(StorageError, match="open in another window"):
        Store(tmp_path).open(1)


def test_where_there_are_locks_windows_are_kept_apart(tmp_path: Path) -> None:
    with Store(tmp_path).create() as kept:
        kept.save()
        assert kept.is_kept_apart


@pytest.mark.parametrize("name", ["ftruncate", "write"])
def test_a_lock_that_can_not_be_written_in_is_a_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(os, name, failing(errno.ENOSPC))
    with Store(tmp_path).create() as kept:
        for _ in range(3):
            kept.save()
        assert kept.draft.number == 1
        assert kept.is_kept_apart
        with pytest.raises(StorageError, match="another window"):
            Store(tmp_path).open(1)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["1.json", "1.lock"]


def test_a_draft_that_can_not_be_written_takes_up_one_number_and_one_handle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, Store(tmp_path).create() as kept:
        patch.setattr(os, "fsync", failing(errno.ENOSPC))
        before = handles()
        for _ in range(5):
            with pytest.raises(StorageError, match="disk is full"):
                kept.save()
        assert handles() == before + 1
        assert [one.name for one in tmp_path.iterdir()] == ["1.lock"]


def test_a_stop_amid_the_locking_leaves_no_handle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fcntl, "flock", stop)
    before = handles()
    with pytest.raises(KeyboardInterrupt):
        lock.Lock(tmp_path / "1.lock")
    assert handles() == before


def test_odd_names_do_not_break_the_numbers(tmp_path: Path) -> None:
    for name in [
        "٣.lock",
        "².lock",
        "9" * 240 + ".lock",
        "-1.lock",
        "007.lock",
        "0.lock",
        "x.lock",
        "1 (copy).lock",
        ".lock",
    ]:
        (tmp_path / name).write_text("")
    (tmp_path / "4.lock").mkdir()
    (tmp_path / "6.json").write_text("a draft that came without its lock")
    assert [begun(tmp_path), begun(tmp_path)] == [7, 8]


def test_the_largest_number_is_not_the_end(tmp_path: Path) -> None:
    (tmp_path / "999999999.lock").write_text("")
    (tmp_path / "1.lock").write_text("")
    assert [begun(tmp_path), begun(tmp_path)] == [2, 3]


@pytest.mark.parametrize("error", [FileExistsError(errno.EEXIST, "exists"), lock.Held("")])
def test_the_search_for_a_number_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    tried: list[Path] = []

    def taken(path: Path, **_: Any) -> lock.Lock:
        tried.append(path)
        raise error

    monkeypatch.setattr("breach_wizard.drafts.Lock", taken)
    with Store(tmp_path).create() as kept, pytest.raises(StorageError, match="no number free"):
        kept.save()
    assert len(set(tried)) == len(tried) == 1000


def test_what_keeps_a_number_from_being_taken_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("breach_wizard.drafts.Lock", failing(errno.ENOSPC))
    with Store(tmp_path).create() as kept, pytest.raises(StorageError, match=files.ADVICE[errno.ENOSPC]):
        kept.save()
