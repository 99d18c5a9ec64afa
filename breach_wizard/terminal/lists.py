"""Lists: choose one, or tick several. questionary keeps the state; the drawing and the keys are ours.

Its own drawing cuts long labels at the edge, marks a tick with a glyph only, and can't show a hint or a heading that
folds; see its threads 429 (wrapping), 465 (page keys) and 176 (Enter with nothing ticked).
"""

from collections.abc import Callable
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Window
from questionary.prompts.common import InquirerControl

from breach_wizard.prompts import Checklist, Choice, Partial, Select
from breach_wizard.terminal.folding import fold
from breach_wizard.terminal.frame import LEAST_ROWS, Frame
from breach_wizard.terminal.pointing import Typed
from breach_wizard.terminal.scrolling import BESIDE, Row, Rows
from breach_wizard.text import shortened, without_controls

TICK_ONE = "Tick at least one with Space, then press Enter."
SHOWN = 12
"""So many signs of what was typed are shown, the last ones."""


class List:
    """One open list."""

    def __init__(self, ask: Select | Checklist, output: Any, source: Any, *, is_beneath: bool = False) -> None:
        """Take the question, where to draw and to read, None for the terminal; and whether it stands beneath a text."""
        self.ask = ask
        self.many = isinstance(ask, Checklist)
        self.app = self._application(
            {name: one for name, one in (("output", output), ("input", source)) if one is not None}
        )
        self.control = _control(self.app)
        self.typed = Typed(ask.choices)
        self.rows = Rows(self._rows, self._seen, self._notes, is_close=is_beneath)
        self.spans: list[range] = []
        self._folded: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
        self.frame = Frame(ask, self.app, self.partial, lambda: hints)
        hints = ["Space tick", "Enter go on"] if self.many else ["Enter choose"]
        self.frame.least_rows = self._least_rows
        self._dress()

    def _application(self, streams: dict[str, Any]) -> Application[Any]:
        values = [choice.value for choice in self.ask.choices]
        if isinstance(self.ask, Checklist):
            choices = [
                questionary.Choice(one.label, value=one.value, checked=one.value in self.ask.ticked)
                for one in self.ask.choices
            ]
            pointed = self.ask.pointed if self.ask.pointed in values else None
            question = questionary.checkbox("", choices, initial_choice=pointed, **streams)
        else:
            choices = [questionary.Choice(one.label, value=one.value) for one in self.ask.choices]
            default = next((one for one in (self.ask.default, self.ask.pointed) if one in values), None)
            question = questionary.select("", choices, default=default, use_jk_keys=False, **streams)
        return question.application

    def partial(self) -> Partial:
        """Return what is ticked; a pointer that was moved is nothing typed."""
        return list(self.control.selected_options) if self.many else ""

    def run(self) -> Any:
        """Run the list and return the value, or the values ticked in the order of the list."""
        result = self.frame.run()
        return tuple(result) if self.many else result

    def _dress(self) -> None:
        keys = KeyBindings()
        window = Window(self.rows, dont_extend_height=True)
        last = len(self.ask.choices) - 1

        def bind(*names: str | Keys, act: Callable[[KeyPressEvent], None]) -> None:
            for name in names:
                keys.add(name, filter=~self.frame.open, eager=True)(act)

        def point(place: Callable[[], int]) -> Callable[[KeyPressEvent], None]:
            def act(_: KeyPressEvent) -> None:
                self._point(max(0, min(place(), last)))
                self.typed.forget()

            return act

        bind(Keys.Any, act=lambda event: self._type(event.data))
        bind(Keys.BracketedPaste, act=lambda event: self._type(" ".join(without_controls(event.data).split())))
        bind("backspace", act=lambda _: self._type("\b"))
        bind("home", act=point(lambda: 0))
        bind("end", act=point(lambda: last))
        bind("up", "c-p", act=point(lambda: self.control.pointed_at - 1 if self.control.pointed_at else last))
        bind("down", "c-n", act=point(lambda: self.control.pointed_at + 1 if self.control.pointed_at < last else 0))
        bind("pageup", act=point(lambda: self.control.pointed_at - self._page(-1)))
        bind("pagedown", act=point(lambda: self.control.pointed_at + self._page(1)))
        # Enter typed before the first paint arrives as a line feed.
        bind("c-j", act=lambda event: event.key_processor.feed(KeyPress(Keys.Enter), first=True))
        bind("enter", act=self._accept)
        bind(" ", act=lambda _: self._space())
        self.frame.dress(window, window, keys)

    def _least_rows(self) -> int:
        """So many that each choice can be read whole, with the heading above it."""
        self._rows(self.frame.columns)
        return max(LEAST_ROWS, max(map(len, map(self._whole, range(len(self.spans))))) + BESIDE)

    def _page(self, step: int) -> int:
        """How many choices a page is, downwards or upwards: as many as fit into the rows seen."""
        rows, count = self.rows.scroll.height, 0
        pointed = self.control.pointed_at
        for span in self.spans[pointed:] if step > 0 else self.spans[:pointed][::-1]:
            rows -= len(span)
            if rows < 0:
                break
            count += 1
        return max(count, 1)

    def _point(self, place: int) -> None:
        self.control.pointed_at = place
        self.frame.state.error = ""

    def _type(self, text: str) -> None:
        """Point at the choice that all that was typed so far stands for; else at the one pointed at before."""
        if text == "\b" or (text and text.isprintable()):
            self._point(self.typed.point(text, self.control.pointed_at))

    def _space(self) -> None:
        """Tick what is pointed at; amid words, of a choice or of none, a blank is one more sign."""
        if self.many and not self.typed.misses and not self.typed.goes_on_with(" "):
            self._tick()
            self.typed.forget()
        elif self.typed.text:
            self._type(" ")

    def _tick(self) -> None:
        """Tick or untick; what stands alone unticks the others, and they untick it."""
        choice = self.ask.choices[self.control.pointed_at]
        ticked = self.control.selected_options
        if choice.value in ticked:
            ticked.remove(choice.value)
        else:
            apart = {one.value for one in self.ask.choices if one.alone or choice.alone}
            ticked[:] = [*(value for value in ticked if value not in apart), choice.value]
        self.frame.changed()

    def _accept(self, event: KeyPressEvent) -> None:
        """Take what is pointed at or ticked. What was typed and stands for no choice was meant for another question."""
        if self.typed.misses:
            typed = shortened(self.typed.text)
            self.frame.state.error = f'"{typed}" is no entry of this list, so nothing was chosen.'
            self.typed.forget()
        elif not isinstance(self.ask, Checklist):
            event.app.exit(result=self.ask.choices[self.control.pointed_at].value)
        else:
            ticked = [one.value for one in self.ask.choices if one.value in self.control.selected_options]
            if ticked or self.ask.if_none:
                event.app.exit(result=ticked or [self.ask.if_none])
            else:  # it may be a slip, and "None" is there to be ticked
                self.frame.state.error = TICK_ONE

    def _notes(self, shown: range) -> tuple[str, str]:
        """What stands above the list, what was typed, and below it, how much is ticked."""
        ticked = [span for span, one in zip(self.spans, self.ask.choices, strict=True) if self._is_ticked(one)]
        hidden = sum(span.start not in shown for span in ticked)
        count = f"{len(ticked)} ticked" + (f", {hidden} unseen" if hidden else "") if ticked else ""
        typed = f"Typed: {self.typed.text[-SHOWN:]}" if self.typed.text else ""
        return typed + (" (no such entry)" if self.typed.misses else ""), count

    def _is_ticked(self, one: Choice) -> bool:
        return self.many and one.value in self.control.selected_options

    def _seen(self) -> tuple[int, int]:
        """The rows of what is pointed at, with the heading above it where there is room."""
        whole = self._whole(self.control.pointed_at)
        first = whole.start if len(whole) <= self.rows.scroll.height else self.spans[self.control.pointed_at].start
        return first, whole.stop - 1

    def _whole(self, place: int) -> range:
        """The rows of a choice and of the heading above it."""
        return range(self.spans[place - 1].stop if place else 0, self.spans[place].stop)

    def _rows(self, columns: int) -> list[Row]:
        """Return the list as it stands, folded to the width."""
        width = columns - 1
        rows: list[Row] = []
        group = ""
        self.spans = []
        for place, one in enumerate(self.ask.choices):
            if one.group != group:
                group = one.group
                rows += [[("underline", line)] for line in fold(group, width, " ", " ")]
            start = len(rows)
            rows += [[line] for line in self._lines(place, one, width)]
            self.spans.append(range(start, len(rows)))
        return rows

    def _lines(self, place: int, one: Choice, width: int) -> list[tuple[str, str]]:
        pointed = place == self.control.pointed_at
        mark = f"[{'x' if self._is_ticked(one) else ' '}] " if self.many else ""
        key_width = max(len(each.key) for each in self.ask.choices)
        key = f"{one.key:>{key_width}}  " if key_width else ""
        first = f" {'»' if pointed else ' '} {mark}{key}"
        rest = " " * len(first)
        if (place, width) not in self._folded:
            hint = fold(one.hint, width, f"{rest}  ", f"{rest}  ") if one.hint else []
            self._folded[place, width] = fold(one.label, width, rest, rest), hint
        label, hint = self._folded[place, width]
        texts = [first + label[0].removeprefix(rest), *label[1:]]
        return [*(("bold" if pointed else "", text) for text in texts), *(("", text) for text in hint)]


def _control(app: Application[Any]) -> InquirerControl:
    for window in app.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            return window.content
    raise AssertionError("questionary has changed how it lays out a list")
