"""What is shown in place of a question on request: its help, and what to do first."""

from collections.abc import Callable

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from breach_wizard.prompts import Ask
from breach_wizard.terminal.drawing import BOLD, Row, in_rows, screen_rows
from breach_wizard.terminal.folding import text_width
from breach_wizard.terminal.scrolling import BESIDE, Rows

MESSAGES = object()
"""The result of an application that makes way for the messages."""


class Panel:
    """The panel of one question."""

    def __init__(self, ask: Ask, keys: str, height: Callable[[], int], lacks_hint: Callable[[], bool]) -> None:
        """Take the question, and what the panel depends on.

        Args:
            ask: the question.
            keys: what help says of keys.
            height: tells how many rows the terminal has.
            lacks_hint: tells whether a part of the question's hint is left out above it, so that help shows it.
        """
        self.ask = ask
        self._keys = keys
        self._lacks_hint = lacks_hint
        self.shown = ""
        self.closed = ""
        self.is_open = Condition(lambda: bool(self.shown))
        self.rows = Rows(self._lines, self._seen)
        self._height = height
        self._top = 0

    def has_help(self) -> bool:
        """Is there anything that help would say?"""
        return bool(self._help())

    def _help(self) -> str:
        return "\n\n".join(filter(None, [self.ask.hint if self._lacks_hint() else "", self.ask.help, self._keys]))

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
        for key in ("f1", "c-g"):
            keys.add(key, filter=Condition(self.has_help), eager=True)(self._toggle("help"))
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
            lines = screen_rows(self.ask.now, text_width(width))
        else:
            asked = in_rows(self.ask.question, text_width(width), BOLD)
            lines = [*asked, [], *in_rows(self._help(), text_width(width))]
        self._top = max(0, min(self._top, len(lines) - self._room()))
        return lines
