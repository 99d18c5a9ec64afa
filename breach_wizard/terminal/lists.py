"""Lists: choose one, or tick several. questionary keeps the state; the drawing and most keys are ours.

Its own drawing cuts long labels at the edge, marks a tick with a glyph only, and can't show a hint or a heading that
folds; see its threads 429 (wrapping), 465 (page keys) and 176 (Enter with nothing ticked).
"""

from collections.abc import Callable, Sequence
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, ScrollOffsets, Window
from questionary.prompts.common import InquirerControl

from breach_wizard.prompts import Checklist, Choice, Partial, Select
from breach_wizard.terminal.folding import fold
from breach_wizard.terminal.frame import LEAST_ROWS, Frame

MORE = "   ... more below"
TICK_ONE = "Tick at least one with Space, then press Enter."


class List:
    """One open list."""

    def __init__(self, ask: Select | Checklist, output: Any, source: Any) -> None:
        """Take the question, and where to draw and to read; None for the terminal."""
        self.ask = ask
        self.many = isinstance(ask, Checklist)
        self.app = self._application(
            {name: one for name, one in (("output", output), ("input", source)) if one is not None}
        )
        self.control = _control(self.app)
        self.frame = Frame(ask, self.app, self.partial, self._hints())
        self.typed = ""
        self.starts: list[int] = []
        self.heights: list[int] = []
        self.frame.least_rows = self._least_rows
        self._dress()

    def _least_rows(self) -> int:
        """So many that the tallest choice can be read whole: a window keeps half its rows in view below the cursor."""
        self.draw()
        return max(LEAST_ROWS, 2 * max(self.heights, default=0) + 1)

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

    def _hints(self) -> list[str]:
        return ["Space tick", "Enter go on"] if self.many else ["Enter choose"]

    def partial(self) -> Partial:
        """Return what is ticked; a pointer that was moved is nothing typed."""
        return list(self.control.selected_options) if self.many else ""

    def run(self) -> Any:
        """Run the list and return the value, or the values ticked in the order of the list."""
        result = self.frame.run()
        return tuple(result) if self.many else result

    def _dress(self) -> None:
        keys = KeyBindings()
        # A pointed choice shows whole, with the heading above it: the window scrolls to keep these rows in view. They
        # are counted from its middle, since no more than half of the window is kept on either side.
        offsets = ScrollOffsets(
            top=lambda: self._height() // 2 + 2, bottom=lambda: self._height() - self._height() // 2
        )
        window = self.window = Window(
            FormattedTextControl(self.draw, focusable=True, show_cursor=False),
            scroll_offsets=offsets,
            dont_extend_height=True,
        )

        def point(place: Callable[[], int]) -> Callable[[KeyPressEvent], None]:
            def act(_: KeyPressEvent) -> None:
                self.control.pointed_at = max(0, min(place(), len(self.ask.choices) - 1))
                self.typed = ""

            return act

        keys.add("home", eager=True)(point(lambda: 0))
        keys.add("end", eager=True)(point(lambda: len(self.ask.choices) - 1))
        keys.add("pageup", eager=True)(point(lambda: self.control.pointed_at - self._page(-1)))
        keys.add("pagedown", eager=True)(point(lambda: self.control.pointed_at + self._page(1)))
        for character in "0123456789abcdefghijklmnopqrstuvwxyz":
            keys.add(character, filter=~self.frame.open, eager=True)(self._jump)
            if character.isalpha():
                keys.add(character.upper(), filter=~self.frame.open, eager=True)(self._jump)
        # Enter typed before the first paint arrives as a line feed.
        keys.add("c-j", filter=~self.frame.open, eager=True)(
            lambda event: event.key_processor.feed(KeyPress(Keys.Enter), first=True)
        )
        if self.many:
            keys.add(" ", filter=~self.frame.open, eager=True)(self._tick)
            keys.add("enter", filter=~self.frame.open, eager=True)(self._accept)
        self.frame.dress(window, window, keys, escape_waits=False)
        self.app.after_render += self._look_again

    def _height(self) -> int:
        """How many rows the pointed choice takes."""
        return self.heights[self.control.pointed_at] if self.heights else 1

    def _look_again(self, app: Application[Any]) -> None:
        """What is below is known once the rows are drawn; where it is news, they are drawn again."""
        info = self.window.render_info
        beneath = "" if info is None or info.bottom_visible else MORE
        if beneath != self.frame.state.beneath and not app.is_done:
            self.frame.state.beneath = beneath
            app.invalidate()

    def _page(self, step: int) -> int:
        """How many choices a page is, downwards or upwards: as many as fit into half the rows."""
        rows, count = self.frame.rows // 2, 0
        pointed = self.control.pointed_at
        for height in self.heights[pointed:] if step > 0 else self.heights[:pointed][::-1]:
            rows -= height
            if rows < 0:
                break
            count += 1
        return max(count, 1)

    def _jump(self, event: KeyPressEvent) -> None:
        """Point at the choice whose key was typed; else at the next whose label begins so."""
        typed = event.data.upper()
        for attempt in (self.typed + typed, typed):
            found = next((place for place, one in enumerate(self.ask.choices) if one.key.upper() == attempt), None)
            if found is not None:
                self.control.pointed_at, self.typed = found, attempt
                return
        if any(one.key for one in self.ask.choices):
            return
        count = len(self.ask.choices)
        places = [(self.control.pointed_at + step) % count for step in range(1, count + 1)]
        found = next((place for place in places if self.ask.choices[place].label.upper().startswith(typed)), None)
        if found is not None:
            self.control.pointed_at = found

    def _tick(self, _: KeyPressEvent) -> None:
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
        """Take what is ticked; nothing ticked may be a slip, and "None" is there to be ticked."""
        ticked = [one.value for one in self.ask.choices if one.value in self.control.selected_options]
        if ticked:
            event.app.exit(result=ticked)
        else:
            self.frame.state.error = TICK_ONE

    def draw(self) -> StyleAndTextTuples:
        """Return the list as it stands, folded to the width, the cursor on the pointed choice."""
        width = self.frame.columns - 1
        drawn: StyleAndTextTuples = []
        group = ""
        key_width = max((len(one.key) for one in self.ask.choices), default=0)
        self.heights = []
        for place, one in enumerate(self.ask.choices):
            if one.group != group:
                group = one.group
                drawn += [("underline", f"{line}\n") for line in fold(group, width, " ", " ")]
            lines = self._lines(place, one, width, key_width)
            self.heights.append(len(lines))
            for number, (style, text) in enumerate(lines):
                if place == self.control.pointed_at and number == len(lines) // 2:
                    drawn.append(("[SetCursorPosition]", ""))
                drawn.append((style, f"{text}\n"))
        if drawn:
            drawn[-1] = (drawn[-1][0], drawn[-1][1].removesuffix("\n"))
        return drawn

    def _lines(self, place: int, one: Choice, width: int, key_width: int) -> Sequence[tuple[str, str]]:
        pointed = place == self.control.pointed_at
        mark = f"[{'x' if one.value in self.control.selected_options else ' '}] " if self.many else ""
        key = f"{one.key:>{key_width}}  " if key_width else ""
        first = f" {'»' if pointed else ' '} {mark}{key}"
        rest = " " * len(first)
        lines = [("bold" if pointed else "", text) for text in fold(one.label, width, first, rest)]
        if one.hint:
            lines += [("", text) for text in fold(one.hint, width, f"{rest}  ", f"{rest}  ")]
        return lines


def _control(app: Application[Any]) -> InquirerControl:
    for window in app.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            return window.content
    raise AssertionError("questionary has changed how it lays out a list")
