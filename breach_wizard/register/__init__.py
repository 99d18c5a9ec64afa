"""The register: every report that an office has made, its versions, and what happened to each."""

from pathlib import Path

from breach_wizard.register.database import Register


def opened(path: Path) -> Register:
    """Return the register in a file, which is made where it is not there.

    Raises:
        StorageError: it can't be opened; the message says what to do.
    """
    from breach_wizard.register.sqlite import SQLite  # a server needs no SQLite, and no command waits for both

    return SQLite(path)
