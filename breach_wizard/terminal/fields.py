"""Fields: a line of text, or several paragraphs."""

from collections.abc import Callable
from functools import partial
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, Dimension, Window

from breach_wizard.prompts import Partial, Text
from breach_wizard.terminal.area import Area
from breach_wizard.terminal.editor import Desk, edit
from breach_wizard.terminal.former import Former
from breach_wizard.terminal.frame import LEAST_ROWS, Frame
from breach_wizard.terminal.scrolling import BESIDE
from breach_wizard.text import CONTROLS_LEFT_OUT, NOT_KNOWN, has_controls, without_controls

LINES_JOINED = "Several lines were pasted; they are joined into one."
BEGUN = "What stands here was half typed. F6 brings the answer that is kept, and F6 again the half-typed one."
ASIDE = "F6 brings back what stood here before."
KEYS = (
    "Keys: Ctrl-U takes out what stands in the line before the cursor, Ctrl-W the word before it. F6 brings back what "
    "was taken out or replaced."
)
SELECTED = "What is proposed is selected: the first key typed takes its place, Enter or a cursor key keeps it."
MOVING = "Up, Down, Home and End move by the lines seen, PageUp and PageDown by what fits into the field."
STAYS = "Enter is a new line here. Ctrl-S goes on."
ENTERS = "\n\n\n"
"""Where a text ends so, somebody has pressed Enter to go on."""
AT_THE_END = 99
"""Characters among which those are: a new line begins with the blanks of the one before."""

EDIT = object()
"""The result of an application that makes way for the user's editor."""

LONG_ROWS = 5
"""So many rows a long text has from the start."""


