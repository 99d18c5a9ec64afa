"""What is remembered from one report to the next: the body, the contact, and whom to ring."""

from typing import TYPE_CHECKING

from breach_wizard import parsing, regular
from breach_wizard.errors import InputError, StorageError
from breach_wizard.records import Record

if TYPE_CHECKING:
    from pathlib import Path

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Profile(Record, kw_only=False):
    """The remembered details; all may be empty.

    The numbers are phone numbers for the do-now screen. They are shown there and printed nowhere. ``hop_email`` is
    where the draft of an email goes, ``submission_address`` where one goes that is a formal report. ``marking`` stands
    on each document. ``nation`` and ``site`` name an entry of the guidance's nations.toml and sites.toml,
    ``take_down_note`` is a line in place of that site's own. ``formats`` are those of the last report, ``folder`` is
    where it was written. ``register`` is the register's file or
    server; ``register_add``: each report is added to it; to a server, that is what is proposed. ``plain``: ask in plain
    lines.
    """

    producer: str = ""
    contact_name: str = ""
    contact_details: str = ""
    head_of_profession: str = ""
    hop_number: str = ""
    publishing_number: str = ""
    hop_email: str = ""
    submission_address: str = ""
    marking: str = ""
    nation: str = ""
    site: str = ""
    take_down_note: str = ""
    formats: str = ""
    register: str = ""
    register_add: bool = False
    folder: str = ""
    plain: bool = False

    @property
    def details(self) -> dict[str, str]:
        """The answers that a report takes over."""
        names = ("producer", "contact_name", "contact_details", "head_of_profession")
        return {name: getattr(self, name) for name in names}

    @property
    def contacts(self) -> dict[str, str]:
        """What stands for ``[hop]`` and ``[publishing]`` on the do-now screen; a role alone would only repeat it."""
        hop = ", ".join(part for part in (self.head_of_profession, self.hop_number) if part)
        return {"hop": hop if self.hop_number else "", "publishing": self.publishing_number}


NOTHING = Profile()
"""What is known where nothing is remembered."""

FLAGS = ("plain", "register_add")
NAMES = Profile._fields


def load(path: "Path", defaults: Profile = NOTHING) -> Profile:
    """Return the profile; the defaults where there is none.

    Args:
        path: the file.
        defaults: what counts where the file doesn't name it: what an organisation says for everybody.

    Raises:
        InputError: what it holds isn't right; the message says where.
        StorageError: the file can't be read.
    """
    try:
        found = parsing.toml(regular.read(path).decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return defaults
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise StorageError(f"{path} can't be read: {why}. Correct its permissions, or delete it.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.") from error
    except parsing.Unreadable as error:
        raise InputError(f"{path} is not right as TOML: {error}.") from error
    for name, value in found.items():
        if name not in NAMES:
            raise InputError(f"{path}: there is no {name!r} in a profile. The names are: {', '.join(NAMES)}.")
        if not isinstance(value, bool if name in FLAGS else str):
            kind = "true or false" if name in FLAGS else "text in quotation marks"
            raise InputError(f"{path}: {name} must be {kind}.")
    return defaults._replace(**found)


def save(path: "Path", profile: Profile, defaults: Profile = NOTHING) -> None:
    """Write the profile for its owner only: what differs from the defaults, so that theirs can change.

    One that is there and can't be used is never replaced.

    Raises:
        StorageError: it can't be written.
    """
    from breach_wizard import files, folders  # most runs change nothing

    try:
        load(path)
    except InputError as error:
        raise StorageError(f"{error} So nothing was remembered. Correct it, or delete it.") from error
    folders.make(path.parent)
    known = defaults._asdict()
    lines = [f"{name} = {_spelled(value)}" for name, value in profile._asdict().items() if value != known[name]]
    files.write_privately(path, ("\n".join(lines) + "\n").encode())


def _spelled(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else _quoted(value)


def _quoted(text: str) -> str:
    """The text as a TOML basic string."""
    escaped = "".join(
        ESCAPES.get(one, f"\\u{ord(one):04x}" if ord(one) < 32 or ord(one) == 127 else one) for one in text
    )
    return f'"{escaped}"'
