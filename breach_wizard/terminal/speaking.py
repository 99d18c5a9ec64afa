"""What the plain face says: questions, choices and screens, in an order that is good to listen to.

The question comes first, then its hint, then what stands as its answer and what Enter does. Nothing is drawn, moved or
coloured, and no glyph means anything. Whatever was said once in a run is not said again unasked.
"""

from collections.abc import Callable, Sequence

from breach_wizard.patterns import pattern
from breach_wizard.prompts import Ask, Checklist, Choice, Screen, Select, Spoken, Text
from breach_wizard.terminal.lines import Lines
from breach_wizard.terminal.numbering import names
from breach_wizard.terminal.spoken import counts, hints, says_what_empty_means, sentence, sentences
from breach_wizard.text import NOT_KNOWN

FIRST_HEARD, NEXT_HEARD = 7, 10
"""So many choices of a long list are said before the user is asked whether to hear more, and so many from then on."""

FEW = 2
"""So many choices that are left are said without asking."""

YES = ("y", "yes")
NO = ("", "n", "no")

HOW_TO_END = "Type any number of lines. A full stop alone on a line ends the text."
ENDS_SO = "A full stop ends it."
SAYS_AGAIN = "/list says them again."
SAYS_THEM = "/list says the choices."
IS_REPLACED = "What you type takes its place."
GOES_ON = "/more goes on at its end."
KEEPS = "Enter keeps it."
"""What Enter does wherever something stands that it takes."""
LEAVES_EMPTY = "Enter leaves it empty."
MAY_STAY_EMPTY = "Optional."
"""What is said in place of `LEAVES_EMPTY` once that was heard."""

SENTENCE = pattern(r"(?<=[.?!])\s+(?=[A-Z])")
"""What stands between two sentences."""


