"""A server that is not there, goes away, or does not let one do it: a sentence each, nothing lost and nothing doubled."""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from breach_wizard.errors import StorageError
from breach_wizard.register import opened, postgres, reading
from breach_wizard.register.address import Server as Address
from breach_wizard.report import Output
from breach_wizard.report.written import as_json
from tests.kit import servers
from tests.kit.commands import ROOT, in_folder
from tests.kit.registers import add, everything, made, mark, report

pytestmark = pytest.mark.skipif(bool(servers.WHY_NOT), reason=servers.WHY_NOT)


@pytest.fixture(scope="module")
def server() -> Iterator[servers.Server]:
    """One of its own, to be stopped."""
    found = servers.Server()
    yield found
    found.remove()


def test_gone_before_it_is_asked_each_command_says_so_and_the_next_run_goes_on(
    server: servers.Server, tmp_path: Path
) -> None:
    address = server.fresh()
    path = tmp_path / "report.json"
    path.write_text(as_json(report()))
    command = in_folder(tmp_path)
    env = {"BREACH_WIZARD_REGISTER": address.address}
    server.stop(signal.SIGINT)
    for arguments in (("list",), ("add", str(path)), ("mark", "2017-001", "received"), ("stats",)):
        ended = command("register", *arguments, env=env)
        assert (ended.returncode, ended.stdout, ended.stderr.count(b"\n")) == (1, b"", 1)
        assert str(address).encode() in ended.stderr
    server.start()
    assert command("register", "add", str(path), env=env).returncode == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["stopped", "crashed"])
def test_gone_in_the_middle_nothing_of_it_is_kept(how: int, server: servers.Server) -> None:
    address = server.fresh()
    register = opened(address)
    add(register, made())
    before = everything(register)
    with pytest.raises(StorageError, match=str(address)), register.writing():  # noqa: PT012
        register.change("update cases set producer = 'other'", {})
        server.stop(how)
        register.change("update cases set producer = 'another'", {})
    with pytest.raises(StorageError):
        register.rows("select * from cases")
    register.close()
    server.start()
    with contextlib.closing(opened(address)) as again:
        assert everything(again) == before


def test_gone_while_it_is_waited_for_is_said(server: servers.Server) -> None:
    address = server.fresh()
    told: list[str] = []

    def wait() -> None:
        try:
            add(waiting, made())
        except StorageError as error:
            told.append(str(error))

    with contextlib.closing(opened(address)) as register, contextlib.closing(opened(address)) as waiting:
        thread = threading.Thread(target=wait)
        with contextlib.suppress(Undone), register.writing():
            thread.start()
            while not register.rows("select 1 from pg_locks where not granted"):
                pass
            server.stop()
            raise Undone
        thread.join()
    assert len(told) == 1
    server.start()


class Undone(Exception):
    """Ends what is not to be kept."""


def test_where_nobody_can_tell_whether_it_was_kept_that_is_said(
    server: servers.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "BACK_WITHIN", 0.1)
    register: Any = opened(server.fresh())
    commit = register._commit

    def stopped_before(token: str) -> None:
        server.stop()
        commit(token)

    monkeypatch.setattr(register, "_commit", stopped_before)
    with contextlib.closing(register), pytest.raises(StorageError, match="not known"), register.writing():
        pass
    server.start()


class Proxy(threading.Thread):
    """Stands between a program and the server; at the first "commit" it cuts the line, before or after passing it on."""

    def __init__(self, server: servers.Server, folder: Path, *, passes_it_on: bool) -> None:
        super().__init__(daemon=True)
        self.target = str(server.folder / ".s.PGSQL.5432")
        self.passes_it_on = passes_it_on
        self.has_cut = False
        self.listening = socket.socket(socket.AF_UNIX)
        self.listening.bind(str(folder / ".s.PGSQL.5432"))
        self.listening.listen()

    def run(self) -> None:
        while True:
            client, _ = self.listening.accept()
            with client, socket.socket(socket.AF_UNIX) as beyond:
                beyond.connect(self.target)
                self._carry(client, beyond)

    def _carry(self, client: socket.socket, beyond: socket.socket) -> None:
        """Carry what is said both ways until one has ended, or the line is cut."""
        while True:
            for one in select.select([client, beyond], [], [])[0]:
                data = one.recv(65536)
                if one is client and b"commit" in data and not self.has_cut:
                    self.has_cut = True
                    if self.passes_it_on:
                        beyond.sendall(data)
                        beyond.recv(65536)  # it is done, and nobody is told
                    return
                if not data:
                    return
                (beyond if one is client else client).sendall(data)


