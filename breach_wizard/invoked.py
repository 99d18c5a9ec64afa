"""What a person is told to type: a command that works from where they stand, however this program was started."""

import os
import sys

NAME = "breach-wizard"
MODULE = "breach_wizard"


def command(words: str = "") -> str:
    """Return the command line with these words, such as ``.venv/bin/breach-wizard resume 1``.

    The name alone where the shell finds this very program by it; else the path that started it, or Python with the
    module's name.
    """
    return f"{_start()} {words}".rstrip()


def asking(words: str = "") -> str:
    """Return the command line of what asks questions: in plain lines where that was asked for on this one's."""
    faces = (one for one in ("--plain", "--no-plain") if one in sys.argv[1:])
    return command(" ".join([words, *faces]).strip())


def _start() -> str:
    started = sys.argv[0] if sys.argv else ""
    folder, name = os.path.split(started)
    if name == "__main__.py" and os.path.basename(folder) == MODULE:  # noqa: PTH119
        return f"{_python()} -m {MODULE}"
    if os.path.splitext(name)[0] != NAME or not folder or _is_found(NAME, started):  # noqa: PTH122
        return NAME
    return _quoted(started)


def _python() -> str:
    short = (name for name in ("python3", "python") if _is_found(name, sys.executable))
    return next(short, "") or _quoted(sys.executable)


def _quoted(path: str) -> str:
    import shlex  # most are found by their name alone

    return shlex.quote(path)


def _is_found(name: str, path: str) -> bool:
    """Does the shell find this very file under the name?"""
    import shutil  # most commands tell nobody what to type

    found = shutil.which(name)
    try:
        return found is not None and os.path.samefile(found, path)  # noqa: PTH121
    except OSError:
        return False
