"""The shapes of what guidance/ holds: a record for each kind of entry, and nothing that reads."""

from datetime import date
from typing import Literal

from breach_wizard.records import Record
from breach_wizard.standing import PUBLISHED, STAYS_UP
from breach_wizard.text import NOT_KNOWN

Timing = Literal["early", "late", "none"]


class Ongoing(Record):
    """The labels of "is it still going on?". The last two choices are those of types that name them."""

    question: str
    yes: str
    no: str
    published: str = ""  # "The statistics have been published since"
    unknown: str = ""  # "I do not know"
    ended_by: tuple[str, ...] = ()  # actions that end it: one of them taken and "yes" can't both be

    def said(self, value: object) -> str:
        """Return the label of the answer ``ongoing``; empty for one that is no answer, or is not offered."""
        known = {True: self.yes, False: self.no, PUBLISHED: self.published, STAYS_UP: self.published}
        return (known | {NOT_KNOWN: self.unknown}).get(value, "")


class DoNow(Record):
    """What to do first: a title, numbered items, and a closing line; `breach_wizard.wizard.marks` fills its marks."""

    title: str
    items: tuple[str, ...] = ()
    closing: str = ""


class TimingWords(Record):
    """How the computed facts of a type read; what is empty is not said.

    ``{gap}``, ``{open}``, ``{unnoticed}`` and ``{delay}`` are lengths of time; ``{due}``, ``{out}`` and ``{clock}``
    times of day; ``{day}`` a date; ``{span}`` is " (5pm to 5.30pm, Monday 20 March 2017)" where it can be told.
    """

    began: str = ""  # "Went live {gap} before it was due."
    unnoticed: str = ""  # "Noticed after {unnoticed}."
    over: str = ""  # "Open for {open}{span}."
    still: str = ""  # "Still live: {open} so far, at {clock}."
    until: str = ""  # "Live for {open} until it was due.": still going on, and the announced time has passed
    published: str = ""  # "Stayed up."
    late: str = ""  # "{delay} late: due {due}, out {out}, {day}."
    it_began: str = "it happened"  # for contradictions: "it came down (4.30pm) before it went up (5pm)"
    it_ended: str = "it ended"
    not_early: str = "{it_began} ({began}) after it was due ({due}), which is not early."  # "": no contradiction
    title: str = ""  # before a line where there are several: "Early"


class Wording(Record):
    """A breach type's own wording of a question; what is empty is taken from fields.toml."""

    question: str = ""
    label: str = ""
    hint: str = ""
    help: str = ""
    example: str = ""
    missing: str = ""
    form_label: str = ""  # its label in reports of this type
    former_labels: tuple[str, ...] = ()  # labels that earlier reports of this type have


class Access(Record):
    """What a type says where it can end in two ways, one of which is that access was taken away: a link was closed."""

    question: str = ""
    no: str = ""  # "Everyone confirmed that it is deleted"
    yes: str = ""  # "Access to it was taken away"
    over: str = ""  # in place of that of the timing words
    it_ended: str = ""  # likewise
    ended: Wording = Wording()  # of "when did it end?", in place of the type's own


class BreachType(Record):
    """One kind of breach; the file's name is its id."""

    id: str
    order: int  # its place in the first question
    title: str  # as on the official form
    noun: str  # "early release", for headings and sentences
    noun_with_article: str  # "an early release"
    choice: str  # the plain words of the first question
    covers: str  # the line beneath it
    clause: str  # the clause as the source document puts it beside the title; "" where it has none
    timing: Timing
    noticed: bool  # is "when was it discovered" asked?
    matters: tuple[str, ...]  # those of the Code that it touches, see code/*.toml; none: matters.toml is offered
    considerations: tuple[str, ...]
    actions: tuple[str, ...]  # of the official guidance
    ongoing: Ongoing
    do_now_ongoing: DoNow
    do_now_over: DoNow
    timing_words: TimingWords
    fields: dict[str, Wording]  # by question id
    signs: tuple[str, ...] = ()  # words in an account that point to it, besides those of forms.toml
    access: Access = Access()
    title_at_other_time: str = ""  # in place of the title where the announced time is not the standard one
    do_now_published: DoNow = DoNow(title="")  # where the statistics have been published since
    in_full: tuple[str, ...] = ()  # what the lists of what to do first say in short
    lists_are_ours: bool = False  # the official guidance has no lists for it: these are drawn from those of other types
    names_order: bool = False  # the nation's pre-release Order is named with its guidance
    practice: tuple[str, ...] = ()  # actions seen in published reports of this type
    matters_another_time: tuple[str, ...] = ()  # and where it was announced for a time that is not the standard one

    def do_now(self, ongoing: object) -> DoNow:
        """Return what to do first, by the answer ``ongoing``; where that is not known, it counts as going on."""
        if ongoing in (PUBLISHED, STAYS_UP):
            return self.do_now_published if self.do_now_published.title else self.do_now_over
        return self.do_now_over if ongoing is False else self.do_now_ongoing


