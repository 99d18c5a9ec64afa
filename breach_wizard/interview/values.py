"""From what was typed to the value that is kept, one question at a time. Pure.

The wizard, the answers file and the check page take an answer through the same door, so that all refuse the same
things in the same words.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from breach_wizard.dates.moment import STANDARD_TIME, Moment, When, Words, on_one_line
from breach_wizard.dates.reading import read, read_day, read_one
from breach_wizard.dates.sides import NotUnderstood
from breach_wizard.errors import InputError
from breach_wizard.interview import own_answers
from breach_wizard.interview.asked import question
from breach_wizard.interview.context import Context
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import main_occurrence
from breach_wizard.interview.paths import ABSENT, Path, get, item, question_id
from breach_wizard.interview.questions import QUESTIONS, with_parts
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import IMPACT_HEADINGS, is_expected, main_type
from breach_wizard.interview.wording import wording
from breach_wizard.records import Record
from breach_wizard.standing import NOT_ANNOUNCED
from breach_wizard.text import CONTROLS_LEFT_OUT, NOT_KNOWN, clean, has_controls, join, only_headings

MOMENTS: Final = frozenset(name for name, asked in with_parts(QUESTIONS) if asked.kind == "moment")
"""Questions and parts whose answer is a date, with or without a time."""

NOT_KNOWN_SAID: Final = frozenset({
    "not known", "not known yet", "not yet known", "unknown", "don't know", "dont know", "do not know", "i don't know",
    "i do not know",
})  # fmt: skip
"""What people type in place of a date that they don't know."""

TAKEN: Final = frozenset({"yes-no", "count", "long-text"})
"""The kinds of our questions whose answers are taken as those to a body's own are."""


class Accepted(Record, kw_only=False):
    """A value to keep, and what to tell the user about how it was understood.

    ``further`` are values beside the first, where the text names several: the dates of further occurrences.
    """

    value: Any
    notices: tuple[str, ...] = ()
    further: tuple[str, ...] = ()


def accept(path: Path, typed: str, answers: Answers, context: Context) -> Accepted:
    """Return the value for what was typed at the path.

    Raises:
        NotUnderstood: it names no moment, where one is asked for; it can be kept in its words (`in_words`).
        InputError: it is missing, or can't be understood; the message says what to write.
    """
    name = question_id(path)
    asked = question(path[0], context.guidance) if len(path) == 1 else None
    text = clean(typed)
    notices = (CONTROLS_LEFT_OUT,) if has_controls(typed) else ()
    if text == NOT_KNOWN:
        return Accepted(NOT_KNOWN, notices)
    if not text or (name == "impact" and only_headings(text, IMPACT_HEADINGS)):
        if is_expected(path, answers, context):
            raise InputError(missing(path, answers, context))
        return Accepted([] if asked is not None and asked.kind == "list" else text, notices)
    kind = asked.kind if asked is not None else "moment" if name in MOMENTS else ""
    if kind in ("day", "moment"):
        if text.casefold().replace("’", "'").rstrip(".") in NOT_KNOWN_SAID:
            return Accepted(NOT_KNOWN, (*notices, "Understood as not known yet."))
        found = _day(text, context) if kind == "day" else _moment(path, text, answers, context)
        return found._replace(notices=notices + found.notices)
    if name == "references":
        return Accepted(lines(text), notices)
    if asked is not None and (asked.own or asked.kind in TAKEN):
        return Accepted(own_answers.taken(asked, text), notices)
    return Accepted(text, notices)


def in_words(typed: str) -> str:
    """Return what was typed as the answer that keeps it in its words."""
    return str(Words(on_one_line(typed)))


def missing(path: Path, answers: Answers, context: Context) -> str:
    """Return the sentence that asks for an answer, without its full stop."""
    words = wording(path, answers, context)
    return words.missing or f"Answer: {words.question.rstrip('?.')}"


def refusal(path: Path, typed: str, answers: Answers, context: Context) -> str | None:
    """Return what is wrong with the typed text, as a sentence; None where it can be kept, if only in its words."""
    try:
        accept(path, typed, answers, context)
    except NotUnderstood:
        return None
    except InputError as error:
        return str(error)
    return None


def lines(text: str) -> list[str]:
    """Return the references of a text: parted by blank lines, or one a line where there is no blank line."""
    return [part.removeprefix("- ") for part in text.split("\n\n" if "\n\n" in text else "\n")]


def typed(listed: list[str]) -> str:
    """Return references as the text that `lines` reads back."""
    return ("\n\n" if any("\n" in one for one in listed) else "\n").join(listed)


def _day(text: str, context: Context) -> Accepted:
    day, notes = read_day(text, now=context.now)
    return Accepted(str(Moment(day)), (f"Understood as {Moment(day).full}.", *notes))


def _moment(path: Path, text: str, answers: Answers, context: Context) -> Accepted:
    is_due = path[-1] == "due"
    if is_due and text.lower().rstrip(".") in (NOT_ANNOUNCED, "it was not announced", "none"):
        return Accepted(NOT_ANNOUNCED)
    lone_time_on = _lone_time_day(path, answers, context)
    if question_id(path) == "occurrences.date":
        found = read(text, now=context.now, lone_time_on=lone_time_on)
        moments, notes = found.moments, found.notes
    else:
        named, notes = read_one(text, now=context.now, lone_time_on=lone_time_on, to_come=is_due)
        one = with_standard_time(named) if is_due else named
        moments = (one,)
        if one != named:
            understood = f"{_understood(moments).removesuffix('.')}, since no time was given."
            return Accepted(str(one), (understood, *notes))
    return Accepted(str(moments[0]), (_understood(moments), *notes), tuple(map(str, moments[1:])))


def _understood(moments: Sequence[When]) -> str:
    told = [one.full if isinstance(one, Moment) else str(one) for one in moments]
    if len(told) > 1:
        return f"Understood as {len(told)} occurrences: {join(told)}."
    return f"Understood as {told[0]}." if isinstance(moments[0], Moment) else f"Kept in these words: {told[0]}."


def with_standard_time(due: When) -> When:
    """Return the announced moment at 9.30am, where a day is named and no time is given."""
    if isinstance(due, Moment) and due == Moment(due.date):
        return Moment(due.date, STANDARD_TIME)
    return due


def _lone_time_day(path: Path, answers: Answers, context: Context) -> date | None:
    """The day of a time given alone, where it isn't today.

    What came out late did so on the day it was due; what was noticed or put right, on the day it happened.
    """
    kind = main_type(answers, context)
    if kind is None or path[-1] == "due":
        return None
    if kind.timing == "late":
        own = get(answers, (*path[:2], "due")) if len(path) == 3 else ABSENT
        found = moment_of(own if isinstance(own, str) and own else answers.get("due"))
    elif path[-1] in ("noticed", "ended"):
        happened = item(answers, "occurrences", path[1]) if len(path) == 3 else main_occurrence(answers)
        found = moment_of((happened or {}).get("date"))
    else:
        return None
    return found.date if found is not None and found.is_within_a_day else None
