"""The shape of the database: brought up to date once, whoever comes first, with what is in it."""

import sqlite3
import threading
from pathlib import Path

import pytest

from breach_wizard.errors import StorageError
from breach_wizard.register import migrating, opened, reading, rebuilding
from breach_wizard.register.address import Address
from tests.kit.registers import add, case, made


def test_what_an_earlier_program_made_is_brought_up_to_date(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrating, "NEWEST", 1)
        register = opened(address)
        with register.writing():
            register.change(
                "insert into cases (id, reference, year, number, added_on) values (:id, :reference, 2017, 1, :day)",
                {"id": 1, "reference": "2017-001", "day": "2017-03-22"},
            )
        register.close()
    register = opened(address)
    assert add(register, made()).reference == "2017-002"
    assert case(register, "2017-001")["db_user"] == ""
    assert rebuilding.outdated(register) == 1
    register.close()


def test_all_who_begin_at_once_find_it_made(address: Address) -> None:
    failed: list[BaseException] = []
    at_once = threading.Barrier(8)

    def begin() -> None:
        at_once.wait()
        try:
            register = opened(address)
            reading.page(register)
            register.close()
        except (StorageError, threading.BrokenBarrierError) as error:
            failed.append(error)

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []


@pytest.mark.parametrize("number", [-1, -947365165, migrating.NEWEST + 1])
def test_a_number_that_no_program_wrote_is_refused_at_once(number: int, tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    opened(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"pragma user_version = {number}")
    with pytest.raises(StorageError):
        opened(path)
