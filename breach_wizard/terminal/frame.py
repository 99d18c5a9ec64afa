"""What stands around every question: header, panels, footer, and the keys that all questions share."""

import contextlib
import gc
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import AnyContainer, ConditionalContainer, Layout, Window
from prompt_toolkit.renderer import print_formatted_text

from breach_wizard.prompts import Ask, Back, Partial, Stopped
from breach_wizard.terminal.cells import Whole
from breach_wizard.terminal.drawing import OURS_ALONE, Row, in_rows, joined, window
from breach_wizard.terminal.escape import ESC_ALONE, ESC_WAS_NONE, acts_after
from breach_wizard.terminal.folding import fold, text_width
from breach_wizard.terminal.header import Header, header, to_correct
from breach_wizard.terminal.panel import MESSAGES, Panel
from breach_wizard.terminal.pausing import pause, stopped_and_going_on
from breach_wizard.terminal.signals import CAN_BE_STOPPED, leaving_by

LEAST_ROWS = 8
"""So many rows a list or a long text needs beneath its header to be of use, with those that stand around it."""

KEEP_AFTER = 1.0
COLLECT_AFTER = 0.3
"""Seconds after a paint in which nobody notices a garbage collection; in the middle of a key press one would."""


class State:
    """What the keys change while a question is open."""

    def __init__(self, notices: list[str]) -> None:
        """Begin without an error."""
        self.error = ""
        self.notices = notices


class Undone(Exception):
    """The step back to this question was none: what came was another key, in pieces. That key comes next."""


@lru_cache(maxsize=4)  # as often asked for as the header
def _named(keys: tuple[str, ...], columns: int) -> list[Row]:
    """Keys and their meanings in rows; each with its meaning is folded as one word."""
    text = "   ".join(key.replace(" ", "\u00a0") for key in keys)
    return [[("", line.replace("\u00a0", " ").strip())] for line in fold(text, text_width(columns))]


