"""The shape of the database, brought up to date by numbered files. Pure but for reading them."""

from collections.abc import Iterator
from typing import Final

from breach_wizard.errors import StorageError

DAMAGED: Final = "is damaged. Nothing was changed. Put its backup in its place"
"""What is said of a register that can't be made out, after its name."""

NEWEST: Final = 3
"""The number of the last migration."""


def statements(since: int, database: str) -> Iterator[str]:
    """Yield the statements of the migrations after one, in order; those of one database after those of both.

    Args:
        since: the number of the last migration that the database has; 0 for a new one.
        database: "sqlite" or "postgresql", each of which may have a file of its own.
    """
    from importlib import resources  # a register that is up to date waits for none of it

    folder = resources.files("breach_wizard.register") / "migrations"
    for number in range(since + 1, NEWEST + 1):
        for file in (folder / f"{number:03}.sql", folder / f"{number:03}.{database}.sql"):
            lines = file.read_text("utf-8").splitlines() if file.is_file() else []
            text = "\n".join(line for line in lines if not line.lstrip().startswith("--"))
            yield from (one.strip() for one in text.split(";") if one.strip())


def refuse_unknown(number: int, name: str) -> None:
    """Refuse a register whose shape this program doesn't know.

    Args:
        number: the number of its last migration.
        name: what the register is called.

    Raises:
        StorageError: a newer program made it, or nobody did: no program writes a number below 0.
    """
    if number > NEWEST:
        raise StorageError(f"{name} was made by a newer breach-wizard. Install the newest to open it.")
    if number < 0:
        raise StorageError(f"{name} {DAMAGED}.")
