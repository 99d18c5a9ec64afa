"""The faces: the only door to questionary, prompt_toolkit and rich. Nothing of them is imported here."""

import os
import sys
from typing import Any, TextIO

INSTEAD = "Use an answers file instead: breach-wizard new --answers FILE --no-input"


def suitable() -> str | None:
    """Return None where this terminal can serve the rich face, else a sentence that says why not and what to use."""
    if not _is_terminal(sys.stdin):
        return f"Questions need a terminal to be typed into, and standard input is none. {INSTEAD}"
    if stream() is None:
        return f"Questions need a terminal to be shown on, and the output is none. {INSTEAD}"
    if os.environ.get("TERM", "") == "dumb":
        return f"This terminal (TERM=dumb) can't move its cursor, so the questions can't be drawn. {INSTEAD}"
    encoding = getattr(stream(), "encoding", "") or ""
    if encoding.lower().replace("-", "") != "utf8":
        named = encoding or "unknown"
        return f"The output is not UTF-8 but {named}, so typed text could be lost. Set LANG=C.UTF-8. {INSTEAD}"
    return None


def stream() -> TextIO | None:
    """Return where to draw: standard error, so that standard output is free for results; else standard output."""
    return next((one for one in (sys.stderr, sys.stdout) if _is_terminal(one)), None)


def _is_terminal(one: Any) -> bool:
    try:
        return one is not None and bool(one.isatty())
    except ValueError:  # closed
        return False
