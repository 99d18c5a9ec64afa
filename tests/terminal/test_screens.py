"""The screens of each breach type as they are drawn, at 80 and at 40 columns, kept as text that a person can review."""

from pathlib import Path

import pytest

from tests.kit.screens import KINDS, SIZES, drawn, golden
from tests.kit.today import GUIDANCE


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", KINDS)
def test_the_screens_are_as_reviewed(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    reviewed, today = parts(golden(name, *size).read_text()), parts(drawn(name, *size, tmp_path))
    if any(one.choice not in reviewed[0] for one in GUIDANCE.types.values()):  # a type was added: the rest stays
        reviewed, today = reviewed[1:], today[1:]
    assert today == reviewed


def parts(screens: str) -> list[str]:
    """The screens one by one; the first is that of the first question."""
    return screens.split("\n=== ")
