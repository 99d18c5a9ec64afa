"""The plain face: lines said and typed one after the other, for screen readers, pipes and old terminals.

What is asked stands last, on the line that is typed on. Each command begins with a slash; ``COMMANDS`` names them.
"""

from collections.abc import Callable, Mapping, Sequence

from breach_wizard.prompts import Ask, Back, Checklist, Choice, Partial, Screen, Select, Spoken, Stopped, Text
from breach_wizard.terminal.commands import COMMAND, COMMANDS, EVERYWHERE, Typed, how_to
from breach_wizard.terminal.former import Former
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.numbering import names, on_offer, on_the_line, one, several
from breach_wizard.terminal.speaking import KEEPS, SAYS_AGAIN, Speaker
from breach_wizard.terminal.spoken import sentence
from breach_wizard.terminal.standing import NOT_KNOWN_YET, in_short, name, spoken, standing, standing_now
from breach_wizard.text import CONTROLS_LEFT_OUT, NOT_KNOWN, has_controls, measured, without_controls

TEXT_ENDS = "."
Own = Mapping[str, Callable[[], str | None]]
"""A question's own commands: each returns what is then taken for the answer, or None where the question stays."""


class PlainPrompter:
    """A Prompter that speaks in lines."""

    def __init__(self, lines: Lines | None = None) -> None:
        """Take where to read and write; standard input and standard error where nothing is given."""
        self._lines = lines or Lines()
        self._say = self._lines.say
        self._speaker = Speaker(self._lines)

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
        self._speaker.begin(ask, stands, self._heed(ask, self._for_lists(ask)))
        while True:
            typed = self._typed(ask, prompt, self._for_lists(ask), lambda: "").text
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
        self._speaker.begin(ask, stands, self._heed(ask, self._for_lists(ask)))
        while True:
            typed = self._typed(ask, prompt, self._for_lists(ask), lambda: "").text
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

    def _heed(self, ask: Ask, own: Own) -> Callable[[str], bool]:
        """Return what obeys, while a list is heard, the commands that leave it where it is."""

        def heed(word: str) -> bool:
            is_heeded = word in ("/help", "/now")
            if is_heeded:
                self._obey(word, ask, own)
            return is_heeded

        return heed

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
        typed = self._typed(ask, f"{name(ask)}: ", own, lambda: before, lambda line: line)
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
            typed = self._typed(ask, prompt, own, so_far, lambda line: "\n".join([*lines, line]))
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

    def _typed(
        self,
        ask: Ask,
        prompt: str,
        own: Own,
        so_far: Callable[[], Partial],
        with_line: Callable[[str], str] | None = None,
    ) -> Typed:
        """Return the next line that is no command for all questions; what stands so far is kept before leaving.

        ``with_line`` makes a text of what stands so far and a line that was begun; None where no text is asked for.
        """

        def keep(line: str) -> None:
            if with_line is not None and line and not line.startswith("/"):
                ask.keep(without_controls(with_line(line)))

        while True:
            try:
                line = self._lines.ask(prompt, keep)
                word = line.strip().lower()
                if word == "help" and with_line is None:  # no choice begins so, and no text is typed
                    word = "/help"
                if word == "/quit":
                    raise Stopped
                if word == "/back":
                    raise Back(so_far())
            except (Back, Stopped):
                if not isinstance(ask, Text) or so_far() != ask.default:
                    ask.keep(so_far())
                keep(self._lines.begun)
                raise
            prompt = prompt or f"{name(ask)}, go on: "  # after a command the line must tell where it is typed
            if word in own:
                taken = own[word]()
                if taken is not None:
                    return Typed(taken, by_command=True)
            elif word in EVERYWHERE:
                self._obey(word, ask, own)
                if word == "/again" and isinstance(ask, Text):
                    self._speaker.stands(ask, standing_now(ask, str(so_far())))
            elif COMMAND.fullmatch(word):
                as_text = f" To type it as text, begin with two slashes: /{word}" if isinstance(ask, Text) else ""
                self._say(f"To correct: {word} is no command here. /help says which are.{as_text}")
            else:
                if has_controls(line):
                    self._say(CONTROLS_LEFT_OUT)
                return Typed(
                    without_controls(line).replace("//", "/", 1) if word.startswith("//") else without_controls(line)
                )

    def _obey(self, word: str, ask: Ask, own: Own) -> None:
        if word == "/again":
            self._speaker.again(ask)
        elif word == "/now" and ask.now:
            self.show(ask.now)
        elif word == "/messages" and ask.messages:
            ask.messages()
            self._speaker.begin(ask, [])
        elif word == "/now":
            self._say("What to do first is shown once the kind of breach is known.")
        elif word == "/messages":
            self._say("The messages are not here, but at most questions, once the kind of breach is known.")
        else:
            self._say(*filter(None, (ask.help or f"{sentence(ask.question)}\n\n{ask.hint}").split("\n\n")), how_to(ask))
            known = COMMANDS if ask.keeps == "everything" else COMMANDS | {"/quit": f"stop, {ask.keeps} is kept"}
            self._say(*(f"{word}: {known[word]}." for word in (*EVERYWHERE, *own)))

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
