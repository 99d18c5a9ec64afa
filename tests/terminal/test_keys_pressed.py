"""How many keys a report takes beside the text that is typed: every list and field by the shortest way that it shows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.profile import save
from tests.kit import runs
from tests.kit.driver import Driver
from tests.kit.stories import OFSTED, PROFILED, SCREENS, Table


class Hand(Driver):
    """Presses the keys of somebody who knows the wizard, and counts them."""

    pressed = 0

    def type(self, event: Mapping[str, Any], answer: Any) -> None:
        """Answer by the fewest keys: from the entry pointed at, by its letter, or as it stands."""
        if event["kind"] == "select":
            self.press(*self.to_choice(event, event["values"].index(answer)), "enter")
        elif event["kind"] == "checklist":
            self.press(*self.to_ticks(event, set(answer)), "enter")
        else:
            if answer not in (None, event["default"]):
                if event["default"] and not event["offered"]:
                    self.press("c-u")
                self.terminal.send(str(answer).replace("\n", "\r"))
            self.press("c-s" if event["kind"] == "long" else "enter")

    def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        self.terminal.send(*keys)

    @staticmethod
    def to_choice(event: Mapping[str, Any], wanted: int) -> list[str]:
        """The keys to an entry: its letter or number, or arrows."""
        arrows, beside = moves(event, event["pointed"], wanted), event["keys"][wanted]
        return [*beside] if beside and len(beside) < len(arrows) else arrows

    @staticmethod
    def to_ticks(event: Mapping[str, Any], wanted: set[str]) -> list[str]:
        """The keys that tick what is wanted and untick what is not."""
        keys: list[str] = []
        place = event["pointed"]
        for number, value in enumerate(event["values"]):
            if (value in wanted) != (value in event["ticked"]):
                keys += [*moves(event, place, number), "space"]
                place = number
        return keys


def moves(event: Mapping[str, Any], place: int, wanted: int) -> list[str]:
    """The arrows from one entry of a list to another, the shorter way: it begins anew at its end."""
    ahead, back = ((wanted - place) * way % len(event["values"]) for way in (1, -1))
    return ["down"] * ahead if ahead <= back else ["up"] * back


@pytest.mark.parametrize(
    ("story", "most", "profile"), [(OFSTED, 55, None), (PROFILED, 30, runs.KNOWN)], ids=["the-source's", "late"]
)
def test_a_report_takes_few_keys_beside_its_text(
    story: dict[str, Any], most: int, profile: Any, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    if profile is not None:
        save(home / "profile.toml", profile)
    hand = Hand(["new"], home)
    table = Table(story, SCREENS | {"page": "more", "formats": ["word", "markdown"]})
    for event in hand.questions():
        hand.type(event, table.answer(event["id"]))
    assert hand.close() == 0
    table.verify()
    assert list(home.glob("*.md"))
    assert 0 < hand.pressed <= most
