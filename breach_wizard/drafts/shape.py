"""Whether what was read from a draft's file has the shape that everything else takes on trust. Pure.

Derived from the table of questions. Strict about types, since a number where a text belongs ends a command long after;
lenient about what is absent, and about ids of breach types and suggestions, since a body's guidance may be another
today than when the draft was saved.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from breach_wizard import form
from breach_wizard.approval import NOT_APPROVED
from breach_wizard.dates.moment import moment_at
from breach_wizard.errors import InputError
from breach_wizard.interview.questions import QUESTIONS, Kind, Part, Question
from breach_wizard.interview.shapes import MORE_KEYS, STATUSES, MoreAnswers
from breach_wizard.standing import NOT_TIMES, PUBLISHED, STAYS_UP
from breach_wizard.text import NOT_KNOWN

Check = Callable[[Any], bool]
"""Whether a value is what belongs in a place."""

LONGEST_KEY: Final = 200
"""An item's key is a number or the id of a suggestion; a number of thousands of digits can't be counted on from."""


def fits(found: Mapping[str, Any]) -> bool:
    """Does what a draft's file holds have the shape of a draft? Keys that are absent are as good as empty."""
    return all(name in DRAFT and DRAFT[name](value) for name, value in found.items())


def answers_fit(value: Any) -> bool:
    """Are these answers as the interview keeps them? Those to a body's own questions are known by no more than kind."""
    return isinstance(value, dict) and all(ANSWERS.get(name, _own)(one) for name, one in value.items())


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _text_or_texts(value: Any) -> bool:
    return _text(value) or _texts(value)


def _own(value: Any) -> bool:
    """An answer to a body's own question, whose folder need not be here."""
    return isinstance(value, bool) or _text_or_texts(value)


def _moment(value: Any) -> bool:
    """A date in words, or what may stand in its place."""
    from breach_wizard.dates.reading import parse_moment

    return _is_read(parse_moment, value)


def _day(value: Any) -> bool:
    """A date in words without a time, or what may stand in its place."""
    from breach_wizard.dates.reading import parse_date

    return _is_read(parse_date, value)


def _is_read(parse: Callable[[str], Any], value: Any) -> bool:
    if not isinstance(value, str):
        return False
    if value in NOT_TIMES:
        return True
    try:
        parse(value)
    except InputError:
        return False
    return True


def _status(value: Any) -> bool:
    return isinstance(value, str) and value in STATUSES


def _section(value: Any) -> bool:
    return value in [one.id for one in form.SECTIONS]


def _yes_or_no(value: Any) -> bool:
    """Yes or no, or the words of a report that somebody edited."""
    return isinstance(value, bool | str)


def _ongoing(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value in (PUBLISHED, STAYS_UP, NOT_KNOWN, ""))


def _approved(value: Any) -> bool:
    if not isinstance(value, dict):
        return bool(value == NOT_APPROVED)
    return value.keys() == {"by", "on"} and _text(value["by"]) and _day(value["on"])


def _by_text(check: Check) -> Check:
    """A table, whose keys are texts in any JSON, of such values."""
    return lambda value: isinstance(value, dict) and all(map(check, value.values()))


def _or_unsaid(check: Check) -> Check:
    """Such a value, or that it is not known yet, or was left empty."""
    return lambda value: (isinstance(value, str) and value in (NOT_KNOWN, "")) or check(value)


def _items(parts: Mapping[str, Check], needed: frozenset[str] = frozenset()) -> Check:
    """A list of tables, each with a key that is a text; a part that we don't know is a text, too.

    Args:
        parts: what belongs in each.
        needed: those that no item is without.
    """

    def is_item(value: Any) -> bool:
        if not isinstance(value, dict) or not isinstance(value.get("key"), str) or len(value["key"]) > LONGEST_KEY:
            return False
        return needed <= value.keys() and all(parts.get(name, _text)(one) for name, one in value.items())

    return lambda value: isinstance(value, list) and all(map(is_item, value))


KINDS: Final[Mapping[Kind, Check]] = {
    "text": _text,
    "long-text": _text,
    "address": _text,
    "count": _text,
    "choice": _text,
    "day": _day,
    "moment": _moment,
    "yes-no": _yes_or_no,
    "list": _texts,
    "notes": _or_unsaid(_by_text(_text)),
}
"""What an answer of each kind is; items are made up of their parts."""

OF_THEIR_OWN: Final[Mapping[str, Check]] = {
    "ongoing": _ongoing,
    "references": _or_unsaid(_texts),
    "actions.status": _status,
}
"""Questions and parts whose answer is not quite of their kind."""


def _of_part(question: Question, part: Part) -> Check:
    return OF_THEIR_OWN.get(f"{question.id}.{part.id}") or KINDS[part.kind]


def _of_question(question: Question) -> Check:
    if question.kind == "items":
        parts = {part.id: _of_part(question, part) for part in question.parts}
        return _or_unsaid(_items({**dict.fromkeys(MORE_KEYS.get(question.id, ()), _text), **parts}))
    return OF_THEIR_OWN.get(question.id) or KINDS[question.kind]


ANSWERS: Final[Mapping[str, Check]] = {
    **{one.id: _of_question(one) for one in QUESTIONS},
    "more": _items({"section": _section}, frozenset(MoreAnswers.__annotations__)),
    "approved": _approved,
    "updates": _day,
    "changes": _texts,
}
"""What belongs under each key of the answers."""


def _at(value: Any) -> bool:
    """A moment as drafts hold it, and one that has a day in London."""
    try:
        moment_at(datetime.fromisoformat(value))
    except (TypeError, ValueError):
        return False
    return True


WRITTEN: Final[Mapping[str, Check]] = {"path": _text, "files": _by_text(_text), "at": _at, "answers": answers_fit}


def _written(value: Any) -> bool:
    return isinstance(value, dict) and all(name in WRITTEN and WRITTEN[name](one) for name, one in value.items())


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _adding(value: Any) -> bool:
    """The four texts that say what is being added, or none."""
    return _texts(value) and (not value or (len(value) == 4 and value[3].isdecimal() and len(value[3]) < LONGEST_KEY))


def is_number(value: Any) -> bool:
    """Is it a whole number? True and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


DRAFT: Final[Mapping[str, Check]] = {
    "number": is_number,
    "schema": is_number,
    "answers": answers_fit,
    "base": _or_none(answers_fit),
    "written": _or_none(_written),
    "partial": _by_text(_text_or_texts),
    "proposed": _by_text(_text_or_texts),
    "passed": _texts,
    "asked_again": _texts,
    "adding": _adding,
    "left_as_is": _texts,
    "output": _text,
    "to": _text,
    "resumed": _text,
    "started": _text,
    "saved": _text,
}
"""What belongs under each key of a draft."""
