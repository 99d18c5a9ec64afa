"""The user's own editor on a long text. What stands in its file is read before the file goes, whatever ends it."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from breach_wizard.prompts import Back, Partial, Stopped
from breach_wizard.records import Record
from breach_wizard.terminal import echo, stream
from breach_wizard.terminal.editors import Editor, find
from breach_wizard.terminal.signals import held_interrupts
from breach_wizard.text import without_controls

AT_ONCE = 1.5
"""Seconds in which nobody reads a text, let alone changes it: an editor that is back by then has left a window open."""

GRACE = 0.5
"""Seconds that an editor has to end where we must."""


class Desk(Record, kw_only=False):
    """What a face does for an editor.

    Attributes:
        say: says a sentence.
        choose: asks a question to which there are these answers; returns the number of the one chosen.
        keep: keeps a text as half typed.
        brings: what the user is told brings a text that was put aside, such as "F6 brings it".
    """

    say: Callable[[str], None]
    choose: Callable[[str, Sequence[str]], int]
    keep: Callable[[Partial], None]
    brings: str


class Edited(Record, kw_only=False):
    """What came of it: the text, one that is to be had on request, and a sentence where something was not as usual."""

    text: str
    aside: str = ""
    said: str = ""


def edit(text: str, desk: Desk) -> Edited:
    """Let the user edit a text in their editor: $VISUAL, $EDITOR, or one that is easy to leave.

    The file lies in a folder of its own, which only the user may enter and which is gone in the end: what an editor
    saves later on finds no place.

    Raises:
        Stopped: we must end; what the file held was handed to ``keep`` first.
    """
    editor = find()
    if isinstance(editor, str):
        return Edited(text, said=editor)
    folder = Path(tempfile.mkdtemp(prefix="breach-wizard-"))  # made with mode 0700
    path = folder / "text.md"
    try:
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        desk.say(f"{editor.name} opens with your text. To come back here: {editor.leaving}.")
        return _edited(text, editor, path, desk)
    except Stopped:
        left = _read(path)
        if left is not None and left.strip() and left != _as_left(text):
            desk.keep(left)
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Edited(
            text, said=f"{editor.name} could not be used: {reason}. Set VISUAL to an editor that can, or type here."
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _edited(text: str, editor: Editor, path: Path, desk: Desk) -> Edited:
    before = _as_left(text)
    began = time.monotonic()
    code = _run(editor, path)
    if code == 0 and _read(path) == before and time.monotonic() - began < AT_ONCE:
        with contextlib.suppress(Back):
            desk.choose(
                f"{editor.name} came back at once, and the text is as it was. If its window is still open: save there, "
                f'then go on here. To be waited for, it may want an option, such as: VISUAL="code --wait"',
                ("Done, go on",),
            )
    left = _read(path)
    if left is None:
        return Edited(text, said=f"{editor.name} has taken its file away. Your text is as it was before.")
    if left == before:
        failed = f"{editor.name} ended with an error. Your text is as it was before."
        return Edited(text, said=failed if code else "")
    if code:
        kept = f"Your text is as it was before; what it had saved is kept, {desk.brings}."
        return Edited(text, left, f"{editor.name} ended with an error. {kept}")
    if not left.strip() and not _is_to_be_empty(editor, desk):
        return Edited(text)
    return Edited(left, aside=text)


def _is_to_be_empty(editor: Editor, desk: Desk) -> bool:
    try:
        return desk.choose(f"{editor.name} left an empty file.", ("Keep the text", "Take the text out")) == 1
    except Back:
        return False


def _run(editor: Editor, path: Path) -> int:
    """Run an editor to its end, and return its exit code; negative for a signal.

    An editor may take Ctrl-C for a key of its own, which all that run in the terminal are told of: it means us only
    where the editor ends by it.
    """
    with echo.lent(), held_interrupts() as pressed:
        process = subprocess.Popen(  # noqa: S603 - the user's own choice of editor
            [*editor.command, str(path)], env=os.environ | editor.settings, stdout=stream()
        )
        try:
            code = process.wait()
        except BaseException:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
            raise
    if pressed and time.monotonic() - pressed[-1] < GRACE:
        raise Stopped
    return code


def _as_left(text: str) -> str:
    """The text as it would be read back from a file that nobody changed."""
    return without_controls(text).rstrip("\n")


def _read(path: Path) -> str | None:
    """What stands in the file; None where there is none."""
    try:
        return _as_left(_decoded(path.read_bytes()))
    except OSError:
        return None


def _decoded(data: bytes) -> str:
    """The text of a file; an editor that saves in an old way of Windows is understood too."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
