"""What commands print: results to standard output, the rest to standard error. Every word of both goes through here."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

from breach_wizard.errors import StreamError
from breach_wizard.terminal import columns, is_terminal
from breach_wizard.terminal.visible import as_shown

CLOSED = "Standard output is closed, so there is nowhere to write the result to. Open it, or write to a file."


class Unread(Exception):
    """Whoever read our output has gone, as ``head`` does: no fault, and nothing to say."""


def write(text: str) -> None:
    """Write a part of the result to standard output; in ASCII where that is not UTF-8.

    Raises:
        StreamError: standard output is closed or full.
        Unread: nobody reads it any more.
    """
    with _to_standard_output():
        sys.stdout.write(as_shown(text, sys.stdout))


def write_bytes(data: bytes) -> None:
    """Write a document to standard output, as it is; raises as `write` does."""
    with _to_standard_output():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def flush() -> None:
    """See out what was written, while it can still be said that it can't be; raises as `write` does."""
    if sys.stdout is not None:
        with _to_standard_output():
            sys.stdout.flush()


def folded(line: str) -> list[str]:
    """Return a line of the result as a terminal shows it: at words, the rest of it further in; elsewhere as it is."""
    if not is_terminal(sys.stdout):
        return [line]
    width = max(columns() - 1, 20)
    return _wrapped(line, width, " " * (len(line) - len(line.lstrip()) + 2))


def _wrapped(line: str, width: int, further: str = "") -> list[str]:
    import textwrap

    return textwrap.wrap(line, width, subsequent_indent=further, break_long_words=False, break_on_hyphens=False)


def say(text: str) -> None:
    """Print what is not a result to standard error; on a terminal folded at words, to 79 columns at most."""
    if sys.stderr is None:  # print would take standard output, which is for results
        return
    text = as_shown(text, sys.stderr)  # before it is folded: what is spelled out takes more room
    if is_terminal(sys.stderr):
        width = min(columns(), 80) - 1
        text = "\n".join("\n".join(_wrapped(line, width)) for line in text.split("\n"))
    with contextlib.suppress(OSError, ValueError):  # nobody is there to be told; the exit code tells
        sys.stderr.write(f"{text}\n")  # at once, so that no signal comes between a line and its end
        sys.stderr.flush()


@contextlib.contextmanager
def _to_standard_output() -> Iterator[None]:
    if sys.stdout is None:
        raise StreamError(CLOSED)
    try:
        yield
    except BrokenPipeError as error:
        raise Unread from error
    except (OSError, ValueError) as error:  # a stream that was closed meanwhile gives the latter
        from breach_wizard.files import ADVICE

        reason = ADVICE.get(getattr(error, "errno", None) or errno.EBADF, "it can't be written to. Write to a file")
        raise StreamError(f"The result could not be written to standard output: {reason}.") from error


def fill() -> None:
    """Take the numbers of streams that the starter has closed, lest a report is opened under one of them.

    What a library prints to standard error by number would else be written into the report.
    """
    for one in (sys.stdin, sys.stdout, sys.stderr):
        if one is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def let_go() -> None:
    """Let go of an output that has gone, a closed terminal or pipe, so that our exit code is the one that is seen."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
