"""The rich face: questionary's prompts in our own frame, for a terminal that can move its cursor."""

import gc
import sys
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TextIO

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.shortcuts import print_formatted_text

from breach_wizard.prompts import Ask, Back, Checklist, Choice, Keeps, Screen, Select, Spoken, Text
from breach_wizard.terminal import stream
from breach_wizard.terminal.cells import output_on
from breach_wizard.terminal.faults import let_out
from breach_wizard.terminal.folding import fold
from breach_wizard.terminal.frame import Frame, Undone
from breach_wizard.terminal.lists import List
from breach_wizard.text import NOT_KNOWN, measured, plural, without_stop

if TYPE_CHECKING:
    from breach_wizard.terminal.pages import Pages

gc.freeze()  # what is loaded by now stays; collections need not look at it again
"""Collections stay off: the frame makes one after each first paint, when nobody is kept waiting."""


FRAME_ROWS, NARROW_FRAME_ROWS = 4, 8
"""So many rows a short question takes beside its choices beneath a screen: a blank line, the question, the footer."""

PAGE_ROWS, NARROW_PAGE_ROWS = 6, 8
"""So many rows the question takes that stands beneath a page, with its two choices."""

WIDE = 80
RESIZED = "resized"

REMEMBERED = 20
"""So many answers are remembered in the order in which they were given."""


