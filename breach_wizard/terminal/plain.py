"""The plain face: lines said and typed one after the other, for screen readers, pipes and old terminals.

What is asked stands last, on the line that is typed on. Each command begins with a slash; ``commands`` obeys them.
"""

from collections.abc import Callable, Sequence

from breach_wizard.prompts import Ask, Checklist, Choice, Screen, Select, Spoken, Text
from breach_wizard.terminal.commands import Commands, Own
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.numbering import names, on_offer, on_the_line, one, several
from breach_wizard.terminal.speaking import KEEPS, SAYS_AGAIN, Speaker
from breach_wizard.terminal.spoken import sentence
from breach_wizard.terminal.standing import in_short, name
from breach_wizard.terminal.texts import Texts
from breach_wizard.text import NOT_KNOWN


class PlainPrompter:
    """A Prompter that speaks in lines."""

    def __init__(self, lines: Lines | None = None) -> None:
        """Take where to read and write; standard input and standard error where nothing is given."""
        self._lines = lines or Lines()
        self._say = self._lines.say
        self._speaker = Speaker(self._lines)
        self._commands = Commands(self._lines, self._speaker)
        self._texts = Texts(self._lines, self._speaker, self._commands, self._choose)

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
        return self._texts.asked(ask)

    def _choose(self, question: str, answers: Sequence[str]) -> int:
        """Ask what no step of the interview asks; return the number of the answer."""
        choices = tuple(Choice(str(number), label) for number, label in enumerate(answers))
        return int(self.select(Select(id="editor", question=question, choices=choices)))

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
