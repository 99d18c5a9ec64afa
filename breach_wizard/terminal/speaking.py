"""What the plain face says: questions, choices and screens, in an order that is good to listen to.

Nothing is drawn, moved or coloured, and no glyph means anything. Whatever is said once is not said again unasked.
"""

from collections.abc import Sequence

from breach_wizard.prompts import Ask, Checklist, Choice, Screen, Select, Text
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.numbering import names

FIRST_HEARD, NEXT_HEARD = 7, 10
"""So many choices of a long list are said before the user is asked whether to hear more, and so many from then on."""

YES = ("y", "yes")
NO = ("", "n", "no")

HOW_TO_END = "Type as many lines as you need. A line that holds a single full stop ends the text."


class Speaker:
    """Says what a question is about, through lines."""

    def __init__(self, lines: Lines) -> None:
        """Take where to say it."""
        self._lines = lines
        self._say = lines.say
        self._told: dict[str, str] = {}
        self._progress = ""

    def begin(self, ask: Ask, default: str) -> None:
        """Say the question: in full the first time, later the question alone and the answer so far."""
        self._say(*ask.notices)
        again = self._told.get(ask.id) == ask.hint
        if again:
            self._question(ask)
        else:
            self.in_full(ask)
        if default and again:
            self._say(f"{sentence(f'Your answer now: {default}')} Enter keeps it.")
        elif default:
            self._say(f"Enter alone gives: {sentence(default)}")
        elif again and isinstance(ask, (Select, Checklist)) and len(ask.choices) > 1:
            self._say("/list says the choices again.")
        self._told[ask.id] = ask.hint

    def in_full(self, ask: Ask) -> None:
        """Say the part of the interview where it is a new one, the hint, the question and its choices."""
        if ask.progress != self._progress:
            self._progress = ask.progress
            self._say(*filter(None, [ask.progress]))
        self._say(*filter(None, ask.hint.split("\n")))
        if isinstance(ask, Text) and ask.long:
            self._say(HOW_TO_END)
        self._question(ask)
        if isinstance(ask, (Select, Checklist)):
            self.choices(ask.choices)

    def _question(self, ask: Ask) -> None:
        choices = ask.choices if isinstance(ask, (Select, Checklist)) else ()
        count = 0 if any(one.key for one in choices) else len(choices)  # keys are named on the line that is typed on
        self._say(f"{sentence(ask.question)} {count} choices." if count > 1 else ask.question)

    def choices(self, choices: Sequence[Choice]) -> None:
        """Say the choices; of a long list the first, then more on request; and always those that stand apart."""
        if len(choices) == 1:
            return
        called = list(zip(names(choices), choices, strict=True))
        apart = [entry for entry in called if entry[1].alone or not entry[0].isdecimal()]
        listed = [entry for entry in called if entry not in apart]
        group = ""
        heard = 0
        while heard < len(listed):
            until = heard + (NEXT_HEARD if heard else FIRST_HEARD)
            for name, choice in listed[heard:until]:
                if choice.group != group:
                    group = choice.group
                    self._say(sentence(f"Section {group}" if group[:1].isdecimal() else group))
                self._choice(name, choice)
            heard = until
            if heard < len(listed):
                reply = self._lines.ask(f"Hear {min(len(listed) - heard, NEXT_HEARD)} more? yes or no [no]: ")
                if reply.strip().lower() in NO:
                    break
                if reply.strip().lower() not in YES:  # it is the answer to the question itself
                    self._lines.put_back(reply)
                    return
        for name, choice in apart:
            self._choice(name, choice)

    def _choice(self, name: str, choice: Choice) -> None:
        parts = [f"{name}.", sentence(choice.label), *map(sentence, filter(None, choice.hint.split("\n")))]
        self._say(" ".join(parts))

    def screen(self, screen: Screen) -> None:
        """Say text; the items of a list are counted."""
        counts = _counts(screen)
        self._say("")
        for line, count in zip(screen, counts, strict=True):
            if line.style == "copy":
                self._lines.say_as_it_is(line.text)
            else:
                self._say(f"{count} {_sentences(line.text)}" if count else line.text)
        self._say("")


def _counts(screen: Screen) -> list[str]:
    """Return "1 of 6." for each item of a list, and nothing for other lines; notes stand inside a list."""
    places: list[list[int]] = [[]]
    for place, line in enumerate(screen):
        if line.style == "item":
            places[-1].append(place)
        elif line.style != "note":
            places.append([])
    found = [""] * len(screen)
    for items in places:
        for number, place in enumerate(items, 1):
            found[place] = f"{number} of {len(items)}."
    return found


def _sentences(text: str) -> str:
    return "\n".join(sentence(line) for line in text.split("\n"))


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark already: a voice pauses there."""
    return text if text.rstrip().endswith((".", "?", "!", ":")) else f"{text}."
