"""How a text is given in the plain face: in one line, or in several that a full stop ends."""

from collections.abc import Callable, Sequence

from breach_wizard.prompts import Text
from breach_wizard.terminal.commands import Commands
from breach_wizard.terminal.former import Former
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.speaking import LEAVES_EMPTY, Speaker
from breach_wizard.terminal.spoken import sentence
from breach_wizard.terminal.standing import NOT_KNOWN_YET, name, spoken, standing, told
from breach_wizard.text import NOT_KNOWN

TEXT_ENDS = "."
GOES_ON = "What you type stands in its last paragraph; an empty line first begins a new one. A full stop ends it."
GOES_ON_BY_LINE = "What you type stands on lines of its own. A full stop ends it."
BRINGS_IT = "/kept brings it when you come back here."
IS_TEXT = "More came with that full stop, as in pasted text, so it is a line of the text. One typed by itself ends it."


class Texts:
    """Asks for texts, through lines."""

    def __init__(
        self, lines: Lines, speaker: Speaker, commands: Commands, choose: Callable[[str, Sequence[str]], int]
    ) -> None:
        """Take where texts are typed; who says what is asked, and obeys commands; what asks about an editor."""
        self._lines = lines
        self._say = lines.say
        self._speaker = speaker
        self._commands = commands
        self._choose = choose

    def asked(self, ask: Text) -> str:
        """Return a text for which the check finds nothing wrong."""
        self._speaker.begin(ask, standing(ask))
        if ask.kept:
            which = "The answer kept before" if ask.begun else "What stood here before"
            self._say(f"{which}: {sentence(told(ask, ask.kept))} /kept goes back to it.")
        text = ask.default
        former = Former("" if spoken(text) == NOT_KNOWN_YET else text, ask.kept)
        while True:
            text = self._dictated(ask, text, former) if ask.long else self._line(ask, text, former)
            wrong = ask.check(text)
            if wrong is None:
                if spoken(text) == NOT_KNOWN_YET and (ask.long or text != ask.default):
                    self._say("Not known yet.")
                elif ask.long:
                    self._say(sentence(told(ask, text)))
                return text
            ask.keep(text)
            self._say(f"To correct: {sentence(wrong)}", *_ways_out(ask))

    def _for_texts(self, ask: Text, so_far: str) -> dict[str, Callable[[], str | None]]:
        def instead(text: str) -> Callable[[], str]:
            def taken() -> str:
                if spoken(so_far) not in ("", NOT_KNOWN_YET) and (ask.long or _is_theirs(ask)):
                    self._say(f"What stood here is kept: {sentence(told(ask, so_far))} {BRINGS_IT}")
                return text

            return taken

        own: dict[str, Callable[[], str | None]] = {"/unknown": instead(NOT_KNOWN)}
        if ask.check("") is None:
            own["/empty"] = instead("")
        return own

    def _line(self, ask: Text, before: str, former: Former) -> str:
        """One line; an empty one gives what the question came with, also after another was refused."""
        own = self._for_texts(ask, before) | {"/read": lambda: self._read(before)}
        if former:
            own["/kept"] = former.bring
        typed = self._commands.typed(ask, f"{name(ask)}: ", own, lambda: before, lambda line: line)
        stands = ask.default if ask.check(ask.default) is None else before
        return stands if not typed.text and not typed.by_command else typed.text

    def _dictated(self, ask: Text, before: str, former: Former) -> str:
        """Several lines; an empty first one gives what was there before."""
        lines: list[str] = []

        def so_far() -> str:
            return "\n".join(lines) if lines else before

        def add(line: str) -> None:
            if line and "".join(lines).strip() == NOT_KNOWN:
                lines.clear()
            if not lines and spoken(before) not in ("", NOT_KNOWN_YET):
                former.add(before)
                if _is_theirs(ask):
                    self._say("/kept brings back what stood here.")
            if lines or line:
                lines.append(line)
                ask.keep(so_far())

        def go_on_from(text: str) -> None:
            if spoken(text) in ("", NOT_KNOWN_YET):
                self._say("There is no text yet: begin it.")
                return
            lines[:] = text.split("\n")
            self._say(f"The text so far: {told(ask, text)}. {GOES_ON_BY_LINE if ask.each else GOES_ON}")

        def bring_back() -> None:
            former.replaced(so_far() if spoken(so_far()) != NOT_KNOWN_YET else "")
            go_on_from(former.bring())
            ask.keep(so_far())

        def in_editor() -> None:
            from breach_wizard.terminal.editor import Desk, edit  # few ask for one

            edited = edit(so_far(), Desk(self._say, self._choose, ask.keep, "/kept brings it"))
            former.add(edited.aside)
            if edited.text != so_far():
                former.add(so_far())
            own.update(commands(edited.text))
            if edited.said:
                self._say(edited.said)
            if edited.text != so_far():
                go_on_from(edited.text)
                ask.keep(so_far())

        def commands(text: str) -> dict[str, Callable[[], str | None]]:
            return self._for_texts(ask, text) | ({"/kept": bring_back} if former else {})

        own: dict[str, Callable[[], str | None]] = {
            "/read": lambda: self._read(so_far()),
            "/more": lambda: go_on_from(so_far()),
            "/edit": in_editor,
            "/.": lambda: add(TEXT_ENDS),
        }
        while True:
            own.update(commands(so_far()))
            prompt = "" if lines else f"{name(ask)}: "
            typed = self._commands.typed(ask, prompt, own, so_far, lambda line: "\n".join([*lines, line]))
            if typed.by_command:
                return typed.text
            may_end = typed.text.strip() == TEXT_ENDS or (before and not lines and not typed.text)
            if may_end and not self._lines.are_waiting:
                return so_far()
            if may_end and typed.text:
                self._say(IS_TEXT)
            add(typed.text)
            if lines == [NOT_KNOWN]:
                self._say("Not known yet. A full stop ends it; any other text takes its place.")

    def _read(self, text: str) -> None:
        self._say(sentence("Not known yet") if text.strip() == NOT_KNOWN else text or "There is no text yet.")


def _is_theirs(ask: Text) -> bool:
    """Is what the question came with something that its author wrote, and no proposal?"""
    return not ask.offered or ask.answered


def _ways_out(ask: Text) -> list[str]:
    """Return how to go on after a text was refused, without writing another."""
    if not ask.long and ask.check(ask.default) is None:
        return [f"Enter keeps what stood before: {sentence(spoken(ask.default))}" if ask.default else LEAVES_EMPTY]
    return ["/empty leaves it empty."] if ask.check("") is None else []
