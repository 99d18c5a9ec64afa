"""The plain face: lines said and typed one after the other, for screen readers, pipes and old terminals.

What is asked stands last, on the line that is typed on. Each command begins with a slash; ``commands`` obeys them.
"""

from collections.abc import Callable, Sequence

from breach_wizard.prompts import Ask, Checklist, Choice, Screen, Select, Spoken, Text
from breach_wizard.terminal.commands import Commands, Own
from breach_wizard.terminal.former import Former
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.numbering import names, on_offer, on_the_line, one, several
from breach_wizard.terminal.speaking import KEEPS, SAYS_AGAIN, Speaker
from breach_wizard.terminal.spoken import sentence
from breach_wizard.terminal.standing import NOT_KNOWN_YET, in_short, name, spoken, standing
from breach_wizard.text import NOT_KNOWN, measured

TEXT_ENDS = "."


class PlainPrompter:
    """A Prompter that speaks in lines."""

    def __init__(self, lines: Lines | None = None) -> None:
        """Take where to read and write; standard input and standard error where nothing is given."""
        self._lines = lines or Lines()
        self._say = self._lines.say
        self._speaker = Speaker(self._lines)
        self._commands = Commands(self._lines, self._speaker)

    def select(self, ask: Select) -> str:
        """Return the value of the one choice taken."""
        default = next((choice for choice in ask.choices if choice.value == (ask.default or ask.goes_on)), None)
        stands = []
        offered = f"{self._named(ask)}{on_the_line(ask.choices)}"
        prompt = f"{offered}: "
        if len(ask.choices) == 1:
            default = ask.choices[0]
            prompt = f"Enter for: {sentence(default.label)} "
        elif default and ask.default and self._speaker.has_told(ask):
            stands = [f"Your answer now: {sentence(default.label)} {KEEPS}"]
        elif default:
            called = names(ask.choices)[ask.choices.index(default)]
            prompt = f"{offered}, Enter for {called}: "
        self._speaker.begin(ask, stands, self._commands.heed(ask, self._for_lists(ask)))
        while True:
            typed = self._commands.typed(ask, prompt, self._for_lists(ask), lambda: "").text
            chosen = one(typed, ask.choices) if typed.strip() else default
            if chosen is not None:
                if len(ask.choices) > 1 and chosen.value != ask.goes_on and not chosen.key.isalpha():
                    self._speaker.echo(chosen.label)
                return chosen.value
            if len(ask.choices) == 1:
                self._say("To correct: press Enter.")
            else:
                self._say(f"To correct: type {on_offer(ask.choices)}. {SAYS_AGAIN}")

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        """Return the values ticked, in the order of the list; at least one."""
        ticked = [choice for choice in ask.choices if choice.value in ask.ticked]
        none = [choice for choice in ask.choices if choice.value == ask.if_none]
        stands = []
        list_name = self._named(ask)
        offered = f"{list_name}numbers such as 1, 3" if list_name else "Numbers such as 1, 3"
        prompt = f"{offered}: "
        if ticked:
            stands = [f"Chosen now: {sentence(in_short(ticked))} {KEEPS}"]  # by us, or by the user before
        elif none:
            prompt = f"{offered}, Enter for {names(ask.choices)[ask.choices.index(none[0])]}: "
        self._speaker.begin(ask, stands, self._commands.heed(ask, self._for_lists(ask)))
        while True:
            typed = self._commands.typed(ask, prompt, self._for_lists(ask), lambda: "").text
            named = one(typed, ask.choices)
            chosen = (several(typed, ask.choices) or ([named] if named else None)) if typed.strip() else ticked or none
            alone = [choice.label for choice in chosen or () if choice.alone]
            if not chosen:
                self._say(
                    f"To correct: type one number or several, {on_offer(ask.choices)}, such as: 1, 3. {SAYS_AGAIN}"
                )
            elif alone and len(chosen) > 1:
                self._say(f"To correct: this stands alone, leave it out or the others: {sentence(alone[0])}")
            else:
                self._say(sentence(f"Chosen: {in_short(chosen)}"))
                return tuple(choice.value for choice in chosen)

    def _named(self, ask: Ask) -> str:
        """The name of a list on the line that is typed on, where its question is not said right before."""
        return f"{name(ask)}, " if ask.label and self._speaker.has_told(ask) else ""

    def _for_lists(self, ask: Select | Checklist) -> Own:
        unknown = [
            called for called, choice in zip(names(ask.choices), ask.choices, strict=True) if choice.value == NOT_KNOWN
        ]

        def listed() -> None:
            self._speaker.choices(ask.choices)

        own: dict[str, Callable[[], str | None]] = {"/list": listed}
        return own | {"/unknown": lambda: unknown[0]} if unknown else own

    def text(self, ask: Text) -> str:
        """Return a text for which the check finds nothing wrong."""
        begun = ask.kept and spoken(ask.default) not in ("", NOT_KNOWN_YET)
        self._speaker.begin(ask, standing(ask, is_begun=bool(begun)))
        if ask.kept:
            which = "The answer kept before" if begun else "What stood here before"
            self._say(f"{which}: {sentence(spoken(ask.kept, long=ask.long))} /kept goes back to it.")
        text = ask.default
        former = Former(text, ask.kept)
        while True:
            text = self._dictated(ask, text, former) if ask.long else self._line(ask, text, former)
            wrong = ask.check(text)
            if wrong is None:
                if ask.long:
                    self._say("Not known yet." if text.strip() == NOT_KNOWN else f"{measured(text)}.")
                return text
            ask.keep(text)
            self._say(f"To correct: {sentence(wrong)}")

    def _for_texts(self, ask: Text, former: Former, so_far: str) -> dict[str, Callable[[], str | None]]:
        def instead(text: str) -> Callable[[], str]:
            def taken() -> str:
                if spoken(so_far) not in ("", NOT_KNOWN_YET):
                    self._say(f"What stood here is kept, {measured(so_far)}: /kept brings it when you come back here.")
                return text

            return taken

        own: dict[str, Callable[[], str | None]] = {"/unknown": instead(NOT_KNOWN)}
        if ask.check("") is None:
            own["/empty"] = instead("")
        if former:
            own["/kept"] = former.bring
        return own

    def _line(self, ask: Text, before: str, former: Former) -> str:
        """One line; an empty one gives what was there before."""
        own = self._for_texts(ask, former, before) | {"/read": lambda: self._read(before)}
        typed = self._commands.typed(ask, f"{name(ask)}: ", own, lambda: before, lambda line: line)
        return before if not typed.text and not typed.by_command else typed.text

    def _dictated(self, ask: Text, before: str, former: Former) -> str:
        """Several lines; an empty first one gives what was there before."""
        lines: list[str] = []

        def so_far() -> str:
            return "\n".join(lines) if lines else before

        def go_on_from(text: str) -> None:
            if spoken(text) in ("", NOT_KNOWN_YET):
                self._say("There is no text yet: begin it.")
                return
            lines[:] = text.split("\n")
            self._say(f"The text so far: {measured(text)}. Go on at its end, or end it with a single full stop.")

        def in_editor() -> None:
            from breach_wizard.terminal.editor import Desk, edit  # few ask for one

            edited = edit(so_far(), Desk(self._say, self._choose, ask.keep, "/kept takes it"))
            former.add(edited.aside)
            if edited.text != so_far():
                former.add(so_far())
            own.update(self._for_texts(ask, former, edited.text))
            if edited.said:
                self._say(edited.said)
            if edited.text != so_far():
                go_on_from(edited.text)
                ask.keep(so_far())

        own: dict[str, Callable[[], str | None]] = {
            "/read": lambda: self._read(so_far()),
            "/more": lambda: go_on_from(so_far()),
            "/edit": in_editor,
        }
        while True:
            own.update(self._for_texts(ask, former, so_far()))
            prompt = "" if lines else f"{name(ask)}: "
            typed = self._commands.typed(ask, prompt, own, so_far, lambda line: "\n".join([*lines, line]))
            if typed.by_command:
                return typed.text
            if typed.text.strip() == TEXT_ENDS or (before and not lines and not typed.text):
                return so_far()
            if typed.text and "".join(lines).strip() == NOT_KNOWN:
                lines.clear()
            if not lines and spoken(before) not in ("", NOT_KNOWN_YET):
                former.add(before)
                if not ask.offered or ask.answered:  # what somebody wrote
                    self._say("/kept brings back what stood here.")
            if lines or typed.text:
                lines.append(typed.text)
                ask.keep(so_far())
            if lines == [NOT_KNOWN]:
                self._say("Not known yet. A full stop ends it; any other text takes its place.")

    def _choose(self, question: str, answers: Sequence[str]) -> int:
        """Ask what no step of the interview asks; return the number of the answer."""
        choices = tuple(Choice(str(number), label) for number, label in enumerate(answers))
        return int(self.select(Select(id="editor", question=question, choices=choices)))

    def _read(self, text: str) -> None:
        self._say(sentence("Not known yet") if text.strip() == NOT_KNOWN else text or "There is no text yet.")

    def show(
        self,
        screen: Screen,
        *,
        alone: bool = False,  # noqa: ARG002 - for drawn faces
        choices: int = 0,  # noqa: ARG002 - for drawn faces
        spoken: Spoken = "always",
    ) -> None:
        """Say text; the items of a list are counted."""
        self._speaker.screen(screen, spoken)

    def copy(self, text: str) -> str:
        """Put a text on the clipboard, and return what was done."""
        from breach_wizard.terminal.clipboard import copy  # few do

        return copy(text, self._lines.control if self._lines.are_on_a_terminal else None)
