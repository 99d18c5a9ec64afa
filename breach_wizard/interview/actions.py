"""An action as its author says it: done or planned, by when and by whom; and words that follow its status. Pure."""

import re
from datetime import datetime
from typing import Final

from breach_wizard.dates import Moment, parse_date
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
    line = line_of(one.get("when", ""), one.get("who", ""))
    word = WORDS.get(one.get("status", ""), "")
    if line and word in ("", WORDS["planned"]):
        return line
    return f"{word}, {line}" if line and not line.startswith(";") else f"{word}{line}"


def when_and_who(typed: str) -> tuple[str, str]:
    """Return the two halves of a line: what stands before its first semicolon, and after.

    Raises:
        InputError: it is somebody who is not named, "me".
    """
    when, _, who = clean(typed).partition(";")
    if who.strip().casefold() in ONESELF:
        raise InputError(
            f'Write which role or team it is: whoever reads the report can\'t tell who "{who.strip()}" is.'
        )
    return when.strip(), who.strip()


def dated(when: str, now: datetime) -> str:
    """Return when something is done with its day in place of "tomorrow" and the like, which a reader can't date.

    Args:
        when: as it was typed.
        now: the present, aware; its day is that in Europe/London.
    """
    return TOLD_FROM_TODAY.sub(lambda word: str(Moment(parse_date(word[0], now=now))), when)


def line_of(when: str, who: str) -> str:
    """Return the line that `when_and_who` parts."""
    return f"{when}; {who}" if who else when


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
