"""What stands around every question: header, panels, footer, and the keys that all questions share."""

import contextlib
import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import AnyContainer, ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.renderer import print_formatted_text

from breach_wizard.prompts import Aside, Ask, Back, Partial, Stopped
from breach_wizard.terminal.drawing import NO_COLOUR, drawn, screen_lines, window
from breach_wizard.terminal.folding import fold
from breach_wizard.terminal.signals import leaving_by

LEAST_ROWS = 7
"""So many rows a list or a long text needs beside its header to be of use."""

KEEP_AFTER = 1.0
COLLECT_AFTER = 0.3
"""Seconds after a paint in which nobody notices a garbage collection; in the middle of a key press one would."""


@dataclass
class State:
    """What the keys change while a question is open."""

    panel: str = ""
    error: str = ""
    beneath: str = ""
    scroll: int = 0
    lines: int = 0
    notices: list[str] = field(default_factory=list)


class Frame:
    """Dresses one prompt_toolkit application."""

    def __init__(self, ask: Ask, app: Application[Any], partial: Callable[[], Partial], hints: Sequence[str]) -> None:
        """Take the question, the application, what tells the answer so far, and the keys to name in the footer."""
        self.ask = ask
        self.app = app
        self.partial = partial
        self.hints = list(hints)
        self.state = State(notices=list(ask.notices))
        self.open = Condition(lambda: bool(self.state.panel))
        self.short = False
        self.is_beneath = False
        """It stands beneath a screen of text, which needs the rows."""
        self._kept: Partial | None = None
        self._waiting = False
        self._size: Size | None = None
        self.least_rows: Callable[[], int] = lambda: LEAST_ROWS
        """How many rows the body needs at the width that the terminal has now."""
        self.on_resize: Callable[[], None] | None = None
        """Called on the empty screen that a resize leaves, where that screen is not the question's alone."""

    @property
    def columns(self) -> int:
        """The width of the terminal."""
        return self.app.output.get_size().columns

    @property
    def rows(self) -> int:
        """The height of the terminal."""
        return self.app.output.get_size().rows

    def dress(self, body: AnyContainer, focus: Any, keys: KeyBindings, *, escape_waits: bool) -> None:
        """Put the frame around the body, and the shared keys beside its own.

        Args:
            body: the list or the field.
            focus: the window that has the cursor.
            keys: the body's own keys; they come last and so win over the library's.
            escape_waits: in a text Esc may begin Alt-Enter, and must not act at once.
        """
        whole = HSplit(
            [
                ConditionalContainer(window(self.header), ~self.open & ~is_done),
                ConditionalContainer(body, ~self.open),
                ConditionalContainer(
                    window(self._error), Condition(lambda: bool(self.state.error)) & ~self.open & ~is_done
                ),
                ConditionalContainer(Window(FormattedTextControl(self._panel), wrap_lines=False), self.open & ~is_done),
                ConditionalContainer(window(self._footer), ~is_done),
            ]
        )
        self.app.layout = Layout(whole, focused_element=focus)
        self.app.key_bindings = merge_key_bindings(
            [self.app.key_bindings or KeyBindings(), keys, self._keys(escape_waits)]
        )
        # Esc alone is told from an arrow key, and from Alt with a key, after 50 ms each; the defaults are 500 and 1000.
        self.app.ttimeoutlen = 0.05
        self.app.timeoutlen = 0.05
        self.app.erase_when_done = True
        self.app.style = NO_COLOUR

    def header_lines(self) -> list[tuple[str, str]]:
        """Return style and text of each line above the body."""
        ask, width = self.ask, self.columns - 1
        lines: list[tuple[str, str]] = [("", "")]
        if not self.short:
            if ask.progress:
                lines += [("", line) for line in fold(ask.progress, width)] + [("", "")]
            for notice in self.state.notices:
                lines += [("italic", line) for line in fold(notice, width)]
            if self.state.notices:
                lines.append(("", ""))
        lines += self._question_lines()
        if ask.hint and not self.short:
            lines += [("", line) for line in fold(ask.hint, width)]
        return lines if self.is_beneath else [*lines, ("", "")]

    def _question_lines(self) -> list[tuple[str, str]]:
        return [("bold", line) for line in fold(self.ask.question, self.columns - 1)]

    def header(self) -> StyleAndTextTuples:
        """Return the header, ready to draw."""
        return drawn(self.header_lines())

    def print_above(self) -> None:
        """Print the header above, where it would leave too few rows; the question alone is then drawn beneath."""
        self.short = False
        lines = self.header_lines()
        if len(lines) + self.least_rows() + len(self._footer_lines()) > self.rows:
            self.short = True
            question = self._question_lines()
            apart = lines if self.is_beneath else lines[:-1]
            above = FormattedText((style, f"{line}\n") for style, line in apart if (style, line) not in question)
            print_formatted_text(self.app.output, above, NO_COLOUR)

    def _after_resize(self, app: Application[Any]) -> None:
        """Begin anew on an empty screen: terminals fold what stands there as they like, and not where it was drawn."""
        size = app.output.get_size()
        if self._size is not None and size != self._size:
            app.renderer.clear()
            if self.on_resize is None:
                self.print_above()
            else:
                self.on_resize()
        self._size = size

    def _error(self) -> StyleAndTextTuples:
        return drawn([("bold", line) for line in fold(self.state.error, self.columns - 1)])

    def _footer_lines(self) -> list[str]:
        if self.state.panel:
            keys = ["Esc back to the question"]
            if self.state.lines > self._panel_rows():
                keys.append("Up Down scroll")
            if self._offers_messages():
                keys.append("M messages ready to copy")
        else:
            keys = [*self.hints]
            keys += ["Ctrl-G help"] if self.ask.help else []
            keys += ["F2 do now"] if self.ask.now else []
            keys += ["Esc back", "Ctrl-C stop, everything is kept"]
        # A key and its meaning are folded as one word.
        return [
            line.replace("\u00a0", " ")
            for line in fold("   ".join(key.replace(" ", "\u00a0") for key in keys), self.columns - 1)
        ]

    def _offers_messages(self) -> bool:
        return self.state.panel == "now" and self.ask.messages is not None

    def _footer(self) -> StyleAndTextTuples:
        return drawn([("", self.state.beneath), *(("", line.strip()) for line in self._footer_lines())])

    def _panel_rows(self) -> int:
        return max(self.rows - 4, 1)

    def _panel(self) -> StyleAndTextTuples:
        lines = screen_lines(self.ask.now, self.columns - 1) if self.state.panel == "now" else self._help_lines()
        self.state.lines = len(lines)
        self.state.scroll = max(0, min(self.state.scroll, len(lines) - self._panel_rows()))
        return drawn(lines[self.state.scroll : self.state.scroll + self._panel_rows()])

    def _help_lines(self) -> list[tuple[str, str]]:
        return [*self._question_lines(), ("", ""), *(("", line) for line in fold(self.ask.help, self.columns - 1))]

    def _keys(self, escape_waits: bool) -> KeyBindings:
        keys = KeyBindings()

        def toggle(panel: str) -> Callable[[KeyPressEvent], None]:
            def act(_: KeyPressEvent) -> None:
                self.state.panel = "" if self.state.panel == panel else panel
                self.state.scroll = 0

            return act

        def close(_: KeyPressEvent) -> None:
            self.state.panel = ""

        def scroll(step: int) -> Callable[[KeyPressEvent], None]:
            def act(_: KeyPressEvent) -> None:
                self.state.scroll += step * (1 if abs(step) == 1 else self._panel_rows() - 1)

            return act

        keys.add(Keys.Any, filter=self.open, eager=True)(lambda _: None)
        for key in ("escape", "enter", " ", "q"):
            keys.add(key, filter=self.open, eager=True)(close)
        for key, step in (("up", -1), ("down", 1), ("pageup", -2), ("pagedown", 2)):
            keys.add(key, filter=self.open, eager=True)(scroll(step))
        if self.ask.help:
            for key in ("f1", "c-g"):
                keys.add(key, eager=True)(toggle("help"))
        if self.ask.now:
            keys.add("f2", eager=True)(toggle("now"))

        def aside(event: KeyPressEvent) -> None:
            event.app.exit(exception=Aside(self.partial()))

        keys.add("m", filter=Condition(self._offers_messages), eager=True)(aside)

        def back(event: KeyPressEvent) -> None:
            event.app.exit(exception=Back(self.partial()))

        def stop(event: KeyPressEvent) -> None:
            event.app.exit(exception=Stopped())

        keys.add("s-tab", filter=~self.open, eager=True)(back)
        keys.add("escape", filter=~self.open, eager=not escape_waits)(back)
        for stopping in ("c-c", "c-d", "c-q", Keys.SIGINT):
            keys.add(stopping, eager=True)(stop)
        return keys

    def changed(self) -> None:
        """Note that the field has changed: what stands in it is kept within two seconds."""
        self.state.error = ""
        loop = self.app.loop
        if loop is not None and not self._waiting:
            self._waiting = True
            loop.call_later(KEEP_AFTER, self._keep_soon)

    def _keep_soon(self) -> None:
        self._waiting = False
        if not self.app.is_done:
            self.keep()

    def keep(self) -> None:
        """Hand on what stands in the field, unless it was handed on already."""
        partial = self.partial()
        if partial != self._kept:
            self._kept = partial
            self.ask.keep(partial)

    def run(self) -> Any:
        """Run the application and return its result.

        Raises:
            Back: Esc or Shift-Tab.
            Aside: the messages are asked for.
            Stopped: anything that ends the run; the terminal is as it was.
        """
        painted = False

        def after_paint(app: Application[Any]) -> None:
            nonlocal painted
            if not painted and app.loop is not None:
                painted = True
                app.loop.call_later(COLLECT_AFTER, gc.collect)

        self.app.after_render += after_paint
        self.app.before_render += self._after_resize
        self._kept = self.partial()  # what was there at the start need not be kept
        try:
            with leaving_by(self._leave):
                return self.app.run()
        except (Aside, Back, Stopped):
            self.keep()
            raise
        except (KeyboardInterrupt, EOFError):
            self.keep()
            raise Stopped from None
        except OSError as error:  # the terminal has gone
            with contextlib.suppress(OSError):
                self.keep()
            raise Stopped(129) from error

    def _leave(self, stopped: Stopped) -> None:
        """End the application from within its loop, on a signal; before the loop runs there is none to disturb."""
        loop = self.app.loop
        if loop is None:
            raise stopped
        loop.call_soon_threadsafe(lambda: None if self.app.is_done else self.app.exit(exception=stopped))
