"""The shapes of what guidance/ holds: a record for each kind of entry, and nothing that reads.

Named tuples, not dataclasses: these are made before the first question is painted, and a dataclass takes eight times
as long to make.
"""

from datetime import date
from typing import Literal, NamedTuple

from breach_wizard.standing import STAYS_UP

Timing = Literal["early", "late", "none"]


class Ongoing(NamedTuple):
    """The labels of "is it still going on?". ``stays`` is the third choice, where a type has one."""

    question: str
    yes: str
    no: str
    stays: str = ""

    def said(self, value: object) -> str:
        """Return the label of the answer ``ongoing``; empty for one that is no answer."""
        return {True: self.yes, False: self.no, STAYS_UP: self.stays}.get(value, "")


class DoNow(NamedTuple):
    """What to do first: a title, numbered items, and a closing line.

    ``[hop]`` and ``[publishing]`` in a text stand for the name and number of the Head of Profession and the
    number of the publishing team; where the profile holds none, the role alone is left.
    """

    title: str
    items: tuple[str, ...] = ()
    closing: str = ""
    ours: tuple[int, ...] = ()  # numbers of the items that are general good practice, not official


class TimingWords(NamedTuple):
    """How the computed facts of a type read; what is empty is not said.

    ``{gap}``, ``{open}``, ``{unnoticed}`` and ``{delay}`` are lengths of time; ``{due}``, ``{out}`` and ``{clock}``
    times of day; ``{day}`` a date; ``{span}`` is " (5pm to 5.30pm, Monday 20 March 2017)" where it can be told.
    """

    began: str = ""  # "Went live {gap} before it was due."
    unnoticed: str = ""  # "Noticed after {unnoticed}."
    over: str = ""  # "Open for {open}{span}."
    still: str = ""  # "Still live: {open} so far, at {clock}."
    stays: str = ""  # "Stayed up."
    late: str = ""  # "{delay} late: due {due}, out {out}, {day}."
    it_began: str = "it happened"  # for contradictions: "it came down (4.30pm) before it went up (5pm)"
    it_ended: str = "it was put right"
    title: str = ""  # before a line where there are several: "Early"
    after_due: str = "which is not early"  # of what began after it was due; "" where that can be: the release was late


class Wording(NamedTuple):
    """A breach type's own wording of a question; what is empty is taken from fields.toml."""

    question: str = ""
    label: str = ""
    hint: str = ""
    help: str = ""
    example: str = ""
    missing: str = ""
    form_label: str = ""  # its label in reports of this type
    former_labels: tuple[str, ...] = ()  # labels that earlier reports of this type have


class BreachType(NamedTuple):
    """One kind of breach; the file's name is its id."""

    id: str
    order: int  # its place in the first question
    title: str  # as on the official form
    noun: str  # "early release", for headings and sentences
    noun_with_article: str  # "an early release"
    choice: str  # the plain words of the first question
    covers: str  # the line beneath it
    clause: str  # the clause as the source document puts it beside the title; "" where it has none
    reason: str  # "it was public before the announced time", for a verdict
    timing: Timing
    noticed: bool  # is "when was it discovered" asked?
    matters: tuple[str, ...]  # which matters of the Code it touches; see code/*.toml
    considerations: tuple[str, ...]
    actions: tuple[str, ...]
    ongoing: Ongoing
    do_now_ongoing: DoNow
    do_now_over: DoNow
    timing_words: TimingWords
    fields: dict[str, Wording]  # by question id
    signs: tuple[str, ...] = ()  # words in an account that point to it, besides those of forms.toml
    do_now_stays: DoNow = DoNow("")  # where what came out early stays up, its release time having come

    def do_now(self, ongoing: object) -> DoNow:
        """Return what to do first, by the answer ``ongoing``; where that is not known, it counts as going on."""
        if ongoing == STAYS_UP and self.do_now_stays.title:
            return self.do_now_stays
        return self.do_now_over if ongoing in (False, STAYS_UP) else self.do_now_ongoing


class Consideration(NamedTuple):
    """A "thing to consider", in the official wording."""

    id: str
    text: str
    short: str  # "how many people saw it", for lists of what is to follow
    source: str  # an id of sources.toml
    note: str = ""  # our own caution beneath it
    fact: Literal["", "gap", "delay", "unnoticed"] = ""  # which computed fact bears on it


class Action(NamedTuple):
    """A corrective action on offer: official wording, or practice seen in published reports."""

    id: str
    text: str
    taken: str  # first-hand wording once it is done: "Withdrew the data."
    planned: str  # and while it is planned: "Withdraw the data."
    source: str
    note: str = ""
    twin: str = ""  # the same action in the letters of another type: offered once

    def wording(self, status: str) -> str:
        """Return the text to propose for ``taken``, ``planned``, ``not-taken`` or "" (not stated)."""
        return {"taken": self.taken, "planned": self.planned}.get(status, self.text)


