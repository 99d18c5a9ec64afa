"""Which face asks: the rich one, or the plain one where it was chosen or where the rich one would go wrong."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from breach_wizard import homes, regular
from breach_wizard.cli import place
from breach_wizard.cli.printing import say
from breach_wizard.errors import StreamError, UsageError
from breach_wizard.terminal import can_type, echo, why_not_drawn
from breach_wizard.terminal.signals import handled

if TYPE_CHECKING:
    from breach_wizard.prompts import Prompter

Load = Callable[[], "Prompter"]
"""Returns the face, its library loaded by then."""

LATER = (
    "breach_wizard.cli.interactive",
    *(
        f"breach_wizard.wizard.{one}"
        for one in ("checking", "citing", "writing", "finishing", "recording", "earlier", "looking")
    ),
    "breach_wizard.terminal.pages",
)
"""What later questions need: rich and the rest, imported while the user reads the first."""

TITLE = "Breach of the Code of Practice for Statistics: what to do, and the report"
NOTHING_SENT = "This program sends nothing. "
TO_A_SERVER = "The register {} is asked for breaches like this one. The report is added to it only if you say so. "
SAVED = "What you type is saved on this computer"
OF_AN_EXAMPLE = "This is an example. This program sends nothing, and keeps nothing of it unless you ask for it"
NOTHING_TO_TYPE_INTO = (
    "Questions need a terminal to be typed into, and standard input is none. With --plain they are read from it, a "
    "line at a time."
)


@contextlib.contextmanager
def opened(plain: bool | None = None, promise: str = "") -> Iterator[Load]:
    """Choose the face for this terminal and this user, and write the two lines that open a run.

    They are there to be read while all else loads: without them the screen stays empty for a fifth of a second. From
    them to the end of the block the terminal echoes nothing, and a signal raises Stopped.

    Args:
        plain: what the command line asks for; None: nothing.
        promise: what becomes of that which is typed; where it is empty, what holds for a report.

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
    in_lines = is_plain(plain)
    why_not = None if in_lines else why_not_drawn()
    if why_not:
        raise UsageError(f"{why_not} Leave --no-plain out, and they are asked in plain lines.")
    with handled(), echo.off() as echo_again:
        say(_first_words(promise or _promise(), in_lines=in_lines))
        yield partial(_plain, echo_again) if in_lines else _rich


def _plain(echo_again: Callable[[], None]) -> "Prompter":
    from breach_wizard.terminal.plain import PlainPrompter

    echo_again()
    return PlainPrompter()


def _rich() -> "Prompter":
    from breach_wizard.terminal.rich import RichPrompter

    return RichPrompter(after_first_paint=_load_later)


def _promise() -> str:
    """What leaves this computer, and what stays on it."""
    server = place.server()
    return f"{TO_A_SERVER.format(server) if server else NOTHING_SENT}{SAVED}"


def _first_words(promise: str, *, in_lines: bool) -> str:
    """The title, the promise, and how to stop."""
    if in_lines:
        return f"{TITLE}\n{promise}. /quit stops, /help says all commands."
    return f"{TITLE}\n\n{promise}, so you can stop at any time."


def is_plain(plain: bool | None) -> bool:
    """Is it the plain face that asks? ``plain`` is what the command line asks for; None: nothing."""
    return bool(plain or (plain is None and (_prefers_plain() or why_not_drawn())))


def bare(plain: bool | None) -> "Prompter":
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
    return next((plain for plain in map(_says_plain, homes.profiles()) if plain is not None), False)


def _says_plain(path: str) -> bool | None:
    """What a profile says of plain lines; None where it says nothing, or can't be used, which is said elsewhere."""
    try:
        data = regular.read(path)
    except OSError:
        return None
    if b"plain" not in data:  # reading it as TOML costs a tenth of the time to the first question
        return None
    from breach_wizard import parsing

    with contextlib.suppress(parsing.Unreadable, UnicodeDecodeError):
        said = parsing.toml(data.decode("utf-8-sig")).get("plain")
        return said if isinstance(said, bool) else None
    return None


def _load_later() -> None:
    for name in LATER:
        with contextlib.suppress(Exception):  # in a thread nobody would be told; the wizard imports it again, and is
            import_module(name)


def _without_questions() -> str:
    from breach_wizard.invoked import command

    return f"Or use an answers file: {command('new --answers FILE --no-input')}"
