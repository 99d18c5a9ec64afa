"""The guidance as modules, which a wheel brings: it is what the files hold, and nothing of them is read beside it."""

import tomllib
from functools import cached_property
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.guidance import Guidance, making, ready

READ = Guidance((guidance.built_in(),))
PARTS = [name for name, kind in vars(Guidance).items() if isinstance(kind, cached_property)]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules, where they are looked for."""
    package = tmp_path / f"made_for_{tmp_path.name}"
    package.mkdir()
    for name, text in making.modules(READ):
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(ready, "PACKAGE", package.name)


def refused(text: str) -> None:
    raise AssertionError(text)


@pytest.mark.usefixtures("made")
def test_every_part_is_what_the_files_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tomllib, "loads", refused)
    found = Guidance((Path("no such folder"),), is_ready=True)
    for name in PARTS:
        wanted = getattr(READ, name)
        assert getattr(found, name) == wanted, name
        if isinstance(wanted, dict):
            assert [*getattr(found, name)] == [*wanted], name


def test_with_a_folder_of_ones_own_the_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "is_there", lambda: True)
    assert guidance.load().is_ready
    assert not guidance.load(tmp_path).is_ready