class Field:
    """One open field."""

    def __init__(self, ask: Text, output: Any, source: Any, desk: Desk) -> None:
        """Take the question, where to draw and to read, None for the terminal; and what serves an editor."""
        self.ask = ask
        self.desk = desk
        streams = {name: one for name, one in (("output", output), ("input", source)) if one is not None}
        question = questionary.text("", default=ask.default, multiline=ask.long, **streams)
        self.app: Application[Any] = question.application
        self.buffer: Buffer = self.app.current_buffer
        self.buffer.validator = None  # it is ours to check, at the end; the library's works at each key, in its loop
        self.area = Area(self.buffer, self.app.output.get_size().columns)
        self.former = Former(ask.default, ask.kept)
        self.frame = Frame(ask, self.app, self.partial, self._hints, self._help())
        self.frame.least_rows = self._least_rows
        if ask.kept:
            self.frame.state.notices.append(BEGUN if ask.begun else ASIDE)
        if ask.default == NOT_KNOWN or (ask.offered and ask.default and not ask.long):
            self._select()
        else:
            self.buffer.cursor_position = len(self.buffer.text)
        self.buffer.on_text_changed += self._changed
        self._dress()

    def _hints(self) -> list[str]:
        hints = ["Ctrl-S go on", "F4 editor"] if self.ask.long else ["Enter go on"]
        if self.former:
            hints.append("F6 the answer kept" if self.ask.kept else "F6 bring back")
        return hints

    def _help(self) -> str:
        selected = SELECTED if self.buffer.selection_state else ""
        return " ".join(filter(None, [KEYS, MOVING if self.ask.long else selected]))

    def partial(self) -> Partial:
        """Return what stands in the field."""
        return self.buffer.text

    def run(self) -> str:
        """Run the field and return its text, for which the check finds nothing wrong."""
        while (answer := self.frame.run()) is EDIT:
            self._edit()
        return str(answer)

    def _edit(self) -> None:
        """Let the user's editor change the text; it has the terminal to itself."""
        self.frame.keep()
        edited = edit(self.buffer.text, self.desk)
        self.former.add(edited.aside)
        self._put(edited.text)
        self.frame.keep()
        self.frame.state.notices = [*self.ask.notices, *filter(None, [edited.said])]

    def _select(self) -> None:
        """Select the whole text, as a proposal: what is typed first takes its place."""
        self.buffer.cursor_position = 0
        self.buffer.start_selection()
        if self.buffer.selection_state is not None:
            self.buffer.selection_state.enter_shift_mode()
        self.buffer.cursor_position = len(self.buffer.text)

    def _dress(self) -> None:
        keys = KeyBindings()
        closed = ~self.frame.open

        def bind(*names: str | Keys, act: Callable[[KeyPressEvent], None], eager: bool = True) -> None:
            keys.add(*names, filter=closed, eager=eager)(act)

        def moving(move: Callable[[], None]) -> Callable[[KeyPressEvent], None]:
            def act(_: KeyPressEvent) -> None:
                self.buffer.exit_selection()
                move()

            return act

        # Ctrl-S ends every text: beside Enter too, where the library would begin a search that swallows what is typed.
        bind("c-s", act=self._accept)
        if self.ask.long:
            bind("escape", "enter", act=self._accept, eager=False)
            bind("f4", act=lambda event: event.app.exit(result=EDIT))
        else:
            bind("enter", act=self._accept)
        bind("c-r", act=lambda _: None)  # the same search, backwards
        bind("f6", act=self._bring_back)
        bind(Keys.BracketedPaste, act=self._paste)
        for key, rows in (("up", -1), ("c-p", -1), ("down", 1), ("c-n", 1)):
            bind(key, act=moving(partial(self.area.move, rows)))
        for key, step in (("pageup", -1), ("pagedown", 1)):
            bind(key, act=moving(partial(self.area.turn, step)))
        bind("home", act=moving(self.area.begin))
        bind("end", act=moving(self.area.end))
        selected = Condition(lambda: self.buffer.selection_state is not None)
        for key in ("backspace", "delete", "c-u", "c-w", "c-k"):
            keys.add(key, filter=closed & selected, eager=True)(lambda _: self._cut())
        window = Window(self.area, height=self._height, dont_extend_height=True)
        self.frame.dress(ConditionalContainer(window, ~is_done), window, keys)

    def _least_rows(self) -> int:
        return LEAST_ROWS if self.ask.long else min(len(self.area.rows), LONG_ROWS) + BESIDE

    def _height(self) -> Dimension:
        """A long text has several rows from the start, and grows with what is typed; more than fit are scrolled."""
        if not self.ask.long:
            return Dimension(min=self._least_rows())
        most = max(self.frame.rows - len(self.frame.header().rows) - len(self.frame.footer_rows()) - 1, 1 + BESIDE)
        return Dimension(min=min(LONG_ROWS + BESIDE, most), max=most)

    def _changed(self, buffer: Buffer) -> None:
        self.former.changed(buffer.text)
        self.frame.changed()
        if self.ask.long and buffer.text[-AT_THE_END:].replace(" ", "").endswith(ENTERS):
            self.frame.state.notices = [*self.ask.notices, STAYS]

    def _accept(self, event: KeyPressEvent) -> None:
        wrong = self.ask.check(self.buffer.text)
        if wrong is None:
            event.app.exit(result=self.buffer.text)
        else:
            self.frame.state.error = wrong if wrong.endswith((".", "?")) else f"{wrong}."

    def _cut(self) -> None:
        """Take out what is selected."""
        if self.buffer.selection_state is not None:
            self.buffer.cut_selection()

    def _paste(self, event: KeyPressEvent) -> None:
        text = without_controls(event.data)
        notices = [CONTROLS_LEFT_OUT] if has_controls(event.data) else []
        if not self.ask.long and "\n" in text.strip("\n"):
            notices.append(LINES_JOINED)
        if not self.ask.long:
            text = " ".join(line for line in text.split("\n") if line.strip())
        self._cut()
        self.buffer.insert_text(text)
        if notices:
            self.frame.state.notices = [*self.ask.notices, *notices]

    def _bring_back(self, _: KeyPressEvent) -> None:
        """Change to the text that was taken out last."""
        self._put(self.former.bring())

    def _put(self, text: str) -> None:
        self.former.replaced(text)
        self.buffer.document = Document(text)
