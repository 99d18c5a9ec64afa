"""A register in a file of SQLite: opening it, one writer at a time, search by FTS5."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from breach_wizard import files, folders
from breach_wizard.errors import StorageError
from breach_wizard.register import migrating
from breach_wizard.register.database import Row, Values
from breach_wizard.register.searching import terms

PATIENCE: Final = 30.0
"""Seconds for which a writer waits for another one."""

DAMAGED: Final = "is damaged. Nothing was changed. Put its backup in its place"

REASONS: Final = (
    ("locked", "is being written to by another program. Try again in a minute"),
    ("readonly", "can't be written to. Mend its permissions, or name another with BREACH_WIZARD_REGISTER"),
    ("disk is full", "can't be written to: the disk is full. Make room and try again. Nothing in it has changed"),
    ("unable to open", "can't be opened. Look whether its folder is there and is yours"),
    ("disk i/o", "can't be read from its disk, or written to it. Look at the disk, and try again"),
    ("not a database", "is no register, or damaged. Nothing was changed. Put its backup in its place"),
    ("malformed", DAMAGED),
    ("could not decode", DAMAGED),
)
"""What SQLite says, and what the user is told."""


class SQLite:
    """A register in a file; see `database.Register`."""

    user = ""
    beyond = "Backups still hold it: whoever runs them must see to those."

    def __init__(self, path: Path) -> None:
        """Open the file, and make it or bring it up to date where that is due.

        Raises:
            StorageError: it can't be opened, or a newer program made it.
        """
        self.name = str(path)
        with self._told():
            self._open(path)

    def _open(self, path: Path) -> None:
        is_new = not path.exists()
        if is_new:
            folders.make(path.parent)
            path.touch(mode=0o600)
        self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("pragma secure_delete = on")
        self._connection.execute("pragma foreign_keys = on")
        number = self._number()
        migrating.refuse_newer(number, self.name)
        if number < migrating.NEWEST:
            with self.writing():  # whoever waited finds it done
                for statement in migrating.statements(self._number(), "sqlite"):
                    self._connection.execute(statement)
                self._connection.execute(f"pragma user_version = {migrating.NEWEST:d}")

    def _number(self) -> int:
        return int(self._connection.execute("pragma user_version").fetchone()[0])

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what goes wrong into a sentence."""
        try:
            yield
        except UnicodeDecodeError as error:
            raise StorageError(f"The register {self.name} {DAMAGED}.") from error
        except sqlite3.Error as error:
            said = str(error).lower()
            why = next((told for sign, told in REASONS if sign in said), "can't be used. Try again")
            raise StorageError(f"The register {self.name} {why}.") from error
        except OSError as error:
            raise StorageError(files.sentence(Path(self.name), error)) from error

    def rows(self, statement: str, values: Values = {}) -> Sequence[Row]:  # noqa: B006  (never changed)
        """Return the rows of a statement."""
        with self._told():
            return self._connection.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Return what is done as a whole or not at all."""
        with self._told():
            self._connection.execute("begin immediate")
            try:
                yield
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise

    def change(self, statement: str, values: Values) -> None:
        """Carry out a statement that changes something."""
        self._connection.execute(statement, values)

    def change_all(self, statement: str, values: Iterable[Values]) -> None:
        """Carry out a statement once for each of the values."""
        self._connection.executemany(statement, values)

    def index(self, case: int, outputs: str, body: str) -> None:
        """Put the words of a case where they are searched."""
        new = {"id": case, "outputs": outputs, "body": body}
        for old in self._connection.execute("select outputs, body from searched where case_id = :id", new):
            self._connection.execute(
                "insert into search (search, rowid, outputs, body) values ('delete', ?, ?, ?)", (case, *old)
            )
        self._connection.execute("insert or replace into searched values (:id, :outputs, :body)", new)
        self._connection.execute("insert into search (rowid, outputs, body) values (:id, :outputs, :body)", new)

    def indexed(self, case: int) -> tuple[str, str]:
        """Return the words of a case that are searched."""
        (found,) = self.rows("select outputs, body from searched where case_id = :id", {"id": case})
        return found["outputs"], found["body"]

    def matching(self, words: str, *, in_titles: bool) -> tuple[str, Values]:
        """Return a condition on ``cases.id`` for the cases in whose words all of these stand, and its values."""
        listed = [f'"{word}"*' for word in terms(words)]
        if not listed:
            return "false", {}
        name, column = ("in_titles", "outputs : ") if in_titles else ("in_text", "")
        condition = f"cases.id in (select rowid from search where search match :{name})"  # noqa: S608  (a name of ours)
        return condition, {name: f"{column}({' '.join(listed)})"}

    def forget_erased(self) -> None:
        """Build the index of words anew, and write the file anew without what was erased."""
        with self._told():
            self._connection.execute("insert into search (search) values ('rebuild')")
            self._connection.execute("vacuum")

    def hidden(self) -> int:
        """Return 0: who may read the file may read all of it."""
        return 0

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