class RichPrompter:
    """A Prompter for a terminal."""

    def __init__(
        self, after_first_paint: Callable[[], None] | None = None, output: Output | None = None, source: Any = None
    ) -> None:
        """Take what to load while the user reads the first question; tests give an output and an input of their own."""
        self._later = after_first_paint
        self._output = output or output_on(_stream())
        if isinstance(self._output, Vt100_Output):
            # Where the cursor is need not be asked: some terminals never answer, and others too late after a resize.
            self._output.enable_cpr = False
        self._source = source or _keyboard()
        self._above: Screen = ()
        self._above_again: Callable[[], None] | None = None
        self._is_parted = True
        self._keeps: Keeps = "everything"  # as the last question said
        self._given: deque[tuple[str, Any]] = deque(maxlen=REMEMBERED)
        self._history: dict[str, str] = {}

    def select(self, ask: Select) -> str:
        """Return the value of the one choice taken."""
        stands = next((choice.value for choice in ask.choices if choice.value == ask.default), None)
        value, anew = self._answer(ask, lambda: self._selected(ask), stands)
        self._above = ()
        if anew:
            self._note(ask, next(choice.label for choice in ask.choices if choice.value == value))
        return str(value)

    def _selected(self, ask: Select) -> str:
        value = self._select(ask)
        while value == RESIZED:
            self.show(self._above, alone=True, choices=len(ask.choices))
            value = self._select(ask)
        return value

    def _select(self, ask: Select) -> str:
        shown = List(ask, self._output, self._source, is_beneath=bool(self._above))
        if self._above:
            shown.frame.on_resize = lambda: shown.app.exit(result=RESIZED)
            shown.frame.on_return = self._above_again
        return str(self._run(shown.frame, shown.run))

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        """Return the values ticked, in the order of the list; at least one."""
        values, anew = self._answer(ask, lambda: self._ticked(ask), ask.ticked or None)
        if anew:
            self._note(ask, "; ".join(without_stop(choice.label) for choice in ask.choices if choice.value in values))
        return tuple(values)

    def _ticked(self, ask: Checklist) -> Any:
        shown = List(ask, self._output, self._source)
        return self._run(shown.frame, shown.run)

    def text(self, ask: Text) -> str:
        """Return a text for which the check finds nothing wrong."""
        stands = ask.kept or ask.default
        value, anew = self._answer(ask, lambda: self._written(ask), stands if ask.check(stands) is None else None)
        text = str(value)
        known = measured(text, ask.each) if ask.long else text
        if anew:
            self._note(ask, "not known yet" if text.strip() == NOT_KNOWN else known or "(left empty)")
        return text

    def _written(self, ask: Text) -> str:
        from breach_wizard.terminal.editor import Desk
        from breach_wizard.terminal.fields import Field  # nor is a field

        desk = Desk(self._say, self._choose, ask.keep, "F6 brings it")
        shown = Field(ask, self._output, self._source, desk)
        return str(self._run(shown.frame, shown.run))

    def _say(self, sentence: str) -> None:
        """Say something above what is drawn next."""
        self._print(
            FormattedText([("", "\n".join(fold(sentence, self._output.get_size().columns - 1, whole=True)) + "\n")])
        )

    def _choose(self, question: str, answers: Sequence[str]) -> int:
        """Ask what no step of the interview asks; return the number of the answer."""
        choices = tuple(Choice(str(number), label) for number, label in enumerate(answers))
        return int(self._select(Select(id="editor", question=question, choices=choices)))

    def _answer(self, ask: Ask, answering: Callable[[], Any], stands: Any) -> tuple[Any, bool]:
        """Return the answer, and whether it was given just now.

        Where the step back to this question is taken back, that is the answer from which one came to the question
        left: the one given last, or ``stands``, the one that was there before.
        """
        self._keeps = ask.keeps
        if self._given and self._given[-1][0] == ask.id:
            stands = self._given.pop()[1]
        anew = True
        while True:
            try:
                value = answering()
                break
            except Undone:
                if stands is not None:
                    value, anew = stands, False
                    break
        self._given.append((ask.id, value))
        return value, anew

    def _run(self, frame: Frame, run: Callable[[], Any]) -> Any:
        frame.print_above()
        let_out(frame.app)
        if self._later is not None:
            frame.app.after_render += self._start_later
        return run()

    def _start_later(self, _: Application[Any]) -> None:
        if self._later is not None:
            Thread(target=self._later, daemon=True).start()
            self._later = None

    def _note(self, ask: Ask, answer: str) -> None:
        """Leave one short line for the question that was answered; all anew where it is another now."""
        if not ask.label or not ask.leaves_line:
            return
        line, before = f"{ask.label}: {answer}", self._history.get(ask.id)
        self._history[ask.id] = line
        if before is None:
            self._print_lines([*([] if self._is_parted else [""]), *self._folded(line)])
            self._is_parted = True
        elif before != line:
            self._clear()
            self._print_lines([row for one in self._history.values() for row in self._folded(one)])

    def _folded(self, line: str) -> list[str]:
        lines = fold(line, self._output.get_size().columns - 1, "", "  ", whole=True)
        return lines if len(lines) <= 3 else [*lines[:3], "  ..."]

    def _print_lines(self, lines: list[str]) -> None:
        last = lines[-self._output.get_size().rows :]
        self._print(FormattedText([("", "".join(f"{line}\n" for line in last))]))

    def _clear(self) -> None:
        self._output.erase_screen()
        self._output.cursor_goto(0, 0)
        self._output.flush()

    def _print(self, text: FormattedText) -> None:
        print_formatted_text(text, end="", output=self._output)

    def show(
        self,
        screen: Screen,
        *,
        alone: bool = False,
        choices: int = 0,
        spoken: Spoken = "always",  # noqa: ARG002 - for faces that speak
    ) -> None:
        """Show text; page by page where it is taller than the terminal."""
        if alone:
            self._clear()
        while not self._page_through(screen, choices):
            pass  # resized meanwhile: from the top, on the empty screen
        self._is_parted = False
        self._above = screen if choices else ()

    def copy(self, text: str) -> str:
        """Put a text on the clipboard, and return what was done."""
        from breach_wizard.terminal.clipboard import copy  # nor is what asks for it

        return copy(text, self._control)

    def _control(self, sequence: str) -> None:
        self._output.write_raw(sequence)
        self._output.flush()

    def _page_through(self, screen: Screen, choices: int) -> bool:
        """Show the rows, as many at a time as there is room for; False where a resize came between."""
        size = self._output.get_size()
        pages = self._pages(screen)
        is_wide = size.columns >= WIDE
        frame = FRAME_ROWS if is_wide else NARROW_FRAME_ROWS
        room = size.rows - (choices + frame if choices else 1)
        if len(pages) > room:
            room = max(size.rows - (PAGE_ROWS if is_wide else NARROW_PAGE_ROWS), 5)
        self._above = screen
        each = pages.of(room)
        number = 0
        while number < len(each):
            start, end = each[number]
            pages.show(start, end)
            self._above_again = partial(pages.show, max(end - room, 0), end)
            if end < len(pages):
                try:
                    turned = self._turn(len(pages) - end, pages.heading(end))
                except Back:
                    if number == 0:
                        raise
                    number -= 1
                    continue
                except Undone:
                    turned = "more"
                if turned != "more":
                    return turned != RESIZED
            number += 1
        return True

    def _turn(self, left: int, heading: str) -> str:
        """Ask whether to show the next page, which has that heading; return ``more``, ``skip`` or ``RESIZED``."""
        choices = (Choice("more", "Next page"), Choice("skip", "Skip"))
        question = plural(left, "more line") + (f": {heading}" if heading else "")
        return self._select(Select(id="page", question=f"{question}.", choices=choices, keeps=self._keeps))

    def _pages(self, screen: Screen) -> "Pages":
        from breach_wizard.terminal.pages import Pages  # rich is not needed for the first question

        has_colour = self._output.get_default_color_depth() is not ColorDepth.DEPTH_1_BIT
        return Pages(screen, _stream(), has_colour=has_colour)


def _keyboard() -> Any:
    """What reads the terminal's keys; None where the library has a way of its own."""
    if sys.platform == "win32":
        return None
    from breach_wizard.terminal.keyboard import Keyboard  # only such systems have what it is built on

    return Keyboard(sys.stdin)


def _stream() -> TextIO:
    found = stream()
    if found is None:
        raise AssertionError("no terminal to draw on; ask suitable() first")
    return found
