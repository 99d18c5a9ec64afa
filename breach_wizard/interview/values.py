"""From what was typed to the value that is kept, one question at a time. Pure.

The wizard, the answers file and the check page take an answer through the same door, so that all refuse the same
things in the same words.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from breach_wizard.dates import STANDARD_TIME, Moment, parse_date, parse_moment
from breach_wizard.errors import InputError
from breach_wizard.interview import own_answers
from breach_wizard.interview.asked import question
from breach_wizard.interview.context import Context
from breach_wizard.interview.occurrences import main_occurrence
from breach_wizard.interview.paths import ABSENT, Path, get, item, question_id
from breach_wizard.interview.questions import QUESTIONS, Question, with_parts
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import IMPACT_HEADINGS, is_expected, main_type
from breach_wizard.interview.wording import wording
from breach_wizard.standing import NOT_ANNOUNCED, NOT_TIMES
from breach_wizard.text import CONTROLS_LEFT_OUT, NOT_KNOWN, clean, has_controls, only_headings

MOMENTS: Final = frozenset(name for name, asked in with_parts(QUESTIONS) if asked.kind == "moment")
"""Questions and parts whose answer is a date, with or without a time."""

TAKEN: Final = frozenset({"yes-no", "count", "long-text"})
"""The kinds of our questions whose answers are taken as those to a body's own are."""


@dataclass(frozen=True)
class Accepted:
    """A value to keep, and what to tell the user about how it was understood."""

    value: Any
    notices: tuple[str, ...] = ()


def accept(path: Path, typed: str, answers: Answers, context: Context) -> Accepted:
    """Return the value for what was typed at the path.

    Raises:
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
    if name == "report_date":
        return Accepted(str(Moment(parse_date(text, now=context.now))), notices)
    if name in MOMENTS:
        moment = _moment(path, text, answers, context)
        return Accepted(moment.value, notices + moment.notices)
    if name == "references":
        return Accepted(lines(text), notices)
    if asked is not None and (asked.own or asked.kind in TAKEN):
        return _own(asked, text, notices, context)
    return Accepted(text, notices)


def _own(asked: Question, text: str, notices: tuple[str, ...], context: Context) -> Accepted:
    """The answer to a body's own question, or to one of ours of such a kind; a moment is repeated as understood."""
    value = own_answers.taken(asked, text, context.now)
    if asked.kind in ("day", "moment"):
        return Accepted(value, (*notices, f"Understood as {parse_moment(value).full}."))
    return Accepted(value, notices)


def missing(path: Path, answers: Answers, context: Context) -> str:
    """Return the sentence that asks for an answer, without its full stop."""
    words = wording(path, answers, context)
    return words.missing or f"Answer: {words.question.rstrip('?.')}"


def refusal(path: Path, typed: str, answers: Answers, context: Context) -> str | None:
    """Return what is wrong with the typed text, as a sentence, or None."""
    try:
        accept(path, typed, answers, context)
    except InputError as error:
        return str(error)
    return None


def lines(text: str) -> list[str]:
    """Return the references of a text: parted by blank lines, or one a line where there is no blank line."""
    return [part.removeprefix("- ") for part in text.split("\n\n" if "\n\n" in text else "\n")]


def typed(listed: list[str]) -> str:
    """Return references as the text that `lines` reads back."""
    return ("\n\n" if any("\n" in one for one in listed) else "\n").join(listed)


def _moment(path: Path, text: str, answers: Answers, context: Context) -> Accepted:
    is_due = path[-1] == "due"
    if is_due and text.lower().rstrip(".") in (NOT_ANNOUNCED, "it was not announced", "none"):
        return Accepted(NOT_ANNOUNCED)
    moment = parse_moment(text, now=context.now, lone_time_on=_lone_time_day(path, answers, context))
    notices: tuple[str, ...] = ()
    if is_due and moment.time is None:
        moment = with_standard_time(moment)
        notices = ("9.30am is taken, since no time was given.",)
    return Accepted(str(moment), (f"Understood as {moment.full}.", *notices))


def with_standard_time(due: Moment) -> Moment:
    """Return the announced moment at 9.30am, where no time is given."""
    return due if due.time is not None else Moment(due.date, STANDARD_TIME, due.approximate)


def _lone_time_day(path: Path, answers: Answers, context: Context) -> date | None:
    """The day of a time given alone, where it isn't today.

    What came out late did so on the day it was due; what was noticed or put right, on the day it happened.
    """
    kind = main_type(answers, context)
    if kind is None or path[-1] == "due":
        return None
    if kind.timing == "late":
        own = get(answers, (*path[:2], "due")) if len(path) == 3 else ABSENT
        day = own if isinstance(own, str) and own else answers.get("due", "")
    elif path[-1] in ("noticed", "ended"):
        happened = item(answers, "occurrences", path[1]) if len(path) == 3 else main_occurrence(answers)
        day = (happened or {}).get("date", "")
    else:
        return None
    return None if day in NOT_TIMES else parse_moment(day).date
