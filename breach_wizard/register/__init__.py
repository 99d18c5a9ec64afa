"""The register: every report that an office has made, its versions, and what happened to each."""

from breach_wizard.errors import StorageError
from breach_wizard.register.address import Address, Server
from breach_wizard.register.database import Register

NOT_INSTALLED = (
    "The register {} needs what is not installed: psycopg. Install it with: pip install 'breach-wizard[postgres]'"
)


def opened(address: Address) -> Register:
    """Return the register that is in a file or on a server, which is made where it is not there.

    Raises:
        StorageError: it can't be opened; the message says what to do.
        InputError: it is no address of a register.
    """
    if isinstance(address, Server):
        address.checked()
        try:
            from breach_wizard.register.postgres import PostgreSQL  # a file needs no library, and waits for none
        except ImportError as error:
            raise StorageError(NOT_INSTALLED.format(address)) from error
        return PostgreSQL(address)
    from breach_wizard.register.sqlite import SQLite  # a server needs no SQLite, and no command waits for both

    return SQLite(address)


def is_there(address: Address) -> bool:
    """Is there something to look into? Of a server, only opening it tells."""
    return isinstance(address, Server) or address.exists()