OwnKind = Literal["", "text", "long-text", "day", "moment", "choice", "yes-no", "address", "count", "list"]


class Field(NamedTuple):
    """The wording of one question; from ``kind`` on, what a body's own question needs besides."""

    id: str
    part: int  # 1 to 5, for "Part 2 of 5"
    label: str  # short: transcript, check page; of an own question also its label in the report
    question: str
    hint: str = ""
    help: str = ""
    official: str = ""  # the source document's guidance for the field, word for word
    example: str = ""
    missing: str = ""  # the sentence shown when an answer that is asked for is empty
    kind: OwnKind = ""
    section: Literal["", "core", "circumstances", "impact", "actions"] = ""
    asked: Literal["", "interview", "check page"] = ""
    required: bool = False
    types: tuple[str, ...] = ()  # the breach types that ask it; all where empty
    choices: tuple[str, ...] = ()
    published: bool = True  # users of the statistics may read it: it should name nobody
    print_empty: bool = False  # "Not given" stands in the report where it was left empty


class Message(NamedTuple):
    """A text ready to copy. ``[title]`` and the like are filled in from the answers where they are known."""

    id: str
    types: tuple[str, ...]  # the breach types it is for
    to: str  # "To the Head of Profession"
    body: str
    subject: str = ""
    note: str = ""  # how to send it, shown above


class TriageQuestion(NamedTuple):
    """A yes/no question for who is not sure whether it is a breach."""

    id: str
    question: str
    label: str
    hint: str = ""


class Verdict(NamedTuple):
    """What the yes/no questions end in. ``[reason]`` stands for the breach type's own reason."""

    id: str
    text: tuple[str, ...]
    points: tuple[str, ...] = ()


class ClauseText(NamedTuple):
    """A clause of one edition of the Code, as the wizard may propose it."""

    matter: str
    reference: str  # as written in a report: "Protocol 2, principle 8"
    title: str  # short title
    confirmed: bool  # False: the number was never seen; the reference then leaves it out
    note: str = ""


class Edition(NamedTuple):
    """An edition of the Code. Between ``starts`` and ``sure_from`` the day it came into force is not known."""

    id: str
    name: str  # "Code of Practice for Official Statistics"
    note: str
    starts: date
    sure_from: date
    clauses: tuple[ClauseText, ...]


class Recipient(NamedTuple):
    """Where a report goes, as known when and from where."""

    id: str
    name: str
    address: str
    known: str  # "2016-17"
    current: bool  # False: shown as history only
    source: str
    note: str = ""


class Source(NamedTuple):
    """Where a wording comes from, and whether it is official guidance."""

    id: str
    name: str  # "official guidance, 2016-17", shown beside each line
    heading: str  # group heading of a checklist: "Seen in published reports (not official guidance)"
    official: bool
    licence: str = ""


class Furniture(NamedTuple):
    """What stands on a form and is no answer."""

    not_asked: tuple[str, ...] = ()  # labels and headings that no question here has
    titles: tuple[str, ...] = ()  # of a form, whole
    columns: tuple[str, ...] = ()  # heads of a table's columns
    guidance_columns: tuple[str, ...] = ()  # heads of a column that is left out
    placeholders: tuple[str, ...] = ()  # what stands in a box that nobody filled in
    placeholder_words: tuple[str, ...] = ()  # how one in square brackets begins
    hints: tuple[str, ...] = ()  # how the brackets behind a label begin that only explain it
    endings: tuple[str, ...] = ()  # how the form's own guidance begins, after the report
    reach: tuple[str, ...] = ()  # how the lines of an address begin


class AnswerWords(NamedTuple):
    """What stands in a box in place of an answer."""

    nothing: tuple[str, ...] = ()
    to_follow: tuple[str, ...] = ()


class ActionWords(NamedTuple):
    """The heads of the columns of a table of actions; then what stands in the column of the status."""

    text: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    not_taken: tuple[str, ...] = ()


class Forms(NamedTuple):
    """How other people's forms read. All folders' words count together."""

    labels: dict[str, tuple[str, ...]]  # by question id; see forms.toml for "core" and "+"
    long_labels: dict[str, tuple[str, ...]]  # behind which an answer may stand with no colon
    headings: dict[str, tuple[str, ...]]  # labels that stay in the text
    furniture: Furniture
    answers: AnswerWords
    actions: ActionWords
    signs: dict[str, tuple[str, ...]]  # by breach type
