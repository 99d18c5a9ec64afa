"""Which editor the user has: what $VISUAL or $EDITOR means, or one that can be left without having learnt it."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from breach_wizard.patterns import pattern
from breach_wizard.records import Record

LEAVING = {
    "nano": "Ctrl-X, then Y and Enter",
    "micro": "Ctrl-S, then Ctrl-Q",
    "notepad": "save, and close its window",
    **dict.fromkeys(("vi", "vim", "nvim"), "Esc, then :wq and Enter"),
    "emacs": "Ctrl-X Ctrl-S, then Ctrl-X Ctrl-C",
}
"""How to save and leave, by the editor's name."""

EASY = ("nano", "micro", "notepad")
"""Those that say on their screen, or by their window, how to leave them."""

NONE_IS_SET = (
    "No editor is set here, and none was found that is easy to leave. Set VISUAL to yours, such as: "
    "export VISUAL=nano; or go on typing here."
)
SETTING = pattern(r"(\w+)=(.*)", re.DOTALL)


class Editor(Record, kw_only=False):
    """An editor: the words of its command, settings of its environment, and how it is left."""

    command: tuple[str, ...]
    settings: Mapping[str, str]
    leaving: str

    @property
    def name(self) -> str:
        """What it is called."""
        return Path(self.command[0]).name


def find() -> Editor | str:
    """Return the user's editor; or a sentence where there is none that can be run."""
    for variable in ("VISUAL", "EDITOR"):
        named = os.environ.get(variable, "").strip()
        if named:
            found = next(_meanings(named), None)
            return found or (
                f"{variable} is set to {named!r}, which is no program here. Set it to one that is there, in quotation "
                "marks where its path holds blanks; or type here."
            )
    return next((_editor((one,)) for one in EASY if shutil.which(one)), NONE_IS_SET)


def _meanings(named: str) -> Iterator[Editor]:
    """Yield what the value may mean and can be run: as words of a shell first, then as a path with blanks in it."""
    settings = {}
    parts = _words(named)
    while parts and (setting := SETTING.fullmatch(parts[0])):
        settings[setting[1]] = setting[2]
        parts = parts[1:]
    for program, options in ((named, ()), *([(parts[0], tuple(parts[1:]))] if parts else []), *_with_blanks(named)):
        found = shutil.which(os.path.expanduser(program))  # noqa: PTH111 - it leaves the home of nobody as it is
        if found:
            yield _editor((found, *options), settings)


def _words(named: str) -> list[str]:
    """The value as a shell takes it; nothing where it can't. On Windows a path holds backslashes."""
    try:
        return [part.strip('"') for part in shlex.split(named, posix=sys.platform != "win32")]
    except ValueError:  # an apostrophe in a path
        return []


def _with_blanks(named: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    words = named.split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count]), tuple(filter(None, words[count:]))


def _editor(command: tuple[str, ...], settings: Mapping[str, str] | None = None) -> Editor:
    known = LEAVING.get(Path(command[0]).stem.lower(), "save there, and close it")
    return Editor(command, settings or {}, known)
