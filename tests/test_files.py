"""Writing a file: whole or not at all, for its owner only, and a sentence when it can't be."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.errors import StorageError
from breach_wizard.files import write_privately


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
