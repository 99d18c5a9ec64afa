"""The same stories, typed key by key into the real face in a pseudo-terminal of 80x24."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.wizard import run
from tests.kit import runs, stories
from tests.kit.driver import Driver, tell
from tests.kit.scripted import Scripted


def by_table(folder: Path, story: dict[str, Any]) -> bytes:
    """What the wizard writes with the scripted prompter."""
    with runs.store(folder).create() as kept:
        path = run.start(runs.session(kept, Scripted(story, stories.SCREENS)), folder / "report.md")
    return path.read_bytes()


@pytest.mark.parametrize("name", ["OFSTED", "LEAK", "OTHER", "SEVERAL"])
def test_typed_and_scripted_give_the_same_report(tmp_path: Path, name: str) -> None:
    story = getattr(stories, name)
    driver = Driver(["new", "-o", str(tmp_path / "typed.md")], tmp_path / "home")
    used = tell(story, driver, stories.SCREENS)
    assert driver.close() == 0
    assert set(story) <= used
    assert (tmp_path / "typed.md").read_bytes() == by_table(tmp_path, story)
