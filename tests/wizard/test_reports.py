"""The report of each story is the one that was read aloud; the faces are held to it by test_three_faces."""

from pathlib import Path

import pytest

from tests.kit.reports import kept
from tests.kit.stories import STORIES
from tests.kit.told import scripted


@pytest.mark.parametrize("name", STORIES)
def test_the_report_is_as_reviewed(name: str, tmp_path: Path) -> None:
    assert scripted(name, tmp_path)[0] == kept(name).read_bytes()
