"""A story told to the scripted prompter: the report it ends in, and what was asked and answered on the way."""

from pathlib import Path
from typing import Any

from breach_wizard.profile import Profile
from breach_wizard.prompts import Ask, Stopped
from breach_wizard.wizard import run
from breach_wizard.wizard.session import Leave
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import SCREENS, STORIES

PROFILES = {"late": runs.KNOWN, "link-in-scotland": Profile(nation="scotland")}
Given = list[tuple[Ask, Any]]


def scripted(name: str, folder: Path) -> tuple[bytes, list[Given]]:
    """What the wizard writes with the scripted prompter, and what was asked and answered in each run."""
    given = []
    path = folder / "report.md"
    for number, story in enumerate(STORIES[name]):
        prompter = Scripted(story, SCREENS)
        store = runs.store(folder)
        with store.open(1) if number else store.create() as kept:
            session = runs.session(kept, prompter, PROFILES.get(name))
            try:
                (run.resume if number else run.start)(session, path)
            except (Leave, Stopped):
                assert number < len(STORIES[name]) - 1
        prompter.verify()
        given.append(prompter.given)
    return path.read_bytes(), given
