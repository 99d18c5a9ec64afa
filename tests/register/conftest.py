"""A register of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from breach_wizard.register import opened
from breach_wizard.register.database import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    found = opened(tmp_path / "register.db")
    yield found
    found.close()
