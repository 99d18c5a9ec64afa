"""The commands of the plain face, what each does at a question, and how each kind of question is answered there."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from breach_wizard.patterns import pattern
from breach_wizard.prompts import Ask, Back, Checklist, Partial, Select, Stopped, Text
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.speaking import HOW_TO_END, Speaker
from breach_wizard.terminal.spoken import sentence
from breach_wizard.terminal.standing import HEARD, name, standing_now
from breach_wizard.text import CONTROLS_LEFT_OUT, NOT_KNOWN, has_controls, shortened, without_controls

COMMANDS = {
    "/back": "the question before",
    "/help": "help for this question",
    "/now": "what to do first",
    "/messages": "messages ready to copy",
    "/again": "this question in full",
    "/quit": "stop, everything is kept",
    "/list": "the choices again",
    "/read": "the text so far",
    "/more": "go on at the end of the text so far",
    "/edit": "open the text in your editor",
    "/empty": "leave it empty",
    "/unknown": "not known yet",
    "/.": "a line with nothing but a full stop",
    "/kept": "bring back what stood here",
}
EVERYWHERE = ("/back", "/help", "/now", "/messages", "/again", "/quit")
COMMAND = pattern(r"/ ?([a-z]+)[^\w/]*(?: .*)?")
"""What may be meant for a command, and its name."""
Own = Mapping[str, Callable[[], str | None]]
"""A question's own commands: each returns what is then taken for the answer, or None where the question stays."""


class Typed(NamedTuple):
    """A line that was typed, or what a command gave in its place."""

    text: str
    by_command: bool = False


def is_meant_for_one(line: str) -> bool:
    """Is a line in small letters a command mistyped: a word behind a slash, or one of ours with more behind it?"""
    found = COMMAND.fullmatch(line)
    return found is not None and (f"/{found[1]}" in COMMANDS or " " not in line)


def how_to(ask: Ask) -> str:
    """Return how a question of this kind is answered."""
    if isinstance(ask, Text):
        return HOW_TO_END if ask.long else "Type one line, and Enter."
    if isinstance(ask, Checklist):
        return "Type a number or several, such as 1, 3 or 2-4, and Enter."
    choices = ask.choices if isinstance(ask, Select) else ()
    letters = [f"{one.key}: {sentence(one.label)}" for one in choices if one.key.isalpha()]
    return " ".join(["Type the number or letter of a choice, or words of it, and Enter.", *letters])


class Commands:
    """Asks for lines, and obeys those that are commands."""

    def __init__(self, lines: Lines, speaker: Speaker) -> None:
        """Take where lines come from, and who says what a question is about."""
        self._lines = lines
        self._say = lines.say
        self._speaker = speaker

    def typed(
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
                if word == NOT_KNOWN and with_line is None and "/unknown" in own:
                    word = "/unknown"
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
            elif is_meant_for_one(word):
                as_text = " To type it as text, begin with two slashes." if isinstance(ask, Text) else ""
                self._say(f"To correct: {shortened(line, HEARD)} is no command here. /help says which are.{as_text}")
            else:
                if has_controls(line):
                    self._say(CONTROLS_LEFT_OUT)
                return Typed(
                    without_controls(line).replace("//", "/", 1) if word.startswith("//") else without_controls(line)
                )

    def heed(self, ask: Ask, own: Own) -> Callable[[str], bool]:
        """Return what obeys, while a list is heard, the commands that leave it where it is."""

        def heed(word: str) -> bool:
            is_heeded = word in ("/help", "/now")
            if is_heeded:
                self._obey(word, ask, own)
            return is_heeded

        return heed

    def _obey(self, word: str, ask: Ask, own: Own) -> None:
        if word == "/again":
            self._speaker.again(ask)
        elif word == "/now" and ask.now:
            self._speaker.screen(ask.now)
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
            idle = [*([] if ask.now else ["/now"]), *([] if ask.messages else ["/messages"])]
            self._say(*(f"{one}: {known[one]}." for one in (*EVERYWHERE, *own) if one not in idle))
