"""What the wizard asks of whoever faces the user: the Prompter protocol, and the questions it takes.

No library is imported here. ``terminal/`` holds the faces; tests have a scripted one.
"""

from collections.abc import Callable
from typing import Literal, Protocol

from breach_wizard.records import Record
from breach_wizard.screen import Line as Line  # noqa: PLC0414  (as below)
from breach_wizard.screen import Screen as Screen  # noqa: PLC0414  (as below)
from breach_wizard.stops import Stopped as Stopped  # noqa: PLC0414  (it is a part of what is promised here)

Partial = str | list[str]
"""What stands in a field that was not accepted: the text, or the values pointed at or ticked."""


class Back(Exception):
    """The user asked for the question before. ``partial`` is what stood in the field."""

    def __init__(self, partial: Partial = "") -> None:
        super().__init__()
        self.partial = partial


Spoken = Literal["always", "once", "on request"]
Keeps = Literal["everything", "nothing", "the report"]

OFFICIAL = "Official guidance: "
"""How the line of a hint begins that quotes the official guidance; the help holds all of it."""


def nothing_wrong(_: str) -> str | None:
    """Accept any text."""
    return None


def forget(_: Partial) -> None:
    """Keep nothing: for questions whose half-typed answer is of no worth."""


class Ask(Record):
    """What all questions share.

    Attributes:
        id: the question's id, such as ``due`` or ``outputs.1.title``; never shown.
        question: the question, or the short imperative, as the user reads it.
        label: two or three words that name the answer ("Date due"), for the plain prompt line and the transcript.
        hint: always shown beneath the question; line breaks are kept, each line is folded at words.
        help: shown on request: the official guidance for the field, and an example.
        progress: "Part 2 of 5: Circumstances", or empty.
        part: which part that is, and of how many, where it is one.
        is_look: the question is whether an answer is right; a face that draws marks it with a sign.
        notices: one-line facts to show above the question: the last answer as understood, contradictions.
        now: the do-now screen, shown on request; empty before the type is known.
        messages: opens the messages ready to copy, from there; the question comes again as it was.
        leaves_line: its answer stands in the history above the questions after it; not where it only shows the way.
        keeps: what is kept when the run is stopped, as the line of keys says it.
        keep: takes what stands in the field, within two seconds of a change, and before Back or Stopped leaves.
    """

    id: str
    question: str
    label: str = ""
    hint: str = ""
    help: str = ""
    progress: str = ""
    part: tuple[int, int] | None = None
    is_look: bool = False
    notices: tuple[str, ...] = ()
    now: Screen = ()
    messages: Callable[[], None] | None = None
    leaves_line: bool = True
    keeps: Keeps = "everything"
    keep: Callable[[Partial], None] = forget

    __eq__ = object.__eq__
    __hash__ = object.__hash__  # a question is itself alone: what it calls can't be compared


class Choice(Record, kw_only=False):
    """One entry of a list.

    Attributes:
        value: what is answered; unique in its list.
        label: what the user reads; may be long.
        hint: a second paragraph beneath the label; line breaks are kept.
        group: the heading under which it stands; shown once, where it changes.
        key: digits or one letter shown before the label; typing it points at the choice.
        alone: in a checklist, can't be ticked together with others ("None").
        is_look: its group is what to correct or to look at; a face that draws marks the heading with a sign.
        apart: is said also by a face that leaves out the rest of a long list ("Write your own").
    """

    value: str
    label: str
    hint: str = ""
    group: str = ""
    key: str = ""
    alone: bool = False
    is_look: bool = False
    apart: bool = False


class Select(Ask):
    """Choose one.

    ``default`` is the answer so far, or the one proposed; ``pointed`` is where the cursor of a list that comes again
    starts, which is no answer; ``goes_on`` is what Enter takes where there is no cursor, for a list that requires
    nothing. A value that is not on offer is passed over. ``on_request``: a voice says how many choices there are, and
    which on request, since most go on.
    """

    choices: tuple[Choice, ...]
    default: str = ""
    pointed: str = ""
    goes_on: str = ""
    on_request: bool = False


class Checklist(Ask):
    """Tick any number, at least one.

    ``pointed`` is where the cursor starts; ``if_none`` is answered where nothing is ticked, if that is an answer.
    """

    choices: tuple[Choice, ...]
    ticked: tuple[str, ...] = ()
    pointed: str = ""
    if_none: str = ""


class Text(Ask):
    """Type a text: one line, or ``long``.

    Attributes:
        default: stands in the field at first, the cursor at its end.
        offered: the default is no text of the user's own, but a proposal, or a date: what is typed takes its place.
        answered: what is offered is the user's own answer all the same, such as a date.
        begun: the default was begun and not ended.
        kept: another text that can be had in its place: the answer accepted before, where the default was begun; what
            "not known yet" or nothing took the place of; else empty.
        check: what is wrong with the text, as a sentence, or None; what was typed stays in the field.
        long: several paragraphs, ended by a key of its own, with an editor on request.
        each: what each line of a long one is, where it is a thing of its own, such as "action"; else empty.
    """

    default: str = ""
    offered: bool = False
    answered: bool = False
    begun: bool = False
    kept: str = ""
    check: Callable[[str], str | None] = nothing_wrong
    long: bool = False
    each: str = ""


class Prompter(Protocol):
    """A face. Each method returns an answer that is on offer, or raises Back or Stopped.

    Text is returned as typed, line ends made LF; the caller cleans it.
    """

    def select(self, ask: Select) -> str:
        """Return the value of the one choice taken."""

    def checklist(self, ask: Checklist) -> tuple[str, ...]:
        """Return the values ticked, in the order of the list; at least one."""

    def text(self, ask: Text) -> str:
        """Return a text for which ``ask.check`` finds nothing wrong."""

    def show(self, screen: Screen, *, alone: bool = False, choices: int = 0, spoken: Spoken = "always") -> None:
        """Show text, page by page where it is longer than the screen; Back from the first page raises Back.

        Args:
            screen: the text.
            alone: begin at the top of an empty screen.
            choices: how many choices the question right after it offers, so that both are seen at once; 0 for none.
            spoken: when a face that speaks says it in full; where it does not, it offers it.
        """

    def copy(self, text: str) -> str:
        """Put a text on the user's clipboard, as it is, and return what was done, in a sentence or two."""
