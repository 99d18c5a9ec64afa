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
from breach_wizard.terminal.drawing import ATTENTION, BOLD, SIGN, Row, beside, styled
from breach_wizard.terminal.folding import fold, text_width
from breach_wizard.terminal.frame import LEAST_ROWS, Frame
from breach_wizard.terminal.laid import Laid
from breach_wizard.terminal.pointing import Typed
from breach_wizard.terminal.scrolling import BESIDE, Rows
from breach_wizard.text import has_controls, shortened, without_controls

TICK_ONE = "Tick at least one with Space, then press Enter."
SHOWN = 12
"""So many signs of what was typed are shown, the last ones."""


Folded = tuple[list[str], list[str]]
"""The lines of a choice, and of its hint."""


class List:
    """One open list."""

    def __init__(self, ask: Select | Checklist, output: Any, source: Any, *, is_beneath: bool = False) -> None:
        """Take the question, where to draw and to read, None for the terminal; and whether it stands beneath a text."""
        self.ask = ask
        self.many = isinstance(ask, Checklist)
        self.app: Application[Any] = Application(output=output, input=source, include_default_pygments_style=False)
        self.control = self._control()
        self.typed = Typed(ask.choices)
        self.rows = Rows(self._rows, self._seen, self._notes, is_close=is_beneath)
        self._laid = Laid((), (), lambda _: [])
        self._known: dict[tuple[int, bool], Laid] = {}
        """What was laid out already. It is asked for several times a key, and takes 0.05 s for 2,000 choices."""
        groups = ["", *(one.group for one in ask.choices)]
        self._starts = [one.group != before for one, before in zip(ask.choices, groups, strict=False)]
        """Whether a group begins with each entry."""
        self._partings = sum(self._starts[1:])
        self._key_width = max(len(one.key) for one in ask.choices)
        self._are_described = 2 * sum(bool(one.hint) for one in ask.choices) >= len(ask.choices)
        """What is chosen from stands out from its descriptions; where there are few, from nothing but the headings."""
        self.frame = Frame(ask, self.app, self.partial, lambda: hints)
        hints = ["Space tick", "Enter go on"] if self.many else ["Enter choose"]
        self.frame.least_rows = self._least_rows
        self.frame.wanted_rows = self._wanted_rows
        self._dress()

    def _control(self) -> InquirerControl:
        """The library's state of the list; what it would make around it is two fields more, and is never shown."""
        values = [choice.value for choice in self.ask.choices]
        ticked = self.ask.ticked if isinstance(self.ask, Checklist) else ()
        default = "" if isinstance(self.ask, Checklist) else self.ask.default
        choices = [
            questionary.Choice(one.label, value=one.value, checked=one.value in ticked) for one in self.ask.choices
        ]
        pointed = next((one for one in (default, self.ask.pointed) if one in values), None)
        return InquirerControl(choices, initial_choice=pointed)

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
        laid = self._laid_out(self.frame.width, is_parted=False)
        return max(laid.tallest, min(len(laid), LEAST_ROWS - BESIDE)) + BESIDE

    def _wanted_rows(self) -> int:
        """Half of the screen, for many choices."""
        count = len(self._laid_out(self.frame.width, is_parted=False))
        return max(self._least_rows(), min(count + BESIDE, self.frame.rows // 2))

    def _page(self, step: int) -> int:
        """How many choices a page is, downwards or upwards: as many as fit into the rows seen."""
        rows, count = self.rows.scroll.height, 0
        pointed, spans = self.control.pointed_at, self._laid.spans
        for span in spans[pointed:] if step > 0 else spans[:pointed][::-1]:
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
        if text != "\b":
            if has_controls(text):  # what a mouse sends, or a key that does nothing here
                return
            text = "".join(filter(str.isprintable, text))  # what joins signs is none itself
        if text:
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
        ticked = len(self.control.selected_options) if self.many else 0
        begun = [place for place in self._laid.places(shown) if self._laid.spans[place].start in shown]
        hidden = ticked - sum(self._is_ticked(self.ask.choices[place]) for place in begun)
        count = f"{ticked} ticked" + (f", {hidden} unseen" if hidden else "") if ticked else ""
        typed = f"Typed: {self.typed.text[-SHOWN:]}" if self.typed.text else ""
        return typed + (" (no such entry)" if self.typed.misses else ""), count

    def _is_ticked(self, one: Choice) -> bool:
        return self.many and one.value in self.control.selected_options

    def _seen(self) -> tuple[int, int]:
        """The rows of what is pointed at, with the heading above it where there is room."""
        pointed = self.control.pointed_at
        whole = self._laid.whole(pointed)
        first = whole.start if len(whole) <= self.rows.scroll.height else self._laid.spans[pointed].start
        return first, whole.stop - 1

    def _rows(self, columns: int) -> Laid:
        """Return the list as it stands, folded to the width; its groups are parted where all of it fits so."""
        width = text_width(columns)
        room = self.frame.rows - len(self.frame.header().rows) - len(self.frame.footer_rows()) - BESIDE
        is_parted = len(self._laid_out(width, is_parted=False)) + self._partings <= room
        self._laid = self._laid_out(width, is_parted=is_parted)
        return self._laid

    def _laid_out(self, width: int, *, is_parted: bool) -> Laid:
        """Return the list folded to a width, with or without a blank row between its groups."""
        if (width, is_parted) not in self._known:
            folded = self._folded(width)
            above: list[list[Row]] = [
                [[]] * (starts and place > 0 and is_parted)
                + (self._heading(one, width) if starts and one.group else [])
                for place, (one, starts) in enumerate(zip(self.ask.choices, self._starts, strict=True))
            ]
            heights = (len(label) + len(hint) for label, hint in folded)
            self._known[width, is_parted] = Laid(above, heights, lambda place: self._lines(place, folded))
        return self._known[width, is_parted]

    def _heading(self, one: Choice, width: int) -> list[Row]:
        if one.is_look:
            return beside(ATTENTION, one.group, width, BOLD, indent=" ")
        return styled(fold(one.group, width, " ", " "), BOLD)

    def _folded(self, width: int) -> list[Folded]:
        """The words of each choice, and of its hint, folded to a width beneath what stands before them."""
        indent = " " * sum(len(part[1]) for part in self._before(0))
        return [
            (
                fold(one.label, width, indent, indent),
                fold(one.hint, width, f"{indent}  ", f"{indent}  ") if one.hint else [],
            )
            for one in self.ask.choices
        ]

    def _before(self, place: int) -> Row:
        """What stands before a choice: the pointer, whether it is ticked, its key."""
        one = self.ask.choices[place]
        before: Row = [("", " "), (SIGN, "»" if place == self.control.pointed_at else " "), ("", " ")]
        if self.many:
            before += [("", "["), (SIGN, "x" if self._is_ticked(one) else " "), ("", "] ")]
        if self._key_width:
            before += [(SIGN, f"{one.key:>{self._key_width}}"), ("", "  ")]
        return before

    def _lines(self, place: int, folded: list[Folded]) -> list[Row]:
        before = self._before(place)
        (first, *others), hint = folded[place]
        style = BOLD if place == self.control.pointed_at or self._are_described else ""
        begun = first[sum(len(part[1]) for part in before) :]
        label: list[Row] = [[*before, (style, begun)], *styled(others, style)]
        return [*label, *styled(hint)]
