"""Where state and settings are kept, by name: who only looks into a file there need not wait for ``pathlib``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from breach_wizard import TYPE_CHECKING, environment

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

NAME = "breach-wizard"
PROFILE = "profile.toml"


def own() -> str:
    """Return the folder that ``BREACH_WIZARD_HOME`` names, as it stands there; empty where it names none."""
    return os.environ.get(environment.HOME, "")


USUAL = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}
"""Where Linux keeps what a user has, and the variable that says otherwise (XDG Base Directory Specification)."""


def platform() -> PlatformDirs:
    """Return the platform's own folders."""
    from platformdirs import PlatformDirs  # takes half of the time of a short command; few need it

    return PlatformDirs(NAME, appauthor=False)


def users(kind: str) -> str:
    """Return the platform's own folder for the user's "data", "config" or "state"; it need not be there yet."""
    variable, folder = USUAL[kind]
    is_usual = sys.platform == "linux" and os.path.isabs(os.environ.get("HOME", ""))  # noqa: PTH117
    if is_usual and variable not in os.environ and "ANDROID_ROOT" not in os.environ:
        return os.path.join(os.path.expanduser(folder), NAME)  # noqa: PTH111, PTH118
    found: str = getattr(platform(), f"user_{kind}_dir")
    return found


def site() -> list[str]:
    """Return the folders in which an organisation keeps what holds for everybody on this computer, the first first."""
    if sys.platform in ("win32", "darwin"):
        return [platform().site_config_dir]
    # As platformdirs has it, without the time that loading it takes before the first question.
    named = [one for one in os.environ.get("XDG_CONFIG_DIRS", "").split(os.pathsep) if os.path.isabs(one)]  # noqa: PTH117
    return [os.path.join(one, NAME) for one in named or ["/etc/xdg"]]  # noqa: PTH118


def profiles() -> Iterator[str]:
    """Yield the file of the profile, which need not be there, and that of the site's where it has one."""
    yield os.path.join(os.path.expanduser(own()) or users("config"), PROFILE)  # noqa: PTH111, PTH118
    yield from of_the_site(PROFILE)


def has_profile() -> bool:
    """Is there a profile, the user's or the site's? Where that can't be told, there may be one."""
    for path in profiles():
        try:
            os.stat(path)  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            pass
        return True
    return False


def of_the_site(name: str) -> Iterator[str]:
    """Yield the file or folder of this name that the site has, where it has one."""
    for path in (os.path.join(folder, name) for folder in site()):  # noqa: PTH118
        if os.path.exists(path):  # noqa: PTH110 - its own raises where a folder can't be looked into
            yield path
            return
