"""Runs the wizard over a draft in a folder of its own, with a clock that stands still."""

from datetime import UTC, datetime
from pathlib import Path

from breach_wizard.drafts import OpenDraft, Store
from breach_wizard.guidance import Guidance
from breach_wizard.profile import Profile
from breach_wizard.prompts import Prompter
from breach_wizard.wizard.session import Session
from tests.kit.today import GUIDANCE

NOW = datetime(2017, 3, 22, 10, 0, tzinfo=UTC)
"""A Wednesday, in winter time."""

KNOWN = Profile(
    producer="ONS",
    contact_name="Release desk",
    contact_details="020 7946 0000",
    head_of_profession="Head of Profession",
)


def clock() -> datetime:
    return NOW


def store(folder: Path) -> Store:
    return Store(folder / "drafts", clock)


def session(
    kept: OpenDraft, prompter: Prompter, profile: Profile | None = None, content: Guidance = GUIDANCE
) -> Session:
    return Session(kept, prompter, content, profile or Profile(), clock)
