"""The faces: the only door to questionary, prompt_toolkit and rich. Nothing of them is imported here."""

from __future__ import annotations

import contextlib
import os
import sys

from breach_wizard import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TextIO

USUAL_COLUMNS = 80


def can_type() -> bool:
    """Is standard input a terminal?"""
    return is_terminal(sys.stdin)


def why_not_drawn() -> str | None:
    """Return None where this terminal can serve the rich face, else a sentence that says why not."""
    if stream() is None:
        return "Questions need a terminal to be drawn on, and the output is none."
    if os.environ.get("TERM", "") == "dumb":
        return "This terminal (TERM=dumb) can't move its cursor, so the questions can't be drawn."
    if not is_utf8(stream()):
        named = getattr(stream(), "encoding", "") or "unknown"
        return f"The output is not UTF-8 but {named}, so what is drawn could not be read."
    return None


def stream() -> TextIO | None:
    """Return where to draw: standard error, so that standard output is free for results; else standard output."""
    return next((one for one in (sys.stderr, sys.stdout) if is_terminal(one)), None)


def columns() -> int:
    """Return the width of the terminal, as ``shutil`` does: loading that takes as long as all of a short answer."""
    with contextlib.suppress(ValueError):
        if (set_by_user := int(os.environ.get("COLUMNS", ""))) > 0:
            return set_by_user
    with contextlib.suppress(AttributeError, ValueError, OSError):  # there is no output, or it is no terminal
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL_COLUMNS  # type: ignore[union-attr]
    return USUAL_COLUMNS


def is_utf8(output: TextIO | None) -> bool:
    """Can the output show every character?"""
    return (getattr(output, "encoding", None) or "").lower().replace("-", "").replace("_", "") == "utf8"


def is_terminal(one: Any) -> bool:
    """Is the stream a terminal? There may be none, or a closed one."""
    try:
        return one is not None and bool(one.isatty())
    except ValueError:  # closed
        return False
