"""Types a story into the plain face through a pipe: what was asked and answered, as the lines that answer it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from breach_wizard.prompts import Ask, Checklist, Select, Text
from breach_wizard.terminal.numbering import names
from tests.kit import nursery
from tests.kit.stories import STOP, GoBack

ROOT = Path(__file__).parents[2]


def lines(given: Sequence[tuple[Ask, Any]]) -> list[str]:
    """Return the lines that give these answers."""
    return [line for ask, answer in given for line in _lines(ask, answer)]


def _lines(ask: Ask, answer: Any) -> list[str]:
    if answer is STOP:
        return ["/quit"]
    if isinstance(answer, GoBack):
        stays = isinstance(ask, Text) and answer.typed and (ask.long or ask.check(answer.typed) is not None)
        return [answer.typed, "/back"] if stays else ["/back"]
    if answer is None and isinstance(ask, Checklist):
        answer = ask.ticked  # by their numbers: where the list is told anew, Enter alone would end the telling
    if answer is None:
        return [""]  # as it stands; a list that comes again is not told again
    if isinstance(ask, Select):
        return [_called(ask, str(answer))]
    if isinstance(ask, Checklist):
        return [", ".join(_called(ask, value) for value in answer)]
    assert isinstance(ask, Text)
    if not ask.long:
        return ["/empty" if answer == "" else _escaped(answer)]
    return [*map(_escaped, answer.split("\n")), "."]


def _called(ask: Select | Checklist, value: str) -> str:
    return names(ask.choices)[[choice.value for choice in ask.choices].index(value)]


def _escaped(line: str) -> str:
    return f"/{line}" if line.startswith("/") else line


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    result: bytes
    talk: bytes


def talk(
    arguments: Sequence[str],
    home: Path,
    typed: Sequence[str],
    *,
    slowly: bool = False,
    echoed: bool = False,
    env: Mapping[str, str] | None = None,
) -> Ended:
    """Run the wizard with these lines on its standard input.

    Args:
        arguments: of the command line.
        home: where it keeps its state; it runs there.
        typed: the lines.
        slowly: hand them over a character at a time.
        echoed: let what is typed stand on the line that it is typed on, as on a terminal.
        env: more of its environment.
    """
    home.mkdir(parents=True, exist_ok=True)
    settings = {"BREACH_WIZARD_HOME": str(home), "STILL": "1", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | dict(
        env or {}
    )
    settings |= {"ECHO": "1"} if echoed else {}
    data = "".join(f"{line}\n" for line in typed).encode()
    if hasattr(os, "fork") and not (slowly or env):
        done = nursery.run(arguments, data, settings, home)
        return Ended(done.returncode, done.stdout, done.stderr)
    argv = [sys.executable, "-m", "tests.kit.child", *arguments]
    with subprocess.Popen(
        argv, cwd=home, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as process:
        if slowly:
            assert process.stdin is not None
            for place in range(len(data)):
                process.stdin.write(data[place : place + 1])
            data = b""
        result, said = process.communicate(data)
    return Ended(process.returncode, result, said)