class Consideration(Record):
    """A "thing to consider", in the official wording."""

    id: str
    text: str
    short: str  # "how many people saw it", for lists of what is to follow
    stem: str  # what a note on it begins with in the report: "Security marking"
    goes_to: Literal["circumstances", "impact", "actions"]  # where in the report a note on it stands
    source: str  # an id of sources.toml
    note: str = ""  # our own caution beneath it
    fact: Literal["", "gap", "delay", "unnoticed"] = ""  # which computed fact bears on it
    told_by_dates: bool = False  # that fact is all of it: nothing is to find out where the dates tell
    print_unknown: bool = False  # the report says "not known yet" of it while it is to find out


class Action(Record):
    """A corrective action on offer: official wording, or practice seen in published reports."""

    id: str
    text: str
    taken: str  # first-hand wording once it is done: "Withdrew the data."
    planned: str  # and while it is planned: "Withdraw the data."
    source: str
    note: str = ""
    twin: str = ""  # the same action in the letters of another type: offered once
    former: tuple[str, ...] = ()  # words of it in earlier reports, which are changed with its status as those of today

    def wording(self, status: str) -> str:
        """Return the text to propose for ``taken``, ``planned``, ``not-taken`` or "" (not stated)."""
        return {"taken": self.taken, "planned": self.planned}.get(status, self.text)


OwnKind = Literal["", "text", "long-text", "day", "moment", "choice", "yes-no", "address", "count", "list"]


class Field(Record):
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


class Outcome(Record):
    """What follows from an answer of "is it a breach?". Of verdicts, kinds and reasons the last named counts."""

    next: str = ""  # the question that comes next; the verdict where there is none
    verdict: str = ""
    kind: str = ""  # the breach type to go on with
    reason: str = ""  # "it was public before the announced time"


class TriageQuestion(Record):
    """A question for who is not sure whether it is a breach."""

    id: str
    question: str
    label: str
    yes: Outcome
    no: Outcome
    unsure: Outcome = Outcome()  # where it says something, "I do not know" is offered
    hint: str = ""
    pointed: str = "no"  # the answer at which the list begins

    @property
    def answers(self) -> dict[str, Outcome]:
        """What follows from each answer on offer: no, yes, and unsure where that is one."""
        offered = {"no": self.no, "yes": self.yes}
        return offered | {"unsure": self.unsure} if self.unsure != Outcome() else offered


class Verdict(Record):
    """What the questions of "is it a breach?" end in. ``[reason]`` stands for the reason that their answers gave."""

    id: str
    text: tuple[str, ...]
    points: tuple[str, ...] = ()


class Recipient(Record):
    """Where a report goes, as known when and from where."""

    id: str
    name: str
    address: str
    known: str  # "2016-17"
    current: bool  # False: shown as history only
    source: str
    note: str = ""
    official: str = ""  # what the official guidance says of it, word for word
    purpose: str = ""  # what goes there
    checked: date | None = None  # when it was last looked up


class Source(Record):
    """Where a wording comes from, and whether it is official guidance."""

    id: str
    name: str  # "official guidance, 2016-17", shown beside each line
    heading: str  # group heading of a checklist: "Seen in published reports (not official guidance)"
    official: bool
    licence: str = ""
    title: str = ""  # of the document itself, word for word
    introduction: str = ""  # what it says before its lists, word for word
    clause_note: str = ""  # ours, beside the clause that it names with a type
    our_choice: str = ""  # in place of the name, over lists of ours that are drawn from those of other kinds


class Nation(Record):
    """What differs by nation; the table's name is what ``nation`` is in a profile."""

    id: str
    name: str
    office: str  # what ``[office]`` stands for: who decides on a report
    who: str  # that office in a sentence, with that of arm's-length bodies
    order: str  # the Order on pre-release access
    limit: str  # how long before release it allows access, as far as that was seen
    source: str
    duties: tuple[str, ...] = ()  # what else it asks for that matters after a breach
    checked: date | None = None  # when it was last looked up


class Site(Record):
    """Where statistics are published, and how a page is taken down there; its name is ``site`` in a profile."""

    id: str
    name: str
    take_down_note: str  # a line for the list of what to do first
    in_full: str
    source: str
    checked: date | None = None  # when it was last looked up
