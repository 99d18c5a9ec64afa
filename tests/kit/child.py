"""Runs the wizard in a terminal with the real rich face, and tells on a descriptor which question is on the screen.

The parent reads the ids there and types the keys; see ``driver``.
"""

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from breach_wizard.cli import face, interactive, run
from breach_wizard.prompts import Checklist, Select, Text
from breach_wizard.terminal.frame import Frame
from breach_wizard.terminal.rich import RichPrompter
from tests.kit import runs
from tests.kit.faces import opening


class Telling(RichPrompter):
    """The real face, which tells of each question once it is painted and takes keys."""

    def __init__(self, tell: Callable[[dict[str, Any]], None]) -> None:
        super().__init__()
        self.tell = tell

    def _run(self, frame: Frame, run: Callable[[], Any]) -> Any:
        told: list[bool] = []

        def painted(_: object) -> None:
            if not told and not frame.app.invalidated:  # what is drawn twice is told of the second time
                told.append(True)
                self.tell(_event(frame.ask))

        frame.app.after_render += painted
        return super()._run(frame, run)


def _event(ask: Any) -> dict[str, Any]:
    event: dict[str, Any] = {"id": ask.id, "question": ask.question}
    if isinstance(ask, Text):
        event |= {"kind": "long" if ask.long else "text", "default": ask.default, "offered": ask.offered}
    elif isinstance(ask, (Select, Checklist)):
        event |= {"kind": "select", "values": [one.value for one in ask.choices]}
        event["keys"] = [one.key for one in ask.choices]
        pointed = ask.pointed if isinstance(ask, Checklist) else ask.default or ask.pointed
        event["pointed"] = event["values"].index(pointed) if pointed in event["values"] else 0
        event["texts"] = [[one.label, *one.hint.split("\n")] for one in ask.choices]
        if isinstance(ask, Checklist):
            event |= {"kind": "checklist", "ticked": list(ask.ticked)}
    return event


class Echo:
    """Standard input whose lines are also seen where the questions are written, as a terminal shows what is typed."""

    def __init__(self) -> None:
        self.buffer = self
        self.before = sys.stdin  # which would close what it reads from, were it let go

    def readline(self) -> bytes:
        line = self.before.buffer.readline()
        sys.stderr.write(line.decode())
        sys.stderr.flush()
        return line

    def __getattr__(self, name: str) -> Any:
        return getattr(self.before, name)


def main() -> int:
    if "ECHO" in os.environ:
        sys.stdin = cast("Any", Echo())
    if "TELL" in os.environ:
        stream = os.fdopen(int(os.environ["TELL"]), "w", buffering=1)
        face.opened = opening(lambda: Telling(lambda event: print(json.dumps(event), file=stream)))
    if day := os.environ.get("STILL"):  # on the first day of the story, or a later one
        interactive.clock = lambda: runs.NOW + timedelta(days=int(day) - 1)
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
