"""The fixture of the tests of commands."""

from pathlib import Path

import pytest

from tests.kit.commands import Command, in_folder


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return in_folder(tmp_path)
