"""The guidance as modules, which a wheel brings: it is what the files hold, and nothing of them is read beside it."""

import shutil
import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import pytest

from breach_wizard import guidance
from breach_wizard.guidance import Guidance, reader, ready
from breach_wizard.guidance.problems import problems
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


@pytest.mark.usefixtures("made")
def test_with_a_folder_of_ones_own_nothing_built_in_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {name: getattr(READ, name) for name in PARTS}
    before = repr(ready.tables())
    monkeypatch.setattr(tomllib, "loads", refused)
    (tmp_path / "own").mkdir()
    found = guidance.load(tmp_path / "own")
    assert {name: getattr(found, name) for name in PARTS} == wanted
    assert problems(found) == []
    assert repr(ready.tables()) == before


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "change", [lambda path: path.write_text("[another]\n"), Path.unlink], ids=["changed", "deleted"]
)
def test_files_that_were_changed_afterwards_are_read_as_they_are(
    change: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "guidance"
    shutil.copytree(guidance.built_in(), folder)
    monkeypatch.setattr(ready, "folder", lambda: str(folder))
    assert ready.held("sites.toml")
    assert ready.held("breach-types")
    change(folder / "sites.toml")
    change(folder / "breach-types" / "other.toml")
    assert ready.held("sites.toml") is ready.held("breach-types") is None
    (folder / "sites.toml").write_text("[another]\n")
    assert reader.table(folder / "sites.toml") == {"another": {}}


def test_a_checkout_has_none() -> None:
    assert ready.held("sites.toml") is None
    assert ready.tables() == {}
