"""What follows from the dates: how early or late, how long open, how long unnoticed; and what can't be. Pure.

The values of the answers are trusted: normalised, as the interview keeps them. The words are those of each breach
type's ``timing_words``.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from breach_wizard.dates.lengths import length
from breach_wizard.dates.moment import Moment, surely_before
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.ending import ended_by_access, ending
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import main_occurrence, with_late_day
from breach_wizard.interview.paths import Path
from breach_wizard.interview.shapes import Answers, OccurrenceAnswers
from breach_wizard.records import Record
from breach_wizard.standing import GOING_ON, PUBLISHED, STAYS_UP


class Contradiction(Record, kw_only=False):
    """Two times that can't both be.

    Attributes:
        text: the sentence.
        paths: of the answers that it is about, that which it begins with first.
        told: the sentence with the values in full: while it is the same, none of them has changed.
    """

    text: str
    paths: tuple[Path, ...]
    told: str


RECENT: Final = timedelta(days=92)
"""What began longer ago is told with no length of time "so far": it is a slip in the year, or old."""


class Event(Record, kw_only=False):
    """One occurrence with the times that belong to it; what isn't known is None. ``paths`` says where each stands."""

    kind: BreachType
    paths: Mapping[str, Path]
    began: Moment | None
    due: Moment | None
    ended: Moment | None
    noticed: Moment | None
    ongoing: bool
    published: bool
    by_access: bool = False

    @property
    def over(self) -> str:
        """The words for how long it went on."""
        return self.kind.access.over if self.by_access else self.kind.timing_words.over

    @property
    def it_ended(self) -> str:
        """The words for the end in a sentence: "it came down"."""
        return self.kind.access.it_ended if self.by_access else self.kind.timing_words.it_ended


def events(answers: Answers, guidance: Guidance) -> list[Event]:
    """Return the occurrences, each with its times.

    The announced time is the occurrence's own, else the report's. When it was put right and noticed belongs to the
    first occurrence of the main type, unless an occurrence says so itself.
    """
    types = guidance.types
    main = types.get(answers.get("breach_type", ""))
    if main is None:
        return []
    listed = with_late_day(answers, main)
    if not isinstance(listed, list):
        return []
    first = main_occurrence({**answers, "occurrences": listed})
    return [_event(answers, one, types.get(one.get("type", ""), main), first=one is first) for one in listed]


def _event(answers: Answers, one: OccurrenceAnswers, kind: BreachType, *, first: bool) -> Event:
    ended = one.get("ended") or (ending(answers) if first else "")
    own = {name: ("occurrences", one["key"], name) for name in ("due", "ended") if one.get(name)}
    return Event(
        kind=kind,
        paths={
            "began": ("occurrences", one["key"], "date"),
            "due": own.get("due", ("due",)),
            "ended": own.get("ended", ("ended",)),
            "noticed": ("noticed",),
        },
        began=moment_of(one.get("date")),
        due=moment_of(one.get("due") or answers.get("due")),
        ended=moment_of(ended),
        noticed=moment_of(answers.get("noticed")) if first else None,
        ongoing=ended == GOING_ON,
        published=ended in (PUBLISHED, STAYS_UP),
        by_access=first and not one.get("ended") and ended_by_access(answers, kind),
    )


def timing(answers: Answers, guidance: Guidance, now: Moment | None = None) -> tuple[str, ...]:
    """Return the facts as lines, one for each occurrence that has any.

    Args:
        answers: as the interview keeps them.
        guidance: in which the words are.
        now: the present, for "so far"; None for what is written into a report, which must not grow old.
    """
    happened = events(answers, guidance)
    lines = [(event, " ".join(_facts(event, now))) for event in happened]
    told = [(event, line) for event, line in lines if line]
    if len(happened) == 1:
        return tuple(line for _, line in told)
    return tuple(
        f"{number}. {event.kind.timing_words.title}: {line[0].lower() + line[1:]}"
        for number, (event, line) in enumerate(told, 1)
    )


def _facts(event: Event, now: Moment | None) -> Iterator[str]:
    if event.kind.timing == "late":
        yield from _late(event, now)
    elif event.kind.timing == "early":
        yield from _early(event, now)


def _early(event: Event, now: Moment | None) -> Iterator[str]:
    words = event.kind.timing_words
    gap = between(event.began, event.due)
    if gap and words.began:
        yield words.began.format(gap=gap)
    unnoticed = between(event.began, event.noticed)
    if unnoticed and words.unnoticed:
        yield words.unnoticed.format(unnoticed=unnoticed)
    if event.published and words.published:
        yield words.published
    elif event.ended is not None:
        lasted = between(event.began, event.ended)
        if lasted and event.over:
            yield event.over.format(open=lasted, span=_span(event.began, event.ended))
    elif event.ongoing and now is not None and now.time is not None:
        yield from _so_far(event, now)


def _so_far(event: Event, now: Moment) -> Iterator[str]:
    """For how long it has gone on; once the announced time has passed, how long it had until then."""
    words = event.kind.timing_words
    is_due = _before(event.due, now)
    lasted = between(event.began, event.due if is_due else now)
    line = words.until if is_due else words.still
    if lasted and line and (is_due or _is_recent(event.began, now)):
        yield line.format(open=lasted, clock=now.clock)


