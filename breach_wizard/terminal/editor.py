"""The user's own editor on a long text: in a private file that is gone afterwards, whatever happens."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def edit(text: str) -> tuple[str, str]:
    """Return the text as the user left it, and a sentence where the editor could not be used.

    $VISUAL is tried, then $EDITOR, then what the system has.
    """
    command = _command()
    handle, name = tempfile.mkstemp(prefix="breach-wizard-", suffix=".md")  # made with mode 0600
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        finished = subprocess.run([*command, name], check=False)  # noqa: S603 - the user's own choice of editor
        if finished.returncode != 0:
            return text, f"The editor ended with an error ({command[0]}). Your text is as it was before."
        return _decoded(path.read_bytes()), ""
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return (
            text,
            f"The editor {command[0]} could not be started: {reason}. Set EDITOR to one that is there, or type here.",
        )
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def _command() -> list[str]:
    """The editor and its options. On Windows a path holds backslashes, and blanks outside quotation marks."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not named:
        there = ("notepad",) if sys.platform == "win32" else ("nano", "vi")
        return [next((one for one in there if shutil.which(one)), there[0])]
    if shutil.which(named):
        return [named]
    return [part.strip('"') for part in shlex.split(named, posix=sys.platform != "win32")]


def _decoded(data: bytes) -> str:
    """The text of a file; an editor that saves in the old Windows way is understood too."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\r\n", "\n").rstrip("\n")
