"""An action as its author says it: done or planned, by when and by whom; and words that follow its status. Pure."""

import re
from datetime import datetime
from typing import Final

from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_date
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import Action
from breach_wizard.interview.shapes import ActionAnswers
from breach_wizard.patterns import pattern
from breach_wizard.records import Record
from breach_wizard.text import clean, shortened

DONE = pattern(r"done\b[\s,.:]*", re.IGNORECASE)
PLANNED = pattern(r"planned\b[\s,.:]*", re.IGNORECASE)
BY = pattern(r"by\b", re.IGNORECASE)
"""With these words a time begins by which something is to be done."""

TOLD_FROM_TODAY: Final = pattern(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE)
ONESELF: Final = frozenset({"i", "me", "myself"})

TIMES: Final = pattern(
    r"\d|\?|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    r"|(?:january|february|march|april|august|september|october|november|december)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|easter|christmas|new year"
    r"|yesterday|today|tonight|tomorrow|morning|afternoon|evening|noon|midnight"
    r"|(?:working |calendar )?(?:minute|hour|day|week|fortnight|month|quarter|year|summer|term)s?(?:ly)?|weekend"
    r"|before|after|until|till|when|once|during|within|since|next|early|mid|late|later|end|start|beginning|deadline"
    r"|now|soon|asap|shortly|immediately|at once|straight ?away|already|ongoing|continuing|always|each time|due course"
    r"|tbc|not yet|to be (?:agreed|confirmed|decided))\b",
    re.IGNORECASE,
)
"""A sign or a word of by when something is done."""

PEOPLE: Final = pattern(
    r"\b(?:teams?|office|officers?|unit|branch|division|directorate|department|group|board|committee|desk|staff|head"
    r"|deputy|director|lead|leads|leader|manager|statisticians?|analysts?|official|author|editor|producer|owner"
    r"|profession|secretary|minister|contractor|supplier|publishing|communications|press|web|digital|i|me|myself)\b",
    re.IGNORECASE,
)
"""A word of by whom: a role or a team."""

BETWEEN: Final = pattern(r",\s*|\s+(?=by\b)")
"""What may part the two where no semicolon does."""

WORDS: Final = {"taken": "done", "planned": "planned", "not-taken": "considered, not taken"}


LONGEST: Final = 50
"""So many characters tell an action from the others."""


class Said(Record, kw_only=False):
    """What one line says of an action."""

    status: str
    when: str
    who: str


def read(typed: str) -> Said:
    """Return what is said of an action: "done", or by when and by whom; the last two are parted by a semicolon.

    Raises:
        InputError: nothing is said, it is both done and to be done by then, or `when_and_who` raises it.
    """
    text = clean(typed)
    if not text:
        raise InputError("Type done, or planned, or by when and by whom, such as: by 31 March; publishing team")
    done = DONE.match(text)
    if done is None:
        planned = PLANNED.match(text)
        return Said("planned", *when_and_who(text[planned.end() :] if planned else text))
    rest = text[done.end() :]
    if BY.match(rest):
        raise InputError("Is it done? Then type: done. Is it to be done by then? Then leave out: done")
    return Said("taken", *when_and_who(rest))


def spelled(one: ActionAnswers) -> str:
    """Return what is said of an action as it is typed; empty before anything is said."""
    line = as_typed(one.get("when", ""), one.get("who", ""))
    word = WORDS.get(one.get("status", ""), "")
    if line and word in ("", WORDS["planned"]):
        return line
    return f"{word}, {line}" if line and not line.startswith(";") else f"{word}{line}"


def when_and_who(typed: str) -> tuple[str, str]:
    """Return by when and by whom, as a line says it: parted by a semicolon, or by what the words tell.

    Raises:
        InputError: a word or two may be either; or it is somebody who is not named, "me".
    """
    when, who = _parted(clean(typed))
    if who.casefold() in ONESELF:
        raise InputError(f'Write which role or team it is: whoever reads the report can\'t tell who "{who}" is.')
    return when, who


def _parted(text: str) -> tuple[str, str]:
    when, sign, who = (part.strip() for part in text.partition(";"))
    if sign:
        return (who, when) if _is_time(who) and _is_people(when) else (when, who)
    for match in BETWEEN.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if _is_time(left) and _is_people(right):
            return left, _by_whom(right)
        if _is_people(left) and _is_time(right):
            return right, _by_whom(left)
    if not text or TIMES.search(text):
        return text, ""
    if _is_people(text):
        return "", _by_whom(text)
    word = shortened(text, LONGEST)
    raise InputError(f'Is "{word}" by when, or by whom? By whom: type a semicolon before it. By when: one after it.')


def _is_time(text: str) -> bool:
    return TIMES.search(text) is not None and not PEOPLE.search(text)


def _is_people(text: str) -> bool:
    return PEOPLE.search(text) is not None and not TIMES.search(text)


def _by_whom(text: str) -> str:
    found = BY.match(text)
    return text[found.end() :].strip() if found else text


def dated(when: str, now: datetime) -> str:
    """Return when something is done with its day in place of "tomorrow" and the like, which a reader can't date.

    Args:
        when: as it was typed.
        now: the present, aware; its day is that in Europe/London.
    """
    return TOLD_FROM_TODAY.sub(lambda word: str(Moment(parse_date(word[0], now=now))), when)


def line_of(when: str, who: str) -> str:
    """Return by when and by whom in one line, to be read."""
    return f"{when}; {who}" if who else when


def as_typed(when: str, who: str) -> str:
    """Return the line that `when_and_who` parts so."""
    return f"{when};" if when and not who and not TIMES.search(when) else line_of(when, who)


def is_by(when: str) -> bool:
    """Does it say by when something is to be done?"""
    return BY.match(when) is not None


def in_short(text: str) -> str:
    """Return the words of an action where it only has to be known again: in a list, or above a question on it."""
    return shortened(text, LONGEST)


def reworded(one: ActionAnswers, status: str, guidance: Guidance) -> ActionAnswers | None:
    """Return an action with another status, in the words of the guidance for it.

    Returns:
        the action; None where its words are its author's own, who alone can change them.
    """
    text = one.get("text", "")
    known = guidance.actions.get(one.get("suggestion", ""))
    if text and not (known and _is_wording(text, known)):
        known = _on_offer(text, guidance)
    if known is None:
        return None
    more: ActionAnswers = {**one, "suggestion": known.id, "status": status}
    more.pop("text", None)
    return more


def whatever_its_status(text: str, guidance: Guidance) -> str:
    """Return the words by which an action is told from others: of one on offer those of the offer, else its own."""
    known = _on_offer(text, guidance)
    return known.text if known else text


def _on_offer(text: str, guidance: Guidance) -> Action | None:
    return next((action for action in guidance.actions.values() if _is_wording(text, action)), None)


def _is_wording(text: str, known: Action) -> bool:
    return text in (known.text, known.taken, known.planned, *known.former)
