"""What a person is told to type is what starts this very program."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from breach_wizard.invoked import asking, command


def test_a_script_off_the_path_is_named_as_it_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [".venv/my scripts/breach-wizard"])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shlex.split(command("resume 1")) == [".venv/my scripts/breach-wizard", "resume", "1"]


@pytest.mark.parametrize("same", [True, False])
def test_the_name_alone_is_told_where_the_shell_finds_this_program_by_it(
    same: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, other = tmp_path / "breach-wizard", tmp_path / "other" / "breach-wizard"
    other.parent.mkdir()
    for path in (found, other):
        path.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", [str(found if same else other)])
    assert command("drafts") == ("breach-wizard drafts" if same else f"{other} drafts")


@pytest.mark.parametrize("face", ["--plain", "--no-plain"])
def test_whoever_asked_for_a_face_is_told_how_to_go_on_in_it(face: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["breach-wizard", "new", face])
    assert asking("resume 1") == f"breach-wizard resume 1 {face}"
    assert asking() == f"breach-wizard {face}"


def test_a_module_is_started_again_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BREACH_WIZARD_HOME", str(tmp_path))
    argv = [sys.executable, "-m", "breach_wizard", "resume", "999"]
    told = subprocess.run(argv, capture_output=True, text=True, check=False).stderr
    assert subprocess.run(shlex.split(told.rpartition(": ")[2]), capture_output=True, check=False).returncode == 0
