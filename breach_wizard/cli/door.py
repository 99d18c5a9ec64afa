"""The one door for what goes wrong: all that a command raises becomes a sentence and an exit code, no traceback."""

from __future__ import annotations

import os
from collections.abc import Callable

from breach_wizard import TYPE_CHECKING, __version__
from breach_wizard.cli.printing import Unread, flush, say
from breach_wizard.errors import AnswersError, BreachWizardError, ExportError, StreamError, UsageError
from breach_wizard.stops import Stopped

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "BREACH_WIZARD_DEBUG"
"""Set, it asks for what ``--debug`` asks for, which sets it."""

HOW_TO_TELL = "Give the same command again with --debug: it writes what helps to find the fault into a file of yours."


def through(work: Callable[[], int]) -> int:
    """Do the work of a command, and see its output out; say what went wrong, and return the exit code.

    Stopped and Ctrl-C are no faults: they have said what is kept.
    """
    try:
        code = _code(work)
        flush()
    except Stopped as stopped:
        return stopped.code
    except KeyboardInterrupt:
        return 130
    except Unread:
        return 0
    except BaseException as error:
        return _told(error)
    return code


def _code(work: Callable[[], int]) -> int:
    try:
        return work()
    except SystemExit as leave:  # the parser's: help was shown, or the words of the command line are not known
        return leave.code if isinstance(leave.code, int) else 2


def _told(error: BaseException) -> int:
    """Say what went wrong, and return its exit code."""
    match error:
        case AnswersError():
            say("The report can't be made yet:\n" + "\n".join(f"  {problem}" for problem in error.problems))
            return 1
        case ExportError():
            say(f"{error} This is our fault. Report it with the words of this message.{_kept(error)}")
            return 3
        case StreamError():
            say(str(error))
            return 3
        case UsageError():
            say(str(error))
            return 2
        case BreachWizardError():
            say(str(error))
            return 1
    say(unforeseen(error))
    return 3


def unforeseen(error: BaseException) -> str:
    """Return the sentence on an error that nobody thought of; where it was asked for, keep the traceback.

    What a library says of it is not repeated: it may hold the user's own words.
    """
    if isinstance(error, MemoryError):
        what = "There was not enough memory for this. Close other programs, or try a smaller file."
    elif isinstance(error, OSError) and error.strerror:
        what = f"The system refused something that was needed ({error.strerror.lower()}), and this is not provided for."
    else:
        what = f"Something went wrong that is our fault ({type(error).__name__})."
    return what + (_kept(error) or f" {HOW_TO_TELL}")


def is_asked_for() -> bool:
    """Did the user ask for the traceback?"""
    return os.environ.get(VARIABLE, "").lower() not in ("", "0", "false", "no")


def _kept(error: BaseException) -> str:
    """Where the traceback is, as a sentence; empty where nobody asked for one."""
    if not is_asked_for():
        return ""
    try:
        path = _keep(error)
    except BreachWizardError as failed:
        return f" The details could not be kept. {failed}"
    except Exception as failed:  # the memory, or a home that can't be found: the first fault is what counts
        return f" The details could not be kept either ({type(failed).__name__})."
    return (
        f" The details are in {path}, which only you can read. They may hold words of what was typed or read: "
        "look through them before you give them to anybody."
    )


def _keep(error: BaseException) -> Path:
    import platform
    import traceback
    from datetime import UTC, datetime

    from breach_wizard import files, folders

    now = datetime.now(UTC)
    head = [
        f"breach-wizard {__version__}, Python {platform.python_version()}, {platform.platform()}, {now:%Y-%m-%d %H:%M}",
        "This may hold words of what was typed or read, names of files too.",
        "",
    ]
    text = "\n".join(head) + "\n" + "".join(traceback.format_exception(error))
    folder = folders.faults()
    folders.make(folder)
    path = folder / f"{now:%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
    files.write_privately(path, text.encode("utf-8", "backslashreplace"), overwrite=False)
    return path
