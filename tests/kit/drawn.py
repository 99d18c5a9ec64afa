"""One question in the real rich face, in this process: keys go through a pseudo-terminal, an emulator shows each painting.

For tables of many keys; what is seen of a whole run, its signals and its end, is the driver's.
"""

import io
import os
import pty
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Queue
from threading import Thread
from typing import Any

import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.typeahead import get_typeahead

from breach_wizard.prompts import Checklist, Select, Stopped, Text
from breach_wizard.terminal.cells import Anchoring
from breach_wizard.terminal.frame import Frame
from breach_wizard.terminal.keyboard import Keyboard
from breach_wizard.terminal.rich import RichPrompter
from tests.kit.pty import KEYS

SIZES = ((80, 24), (40, 20), (120, 40))


class Sink(io.StringIO):
    """A terminal to write to."""

    encoding = "utf-8"

    def __init__(self, stream: pyte.Stream) -> None:
        super().__init__()
        self.stream = stream

    def write(self, text: str) -> int:
        self.stream.feed(text)
        return len(text)

    def isatty(self) -> bool:
        return True


@dataclass
class Seen:
    """What came of a question.

    Attributes:
        answer: what it returned; None where it was stopped.
        code: the exit code with which it was stopped.
        before: the screen before each key, and that after the last.
        anew: the last screen, drawn on an empty one.
        cells: the signs and looks of the last screen, and of that drawn anew.
        cursor: its row and column in the last screen.
    """

    answer: Any = None
    code: int = 0
    before: list[list[str]] = field(default_factory=list)
    anew: list[str] = field(default_factory=list)
    cells: tuple[Any, Any] = (None, None)
    cursor: tuple[int, int] = (0, 0)

    @property
    def lines(self) -> list[str]:
        return self.before[-1]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.lines).split())


class Watched(RichPrompter):
    """The face, told of each painting."""

    def __init__(self, painted: Callable[[Frame], None], **streams: Any) -> None:
        super().__init__(**streams)
        self.painted = painted

    def _run(self, frame: Frame, run: Callable[[], Any]) -> Any:
        frame.app.after_render += lambda _: self.painted(frame)
        return super()._run(frame, run)


def ask(question: Text | Select | Checklist, *keys: str, size: tuple[int, int] = SIZES[0]) -> Seen:
    """Ask a question and press keys, each once what the one before it does is painted; stop where it is still open."""
    columns, rows = size
    screen = pyte.Screen(columns, rows)
    master, slave = pty.openpty()
    seen = Seen()
    left = list(keys)
    drawn: list[str] = []

    pressed: Queue[bytes] = Queue()

    def write() -> None:  # beside what reads it: a terminal takes no more than so much at once
        while key := pressed.get():
            os.write(master, key)

    writer = Thread(target=write, daemon=True)
    writer.start()

    def painted(frame: Frame) -> None:
        if frame.app.is_done or drawn:
            return
        seen.before.append([line.rstrip() for line in screen.display])
        if left:
            key = left.pop(0)
            pressed.put(KEYS.get(key, key).encode())
            return
        seen.cursor = (screen.cursor.y, screen.cursor.x)
        cells = _cells(screen)
        drawn.append("anew")
        screen.reset()
        frame.app.renderer.clear()
        frame.app.renderer.render(frame.app, frame.app.layout)
        seen.anew = [line.rstrip() for line in screen.display]
        seen.cells = (cells, _cells(screen))
        pressed.put(KEYS["c-c"].encode())

    with os.fdopen(slave, "r+b", buffering=0) as terminal:
        source = Keyboard(io.TextIOWrapper(terminal, encoding="utf-8"))
        get_typeahead(source)  # what was left over by the question before
        output = Anchoring(Sink(pyte.Stream(screen)), lambda: Size(rows=rows, columns=columns), term="xterm")
        prompter = Watched(painted, output=output, source=source)
        try:
            match question:
                case Text():
                    seen.answer = prompter.text(question)
                case Select():
                    seen.answer = prompter.select(question)
                case Checklist():
                    seen.answer = prompter.checklist(question)
        except Stopped as stopped:
            seen.code = stopped.code
        finally:
            pressed.put(b"")
            writer.join()
            os.close(master)
    return seen


def _cells(screen: pyte.Screen) -> list[list[tuple[str, bool, bool]]]:
    rows = ((screen.buffer[row][column] for column in range(screen.columns)) for row in range(screen.lines))
    return [[(cell.data, cell.reverse, cell.bold) for cell in row] for row in rows]
