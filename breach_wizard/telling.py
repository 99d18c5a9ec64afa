"""What a report's answers put into the messages that are ready to copy. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from breach_wizard import form
from breach_wizard.dates.moment import Moment
from breach_wizard.facts import timing
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.message import Message
from breach_wizard.interview.ending import ended_by_access
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import main_occurrence
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import OF_NOTES
from breach_wizard.messages import with_marks
from breach_wizard.patterns import pattern
from breach_wizard.tables import segments
from breach_wizard.text import NOT_KNOWN, join

ENDED = pattern(r"[.!?][\"'”’)]*$")
SPANS = ("morning", "afternoon", "evening", "week", "month")
MARKET = {True: "yes", False: "no", NOT_KNOWN: "not known"}


def filled(
    message: Message, answers: Answers, guidance: Guidance, details: Mapping[str, str], now: Moment | None = None
) -> Message:
    """Return the message with what is known in place of its marks, and words that fit whether it is still going on.

    Args:
        message: as the guidance holds it.
        answers: complete, or as far as they are given.
        guidance: in which the words of the facts are.
        details: of the profile: the contact, where the answers do not name one.
        now: the present, for "so far"; None leaves that out.
    """
    is_main = _is_of_main_type(message, answers)
    ongoing = answers.get("ongoing") if is_main else None
    by_access = is_main and ended_by_access(answers, guidance.types.get(answers.get("breach_type", "")))
    words = {
        "standing": message.standing.by(ongoing, by_access=by_access),
        "needed": message.needed.by(ongoing, by_access=by_access),
        "inside": "" if get(answers, ("market_sensitive",)) is False else message.market_sensitive,
    }
    return with_marks(message, words, _texts(message, answers, guidance, details, now))


def _is_of_main_type(message: Message, answers: Answers) -> bool:
    """Whether it is still going on, and when it ended, are answered for the first kind of breach alone."""
    return answers.get("breach_type") in message.types


def _occurrence(message: Message, answers: Answers) -> Mapping[str, Any]:
    """The occurrence that a message is about; empty where none is known."""
    if _is_of_main_type(message, answers):
        return main_occurrence(answers) or {}
    return next((one for one in items(answers, "occurrences") if one.get("type") in message.types), {})


def _texts(
    message: Message, answers: Answers, guidance: Guidance, details: Mapping[str, str], now: Moment | None
) -> dict[str, str]:
    """What the answers say, by the mark where it stands."""
    is_main = _is_of_main_type(message, answers)
    occurrence = _occurrence(message, answers)
    title = next((one.get("title", "") for one in items(answers, "outputs")), "")
    due = moment_of(occurrence.get("due") or answers.get("due"))
    began = moment_of(occurrence.get("date"))
    ended = moment_of(answers.get("ended") if is_main else occurrence.get("ended"))
    return {
        "title": title,
        "due": _told(due),
        "began": _placed(began),
        "date": _day(began),
        "time": began.clock if began else "",
        "ended": _placed(ended),
        "facts": " ".join(timing(answers, guidance, now)),
        "market": MARKET.get(get(answers, ("market_sensitive",)), ""),
        "done": _actions(answers, "taken"),
        "planned": _actions(answers, "planned"),
        "decided": " ".join(
            f"{form.STATUS_MARKS['not-taken']} {_sentences([one.get('text', ''), one['reason']])}"
            for one in items(answers, "actions")
            if one.get("status") == "not-taken" and one.get("reason", "") not in ("", NOT_KNOWN)
        ),
        "status": answers.get("statistics_status", ""),
        "account": _without_tables(answers.get("circumstances", "")),
        "impact": _without_tables(answers.get("impact", "")),
        "clauses": join(named) if isinstance(named := answers.get("references"), list) and named else "",
        "statement": answers.get("statement_link", ""),
        "producer": answers.get("producer", ""),
        "contact": answers.get("contact_name") or details.get("contact_name", ""),
        "phone": answers.get("contact_details") or details.get("contact_details", ""),
    }


def _actions(answers: Answers, status: str) -> str:
    """The actions of this status; what a note says was written for the report, and is not for a public page."""
    listed = (one for one in items(answers, "actions") if not one["key"].startswith(OF_NOTES))
    return _sentences(one.get("text", "") for one in listed if one.get("status") == status)


def _without_tables(text: str) -> str:
    """A text as the paragraph that it can be in a message."""
    return _sentences([" ".join(one for one in segments(text) if isinstance(one, str))])


def _sentences(texts: Iterable[str]) -> str:
    """Texts one after the other, each with a full stop."""
    return " ".join(text if ENDED.search(text) else f"{text}." for text in texts if text not in ("", NOT_KNOWN))


def _told(moment: Moment | None) -> str:
    """A moment in a sentence: "5pm on 20 March 2017"."""
    if moment is None:
        return ""
    is_timed = moment.kind == "at" and moment.time is not None
    return f"{moment.clock} on {Moment(moment.date)}" if is_timed else str(moment)


def _placed(moment: Moment | None) -> str:
    """The same after its preposition, where it needs one: "at 5pm on 20 March 2017", "before 9.30am on 13 May 2009"."""
    if moment is None:
        return ""
    if moment.kind == "at":
        return f"{'on' if moment.time is None else 'at'} {_told(moment)}"
    if moment.kind == "between" and moment.time is None:
        return f"between {str(moment).replace(' to ', ' and ')}"
    return f"in {moment}" if moment.kind in SPANS else str(moment)


def _day(moment: Moment | None) -> str:
    """Its day; empty where that is not known."""
    if moment is None or not (moment.kind == "at" or moment.is_within_a_day):
        return ""
    return str(Moment(moment.date, approximate=moment.approximate and moment.time is None))
