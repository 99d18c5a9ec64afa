"""Where the register is that is meant, as the environment, the profile or the site's profile says."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from breach_wizard import folders, regular
from breach_wizard.errors import StorageError

if TYPE_CHECKING:
    from breach_wizard.register.address import Address, Server


def register() -> "Address":
    """Return where the register is that is meant."""
    if not _says(b"register"):  # reading a profile as TOML would cost a fifth of the time to a list
        return folders.register()
    from breach_wizard.cli.remembered import remembered

    return folders.register(remembered().register)


def server() -> "Server | None":
    """Return the server that the register is on; None where it is a file. The first question waits for this."""
    named = os.environ.get(folders.REGISTER, "")
    if "://" not in named and (named or not _says(b"://")):
        return None
    found = register()
    return None if isinstance(found, Path) else found


def _says(sign: bytes) -> bool:
    """Does a profile hold this? One that can't be read is told of elsewhere."""
    for path in (folders.profile(), *folders.of_the_site("profile.toml")):
        try:
            if sign in regular.read(path):
                return True
        except (OSError, StorageError):
            continue
    return False
