"""Fields: a line of text, or several paragraphs."""

from typing import Any

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, Dimension

from breach_wizard.prompts import Partial, Text
from breach_wizard.terminal.editor import edit
from breach_wizard.terminal.frame import Frame
from breach_wizard.terminal.masking import Masked
from breach_wizard.terminal.wrapping import WrapAtWords
from breach_wizard.text import CONTROLS_LEFT_OUT, NOT_KNOWN, has_controls, without_controls

LINES_JOINED = "Several lines were pasted; they are joined into one."
BEGUN = "This was begun and not ended. F6 changes to the answer kept before, and back."
PREFIX = ">  "


class Field:
    """One open field."""

    def __init__(self, ask: Text, output: Any, source: Any) -> None:
        """Take the question, and where to draw and to read; None for the terminal."""
        self.ask = ask
        streams = {name: one for name, one in (("output", output), ("input", source)) if one is not None}
        question = questionary.text(
            "",
            qmark=">",
            default=ask.default,
            multiline=ask.long,
            instruction="",
            prompt_continuation=lambda width, _number, _wraps: " " * width,
            input_processors=[Masked(), WrapAtWords(len(PREFIX))],
            **streams,
        )
        self.app: Application[Any] = question.application
        self.buffer: Buffer = self.app.current_buffer
        self.buffer.cursor_position = len(self.buffer.text)
        self.frame = Frame(ask, self.app, self.partial, self._hints())
        self._dress()

    def _hints(self) -> list[str]:
        hints = ["Ctrl-S go on", "F4 editor"] if self.ask.long else ["Enter go on"]
        return [*hints, "F6 the answer kept"] if self.ask.kept else hints

    def partial(self) -> Partial:
        """Return what stands in the field."""
        return self.buffer.text

    def run(self) -> str:
        """Run the field and return its text, for which the check finds nothing wrong."""
        return str(self.frame.run())

    def _dress(self) -> None:
        keys = KeyBindings()
        closed = ~self.frame.open
        self.buffer.on_text_changed += lambda _: self.frame.changed()
        if self.ask.default == NOT_KNOWN:
            self.buffer.on_text_insert += self._in_place_of_not_known
        # Ctrl-S ends every text: beside Enter too, where the library would begin a search that swallows what is typed.
        for ending in [("c-s",), ("escape", "enter") if self.ask.long else ("enter",)]:
            keys.add(*ending, filter=closed, eager=len(ending) == 1)(self._accept)
        keys.add("c-r", eager=True)(lambda _: None)  # the same search, backwards
        if self.ask.long:
            keys.add("f4", filter=closed, eager=True)(self._edit)
        if self.ask.kept:
            self.frame.state.notices.append(BEGUN)
            keys.add("f6", filter=closed, eager=True)(self._other)
        keys.add(Keys.BracketedPaste, filter=closed, eager=True)(self._paste)
        body = self.app.layout.container
        if self.ask.long:
            self._give_room()
        self.frame.dress(ConditionalContainer(body, ~is_done), self.app.layout.current_control, keys, escape_waits=True)

    def _give_room(self) -> None:
        """A long text has several rows from the start, and grows with what is typed."""
        for window in self.app.layout.find_all_windows():
            if window.content is self.app.layout.current_control:
                window.height = lambda: _rows(self.frame)
                window.dont_extend_height = Always()

    def _accept(self, event: KeyPressEvent) -> None:
        wrong = self.ask.check(self.buffer.text)
        if wrong is None:
            event.app.exit(result=self.buffer.text)
        else:
            self.frame.state.error = wrong if wrong.endswith((".", "?")) else f"{wrong}."

    def _in_place_of_not_known(self, buffer: Buffer) -> None:
        """What is typed first takes the place of the mark for not known yet."""
        buffer.on_text_insert -= self._in_place_of_not_known
        if buffer.text.startswith(NOT_KNOWN):
            buffer.document = Document(buffer.text[1:])

    def _paste(self, event: KeyPressEvent) -> None:
        text = without_controls(event.data)
        notices = [CONTROLS_LEFT_OUT] if has_controls(event.data) else []
        if not self.ask.long and "\n" in text.strip("\n"):
            notices.append(LINES_JOINED)
        if not self.ask.long:
            text = " ".join(line for line in text.split("\n") if line.strip())
        self.buffer.insert_text(text)
        self.frame.state.notices = [*self.ask.notices, *notices]

    def _other(self, _: KeyPressEvent) -> None:
        """Change between the answer kept before and what was begun."""
        self.buffer.document = Document(self.ask.default if self.buffer.text == self.ask.kept else self.ask.kept)

    def _edit(self, event: KeyPressEvent) -> None:
        async def open_editor() -> None:
            text, problem = await run_in_terminal(lambda: edit(self.buffer.text))
            self.buffer.document = Document(without_controls(text))
            self.frame.state.error = problem
            event.app.invalidate()

        event.app.create_background_task(open_editor())


def _rows(frame: Frame) -> Dimension:
    """At least five rows, and no more than the frame leaves."""
    most = max(frame.rows - len(frame.header_lines()) - 4, 3)
    return Dimension(min=min(5, most), max=most)
