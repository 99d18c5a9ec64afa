"""A register of its own for each test, on each database in turn."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from breach_wizard.register import opened
from breach_wizard.register.address import Address
from breach_wizard.register.database import Register
from tests.kit import servers

Empty = Callable[[], Address]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Empty:
    """What returns the address of another empty register each time."""
    if request.param == "sqlite":
        return lambda: tmp_path_factory.mktemp("register") / "register.db"
    if servers.WHY_NOT:
        pytest.skip(servers.WHY_NOT)
    return servers.shared().fresh


@pytest.fixture
def address(empty: Empty) -> Address:
    return empty()


@pytest.fixture
def register(address: Address) -> Iterator[Register]:
    found = opened(address)
    yield found
    found.close()


@pytest.fixture
def register_in_a_file(tmp_path: Path) -> Iterator[Register]:
    """One for tests of what is the same whatever the database."""
    found = opened(tmp_path / "register.db")
    yield found
    found.close()
