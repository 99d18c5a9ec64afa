"""The shape of the database: brought up to date once, whoever comes first, with what is in it."""

import threading

import pytest

from breach_wizard.errors import StorageError
from breach_wizard.register import migrating, opened, reading
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
