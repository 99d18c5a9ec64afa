"""Where the register is that is meant, as the environment, the profile or the site's profile says."""

from __future__ import annotations

import os

from breach_wizard import TYPE_CHECKING, environment, homes, regular

if TYPE_CHECKING:
    from breach_wizard.register.address import Address, Server


def register() -> Address:
    """Return where the register is that is meant."""
    from breach_wizard import folders

    if not _says(b"register"):  # reading a profile as TOML would cost a fifth of the time to a list
        return folders.register()
    from breach_wizard.cli.remembered import remembered

    return folders.register(remembered().register)


def server() -> Server | None:
    """Return the server that the register is on; None where it is a file. The first question waits for this."""
    named = os.environ.get(environment.REGISTER, "")
    if "://" not in named and (named or not _says(b"://")):
        return None
    from breach_wizard.register.address import Server

    found = register()
    return found if isinstance(found, Server) else None


def _says(sign: bytes) -> bool:
    """Does a profile hold this? One that can't be read is told of elsewhere."""
    for path in homes.profiles():
        try:
            if sign in regular.read(path):
                return True
        except OSError:
            continue
    return False
