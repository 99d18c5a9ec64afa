"""Which face asks: the rich one, or the plain one where it was chosen or where the rich one would go wrong."""

import contextlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from breach_wizard import folders, regular
from breach_wizard.cli import say
from breach_wizard.errors import StorageError, StreamError, UsageError
from breach_wizard.prompts import Prompter
from breach_wizard.terminal import can_type, why_not_drawn

TITLE = "Breach of the Code of Practice for Statistics: what to do, and the report"
SAVED = "This program sends nothing. What you type is saved on this computer"
OF_AN_EXAMPLE = "This is an example. This program sends nothing, and keeps nothing of it unless you ask for it"
NOTHING_TO_TYPE_INTO = (
    "Questions need a terminal to be typed into, and standard input is none. With --plain they are read from it, a "
    "line at a time."
)


def choose(plain: bool | None = None, later: Sequence[str] = (), promise: str = SAVED) -> Prompter:
    """Return the face for this terminal and this user, after the two lines that open a run.

    Args:
        plain: what the command line asks for; None: nothing.
        later: modules to load after the first question is painted, while the user reads it.
        promise: what becomes of that which is typed.

    Raises:
        UsageError: no face can serve, or not the one asked for; the message says what to use instead.
        StreamError: standard input or standard error is closed.
    """
    if sys.stdin is None:
        raise StreamError(f"Standard input is closed, so nothing can be answered. {_without_questions()}")
    if sys.stderr is None:  # where questions are written, or drawn
        raise StreamError(f"Standard error is closed, so nothing can be asked. {_without_questions()}")
    if not can_type() and not plain:
        raise UsageError(f"{NOTHING_TO_TYPE_INTO} {_without_questions()}")
    if is_plain(plain):
        say(f"{TITLE}\n{promise}. Type /quit to stop, /help for all commands.")
        return bare(plain=True)
    why_not = why_not_drawn()
    if why_not:
        raise UsageError(f"{why_not} Leave --no-plain out, and they are asked in plain lines.")
    # What the user reads while the libraries load; without it the screen stays empty for a fifth of a second.
    say(f"{TITLE}\n\n{promise}, so you can stop at any time.")
    from breach_wizard.terminal.rich import RichPrompter

    return RichPrompter(after_first_paint=partial(_load, later))


def is_plain(plain: bool | None) -> bool:
    """Is it the plain face that asks? ``plain`` is what the command line asks for; None: nothing."""
    return bool(plain or (plain is None and (_prefers_plain() or why_not_drawn())))


def bare(plain: bool | None) -> Prompter:
    """Return the face for a single question, without the lines that open a run."""
    if is_plain(plain):
        from breach_wizard.terminal.plain import PlainPrompter

        return PlainPrompter()
    from breach_wizard.terminal.rich import RichPrompter

    return RichPrompter()


def _prefers_plain() -> bool:
    """Did the user ask for plain lines once and for all, in the environment or the profile?"""
    if os.environ.get("ACCESSIBLE", "").lower() not in ("", "0", "false", "no"):
        return True
    from_where = [folders.profile(), *folders.of_the_site("profile.toml")]
    return next((plain for plain in map(_says_plain, from_where) if plain is not None), False)


def _says_plain(path: Path) -> bool | None:
    """What a profile says of plain lines; None where it says nothing, or can't be used, which is said elsewhere."""
    try:
        data = regular.read(path)
    except (OSError, StorageError):
        return None
    if b"plain" not in data:  # reading it as TOML costs a tenth of the time to the first question
        return None
    from breach_wizard import parsing

    with contextlib.suppress(parsing.Unreadable, UnicodeDecodeError):
        said = parsing.toml(data.decode("utf-8-sig")).get("plain")
        return said if isinstance(said, bool) else None
    return None


def _load(names: Sequence[str]) -> None:
    for name in names:
        with contextlib.suppress(Exception):  # in a thread nobody would be told; the wizard imports it again, and is
            import_module(name)


def _without_questions() -> str:
    from breach_wizard.invoked import command

    return f"Or use an answers file: {command('new --answers FILE --no-input')}"