def _late(event: Event, now: Moment | None) -> Iterator[str]:
    words = event.kind.timing_words
    delay = between(event.due, event.ended)
    if event.due is not None and event.ended is not None and delay:
        same_day = _on_one_day(event.due, event.ended)
        due = event.due.clock if same_day and event.due.time else event.due.full
        out = event.ended.clock if same_day and event.ended.time else event.ended.full
        line = words.late.format(delay=delay, due=due, out=out, day=Moment(event.due.date).full)
        yield line if same_day else line.replace(f", {Moment(event.due.date).full}.", ".")
    elif event.ongoing and event.due is not None and now is not None and _is_recent(event.due, now):
        so_far = between(event.due, now)
        if so_far:
            yield words.still.format(delay=so_far, clock=now.clock)


def _is_recent(began: Moment | None, now: Moment) -> bool:
    """Is it worth telling, to the minute, for how long it has gone on? Of what is older the year is looked at."""
    return began is not None and now.time is not None and now.date - began.date <= RECENT


def between(start: Moment | None, end: Moment | None) -> str:
    """Return the length of time in words; empty where it can't be told, or may run backwards."""
    return "" if start is None or end is None else length(start, end)


def _on_one_day(one: Moment, other: Moment) -> bool:
    """Is the day of both known, and the same?"""
    return one.date == other.date and one.is_within_a_day and other.is_within_a_day


def _span(start: Moment | None, end: Moment | None) -> str:
    """The two times in brackets; empty where one of them is not known to the minute."""
    if start is None or end is None or start.time is None or end.time is None or {start.kind, end.kind} != {"at"}:
        return ""
    if start.date == end.date:
        return f" ({start.clock} to {end.clock}, {Moment(start.date).full})"
    return f" ({start.full} to {end.full})"


def by_kind(answers: Answers, guidance: Guidance) -> dict[str, str]:
    """Return the facts that bear on a consideration: gap, delay and unnoticed; only those that can be told."""
    found: dict[str, str] = {}
    for event in events(answers, guidance):
        if event.kind.timing == "late":
            facts = {"delay": (between(event.due, event.ended), "{} late")}
        else:
            facts = {
                "gap": (between(event.began, event.due), "{} before it was due"),
                "unnoticed": (between(event.began, event.noticed), "{} until it was noticed"),
            }
        for name, (told, words) in facts.items():
            if told:
                found.setdefault(name, words.format(told))
    return found


def contradictions(answers: Answers, guidance: Guidance) -> tuple[Contradiction, ...]:
    """Return what can't be within one occurrence: "Look again: it came down (4.30pm) before it went up (5pm)"."""
    found = events(answers, guidance)
    first = next((event for event in found if event.kind.id == answers.get("breach_type")), None)
    late = (one for one in found if one.kind.timing == "late" and (one is first or one.paths["due"] != ("due",)))
    return (
        *(one for event in found for one in _contradictions(event)),
        *(one for event in late for one in _late_before_due(event)),
    )


def _late_before_due(event: Event) -> Iterator[Contradiction]:
    """The day of a delay before that of its announced time; earlier on that day may be when it began to go wrong.

    The announced time of the report is that of its first occurrence; further ones may have had another.
    """
    if event.due is not None and event.due.kind == "at" and _before(event.began, Moment(event.due.date)):
        line = f"it was late on a day ({{0}}) before {event.kind.timing_words.it_began} ({{1}})."
        yield _said(event, line, "began", "due")


def _contradictions(event: Event) -> Iterator[Contradiction]:
    words = event.kind.timing_words
    late = event.kind.timing == "late"
    start = "due" if late else "began"
    if _before(event.ended, getattr(event, start)):
        yield _said(event, f"{event.it_ended} ({{0}}) before {words.it_began} ({{1}}).", "ended", start)
    if not late and _before(event.noticed, event.began):  # that it will be late is often known before
        yield _said(event, f"it was noticed ({{0}}) before {words.it_began} ({{1}}).", "noticed", "began")
    if event.kind.timing == "early" and words.not_early and _before(event.due, event.began):
        line = words.not_early.format(it_began=words.it_began, began="{0}", due="{1}")
        yield _said(event, f"{line[0].lower()}{line[1:]}", "began", "due")
    if late and event.ended is not None and event.ended.is_exact and event.ended == event.due:
        text = f"Look again: {event.it_ended} at the time it was due ({event.due.full}), which is not late."
        yield Contradiction(text, (event.paths["ended"], event.paths["due"]), text)


def _said(event: Event, line: str, one: str, other: str) -> Contradiction:
    """A contradiction between two times of an occurrence, in a line that has a place for each."""
    first, second = getattr(event, one), getattr(event, other)
    text = f"Look again: {line.format(_told(first, second), _told(second, first))}"
    return Contradiction(text, (event.paths[one], event.paths[other]), line.format(first, second))


def _before(one: Moment | None, other: Moment | None) -> bool:
    """Is one surely before the other?"""
    return one is not None and other is not None and surely_before(one, other)


def _told(one: Moment | None, beside: Moment | None) -> str:
    """A moment beside another: its time alone where the day is the same."""
    if one is None:
        return ""
    return one.clock if beside is not None and _on_one_day(one, beside) and one.clock else str(one)
