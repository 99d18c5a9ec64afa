"""Reading what a command names, and writing what it makes: files, standard input and output."""

import errno
import os
import sys
import time
from pathlib import Path

from breach_wizard import devices, files
from breach_wizard.cli import named, printing, say
from breach_wizard.errors import InputError, StorageError, StreamError
from breach_wizard.terminal import is_terminal
from breach_wizard.terminal.visible import visible

LARGEST = 10_000_000
"""No report or answers file comes near it, in bytes."""

PATIENCE = 5.0
STEP = 0.05
"""Seconds: so long something may take to begin writing to a pipe, and so often it is looked for."""

STEP_SIZE = 65536

FAILED = frozenset(
    getattr(errno, name)
    for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO", "EPIPE", "ENXIO", "EBADF")
    if hasattr(errno, name)
)
"""What goes wrong with a name that is right."""


def read(name: str) -> bytes:
    """Return the content of a file; ``-`` is standard input.

    Raises:
        InputError: it can't be read, or is far too large.
        StreamError: standard input is meant, and it is closed.
    """
    if name == "-" and sys.stdin is None:
        raise StreamError("Standard input is closed, so there is nothing to read. Open it, or name a file.")
    shown = "Standard input" if name == "-" else named.shown(name)
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _bounded(Path(name))
    except IsADirectoryError as error:
        raise InputError(f"{shown} is a folder. Name a file in it.") from error
    except OSError as error:
        raise InputError(
            f"{shown} can't be read: {(error.strerror or str(error)).lower()}. Look at the name, and try again."
        ) from error
    if len(data) > LARGEST:
        raise InputError(f"{shown} is larger than 10 MB, so it is no report and no answers file. Name another file.")
    return data


def _bounded(path: Path) -> bytes:
    number = devices.handle(path)
    if number is not None and devices.is_closed(number):
        raise StreamError(f"{path} is closed, so there is nothing to read. Open it, or name a file.")
    if number is not None:  # what a shell puts for <(...); opened anew by its path, one that ended is waited for
        with os.fdopen(os.dup(number), "rb") as file:
            return file.read(LARGEST + 1)
    if path.is_fifo():
        return _from_pipe(path)
    with path.open("rb") as file:
        first = file.read(STEP_SIZE)  # most are no larger, and room is made for all that is asked for
        return first if len(first) < STEP_SIZE else first + file.read(LARGEST + 1 - STEP_SIZE)


def _from_pipe(path: Path) -> bytes:
    """Read a pipe. One that nothing writes to would be waited for without an end, and without a word.

    Raises:
        StreamError: nothing has begun to write to it for some seconds.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        first = _first_of(handle, path)
        os.set_blocking(handle, True)
        return first + file.read(LARGEST + 1)


def _first_of(handle: int, path: Path) -> bytes:
    """What stands in the pipe by now; empty where something is about to write to it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            data = os.read(handle, STEP_SIZE)
        except BlockingIOError:  # it is open for writing, and nothing was written yet
            return b""
        if data:
            return data
        if time.monotonic() > deadline:
            name = named.shown(str(path))
            raise StreamError(f"Nothing writes to the pipe {name}. Start what is to write to it, then try again.")
        time.sleep(STEP)


def write(data: bytes, name: str, *, force: bool = False) -> None:
    """Write to a file, for its owner only, or to a pipe or a device; ``-`` is standard output.

    What the user should know of a file that was replaced is said on standard error.

    What a terminal shows holds nothing that it would obey.

    Raises:
        StreamError: the name is right, and writing failed: a full disk, a pipe that nobody reads, a closed stream.
        Unread: nobody reads standard output any more.
        StorageError: nothing can be written under that name, or it is there already and ``force`` was not given.
    """
    path = files.named(name)
    number = devices.handle(path)
    if number is not None and devices.is_closed(number):
        raise StreamError(f"{name} is closed, so there is nowhere to write the result to. Open it, or name a file.")
    if is_shown(name):  # a document is text here, and may hold what a terminal would obey
        data = visible(data.decode().replace("\r\n", "\n")).encode()
    if name == "-":
        printing.write_bytes(data)
    else:
        refuse_to_replace(name, force=force)
        try:
            notes = files.write_privately(path, data, overwrite=force)
        except StorageError as error:
            if getattr(error.__cause__, "errno", None) in FAILED:
                raise StreamError(str(error)) from error
            raise
        for note in notes:
            say(note)


def refuse_to_replace(name: str, *, force: bool) -> None:
    """Raise StorageError where a file of that name is there already, and may not be replaced."""
    if name != "-" and not force and files.is_there(files.named(name)):
        raise StorageError(f"{named.shown(name)} is there already. Choose another name, or replace it with --force.")


def is_shown(name: str) -> bool:
    """Does what is written to that name come out in a terminal?"""
    return is_terminal(sys.stdout) if name == "-" else devices.is_terminal(files.named(name))