class Speaker:
    """Says what a question is about, through lines."""

    def __init__(self, lines: Lines) -> None:
        """Take where to say it."""
        self._lines = lines
        self._say = lines.say
        self._told: dict[str, tuple[str, ...]] = {}
        self._said: set[str] = set()
        self._screen: Screen = ()
        self._is_offered = False
        self._before: Screen = ()
        self._echoed = ""
        self._asked = ""
        self._noticed: tuple[str, ...] = ()
        self._facts: set[str] = set()

    def begin(self, ask: Ask, stands: Sequence[str], heed: Callable[[str], bool] = lambda _: False) -> None:
        """Say the question: in full the first time, later the question alone; then what stands as its answer.

        Args:
            ask: the question.
            stands: what stands as its answer, and what Enter does.
            heed: takes what is typed while a list is heard; returns whether it was a command that leaves the list.
        """
        self._before, self._screen = self._screen, ()
        heard = () if self.has_told(ask) else self._noticed  # what comes with a question again is about that
        self._say(*(self._new_part(one) for one in ask.notices if one not in heard))
        self._noticed = ask.notices
        is_interrupted = False
        if self.has_told(ask):
            if isinstance(ask, Text) or not ask.label:  # the line that is typed on names a list
                self._question(ask)
            if isinstance(ask, (Select, Checklist)) and len(ask.choices) > 1:
                self._once(SAYS_AGAIN)
        else:
            is_interrupted = not self._in_full(ask, heed)
        if not is_interrupted:
            self.stands(ask, stands)
        self._told[ask.id] = _told(ask)
        self._echoed = ""

    def stands(self, ask: Ask, stands: Sequence[str]) -> None:
        """Say what stands as the answer, what Enter does, and what becomes of it where something is typed."""
        self._stands(ask, stands)
        if isinstance(ask, Text) and ask.long and ask.default.strip() not in ("", NOT_KNOWN):
            self._say(IS_REPLACED)
            self._once(GOES_ON)

    def _stands(self, ask: Ask, stands: Sequence[str]) -> None:
        """Say what stands as the answer and what Enter does; that Enter leaves it empty in full once."""
        if LEAVES_EMPTY in stands and isinstance(ask, Text) and says_what_empty_means(ask):
            return
        if LEAVES_EMPTY in stands and LEAVES_EMPTY in self._said:
            self._say(MAY_STAY_EMPTY)
            return
        self._say(*stands)
        self._said.update(stands)

    def has_told(self, ask: Ask) -> bool:
        """Was the question said in full before? Not so of another look, which is about an answer just given."""
        return not ask.is_look and self._told.get(ask.id) == _told(ask)

    def again(self, ask: Ask) -> None:
        """Say it all once more, with the screen and the facts that came right before it, whatever was said before."""
        self._said = set()
        self._asked = self._echoed = ""
        if self._before:
            self.screen(self._before)
            self._screen = ()
        self._say(*ask.notices)
        self._in_full(ask, lambda _: False)

    def _in_full(self, ask: Ask, heed: Callable[[str], bool]) -> bool:
        """Say the part of the interview, the question, its hint and its choices; return whether all were wanted."""
        self._once(ask.progress)
        is_closing = (
            isinstance(ask, Select) and len(ask.choices) == 1 and self._is_offered
        )  # of a page that wasn't said
        if not is_closing and (ask.question != self._asked or not ask.label):  # else the line that is typed on says it
            self._question(ask)
        self._is_offered = False
        self._asked = ask.question
        said = hints(ask) if ask.is_look else map(self._new_sentences, hints(ask))
        self._say(*filter(None, said))
        if isinstance(ask, Text) and ask.long:
            self._say(ENDS_SO if HOW_TO_END in self._said else HOW_TO_END)
            self._said.add(HOW_TO_END)
        if isinstance(ask, Select) and ask.on_request:
            self._say(SAYS_THEM)
            return True
        return self.choices(ask.choices, heed) if isinstance(ask, (Select, Checklist)) else True

    def _new_part(self, notice: str) -> str:
        """Return a notice, without the beginning that it shares with one before: facts grow by a sentence each.

        One of several begins with its number, and is said whole: what is new would be laid to the one before it.
        """
        shared = [one for one in self._facts if notice.startswith(f"{one} ") and not notice[:1].isdecimal()]
        self._facts.add(notice)
        return notice[len(max(shared, key=len)) + 1 :] if shared else notice

    def _new_sentences(self, line: str) -> str:
        """Return a line without those of its sentences that were said in this run."""
        sentences = SENTENCE.split(line)
        new = " ".join(one for one in sentences if one not in self._said)
        self._said.update(sentences)
        return new

    def _once(self, *paragraphs: str) -> None:
        """Say what was not said before in this run."""
        self._say(*(one for one in paragraphs if one and one not in self._said))
        self._said.update(paragraphs)

    def _question(self, ask: Ask) -> None:
        choices = ask.choices if isinstance(ask, (Select, Checklist)) else ()
        is_long = len(choices) > FIRST_HEARD + FEW  # else they are all said, and the line that is typed on counts them
        count = len(choices) if is_long and not any(one.key for one in choices) else 0
        if ask.question != self._echoed:
            self._say(f"{sentence(ask.question)} {count} choices." if count > 1 else ask.question)

    def echo(self, chosen: str) -> None:
        """Say what was chosen; a question in the same words that comes right after it is not said again."""
        self._say(sentence(chosen))
        self._echoed = chosen

    def choices(self, choices: Sequence[Choice], heed: Callable[[str], bool] = lambda _: False) -> bool:
        """Say the choices; of a long list the first, then more on request; and always those that stand apart.

        Returns:
            whether they were heard out; else what was typed is the answer to the question itself.
        """
        if len(choices) == 1:
            return True
        called = list(zip(names(choices), choices, strict=True))
        apart = [entry for entry in called if entry[1].alone or entry[1].apart or not entry[0].isdecimal()]
        listed = [entry for entry in called if entry not in apart]
        group = ""
        heard = 0
        while heard < len(listed):
            until = heard + NEXT_HEARD if heard else _first_part([choice for _, choice in listed])
            until = until if len(listed) - until > FEW else len(listed)
            for name, choice in listed[heard:until]:
                if choice.group != group:
                    group = choice.group
                    self._say(sentence(f"Section {group}" if group[:1].isdecimal() else group))
                self._choice(name, choice)
            heard = until
            if heard < len(listed) and not self._wants(min(len(listed) - heard, NEXT_HEARD), heed):
                break
        if self._lines.has_put_back:
            return False
        for name, choice in apart:
            self._choice(name, choice)
        return True

    def _wants(self, count: int, heed: Callable[[str], bool]) -> bool:
        """Ask whether to hear so many more; what is neither yes nor no is put back."""
        while True:
            reply = self._lines.ask(f"Hear {count} more? Enter for no: ")
            word = reply.strip().lower()
            if word in NO or word in YES:
                return word in YES
            if not heed(word):
                self._lines.put_back(reply)
                return False

    def _choice(self, name: str, choice: Choice) -> None:
        parts = [f"{name}.", sentence(choice.label), *map(sentence, filter(None, choice.hint.split("\n")))]
        self._say(" ".join(parts))

    def screen(self, screen: Screen, spoken: Spoken = "always") -> None:
        """Say text, the items of a list counted; or offer it, where it was said or will be."""
        self._screen = screen
        lines = {line.text for line in screen if line.text}
        self._is_offered = spoken == "on request" or (spoken == "once" and lines <= self._said)
        self._say("")
        if self._is_offered:
            self._offer(screen)
        else:
            self._in_lines(screen)
            self._said |= lines
        self._say("")

    def _offer(self, screen: Screen) -> None:
        title = next(line.text for line in screen if line.text)
        headings = [line.text for line in screen if line.style == "heading"]
        self._say(
            title,
            sentence(
                ": ".join(["/again says all", *filter(None, ["; ".join(one.split(" (")[0] for one in headings)])])
            ),
        )

    def _in_lines(self, screen: Screen) -> None:
        for line, count in zip(screen, counts(screen), strict=True):
            if line.style == "copy":
                self._lines.say_as_it_is(line.text)
            else:
                self._say(f"{count} {sentences(line.text)}" if count else line.text)


def _told(ask: Ask) -> tuple[str, ...]:
    """Return what makes a question another one than before; the answers that a page shows do not."""
    choices = ask.choices if isinstance(ask, (Select, Checklist)) and not any(one.key for one in ask.choices) else ()
    return (ask.hint, *(one.value for one in choices))


def _first_part(choices: Sequence[Choice]) -> int:
    """Return how many choices are said first: whole groups, where those are not too few."""
    least = 1 if any(one.key for one in choices) else FEW + 1  # what has a number of its own can be asked for by it
    ends = [place for place in range(least, FIRST_HEARD + 1) if place < len(choices) and _ends(choices, place)]
    return ends[-1] if ends else FIRST_HEARD


def _ends(choices: Sequence[Choice], place: int) -> bool:
    return choices[place].group != choices[place - 1].group
