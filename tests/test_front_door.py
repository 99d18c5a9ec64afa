"""The README's way in as it stands, in a fresh environment: the example, a first report, the second start."""

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.profile import Profile
from breach_wizard.wizard import run
from breach_wizard.wizard.session import Session
from tests.kit import example, piped, runs
from tests.kit.commands import ROOT
from tests.kit.depth import FULL
from tests.kit.scripted import Scripted
from tests.kit.stories import OFSTED, SCREENS
from tests.kit.today import GUIDANCE

pytestmark = pytest.mark.skipif(not FULL, reason="a fresh environment is made from the network: at full depth alone")


def now() -> datetime:
    return datetime.now(UTC)


def lines_of_a_report(folder: Path, story: dict[str, Any]) -> list[str]:
    prompter = Scripted(story, SCREENS)
    with runs.store(folder).create() as kept:
        run.start(Session(kept, prompter, GUIDANCE, Profile(), now), None)
    prompter.verify()
    return piped.lines(prompter.given)


def test_the_commands_of_the_readme_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, me = tmp_path / "reader", tmp_path / "me"
    me.mkdir()
    monkeypatch.setenv("HOME", str(me))  # where the report is proposed to go
    shutil.copytree(ROOT, reader, ignore=shutil.ignore_patterns(".*", "*.egg-info", "__pycache__", "build"))
    told = dict(re.findall(r"<!-- (\w+) -->\n```\n(.+?)\n```", (reader / "README.md").read_text()))

    def start(name: str, typed: list[str]) -> str:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"{told[name]} --plain"],
            check=False,
            cwd=reader,
            env={**os.environ, "BREACH_WIZARD_HOME": str(tmp_path / "kept")},
            input="\n".join([*typed, ""]),
            capture_output=True,
            text=True,
        )
        assert done.returncode == (130 if typed == ["/quit"] else 0), done.stderr
        return done.stderr

    start("example", piped.lines(example.told(tmp_path / "scripted").given))
    assert not (tmp_path / "kept").exists()
    shutil.rmtree(reader / ".venv")
    typed = lines_of_a_report(tmp_path / "scripted", OFSTED | {"formats": None})  # those that are ticked, as proposed
    [expected] = me.glob("*.md")
    made = expected.read_bytes()
    for path in me.glob("breach-report*"):
        path.unlink()
    start("run", typed)
    assert expected.read_bytes() == made
    assert OFSTED["outputs.1.title"] in start("again", ["/quit"])
