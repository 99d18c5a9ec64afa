"""A register on a server of PostgreSQL: reaching it, one writer at a time, search by tsvector.

Addresses, passwords and TLS are libpq's affair; nothing of them is kept, and no sentence of libpq's is passed on.
"""

import contextlib
import queue
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final
from uuid import uuid4

import psycopg
from psycopg import Connection, errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import dict_row

from breach_wizard.errors import StorageError
from breach_wizard.patterns import pattern
from breach_wizard.register import migrating
from breach_wizard.register.address import Server
from breach_wizard.register.database import Row, Values
from breach_wizard.register.searching import terms
from breach_wizard.register.server_words import SKIPPED, UNSURE, why, why_not_reached

REACHED_WITHIN: Final = 3.0
"""Seconds until a server counts as one that can't be reached."""

PATIENCE: Final = 30
"""Seconds for which a writer waits for another one; after twice as many, one who does nothing is shut out."""

BACK_WITHIN: Final = 10.0
"""Seconds for which a server that went away is waited for, to be asked what became of the last change."""

LOCK: Final = 7_239_732_010
"""The number of the lock that writers take; the same in every version, and of nothing else in the database."""

LINE: Final[dict[str, str | int]] = {
    "application_name": "breach-wizard",
    "client_encoding": "utf-8",
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""How libpq is to hold the line, unless the address says otherwise: who has gone is missed after some ten seconds."""

BEGUN: Final = f"begin; select pg_advisory_xact_lock({LOCK}); select from pg_class limit 0"  # noqa: S608  (ours)
"""The last looks anew at which tables there are: another may have made them while this one waited."""
SIGNED: Final = """
with old as (delete from done where at < now() - interval '1 day')
insert into done (token) values (%s)"""
"""A change signs itself, so that whoever lost the line over its end can ask for it. The number of a transaction won't
do: a server that has crashed may give it to another.
"""
TABLES: Final = ("cases", "versions", "marks", "outputs", "days", "clauses", "actions", "searched")
PARAMETER: Final = pattern(r":(\w+)")
INDEXED: Final = """
insert into searched (case_id, titles, words) values (:case,
    array_to_tsvector(string_to_array(:outputs, ' ')), array_to_tsvector(string_to_array(:body, ' ')))
on conflict (case_id) do update set titles = excluded.titles, words = excluded.words"""
WORDS: Final = """
select array_to_string(tsvector_to_array(titles), ' ') as titles,
    array_to_string(tsvector_to_array(words), ' ') as words
from searched where case_id = :case"""
HIDDEN: Final = """
select case when row_security_active('cases') then (select count(*) from taken) - (select count(*) from cases)
    else 0 end as found"""


@lru_cache(maxsize=512)
def spelled(statement: str) -> str:
    """Return a statement with its parameters as psycopg has them."""
    return PARAMETER.sub(r"%(\1)s", statement.replace("%", "%%"))


class PostgreSQL:
    """A register on a server; see `database.Register`."""

    beyond = (
        "The server's logs (also the one of its changes, the WAL), its replicas and its backups may still hold it: "
        "whoever runs the server must see to those."
    )

    def __init__(self, server: Server) -> None:
        """Connect, and make the register or bring it up to date where that is due and allowed.

        Raises:
            StorageError: it can't be reached or used, or a newer program made it.
        """
        self.name = str(server)
        self._server = server
        self._connect()
        try:
            self._bring_up_to_date()
        except BaseException:
            self.close()
            raise

    def _connect(self) -> None:
        try:
            self._connection = _connected(self._server.address)
            settings = f"set lock_timeout = '{PATIENCE}s'; set idle_in_transaction_session_timeout = '{2 * PATIENCE}s'"
            cursor = self._connection.execute(f"{settings}; select session_user as name")
            while cursor.nextset():
                pass
            (found,) = cursor.fetchall()
        except psycopg.Error as error:
            raise StorageError(f"The register {self.name} {why_not_reached(error)}.") from error
        self.user = str(found["name"])

    def _bring_up_to_date(self) -> None:
        number = self._number()
        migrating.refuse_unknown(number, f"The register {self.name}")
        if number == migrating.NEWEST:
            return
        try:
            with self.writing():  # whoever waited finds it done
                for statement in migrating.statements(self._number(), "postgresql"):
                    self._connection.execute(statement)
                self.change("update shape set number = :number", {"number": migrating.NEWEST})
        except StorageError as error:
            if isinstance(error.__cause__, errors.InsufficientPrivilege):
                what = "is made for an older breach-wizard" if number else "is not set up yet"
                raise StorageError(
                    f"The register {self.name} {what}, and your database user may not change that. Ask whoever "
                    "administers it to give any register command once."
                ) from error
            raise

    def _number(self) -> int:
        """The number of the last migration; 0 where there is none. Asked so that it spoils no transaction."""
        with self._told():
            if not self._one("select to_regclass('shape') is not null as found"):
                return 0
            return int(self._one("select number as found from shape"))

    def _one(self, statement: str) -> Any:
        (row,) = self._connection.execute(statement).fetchall()
        return row["found"]

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what goes wrong into a sentence."""
        try:
            yield
        except psycopg.Error as error:
            raise StorageError(f"The register {self.name} {why(error)}.") from error

    def rows(self, statement: str, values: Values = {}) -> Sequence[Row]:  # noqa: B006  (never changed)
        """Return the rows of a statement."""
        with self._told():
            return self._connection.execute(spelled(statement), values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Return what is done as a whole or not at all."""
        with self._told():
            self._begin()
            token = str(uuid4())
            try:
                yield
                if self._one("select to_regclass('done') is not null as found"):  # else it is being made
                    self._connection.execute(SIGNED, (token,))
            except BaseException:
                with contextlib.suppress(psycopg.Error):  # who is gone has undone it
                    self._connection.execute("rollback")
                raise
            self._commit(token)

    def _begin(self) -> None:
        """Begin, once no other writes."""
        try:
            self._connection.execute(BEGUN)
        except psycopg.Error:
            with contextlib.suppress(psycopg.Error):
                self._connection.execute("rollback")
            raise

    def _commit(self, token: str) -> None:
        """Keep what was done; where the server goes away over it, ask it, when it is back, whether it was kept."""
        try:
            told = self._connection.execute("commit").statusmessage
        except psycopg.OperationalError:
            if not self._was_kept(token):
                raise
        else:
            if told != "COMMIT":  # a statement had failed, and nobody had heeded it
                raise StorageError(f"The register {self.name} kept nothing of this. Try again.")

    def _was_kept(self, token: str) -> bool:
        """Was the change of this token kept? Connects anew to ask, once whatever was begun on the old line has ended.

        Raises:
            StorageError: that can't be known.
        """
        until = time.monotonic() + BACK_WITHIN
        while time.monotonic() < until:
            with contextlib.suppress(StorageError, psycopg.Error):
                self._connect()
                self._begin()
                found = self._connection.execute("select 1 from done where token = %s", (token,)).fetchall()
                self._connection.execute("rollback")
                return bool(found)
            time.sleep(0.5)
        raise StorageError(f"The register {self.name} {UNSURE}.")

    def change(self, statement: str, values: Values) -> None:
        """Carry out a statement that changes something."""
        self._connection.execute(spelled(statement), values)

    def change_all(self, statement: str, values: Iterable[Values]) -> None:
        """Carry out a statement once for each of the values."""
        with self._connection.cursor() as cursor:
            cursor.executemany(spelled(statement), values)

    def index(self, case: int, outputs: str, body: str) -> None:
        """Put the words of a case where they are searched."""
        self.change(INDEXED, {"case": case, "outputs": outputs, "body": body})

    def indexed(self, case: int) -> tuple[str, str]:
        """Return the words of a case that are searched, sorted as Python sorts them."""
        (found,) = self.rows(WORDS, {"case": case})
        titles, words = (" ".join(sorted(found[name].split())) for name in ("titles", "words"))
        return titles, words

    def matching(self, words: str, *, in_titles: bool) -> tuple[str, Values]:
        """Return a condition on ``cases.id`` for the cases in whose words all of these stand, and its values."""
        listed = [f"'{word}':*" for word in terms(words)]  # letters and digits alone
        if not listed:
            return "false", {}
        name, column = ("in_titles", "titles") if in_titles else ("in_text", "words")
        condition = f"cases.id in (select case_id from searched where {column} @@ cast(:{name} as tsquery))"  # noqa: S608  (names of ours)
        return condition, {name: " & ".join(listed)}

    def forget_erased(self) -> None:
        """Write the tables and their indexes anew without what was erased.

        Raises:
            StorageError: the user of the database may not.
        """
        skipped: list[str] = []
        self._connection.add_notice_handler(lambda notice: skipped.append(notice.message_primary or ""))
        with self._told():
            self._connection.execute(f"vacuum (full, analyze) {', '.join(TABLES)}")
        if skipped:
            raise StorageError(f"The register {self.name} {SKIPPED}.")

    def hidden(self) -> int:
        """Return the number of the cases that the user of the database may not see."""
        with self._told():
            return int(self._one(HIDDEN))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _connected(address: str) -> Connection[dict[str, Any]]:
    """Connect to a server, or give up in time: libpq's own limit counts for each address, and not for a name's."""
    made: queue.SimpleQueue[Connection[dict[str, Any]] | psycopg.Error] = queue.SimpleQueue()

    def connect() -> None:
        try:
            settings = {**LINE, **conninfo_to_dict(address), "connect_timeout": int(REACHED_WITHIN)}
            made.put(Connection.connect(make_conninfo("", **settings), autocommit=True, row_factory=dict_row))
        except psycopg.Error as error:
            made.put(error)

    threading.Thread(target=connect, daemon=True).start()
    try:
        found = made.get(timeout=REACHED_WITHIN)
    except queue.Empty:
        raise psycopg.OperationalError("timeout expired") from None
    if isinstance(found, psycopg.Error):
        raise found
    return found
