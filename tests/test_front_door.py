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


def test_the_commands_of_the_readme_as_they_stand(tmp_path: Path) -> None:
    reader, home = tmp_path / "reader", tmp_path / "home"
    shutil.copytree(ROOT, reader, ignore=shutil.ignore_patterns(".*", "*.egg-info", "__pycache__", "build"))
    told = dict(re.findall(r"<!-- (\w+) -->\n```\n(.+?)\n```", (reader / "README.md").read_text()))

    def start(name: str, typed: list[str]) -> str:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"{told[name]} --plain"],
            check=False,
            cwd=reader,
            env={**os.environ, "BREACH_WIZARD_HOME": str(home)},
            input="\n".join([*typed, ""]),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    start("example", piped.lines(example.told(tmp_path / "scripted").given))
    assert not home.exists()
    shutil.rmtree(reader / ".venv")
    report = tmp_path / "report.md"
    story = OFSTED | {"formats": ("markdown", "name"), "output": str(report)}
    typed = lines_of_a_report(tmp_path / "scripted", story)
    made = report.read_bytes()
    report.unlink()
    start("run", typed)
    assert report.read_bytes() == made
    assert "Ofsted" in start("again", ["/quit"])
