"""The shape of the database, brought up to date by numbered files. Pure but for reading them."""

from collections.abc import Iterator
from importlib import resources
from typing import Final

from breach_wizard.errors import StorageError

NEWEST: Final = 2
"""The number of the last migration."""


def statements(since: int, database: str) -> Iterator[str]:
    """Yield the statements of the migrations after one, in order; those of one database after those of both.

    Args:
        since: the number of the last migration that the database has; 0 for a new one.
        database: "sqlite" or "postgresql", each of which may have a file of its own.
    """
    folder = resources.files("breach_wizard.register") / "migrations"
    for number in range(since + 1, NEWEST + 1):
        for file in (folder / f"{number:03}.sql", folder / f"{number:03}.{database}.sql"):
            lines = file.read_text("utf-8").splitlines() if file.is_file() else []
            text = "\n".join(line for line in lines if not line.lstrip().startswith("--"))
            yield from (one.strip() for one in text.split(";") if one.strip())


def refuse_newer(number: int, name: str) -> None:
    """Refuse a register that a newer program made.

    Raises:
        StorageError: the number is one that this program doesn't know.
    """
    if number > NEWEST:
        raise StorageError(f"{name} was made by a newer breach-wizard. Install the newest to open it.")
