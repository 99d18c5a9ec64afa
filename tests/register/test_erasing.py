"""Erasing leaves nothing in the files of the database; holding stops it."""

from pathlib import Path

import psycopg
import pytest

from breach_wizard.errors import InputError
from breach_wizard.register import adding, erasing, reading
from breach_wizard.register.address import Address
from breach_wizard.register.database import Register
from breach_wizard.report import Output
from tests.kit import runs, servers
from tests.kit.registers import add, case, made, mark
from tests.kit.today import GUIDANCE

NAME = "Quillfeather Ostrander"


def erase(register: Register, reference: str, *names: str) -> None:
    with register.writing():
        erasing.erase(register, reference, names, "Head of Profession", "asked for", GUIDANCE, runs.NOW)
    register.forget_erased()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """A register in files of its own."""
    if request.param == "sqlite":
        return tmp_path / "register.db"
    if servers.WHY_NOT:
        pytest.skip(servers.WHY_NOT)
    return servers.shared().database("erasing")


def holds(address: Address, text: str) -> bool:
    data = b"".join(path.read_bytes() for path in _files(address)).lower()
    return any(word.lower().encode() in data for word in text.split())


def _files(address: Address) -> list[Path]:
    """The file, or those of the database on the server, as they are on the disk."""
    if isinstance(address, Path):
        return [address]
    with psycopg.connect(address.address, autocommit=True) as connection:
        connection.execute("checkpoint")
        (folder,) = connection.execute(
            "select 'base/' || oid from pg_database where datname = 'erasing'"
        ).fetchone() or ("",)
    return [path for path in (servers.shared().data / folder).iterdir() if path.is_file()]


def filled(register: Register) -> str:
    told = f"A page went live. {NAME} found it."
    reference = add(register, made(contact_name=NAME, circumstances=told)).reference
    add(register, made(contact_name=NAME, circumstances=f"{told} More."), of=reference)
    mark(register, reference, "replied", note=f"To {NAME}", by=NAME)
    return reference


def test_an_answer_is_gone_from_every_version_note_and_index(register: Register, address: Address) -> None:
    reference = filled(register)
    assert holds(address, NAME)
    erase(register, reference, "contact_name")
    assert not holds(address, NAME)
    assert "A page went live." in adding.last_text(register, reference)
    assert case(register, reference)["erased_by"] == "Head of Profession"
    assert reading.page(register, reading.Wanted(words="page live")).total == 1


def test_a_report_is_gone_and_its_case_stays(register: Register, address: Address) -> None:
    reference = filled(register)
    mark(register, reference, "decided", outcome="inside", note="minuscule")
    other = add(register, made(outputs=(Output(title="Trade"),), impact="Kept.")).reference
    erase(register, reference)
    for text in (NAME, "passengers", "minuscule"):
        assert not holds(address, text)
    found = case(register, reference)
    assert (found["first_day"], found["breach_type"], found["is_breach"]) == ("2017-03-20", "early-release", 1)
    assert register.rows("select clause from clauses where case_id = :id", {"id": found["id"]})
    with pytest.raises(InputError):
        reading.whole(register, reference).version(None)
    with pytest.raises(InputError):
        mark(register, reference, "closed")
    assert "Kept." in adding.last_text(register, other)


def test_a_held_case_is_not_erased(register: Register, address: Address) -> None:
    reference = filled(register)
    mark(register, reference, "held")
    with pytest.raises(InputError):
        erase(register, reference)
    mark(register, reference, "released")
    erase(register, reference)
    assert not holds(address, NAME)


@pytest.mark.parametrize("name", ["breach_type", "occurrences", "due", "nothing"])
def test_what_stays_or_is_no_answer_is_refused(name: str, register: Register) -> None:
    with pytest.raises(InputError):
        erase(register, filled(register), name)


def test_every_answer_can_be_erased_and_the_report_still_be_read(register: Register) -> None:
    reference = filled(register)
    for name in sorted(erasing.WORDED):
        with register.writing():
            erasing.erase(register, reference, (name,), "Head of Profession", "asked for", GUIDANCE, runs.NOW)
        assert adding.last_text(register, reference)


def test_what_a_schedule_says_is_listed_and_nothing_is_done_to_it(register: Register) -> None:
    old, young, still_open = (
        add(register, made(outputs=(Output(title=title),))).reference for title in ("Trade", "Rail", "Buses")
    )
    mark(register, old, "closed", day="2018-01-01")
    mark(register, young, "closed", day="2020-01-01")
    due = erasing.due(register, "7y", runs.NOW.date().replace(year=2026))
    assert [one["reference"] for one in due] == [old]
    assert case(register, still_open)["is_open"]
    with pytest.raises(InputError):
        erasing.due(register, "soon", runs.NOW.date())
