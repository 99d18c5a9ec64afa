"""Puts a text on the clipboard: asks the terminal (OSC 52), and the system's own program for that where there is one.

The terminal may be on another machine than this program, and the program may not reach the user's screen. So both are
tried, and what was done is said as it is: no terminal tells whether it took the text.
"""

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import PureWindowsPath
from typing import NamedTuple

LONGEST = 74_994
"""Bytes of a text that a terminal can be asked to copy; many throw away a sequence of over 100,000."""

PATIENCE = 3.0
"""Seconds for a clipboard program, which needs a few hundredths; one that waits for a display may wait for ever."""

UTF_16 = "utf-16-le"
"""What Windows' own program takes for Unicode."""

NOT_ASKED = ("", "dumb", "linux")
"""Terminals, by $TERM, that have no clipboard or would show the sequence."""


class Program(NamedTuple):
    """A program that takes the clipboard's new text from its standard input."""

    argv: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """Its name, without the folder."""
        return PureWindowsPath(self.argv[0]).name


def copy(text: str, send: Callable[[str], None] | None) -> str:
    """Put a text on the clipboard, and return what was done, in a sentence or two.

    Args:
        text: what to copy, as it is.
        send: writes to the terminal as it is; None where nothing is drawn on one.
    """
    asked = send is not None and _can_be_asked(text, os.environ)
    if send is not None and asked:
        send(sequence(text, os.environ))
    took = next((one.name for one in programs(os.environ, sys.platform) if _run(one, text)), "")
    if took:
        return f"Copied, with {took}.{' The terminal was asked to copy it too.' if asked else ''}"
    if asked:
        return "The terminal was asked to copy it. Not every terminal does: paste it to see, or write it to a file."
    return "Not copied: no clipboard can be reached from here. Write it to a file, or mark it on the screen."


def _can_be_asked(text: str, environment: Mapping[str, str]) -> bool:
    return environment.get("TERM", "") not in NOT_ASKED and len(text.encode()) <= LONGEST


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """Return what asks a terminal to copy a text. Of the text it holds base64 alone, so that nothing in it is obeyed.

    Within tmux it comes twice: for tmux itself, and wrapped for the terminal around it. Each takes what it is set to.
    """
    plain = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    return f"{plain}\x1bPtmux;\x1b{plain}\x1b\\" if environment.get("TMUX") else plain


def programs(environment: Mapping[str, str], platform: str) -> Iterator[Program]:
    """Yield the clipboard programs that are there and have a screen to work for, the likeliest first."""
    there: list[Program] = []
    if platform == "darwin":
        there.append(Program(("pbcopy",)))
    elif platform == "win32":  # by its path, since Windows would look in the current folder first
        there.append(Program((rf"{environment.get('SYSTEMROOT', '')}\System32\clip.exe",), UTF_16))
    elif "WSL_DISTRO_NAME" in environment:
        there.append(Program(("clip.exe",), UTF_16))
    if environment.get("WAYLAND_DISPLAY"):
        there.append(Program(("wl-copy",)))
    if environment.get("DISPLAY"):
        there += [Program(("xclip", "-selection", "clipboard")), Program(("xsel", "--clipboard", "--input"))]
    yield from (one for one in there if shutil.which(one.argv[0]))


def _run(program: Program, text: str) -> bool:
    """Hand a text to a program; did it take it?

    Some stay behind to give the text to who pastes it: they get nothing of ours to hold open, and a session of their
    own, which Ctrl-C does not reach.
    """
    try:
        done = subprocess.run(  # noqa: S603 - one of the programs above
            program.argv,
            input=text.encode(program.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"LC_CTYPE": "UTF-8"},  # by which pbcopy reads
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