@pytest.mark.parametrize("passes_it_on", [True, False])
def test_a_line_that_is_cut_at_the_end_doubles_nothing(passes_it_on: bool, server: servers.Server) -> None:
    address = server.fresh()
    opened(address).close()
    with tempfile.TemporaryDirectory() as folder:
        Proxy(server, Path(folder), passes_it_on=passes_it_on).start()
        with contextlib.closing(opened(Address(address.address.replace(str(server.folder), folder)))) as register:
            if passes_it_on:
                assert add(register, made()).reference == "2017-001"
            else:
                with pytest.raises(StorageError):
                    add(register, made())
    with contextlib.closing(opened(address)) as again:
        assert reading.page(again).total == passes_it_on


HAND = """
import os, sys
from breach_wizard.errors import StorageError
from breach_wizard.register import opened
from breach_wizard.register.address import Server
from breach_wizard.report import Output
from tests.kit.registers import add, made, mark

address = Server(sys.argv[1])
told = set()

def surely(act):  # until it works, as a user who is told that it did not gives the command again
    while True:
        try:
            register = opened(address)
            try:
                return act(register)
            finally:
                register.close()
        except StorageError as error:
            told.add(str(error))

def work(hand):
    surely(lambda register: add(register, made(), ""))  # the same from each
    for number in range(6):
        title = (Output(title=f"Output {hand} {number}"),)
        case = surely(lambda register: add(register, made(outputs=title), "")).reference
        surely(lambda register: add(register, made(outputs=title, impact="More."), case))
        surely(lambda register: mark(register, case, "received"))
    assert not [one for one in told if str(address) not in one or "\\n" in one], told

children = []
for hand in range(10):
    child = os.fork()
    if child == 0:
        try:
            work(hand)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    children.append(child)
assert [os.waitpid(child, 0)[1] for child in children] == [0] * 10
"""


def test_ten_who_add_update_and_mark_over_a_restart_lose_and_double_nothing(server: servers.Server) -> None:
    address = server.fresh()
    opened(address).close()
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", HAND, address.address], env=env) as hands:
        with psycopg.connect(address.address, autocommit=True) as connection:
            while connection.execute("select count(*) from marks").fetchone() == (0,):
                assert hands.poll() is None
        server.stop(signal.SIGQUIT)
        server.start()
        assert hands.wait(120) == 0
    with contextlib.closing(opened(address)) as register:
        cases = register.rows("select * from cases")
        assert len(cases) == len({one["reference"] for one in cases}) == 61
        assert sorted(one["version"] for one in cases) == [1] + [2] * 60
        assert len(register.rows("select * from versions")) == 121
        assert len(register.rows("select * from marks")) == 60


def test_whoever_is_not_let_in_is_told_why(server: servers.Server) -> None:
    told = set()
    for address in (server.url("nobody_known"), server.url(database="none_there"), "postgresql://?service=none_there"):
        with pytest.raises(StorageError) as refused:
            opened(Address(address))
        told.add(str(refused.value))
    assert len(told) == 3
    assert not [one for one in told if "network" in one]


def test_one_of_a_newer_program_is_refused(server: servers.Server) -> None:
    address = server.fresh()
    opened(address).close()
    with psycopg.connect(address.address) as connection:
        connection.execute("update shape set number = 99")
    with pytest.raises(StorageError, match="newer"):
        opened(address)


def test_what_the_server_refuses_is_said_and_changes_nothing(server: servers.Server) -> None:
    with psycopg.connect(server.url(), autocommit=True) as owner:
        owner.execute("create database western encoding 'LATIN1' locale 'C' template template0")
    western = Address(server.url(database="western"))
    with contextlib.closing(opened(western)) as register:
        add(register, made())
        before = everything(register)
        with pytest.raises(StorageError, match="UTF-8"):
            add(register, made(outputs=(Output(title="Łódź"),)))
        with psycopg.connect(western.address, autocommit=True) as owner:
            owner.execute("alter database western set default_transaction_read_only = on")
        with contextlib.closing(opened(western)) as only_read, pytest.raises(StorageError, match="only be read"):
            mark(only_read, "2017-001", "received")
        assert everything(register) == before
