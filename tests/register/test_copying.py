"""A register copied, from a file to a server and back: the same at the end, and nothing done by others undone."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.register import adding, copying, erasing, opened, reading
from breach_wizard.register.address import Address
from breach_wizard.register.copying import Copied
from breach_wizard.register.database import Register
from breach_wizard.report import Approval, Output
from tests.kit import runs, servers
from tests.kit.registers import add, everything, made, mark
from tests.kit.today import GUIDANCE

KEPT = ("cases", "versions", "marks", "outputs", "days", "clauses", "actions")


def plainly(steps: Sequence[tuple[int, int]], _: str) -> Iterable[tuple[int, int]]:
    return steps


def erase(register: Register, reference: str, *names: str) -> None:
    with register.writing():
        erasing.erase(register, reference, names, "Head of Profession", "schedule", GUIDANCE, runs.NOW)
    register.forget_erased()


def filled(register: Register) -> list[str]:
    """Cases with versions, marks, an approval, a number of their own, one erased in part and one whole."""
    titles = ("Bus passengers", "Łódź und Straße", "Rail", "Trade")
    found = [add(register, made(outputs=(Output(title=title),)), "").reference for title in titles]
    approval = Approval(by="Head of Profession", on=runs.NOW.date())
    add(register, made(outputs=(Output(title="Bus passengers"),), approved=approval, own_reference="BR/7"), found[0])
    mark(register, found[0], "decided")
    mark(register, found[0], "decided", outcome="inside")
    mark(register, found[0], "taken-back", takes_back=3)
    mark(register, found[3], "received")
    erase(register, found[2], "contact_name")
    erase(register, found[3])
    return found


def content(register: Register) -> dict[str, Any]:
    words = [register.indexed(one["id"]) for one in register.rows("select id from cases order by id")]
    return {name: rows for name, rows in everything(register).items() if name in KEPT} | {"words": words}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Register]:
    with closing(opened(tmp_path / "register.db")) as found:
        yield found


@contextmanager
def another(address: Address) -> Iterator[Register]:
    with closing(opened(address)) as found:
        yield found


@pytest.mark.skipif(bool(servers.WHY_NOT), reason=servers.WHY_NOT)
def test_from_a_file_to_a_server_and_back_it_is_the_same(file: Register, tmp_path: Path) -> None:
    filled(file)
    with another(servers.shared().fresh()) as server, another(tmp_path / "back.db") as back:
        assert not copying.copy(file, server, plainly).differing
        add(server, made(outputs=(Output(title="Farms"),)), "")
        mark(server, "2017-001", "sent")
        told = copying.copy(server, back, plainly)
        assert (told.copied, told.differing) == (5, [])
        assert content(back) == content(server)
        assert {one["db_user"] for one in back.rows("select db_user from cases")} == {"", "owner"}
        for words in ("lodz strasse", "farms"):
            assert reading.page(back, reading.Wanted(words=words)).total == 1


def test_what_has_come_since_and_what_was_erased_since_is_copied(file: Register, address: Address) -> None:
    first, second, *_ = filled(file)
    with another(address) as target:
        copying.copy(file, target, plainly)
        assert copying.copy(file, target, plainly).copied == 0
        mark(file, first, "sent")
        add(file, made(outputs=(Output(title="Farms"),)), "")
        erase(file, second)
        told = copying.copy(file, target, plainly)
        assert (told.copied, told.changed, told.differing) == (3, [], [])
        assert content(target) == content(file)
        assert not adding.last_text(target, second)


def test_what_was_changed_or_erased_in_the_other_stays(file: Register, address: Address) -> None:
    first, second, *_ = filled(file)
    with another(address) as target:
        copying.copy(file, target, plainly)
        mark(target, first, "sent")
        erase(target, second)
        mark(file, second, "received")
        add(target, made(outputs=(Output(title="Farms"),)), "")
        mine = add(file, made(outputs=(Output(title="Fish"),)), "").reference
        before = content(target)
        told = copying.copy(file, target, plainly)
        assert told.changed == told.differing == [first, second, mine]
        assert content(target) == before


def test_erased_further_is_copied_and_what_was_erased_elsewhere_comes_back_nowhere(
    file: Register, address: Address
) -> None:
    _, second, third, *_ = filled(file)  # the third is erased in part already
    with another(address) as target:
        copying.copy(file, target, plainly)
        erase(file, third, "circumstances")
        erase(file, second, "contact_name")
        erase(target, second, "circumstances")
        told = copying.copy(file, target, plainly)
        assert (told.copied, told.changed) == (1, [second])
        assert "page went live" not in adding.last_text(target, second) + adding.last_text(target, third)
        assert "Release desk" in adding.last_text(target, second)


def test_a_copy_that_was_stopped_goes_on(file: Register, address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file)
    monkeypatch.setattr(copying, "STEP", 1)

    def stopped(steps: Sequence[tuple[int, int]], _: str) -> Iterator[tuple[int, int]]:
        yield from steps[:2]
        raise KeyboardInterrupt

    with another(address) as target:
        with pytest.raises(KeyboardInterrupt):
            copying.copy(file, target, stopped)
        assert len(target.rows("select * from cases")) == 2
        assert copying.copy(file, target, plainly) == Copied(copied=2, counted={"cases": 4, "versions": 5, "marks": 5})
        assert content(target) == content(file)
