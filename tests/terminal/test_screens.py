"""The screens of each breach type as they are drawn, at 80 and at 40 columns, kept as text that a person can review."""

from pathlib import Path

import pytest

from tests.kit.screens import KINDS, SIZES, drawn, golden


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", KINDS)
def test_the_screens_are_as_reviewed(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    assert drawn(name, *size, tmp_path) == golden(name, *size).read_text()
