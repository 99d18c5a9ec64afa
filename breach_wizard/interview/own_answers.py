"""The answers to a body's own questions: taken from what was typed, and as a report prints them. Pure."""

import re
from typing import Any

from breach_wizard import form
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_date, parse_moment
from breach_wizard.errors import InputError
from breach_wizard.interview.questions import Question
from breach_wizard.patterns import pattern
from breach_wizard.tables import tidied
from breach_wizard.text import NOT_KNOWN, clean, join

ADDRESS = pattern(r"(?:https?://|www\.)[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
COUNT = pattern(
    r"(?:(?:about|around|roughly|approximately|nearly|at least|at most|more than|fewer than|over|under|up to|~)\s*)?"
    r"(?:\d{1,3}(?:[, ]\d{3})+|\d{1,15})(?:\.\d+)?(?: (?:hundred|thousand|million))?",
    re.IGNORECASE,
)
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}


def taken(question: Question, text: str) -> Any:
    """Return the answer that a text gives; "" and "?" stay as they are.

    Args:
        question: a body's own.
        text: cleaned; a date is one that stands for itself, as in a file.

    Raises:
        InputError: it is no answer of this kind; the message says what to write.
    """
    if text in ("", NOT_KNOWN):
        return [] if question.kind == "list" and not text else text
    match question.kind:
        case "day":
            return str(Moment(parse_date(text)))
        case "moment":
            return str(parse_moment(text))
        case "choice":
            return _choice(question, text)
        case "yes-no":
            if text.casefold().rstrip(".") not in YES_OR_NO:
                raise InputError(f"{text!r} is neither yes nor no. Write yes, no, or ? if it is not known yet.")
            return YES_OR_NO[text.casefold().rstrip(".")]
        case "address" if not ADDRESS.fullmatch(text):
            raise InputError(f"{text!r} is not a web address. Write it in full, such as https://www.gov.uk/search.")
        case "count" if not COUNT.fullmatch(text):
            raise InputError(f"{text!r} is not a number. Write a whole number, such as 54 or about 13,000.")
        case "list":
            return items(text)
        case "long-text":
            return tidied(text)
    return text


def _choice(question: Question, text: str) -> str:
    for one in question.choices:
        if text.casefold() == one.casefold():
            return one
    raise InputError(f"{text!r} is not on offer. Choose {join([repr(one) for one in question.choices], 'or')}.")


def items(text: str) -> list[str]:
    """Return the items of a list: one a line, with or without a mark."""
    lines = (clean(line.strip().removeprefix("- ")) for line in text.split("\n"))
    return [line for line in lines if line]


def as_printed(value: Any) -> str:
    """Return an answer as a report prints it; "" and "?" for what was left empty or is not known yet."""
    if isinstance(value, bool):
        return form.YES if value else form.NO
    if isinstance(value, list):
        bare = "\n".join(value)
        return bare if items(bare) == value and len(value) == 1 else "\n".join(f"- {one}" for one in value)
    return "" if value is None else str(value)


def from_report(question: Question, text: str) -> Any:
    """Return the answer that a report prints so. What its question would not take stays as it is, to be looked at."""
    if question.kind == "yes-no":
        return {form.YES: True, form.NO: False}.get(text, text)
    if question.kind == "list" and text != NOT_KNOWN:
        return items(text)
    return text


def is_taken(question: Question, value: Any) -> bool:
    """Would the question take this answer? One in an edited report may be another than was on offer."""
    try:
        taken(question, as_printed(value))
    except InputError:
        return False
    return True