class Frame:
    """Dresses one prompt_toolkit application."""

    def __init__(
        self,
        ask: Ask,
        app: Application[Any],
        partial: Callable[[], Partial],
        hints: Callable[[], Sequence[str]],
        keys: str = "",
    ) -> None:
        """Take the question and the application that asks it.

        Args:
            ask: the question.
            app: the application.
            partial: tells the answer so far.
            hints: tells the keys to name in the footer.
            keys: what help says of keys beside these.
        """
        self.ask = ask
        self.app = app
        self.partial = partial
        self.hints = hints
        self.panel = Panel(ask, keys, lambda: self.rows, lambda: self.header().is_cut)
        self.state = State(list(ask.notices))
        self.open = self.panel.is_open
        self._said: tuple[str, ...] = ()
        self._kept: Partial | None = None
        self._waiting = False
        self._painted = False
        self._size: Size | None = None
        self.least_rows: Callable[[], int] = lambda: LEAST_ROWS
        """How many rows the body needs at the width that the terminal has now."""
        self.wanted_rows: Callable[[], int] | None = None
        """How many it is to have before all of the hint is shown, where that is more."""
        self.on_resize: Callable[[], None] | None = None
        """Called on the empty screen that a resize leaves, where that screen is not the question's alone."""
        self.on_return: Callable[[], None] | None = None
        """Draws on an empty screen what stood above, where a panel that was closed may have pushed it off."""
        self._was_open = False

    @property
    def columns(self) -> int:
        """The width of the terminal."""
        return self.app.output.get_size().columns

    @property
    def width(self) -> int:
        """So many columns text takes."""
        return text_width(self.columns)

    @property
    def rows(self) -> int:
        """The height of the terminal."""
        return self.app.output.get_size().rows

    def dress(self, body: AnyContainer, focus: Any, keys: KeyBindings) -> None:
        """Put the frame around the body, and the shared keys beside its own.

        Args:
            body: the list or the field.
            focus: the window that has the cursor.
            keys: the body's own keys; they come last and so win over the library's.
        """
        whole = Whole(
            [
                ConditionalContainer(window(lambda: self.header().rows), ~self.open & ~is_done),
                ConditionalContainer(body, ~self.open),
                ConditionalContainer(
                    window(self._error), Condition(lambda: bool(self.state.error)) & ~self.open & ~is_done
                ),
                ConditionalContainer(Window(self.panel.rows, dont_extend_height=True), self.open & ~is_done),
                ConditionalContainer(window(self.footer_rows), ~is_done),
            ]
        )
        self.app.layout = Layout(whole, focused_element=focus)
        self.app.key_bindings = merge_key_bindings([self.app.key_bindings or KeyBindings(), keys, self._keys()])
        self.app.ttimeoutlen = acts_after()
        self.app.timeoutlen = 0.05  # what begins Alt with a key came together with it
        self.app.erase_when_done = True
        self.app.after_render += self._collect_later
        self.app.before_render += self._anew
        self.app.style = OURS_ALONE

    def _room(self, body: int) -> int:
        """How many rows are left above a body of so many."""
        return self.rows - body - len(self._footer(has_help=True)) - len(self._error())

    def header(self) -> Header:
        """Return what stands above the body."""
        notices = tuple(one for one in self.state.notices if one not in self._said)
        return header(self.ask, notices, self.width, self._room((self.wanted_rows or self.least_rows)()))

    def print_above(self) -> None:
        """Print the notices above where even without the hint they would leave too few rows.

        What holds a word wider than a row, as paths and links are, is printed whole, so that it can be copied: a
        notice in place of being drawn; a line of the question or the hint, which is drawn with the ends of such a
        word, since what is printed may scroll away.
        """
        self._said = tuple(one for one in self.state.notices if self._is_cut(one))
        if len(self.header().rows) > self._room(self.least_rows()):
            self._said = tuple(self.state.notices)
        above = [*self._said, *filter(self._is_cut, (*self.ask.question.split("\n"), *self.ask.hint.split("\n")))]
        if above:
            rows = [row for one in above for row in in_rows(one, self.width, whole=True)]
            print_formatted_text(self.app.output, FormattedText(joined([*rows, []])), OURS_ALONE)

    def _is_cut(self, text: str) -> bool:
        """Would drawing the text part a word?"""
        return fold(text, self.width) != fold(text, self.width, whole=True)

    def _anew(self, app: Application[Any]) -> None:
        """Begin anew on an empty screen after a resize, and where a panel was closed over other text.

        Terminals fold what stands there as they like, and not where it was drawn; a tall panel moves it up.
        """
        size = app.output.get_size()
        if self._size is not None and size != self._size:
            app.renderer.clear()
            if self.on_resize is None:
                self.print_above()
            else:
                self.on_resize()
        elif self._was_open and not self.panel.shown and self.on_return is not None:
            app.renderer.clear()
            self.on_return()
        self._size = size
        self._was_open = bool(self.panel.shown)

    def _error(self) -> list[Row]:
        return [*to_correct(self.state.error, self.width), []] if self.state.error else []

    def footer_rows(self) -> list[Row]:
        """Return the rows that name the keys."""
        if self.panel.shown:
            return _named(tuple(self.panel.footer(self.columns)), self.columns)
        return self._footer(has_help=self.panel.has_help())

    def _footer(self, *, has_help: bool) -> list[Row]:
        keys = [*self.hints()]
        keys += ["Ctrl-G help"] if has_help else []
        keys += ["F2 do now"] if self.ask.now else []
        return _named((*keys, "Esc back", f"Ctrl-C stop, {self.ask.keeps} is kept"), self.columns)

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        # An input that is no terminal's tells Esc alone by waiting for what may come after it.
        at_once = getattr(self.app.input, "tells_escape", False)
        escape = ESC_ALONE if at_once else Keys.Escape

        self.panel.bind(keys, escape)

        def back(event: KeyPressEvent) -> None:
            event.app.exit(exception=Back(self.partial()))

        def forth(event: KeyPressEvent) -> None:
            """It closed a panel here, or it left the question that came after this one."""
            if not self.panel.open_again():
                event.app.exit(exception=Undone())

        def stop(event: KeyPressEvent) -> None:
            event.app.exit(exception=Stopped())

        keys.add("s-tab", filter=~self.open, eager=True)(back)
        keys.add(escape, filter=~self.open, eager=at_once)(back)
        keys.add(ESC_WAS_NONE, eager=True)(forth)
        for stopping in ("c-c", "c-d", "c-q", Keys.SIGINT):
            keys.add(stopping, eager=True)(stop)
        if CAN_BE_STOPPED:
            keys.add("c-z", eager=True)(pause)
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
        """Run the application and return its result; the messages are shown meanwhile as often as they are asked for.

        Raises:
            Back: Esc or Shift-Tab.
            Stopped: anything that ends the run; the terminal is as it was.
        """
        self._kept = self.partial()  # what was there at the start need not be kept
        while (result := self._run()) is MESSAGES:
            self.keep()
            if self.ask.messages is not None:
                self.ask.messages()
            self.print_above()
        return result

    def _run(self) -> Any:
        try:
            with leaving_by(self._leave), stopped_and_going_on(self.app):
                return self.app.run()
        except (Back, Stopped):
            self.keep()
            raise
        except (KeyboardInterrupt, EOFError):
            self.keep()
            raise Stopped from None
        except OSError as error:  # the terminal has gone
            with contextlib.suppress(OSError):
                self.keep()
            raise Stopped(129) from error

    def _collect_later(self, app: Application[Any]) -> None:
        if not self._painted and app.loop is not None:
            self._painted = True
            app.loop.call_later(COLLECT_AFTER, gc.collect)

    def _leave(self, stopped: Stopped) -> None:
        """End the application from within its loop, on a signal; before the loop runs there is none to disturb."""
        loop = self.app.loop
        if loop is None:
            raise stopped
        loop.call_soon_threadsafe(lambda: None if self.app.is_done else self.app.exit(exception=stopped))
