"""The guidance as modules, which a wheel brings: it is what the files hold, and nothing of them is read beside it."""

import tomllib
from functools import cached_property
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.guidance import Guidance, ready
from tests.kit.made import put_modules

READ = Guidance((guidance.built_in(),))
PARTS = [name for name, kind in vars(Guidance).items() if isinstance(kind, cached_property)]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules, where they are looked for."""
    package = tmp_path / f"made_for_{tmp_path.name}"
    put_modules(package)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(ready, "PACKAGE", package.name)


def refused(text: str) -> None:
    raise AssertionError(text)


@pytest.mark.usefixtures("made")
def test_every_part_is_what_the_files_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {name: getattr(READ, name) for name in PARTS}
    monkeypatch.setattr(tomllib, "loads", refused)
    found = Guidance()
    for name, part in wanted.items():
        assert getattr(found, name) == part, name
        if isinstance(part, dict):
            assert [*getattr(found, name)] == [*part], name


def test_with_a_folder_of_ones_own_the_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "is_there", lambda: True)
    assert guidance.load().is_ready
    assert not guidance.load(tmp_path).is_ready
