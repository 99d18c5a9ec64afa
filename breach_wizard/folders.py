"""Where the wizard keeps its state: under ``BREACH_WIZARD_HOME``, or in the platform's own folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from breach_wizard import TYPE_CHECKING, environment, homes
from breach_wizard.errors import StorageError
from breach_wizard.files import absolute, named, sentence

if TYPE_CHECKING:
    from breach_wizard.register.address import Address


def drafts() -> Path:
    """Return the folder of the drafts; it need not be there yet."""
    return _under("drafts") or Path(homes.users("data")) / "drafts"


def profile() -> Path:
    """Return the file of the profile; it need not be there yet."""
    return _under(homes.PROFILE) or Path(homes.users("config")) / homes.PROFILE


def register(named_in_profile: str = "") -> Address:
    """Return where the register is: what ``BREACH_WIZARD_REGISTER`` names, the profile names, or a file in its place.

    It need not be there yet.
    """
    name = os.environ.get(environment.REGISTER, "") or named_in_profile
    return register_named(name) if name else _under("register.db") or Path(homes.users("data")) / "register.db"


def register_named(name: str) -> Address:
    """Return the file or the server that a person named as a register."""
    from breach_wizard.register.address import Server, is_address  # the first question is asked without

    return Server(name) if is_address(name) else absolute(named(name))


def faults() -> Path:
    """Return the folder of what is kept of our own faults where the user asks for it; it need not be there yet."""
    return _under("faults") or Path(homes.users("state")) / "faults"


def site() -> tuple[Path, ...]:
    """Return the folders in which an organisation keeps what holds for everybody on this computer, the first first."""
    return tuple(map(Path, homes.site()))


def of_the_site(name: str) -> Iterator[Path]:
    """Yield the file or folder of this name that the site has, where it has one: "guidance", "profile.toml"."""
    yield from map(Path, homes.of_the_site(name))


def template() -> Path | None:
    """Return the Word form for every report, the user's own or else the site's; None where there is none."""
    own = profile().parent / "template.docx"
    return own if own.is_file() else next(of_the_site("template.docx"), None)


def _under(name: str) -> Path | None:
    home = homes.own()
    return absolute(named(home)) / name if home else None


def make(folder: Path) -> None:
    """Make the folder and those above it that are missing, for their owner only (mode 0700).

    Raises:
        StorageError: it can't be made.
    """
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):  # parents=True would give only the last one our mode
            one.mkdir(exist_ok=True, mode=0o700)
        folder.mkdir(exist_ok=True)  # says what is wrong where a file stands there
    except OSError as error:
        raise StorageError(sentence(folder, error)) from error
