"""The example gone through with Enter, but for the lists that lead on."""

from pathlib import Path
from typing import Any

from breach_wizard.drafts import Draft, Unkept
from breach_wizard.profile import Profile
from breach_wizard.wizard import example
from breach_wizard.wizard.session import Session
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE

GONE_THROUGH: dict[str, Any] = {
    "breach_type": "early-release",
    "ongoing": "no",
    "do_now": "go-on",
    "guidance": "go-on",
    "considerations": "go-on",
    "check": "write",
    "preview": "back",
    "example.keep": "no",
}
"""The lists; all else is gone past as it stands."""


class Enter(dict[str, Any]):
    """Answers that are the filled-in ones where the table has none."""

    def __contains__(self, _: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return self.get(name)


def told(folder: Path, **changed: Any) -> Scripted:
    """Show the example in a folder where nothing is kept; return the prompter, with what was asked and answered."""
    prompter = Scripted({}, Enter(GONE_THROUGH | changed))
    draft = Unkept(runs.store(folder), Draft(0, answers=example.case(GUIDANCE)))
    example.show(Session(draft, example.Told(prompter), GUIDANCE, Profile(), runs.clock))
    return prompter
