"""The roles of docs/register.md on a real server: what each may do there, whatever program it uses, and with ours."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from breach_wizard.errors import InputError, StorageError
from breach_wizard.register import copying, erasing, opened, reading, rebuilding
from breach_wizard.register.address import Server
from breach_wizard.register.database import Register
from breach_wizard.register.similar import similar
from breach_wizard.report import Approval, Output
from tests.kit import registers, runs, servers
from tests.kit.commands import in_folder
from tests.kit.registers import made
from tests.kit.today import GUIDANCE

pytestmark = pytest.mark.skipif(bool(servers.WHY_NOT), reason=servers.WHY_NOT)

TEXT = (Path(__file__).parents[2] / "docs" / "register.md").read_text()
AUTHORS = ("alice", "bert")
EVERYBODY = (*AUTHORS, "olive", "carol")


def block(marker: str) -> str:
    found = re.search(rf"<!-- {marker} -->\n```sql\n(.*?)```", TEXT, re.DOTALL)
    assert found, marker
    return found[1]


def address(user: str) -> Server:
    return Server(servers.shared().url(user, "breaches"))


def asked(user: str, statement: str) -> list[tuple[Any, ...]]:
    """What the server answers to a statement of this user's, with no program of ours between."""
    with psycopg.connect(address(user).address, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def of(user: str) -> Iterator[Register]:
    register = opened(address(user))
    try:
        yield register
    finally:
        register.close()


@pytest.fixture(scope="module")
def server() -> None:
    """Roles and database, as the document makes them; who may not make the tables is told whom to ask."""
    with psycopg.connect(servers.shared().url(), autocommit=True) as owner:
        for part in ("roles", "logins"):
            for statement in block(part).split(";\n"):
                owner.execute(statement)
    with pytest.raises(StorageError, match="not set up"), of("alice"):
        pass
    with of("carol"):
        pass
    for _ in range(2):  # after an upgrade it is given again
        asked("carol", block("rights"))


@pytest.fixture
def cases(server: None) -> dict[str, str]:
    """The references of a case of each author, and of one of bert's that was decided to be a breach."""
    asked("carol", "truncate cases cascade")
    found = {}
    for user, name, title in (
        ("alice", "alice", "Trade"),
        ("bert", "bert", "Rail"),
        ("bert", "told", "Bus passengers"),
    ):
        with of(user) as register:
            found[name] = registers.add(
                register, made(outputs=(Output(title=title),), circumstances=f"By {user}.")
            ).reference
    with of("olive") as register:
        registers.mark(register, found["told"], "decided", outcome="inside")
        registers.mark(register, found["alice"], "received")
    return found


def test_an_author_sees_their_own_cases_and_of_others_what_everybody_may(cases: dict[str, str]) -> None:
    assert len(set(cases.values())) == 3
    assert asked("alice", "select reference from cases") == [(cases["alice"],)]
    for table in ("versions", "outputs", "days", "clauses", "searched"):
        assert len(asked("alice", f"select distinct case_id from {table}")) == 1
    assert len(asked("alice", "select * from marks")) == 1
    for view in ("taken", "kept", "breaches", "breaches_by_clause"):
        assert "By bert" not in str(asked("alice", f"select * from {view}"))
    assert [one[0] for one in asked("alice", "select output from breaches")] == ["Bus passengers"]
    with of("alice") as register:
        assert reading.page(register).total == 1
        assert reading.page(register, reading.Wanted(words="bert")).total == 0
        assert [one.output for one in similar(register, "Department for Trade", ["Bus passengers, 2016"], [])] == [
            "Bus passengers"
        ]
        with pytest.raises(InputError, match="somebody else"):
            reading.whole(register, cases["bert"])
        assert register.hidden() == 2


REFUSED_TO_AUTHORS = (
    "update marks set note = 'other'",
    "delete from marks",
    "insert into marks (case_id, number, kind, day, version, entered_at, db_user) "
    "select id, 9, 'decided', '2017-03-23', 1, '', session_user from cases",
    "insert into marks (case_id, number, kind, day, version, entered_at, db_user) "
    "select id, 9, 'approved', '2017-03-23', 1, '', session_user from taken where id not in (select id from cases)",
    "update versions set report = ''",
    "delete from versions",
    "delete from cases",
    "truncate cases cascade",
    "update cases set decided = 'formal', is_breach = 1",
    "update cases set is_held = 1",
    "update cases set erased_on = '2017-03-23'",
    "update cases set db_user = 'bert'",
    "insert into cases (id, reference, year, number, added_on, db_user) values (99, '2017-099', 2017, 99, '', 'bert')",
    "insert into cases (id, reference, year, number, added_on, db_user, decided) "
    "values (99, '2017-099', 2017, 99, '', session_user, 'formal')",
    "insert into versions (case_id, number, report, digest, source, added_at, db_user) "
    "select id, 9, '', '', '', '', session_user from taken where id not in (select id from cases)",
    "alter table cases disable row level security",
    "drop policy author_reads on cases",
    "create table other (one integer)",
    "set role breach_office",
)


REFUSED_TO_THE_OFFICE = (
    "update marks set note = 'other'",
    "delete from marks",
    "update versions set report = ''",
    "update cases set erased_on = '2017-03-23'",
    "update cases set reference = '2017-099'",
)


def is_refused(user: str, statement: str) -> bool:
    try:
        asked(user, statement)
    except InsufficientPrivilege:
        return True
    return False


def test_an_author_changes_no_mark_erases_nothing_and_writes_to_no_case_of_others(cases: dict[str, str]) -> None:
    assert [one for one in REFUSED_TO_AUTHORS if not is_refused("alice", one)] == []


def test_statements_over_the_cases_of_others_find_none(cases: dict[str, str]) -> None:
    before = asked("carol", "select * from cases order by id"), asked("carol", "select * from outputs order by case_id")
    asked("alice", f"update cases set output = 'other', first_day = '' where reference <> '{cases['alice']}'")
    asked("alice", "delete from outputs where case_id not in (select id from cases)")
    after = asked("carol", "select * from cases order by id"), asked("carol", "select * from outputs order by case_id")
    assert after == before


def test_a_function_of_an_authors_own_is_shown_no_row_that_they_may_not_see(cases: dict[str, str]) -> None:
    asked("carol", "grant temporary on database breaches to alice")
    seen: set[str] = set()
    with psycopg.connect(address("alice").address, autocommit=True) as connection:
        connection.add_notice_handler(lambda notice: seen.add(notice.message_primary or ""))
        connection.execute(
            "create function pg_temp.seen(text) returns boolean language plpgsql cost 0.0000001 "
            "as $$begin raise notice '%', $1; return true; end$$"
        )
        for table in ("breaches", "cases"):
            connection.execute(f"select * from {table} where pg_temp.seen(output)")
    assert seen == {"Bus passengers", "Trade"}


def test_authors_add_versions_and_approved_reports_of_their_own(cases: dict[str, str]) -> None:
    approved = made(outputs=(Output(title="Trade"),), approved=Approval(by="Head of Profession", on=runs.NOW.date()))
    with of("alice") as register:
        assert registers.add(register, approved, cases["alice"]).version == 2
        assert [one["kind"] for one in reading.whole(register, cases["alice"]).marks] == ["received", "approved"]
        with pytest.raises(InputError):
            registers.add(register, made(impact="Another."), cases["bert"])
        with pytest.raises(StorageError):
            registers.mark(register, cases["alice"], "decided")
        # the very report that another has added is not there twice, and nothing of it is told
        assert registers.add(register, made(outputs=(Output(title="Rail"),), circumstances="By bert.")).what == "there"


def test_an_answer_that_leaves_out_cases_of_others_says_so(cases: dict[str, str], tmp_path: Path) -> None:
    for user, said in (("alice", b"2 cases"), ("olive", b"3 cases.")):
        env = {"BREACH_WIZARD_REGISTER": address(user).address}
        for arguments in (("list",), ("stats",), ("export", "--to", "csv")):
            ended = in_folder(tmp_path)("register", *arguments, env=env)
            assert (b"of others" in ended.stderr) == (user == "alice")
        assert said in in_folder(tmp_path)("register", "list", env=env).stderr


def test_the_office_adds_marks_and_derives_anew_and_erases_nothing(cases: dict[str, str]) -> None:
    with of("olive") as register:
        assert reading.page(register).total == 3
        registers.mark(register, cases["bert"], "approved", by="Head of Profession")
        (mark,) = reading.whole(register, cases["bert"]).marks
        assert (mark["by_role"], mark["db_user"]) == ("Head of Profession", "olive")
        more = made(outputs=(Output(title="Rail"),), circumstances="By bert.", impact="More.")
        assert registers.add(register, more, cases["bert"]).version == 3
        assert registers.add(register, made(impact="Of the office's own."), "").what == "new"
        assert rebuilding.rebuild(register, GUIDANCE) == {}
        with pytest.raises(StorageError):
            erase(register, cases["bert"])
        with pytest.raises(StorageError, match="vacuum full"):
            register.forget_erased()
    assert [one for one in REFUSED_TO_THE_OFFICE if not is_refused("olive", one)] == []


def erase(register: Register, reference: str) -> None:
    with register.writing():
        erasing.erase(register, reference, (), "Knowledge manager", "schedule", GUIDANCE, runs.NOW)


def test_who_may_not_see_all_copies_nothing(cases: dict[str, str], tmp_path: Path) -> None:
    with of("alice") as register, contextlib.closing(opened(tmp_path / "copy.db")) as target:
        with pytest.raises(InputError, match="2 cases"):
            copying.copy(register, target, lambda steps, _: steps)
        assert not target.rows("select * from cases")


def test_an_administrator_erases_and_that_is_kept_with_their_name(cases: dict[str, str]) -> None:
    with of("carol") as register:
        erase(register, cases["bert"])
        register.forget_erased()
        known = reading.case(register, cases["bert"])
    assert (known["erased_by"], known["erased_user"], known["db_user"]) == ("Knowledge manager", "carol", "")
