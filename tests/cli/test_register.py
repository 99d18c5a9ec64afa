"""``register`` as a command: each of its answers in sentences and as JSON, and what goes wrong as a sentence."""

import contextlib
import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from breach_wizard.register.postgres import LOCK
from breach_wizard.report import Output
from breach_wizard.report.written import as_json
from tests.kit import servers
from tests.kit.commands import ROOT, Command, in_folder
from tests.kit.depth import FULL
from tests.kit.pty import Terminal, wizard
from tests.kit.registers import report

REPORTS = ROOT / "tests" / "data" / "reports"
HOSTILE = (
    "'; drop table cases; --",
    '" OR 1=1',
    "*",
    "\x1b[31m",
    "NEAR(a b)",
    "a" * 5000,
    "-",
    "%",
    "case : x",
    "\udcff",
)


@pytest.fixture
def on_a_file(tmp_path: Path) -> dict[str, str]:
    """The environment of a command whose register is in a file."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "BREACH_WIZARD_HOME": str(tmp_path / "home")}


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, on_a_file: dict[str, str]) -> dict[str, str]:
    """The environment of a command whose register is in a file, or on a server."""
    if request.param == "sqlite":
        return on_a_file
    if servers.WHY_NOT:
        pytest.skip(servers.WHY_NOT)
    return on_a_file | {"BREACH_WIZARD_REGISTER": servers.shared().fresh().address}


@pytest.fixture
def command(settings: dict[str, str], tmp_path: Path) -> Command:
    run = in_folder(tmp_path)

    def with_settings(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
        return run(*arguments, env=settings, **more)

    return with_settings


@pytest.fixture
def command_on_a_file(tmp_path: Path) -> Command:
    return in_folder(tmp_path)


def said(command: Command, *arguments: str) -> Any:
    found = command("register", *arguments, "--json")
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


def written(folder: Path, **more: Any) -> str:
    """Write a report as JSON, and return the name of its file."""
    path = folder / f"{more.pop('number', None) or len(list(folder.iterdir()))}.json"
    path.write_text(as_json(report(**more)))
    return str(path)


def test_a_folder_is_added_once_and_bad_files_are_listed(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in sorted(REPORTS.glob("*.md"))[:4]:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "broken.json").write_text('{"schema": 3}')
    passed_over = {"scan.pdf": b"%PDF-1.7", "notes.txt": b"Nothing of ours.", "a.toml": b'breach_type = "other"'}
    for name, data in passed_over.items():
        (folder / name).write_bytes(data)
    first = command("register", "add", str(folder), "--no-input")
    assert first.returncode == 1
    assert all(name in first.stderr.decode() for name in ("broken.json", *passed_over))
    told = {
        Path(one["file"]).name: one["what"]
        for one in json.loads(command("register", "add", str(folder), "--no-input", "--json").stdout)
    }
    assert {name for name, what in told.items() if what == "passed-over"} == set(passed_over)
    assert said(command, "list")["total"] == 4
    assert b"there already" in command("register", "add", str(folder), "--no-input").stdout
    assert said(command, "list")["total"] == 4


def test_a_draft_is_never_added(command: Command, tmp_path: Path) -> None:
    assert command(
        "new", "--answers", str(ROOT / "tests/data/ofsted-2017.toml"), "--plain"
    ).returncode  # stops, and keeps
    assert command("register", "add", "1", "--no-input").returncode == 1
    assert said(command, "list")["total"] == 0


def test_an_office_marks_lists_and_counts(command: Command, tmp_path: Path) -> None:
    name = written(tmp_path)
    assert said(command, "add", name)[0]["reference"] == "2017-001"
    assert command("register", "mark", "2017-001", "decided", "--as", "formal", "--note", "clear").returncode == 0
    (found,) = said(command, "list", "--open")["cases"]
    assert (found["decided"], found["waits_for"]) == ("formal", "approval")
    tables = {one["title"]: one for one in said(command, "stats")["tables"]}
    assert tables["By producer"]["rows"] == [{"label": "Department for Trade", "numbers": [1, 1]}]
    shown = said(command, "show", "2017-001")
    assert shown["report"] == json.loads(Path(name).read_text())
    assert [one["kind"] for one in said(command, "history", "2017-001")["marks"]] == ["decided"]


NARROWED = (
    (("--producer", "department FOR trade"), 2),
    (("--producer", "ONS"), 0),
    (("--type", "early-release"), 2),
    (("--clause", "Protocol 2, principle 8"), 2),
    (("--clause", "3.4"), 0),
    (("--output", "rail"), 1),
    (("--from", "21 March 2017"), 0),
    (("--to", "20 March 2017"), 2),
)


def test_a_list_is_narrowed(command: Command, tmp_path: Path) -> None:
    for title in ("Bus passengers", "Rail fares"):
        said(command, "add", written(tmp_path, outputs=(Output(title=title),)), "--no-input")
    for asked, found in NARROWED:
        assert said(command, "list", *asked)["total"] == found, asked


def test_a_type_or_a_clause_that_nothing_is_called_is_told_of(command: Command, tmp_path: Path) -> None:
    command("register", "add", written(tmp_path), "--no-input")
    wrong = command("register", "list", "--type", "early-releas")
    assert wrong.returncode == 2
    assert b"Did you mean" in wrong.stderr
    assert command("register", "list", "--type", "late-publication").returncode == 0
    assert b"'Standard 99'" in command("register", "list", "--clause", "Standard 99").stderr
    assert b"'T3'" not in command("register", "list", "--clause", "T3").stderr


def test_no_text_becomes_a_part_of_a_statement(command: Command, tmp_path: Path) -> None:
    said(command, "add", written(tmp_path))
    for text in HOSTILE:
        for arguments in (
            ("search", f" {text}"),
            ("list", f"--output= {text}", f"--producer= {text}"),
        ):
            assert command("register", *arguments).returncode == 0
        assert command("register", "list", f"--type={text}").returncode == 2
        assert command("register", "show", f" {text}").returncode == 1
    assert said(command, "list")["total"] == 1


def test_a_spreadsheet_runs_nothing_and_shows_accents(command: Command, tmp_path: Path) -> None:
    begins = ("=", "+", "-", "@", "\t=")
    titles = [f"{one}Straße und Bahn({number})" for number, one in enumerate(begins)]
    names = [written(tmp_path, outputs=(Output(title=one),)) for one in titles]
    said(command, "add", *names, "--no-input")
    data = command("register", "export", "--to", "csv").stdout.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data)))
    assert [row["Output"].lstrip("'")[0] for row in rows] == [one.strip("\t") for one in begins]
    for row in rows:
        assert not row["Output"].startswith(("=", "+", "-", "@", "\t"))
        assert "Straße" in row["Output"]
        assert row["First day"] == "2017-03-20"


def test_each_table_holds_each_case(command: Command, tmp_path: Path) -> None:
    for title in ("Bus <b>passengers</b>", "Rail"):
        said(command, "add", written(tmp_path, outputs=(Output(title=title),)), "--no-input")
    for to in ("csv", "json", "markdown", "html"):
        data = command("register", "export", "--to", to).stdout.decode()
        assert data.count("2017-001") == data.count("2017-002") == 1
        assert "<b>" not in data or to != "html"


def test_the_page_of_figures_holds_no_markup_of_a_user(command: Command, tmp_path: Path) -> None:
    said(command, "add", written(tmp_path, producer="<script>x</script>"))
    command("register", "mark", "2017-001", "decided", "--as", "inside", "--note", "x")
    assert command("register", "stats", "--html", "page.html").returncode == 0
    page = (tmp_path / "page.html").read_text()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_erasing_asks_first(command: Command, tmp_path: Path) -> None:
    said(command, "add", written(tmp_path))
    erase = ("register", "erase", "2017-001", "--by", "Head of Profession", "--why", "asked")
    assert command(*erase).returncode == 2
    assert "report" in said(command, "show", "2017-001")
    assert command(*erase, "--yes").returncode == 0
    assert command("register", "show", "2017-001").returncode == 1


def test_a_copy_is_proved_to_be_the_same_and_goes_into_no_other_register(command: Command, tmp_path: Path) -> None:
    said(command, "add", written(tmp_path))
    assert command("register", "copy", "--to", "copy.db").returncode == 0
    assert said(command, "show", "2017-001") == said(
        lambda *words: in_folder(tmp_path)(*words, env={"BREACH_WIZARD_REGISTER": "copy.db"}), "show", "2017-001"
    )
    said(command, "add", written(tmp_path, impact="Another."), "--as", "2017-001")
    again = command("register", "copy", "--to", "copy.db")
    assert (again.returncode, again.stdout.count(b"2 versions")) == (0, 1)
    assert in_folder(tmp_path)("register", "copy", "--to", "home/register.db").returncode == 2


def _damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)


def _newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 99")


def test_bytes_that_are_no_text_are_damage(command_on_a_file: Command, tmp_path: Path) -> None:
    command = command_on_a_file
    said(command, "add", written(tmp_path))
    path = tmp_path / "home" / "register.db"
    path.write_bytes(path.read_bytes().replace(b"Bus passengers", b"Bus \x9b\x9b\x9bsengers"))
    found = command("register", "list")
    assert found.returncode == 1
    assert b"register.db is damaged" in found.stderr


@pytest.mark.parametrize("harm", [_damaged, _newer], ids=["damaged", "newer"])
def test_what_can_not_be_opened_is_one_sentence_and_stays(
    harm: Any, command_on_a_file: Command, tmp_path: Path
) -> None:
    command = command_on_a_file
    said(command, "add", written(tmp_path))
    path = tmp_path / "home" / "register.db"
    harm(path)
    before = path.read_bytes()
    for arguments in (("list",), ("add", written(tmp_path, impact="Other.")), ("rebuild",)):
        found = command("register", *arguments)
        assert found.returncode == 1
        assert b"register.db" in found.stderr
        assert b"Traceback" not in found.stderr
    assert path.read_bytes() == before


def started(settings: dict[str, str], folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    argv = [sys.executable, "-m", "breach_wizard", "register", *arguments]
    return subprocess.Popen(argv, cwd=folder, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@contextlib.contextmanager
def writing(settings: dict[str, str]) -> Iterator[None]:
    """Another who writes meanwhile."""
    if "BREACH_WIZARD_REGISTER" in settings:
        with psycopg.connect(settings["BREACH_WIZARD_REGISTER"]) as server:
            server.execute("select pg_advisory_xact_lock(%s)", (LOCK,))
            yield
    else:
        with contextlib.closing(sqlite3.connect(Path(settings["BREACH_WIZARD_HOME"], "register.db"))) as file:
            file.execute("begin immediate")
            yield


def test_one_who_writes_is_waited_for(settings: dict[str, str], command: Command, tmp_path: Path) -> None:
    said(command, "add", written(tmp_path))
    name = written(tmp_path, outputs=(Output(title="Rail"),))
    with writing(settings):
        child = started(settings, tmp_path, "add", name, "--no-input")
        assert said(command, "list")["total"] == 1  # reading goes on meanwhile
    child.communicate()
    assert child.returncode == 0
    assert said(command, "list")["total"] == 2


def test_ten_who_add_the_same_and_their_own_at_once_double_nothing(
    on_a_file: dict[str, str], command_on_a_file: Command, tmp_path: Path
) -> None:
    command = command_on_a_file  # on a server: tests/register/test_server_faults.py
    names = [written(tmp_path, outputs=(Output(title=f"Output {number}"),)) for number in range(5)]
    children = [started(on_a_file, tmp_path, "add", *names, "--no-input") for _ in range(10)]
    for child in children:
        child.communicate()
    assert {child.returncode for child in children} == {0}
    found = said(command, "list")
    assert sorted(one["reference"] for one in found["cases"]) == [f"2017-{number:03}" for number in range(1, 6)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_what_a_kill_left_is_whole_and_the_next_run_goes_on(
    settings: dict[str, str], command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    total = 5000 if FULL else 300
    for number in range(total):
        written(folder, number=number, outputs=(Output(title=f"Output {number}"),))
    said(command, "list")
    child = started(settings, tmp_path, "add", str(folder), "--no-input")
    while child.poll() is None and not count(settings, "select count(*) from cases"):
        pass
    child.kill()
    child.communicate()
    assert count(settings, "select count(*) from cases")
    assert command("register", "add", str(folder), "--no-input").returncode == 0
    for what in ("count(*)", "count(distinct reference)"):
        assert count(settings, f"select {what} from cases") == total
    assert count(settings, "select count(*) from versions") == total
    if "BREACH_WIZARD_REGISTER" not in settings:
        with contextlib.closing(sqlite3.connect(tmp_path / "home" / "register.db")) as found:
            assert found.execute("pragma integrity_check").fetchone() == ("ok",)


def count(settings: dict[str, str], statement: str) -> int:
    if "BREACH_WIZARD_REGISTER" in settings:
        with psycopg.connect(settings["BREACH_WIZARD_REGISTER"]) as server:
            return int((server.execute(statement).fetchone() or (0,))[0])
    with contextlib.closing(sqlite3.connect(Path(settings["BREACH_WIZARD_HOME"], "register.db"))) as file:
        return int(file.execute(statement).fetchone()[0])


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_of_a_list_is_wider_than_the_terminal(columns: int, tmp_path: Path) -> None:
    home = tmp_path / "home"
    title = "Maintained schools and academies: inspections and outcomes of the year"
    name = written(tmp_path, outputs=(Output(title=title),))
    env = {"BREACH_WIZARD_HOME": str(home), "PAGER": "cat"}
    add = wizard("register", "add", name, "--no-input")
    with Terminal(add, env=env, cwd=ROOT, columns=columns) as terminal:
        terminal.wait()
    with Terminal(wizard("register", "list"), env=env, cwd=ROOT, columns=columns) as terminal:
        terminal.wait_for("1 case.")
        lines = bytes(terminal.raw).decode().replace("\r", "").split("\n")
    assert max(map(len, lines)) < columns
    assert any("2017-001" in line for line in lines)


def test_what_is_asked_amid_a_bar_is_seen_and_answered(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "reports"
    folder.mkdir()
    for number in range(25):
        written(folder, number=number, outputs=(Output(title=f"Output {number}"),))
    written(folder, number="z", outputs=(Output(title="Output 3"),), impact="Other.")
    add = wizard("register", "add", str(folder))
    with Terminal(add, env={"BREACH_WIZARD_HOME": str(home)}, cwd=ROOT) as terminal:
        terminal.wait_for("z.json: an update, or another breach?")
        terminal.wait_for("An update of 2017-")
        assert "Adding" not in terminal.words
        terminal.send("enter")
        terminal.wait_for("26 reports in the register, of 25 cases.")
        assert terminal.wait() == 0
    with contextlib.closing(sqlite3.connect(home / "register.db")) as found:
        assert found.execute("select count(*) from cases").fetchone() == (25,)
        assert found.execute("select count(*) from versions").fetchone() == (26,)
