"""The messages ready to copy, filled in with what the answers and the profile already say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from breach_wizard import form
from breach_wizard.dates import Moment
from breach_wizard.facts import timing
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType, Nation
from breach_wizard.guidance.message import Message
from breach_wizard.interview.ending import ended_by_access
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import main_occurrence
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import OF_NOTES
from breach_wizard.patterns import pattern
from breach_wizard.screen import Line
from breach_wizard.tables import segments
from breach_wizard.text import NOT_KNOWN, join

MARKS = {
    "title": "[title]",
    "due": "[date and time announced]",
    "began": "at [time] on [date]",
    "date": "[date]",
    "time": "[time]",
    "ended": "at [time] on [date]",
    "facts": "[what is known so far]",
    "market": "[yes / no / not known]",
    "done": "[what was done]",
    "planned": "[what will be done]",
    "decided": "[what was decided, and why]",
    "status": "[accredited official statistics / official statistics / in development / another status]",
    "account": "[what happened, and how it was found]",
    "impact": "[the impact, and who has used the figures]",
    "clauses": "[practice]",
    "statement": "[where]",
    "producer": "[organisation]",
    "contact": "[name or team]",
    "phone": "[phone]",
}
"""What can be filled in, and what stands there for the user to fill in where it is not known."""

MARK = pattern(r"\[(\w+)\]")
ENDED = pattern(r"[.!?][\"'”’)]*$")
SPANS = ("morning", "afternoon", "evening", "week", "month")
MARKET = {True: "yes", False: "no", NOT_KNOWN: "not known"}


def messages_for(kinds: list[BreachType], guidance: Guidance) -> list[Message]:
    """Return the messages for any of these breach types, as the guidance holds them."""
    ids = {kind.id for kind in kinds}
    return [one for one in guidance.messages.values() if ids & set(one.types)]


def filled(
    message: Message, answers: Answers, guidance: Guidance, details: Mapping[str, str], now: Moment | None = None
) -> Message:
    """Return the message with what is known in place of its marks, and words that fit whether it is still going on.

    Args:
        message: as the guidance holds it.
        answers: complete, or as far as they are given; none where nothing is known.
        guidance: in which the words of the facts are.
        details: of the profile: the contact, where the answers do not name one.
        now: the present, for "so far"; None leaves that out.
    """
    is_main = _is_of_main_type(message, answers)
    ongoing = answers.get("ongoing") if is_main else None
    by_access = is_main and ended_by_access(answers, guidance.types.get(answers.get("breach_type", "")))
    first = {
        "standing": message.standing.by(ongoing, by_access=by_access),
        "needed": message.needed.by(ongoing, by_access=by_access),
        "inside": "" if get(answers, ("market_sensitive",)) is False else message.market_sensitive,
    }
    second = MARKS | dict(_known(message, answers, guidance, details, now))

    def fill(text: str) -> str:
        for known in (first, second):
            text = MARK.sub(lambda found, known=known: known.get(found[1], found[0]), text)  # type: ignore[misc]
        return "\n\n".join(filter(None, text.split("\n\n")))

    return message._replace(subject=fill(message.subject), body=fill(message.body))


def in_nation(message: Message, home: Nation) -> Message:
    """Return the message with ``[office]`` filled in: what a nation calls whoever decides on a report."""
    parts = ("to", "note", "subject", "body")
    return message._replace(**{one: getattr(message, one).replace("[office]", home.office) for one in parts})


def as_text(message: Message) -> str:
    """Return a message as it is copied: its subject, then its paragraphs, each on one line."""
    return f"Subject: {message.subject}\n\n{message.body}" if message.subject else message.body


def message_lines(found: list[Message]) -> list[Line]:
    """Return messages as lines: who for and how in our words, then subject and body to copy as they are."""
    lines: list[Line] = []
    for one in found:
        lines.append(Line(one.to, "heading"))
        if one.note:
            lines.append(Line(one.note, "note"))
        lines += [Line(""), Line(as_text(one), "copy"), Line("")]
    return lines


def _is_of_main_type(message: Message, answers: Answers) -> bool:
    """Whether it is still going on, and when it ended, are answered for the first kind of breach alone."""
    return answers.get("breach_type") in message.types


def _occurrence(message: Message, answers: Answers) -> Mapping[str, Any]:
    """The occurrence that a message is about; empty where none is known."""
    if _is_of_main_type(message, answers):
        return main_occurrence(answers) or {}
    return next((one for one in items(answers, "occurrences") if one.get("type") in message.types), {})


def _known(
    message: Message, answers: Answers, guidance: Guidance, details: Mapping[str, str], now: Moment | None
) -> Iterator[tuple[str, str]]:
    """The marks that can be filled in."""
    is_main = _is_of_main_type(message, answers)
    occurrence = _occurrence(message, answers)
    title = next((one.get("title", "") for one in items(answers, "outputs")), "")
    due = moment_of(occurrence.get("due") or answers.get("due"))
    began = moment_of(occurrence.get("date"))
    ended = moment_of(answers.get("ended") if is_main else occurrence.get("ended"))
    texts = {
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
    for mark, text in texts.items():
        if text not in ("", NOT_KNOWN):
            yield mark, " ".join(text.split())


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
