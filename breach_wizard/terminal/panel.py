"""What is shown in place of a question on request: its help, and what to do first."""

from collections.abc import Callable

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from breach_wizard.prompts import Ask
from breach_wizard.terminal.drawing import screen_lines
from breach_wizard.terminal.folding import fold
from breach_wizard.terminal.scrolling import BESIDE, Row, Rows

MESSAGES = object()
"""The result of an application that makes way for the messages."""


class Panel:
    """The panel of one question."""

    def __init__(self, ask: Ask, keys: str, height: Callable[[], int]) -> None:
        """Take the question, what help says of keys, and what tells how many rows the terminal has."""
        self.ask = ask
        self.help = "\n\n".join(filter(None, [ask.help, keys]))
        self.shown = ""
        self.closed = ""
        self.is_open = Condition(lambda: bool(self.shown))
        self.rows = Rows(self._lines, self._seen)
        self._height = height
        self._top = 0

    def footer(self, width: int) -> list[str]:
        """Return the keys to name while it is open."""
        scrolls = len(self._lines(width)) > self._room()
        keys = ["Esc back to the question"]
        keys += ["Up Down scroll"] if scrolls else []
        keys += ["M messages to copy"] if self._leads_to_messages() else []
        return keys

    def open_again(self) -> bool:
        """Open what was closed just before; return whether anything was."""
        self.shown = self.closed
        return bool(self.shown)

    def bind(self, keys: KeyBindings, escape: Keys) -> None:
        """Bind the keys that open it, and those that work while it is open; no other does then."""
        keys.add(Keys.Any, filter=self.is_open, eager=True)(lambda _: None)
        for key in (escape, "enter", " ", "q"):
            keys.add(key, filter=self.is_open, eager=True)(self._close)
        for key, rows in (("up", -1), ("down", 1)):
            keys.add(key, filter=self.is_open, eager=True)(self._scroll(rows))
        for key, step in (("pageup", -1), ("pagedown", 1)):
            keys.add(key, filter=self.is_open, eager=True)(self._scroll(step, by_page=True))
        for key in ("m", "M"):
            keys.add(key, filter=Condition(self._leads_to_messages), eager=True)(self._to_messages)
        if self.help:
            for key in ("f1", "c-g"):
                keys.add(key, eager=True)(self._toggle("help"))
        if self.ask.now:
            keys.add("f2", eager=True)(self._toggle("now"))

    def _toggle(self, name: str) -> Callable[[KeyPressEvent], None]:
        def act(_: KeyPressEvent) -> None:
            self.shown = "" if self.shown == name else name
            self._top = 0

        return act

    def _close(self, _: KeyPressEvent) -> None:
        self.closed, self.shown = self.shown, ""

    def _leads_to_messages(self) -> bool:
        return self.shown == "now" and self.ask.messages is not None

    def _to_messages(self, event: KeyPressEvent) -> None:
        self.shown = self.closed = ""
        event.app.exit(result=MESSAGES)

    def _scroll(self, step: int, *, by_page: bool = False) -> Callable[[KeyPressEvent], None]:
        def act(_: KeyPressEvent) -> None:
            self._top += step * (self._room() - 1 if by_page else 1)

        return act

    def _room(self) -> int:
        return max(self._height() - 2 - BESIDE, 1)

    def _seen(self) -> tuple[int, int]:
        return self._top, self._top + self.rows.scroll.height - 1

    def _lines(self, width: int) -> list[Row]:
        if self.shown == "now":
            lines = screen_lines(self.ask.now, width - 1)
        else:
            asked = [("bold", line) for line in fold(self.ask.question, width - 1)]
            lines = [*asked, ("", ""), *(("", line) for line in fold(self.help, width - 1))]
        self._top = max(0, min(self._top, len(lines) - self._room()))
        return [[line] for line in lines]
