"""Validation by the model, and in our words what is wrong: the library's own speak of inputs and of Python's types."""

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from breach_wizard.errors import AnswersError, Problem
from breach_wizard.invoked import command
from breach_wizard.report.model import Action, Approval, More, Occurrence, Output, Report, Whole

NAMES = frozenset(name for shape in (Report, Output, Occurrence, Action, Approval, More) for name in shape._fields)

DATE = 'Write a date such as "20 March 2017, 9.30am"'
OURS = (
    ("string", "Write text in quotation marks"),
    ("tuple", "Write a list in square brackets"),
    ("dataclass", "Write an object in braces, with its keys"),
    ("bool", "Write true or false"),
    ("date", "Write a day such as 2017-03-21"),
    ("missing", "This key is missing. Add it"),
    ("unexpected_keyword", "There is no such key here, so it would be lost. Take it out"),
)
"""How the library's names of kinds of error begin, and what we say."""

OTHERWISE = "Something else belongs here; this says what: "


# Looking through all that is installed for plugins of pydantic takes a tenth of the time to load this; and what is
# typed here is for no plugin to see.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a report as it is written."""
    return _adapter(Whole).json_schema(mode="serialization")


def validated(kind: Any, values: Any, where: str = "") -> Any:
    """Return the part of a report that the values make.

    Args:
        kind: what the part is; see `kinds`.
        values: what it is made of.
        where: the key under which they stand, for messages.

    Raises:
        AnswersError: they make none; it holds every problem.
    """
    try:
        return _adapter(kind).validate_python(values)
    except ValidationError as error:
        raise AnswersError(list(_problems(error.errors(include_url=False), where))) from error


def _problems(errors: Sequence[Any], where: str) -> list[Problem]:
    """One problem for each place; of a place that may hold several kinds, the library tells of each."""
    said: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    for one in errors:
        place = _place(one, where)
        if one["type"] == "literal_error":
            words.setdefault(place, []).extend(re.findall(r"'(.*?)'", one["ctx"]["expected"]))
        elif one["type"] == "value_error" and not one["loc"] and ": " in str(one["ctx"]["error"]):
            name, _, message = str(one["ctx"]["error"]).partition(": ")  # it is about a list or a pair as a whole
            said.setdefault(name, message)
        else:
            said.setdefault(place, _sentence(one))
    for place, known in words.items():
        listed = ", ".join(f'"{word}"' for word in known)
        if place in said and not said[place].endswith("."):
            said[place] += f", or {listed}" if len(known) == 1 else f", or one of these: {listed}"
        elif not any(other.startswith(place) for other in said):  # else it was a list, and something is wrong in it
            said[place] = f"Write one of these: {listed}"
    return [Problem(place, f"{message.removesuffix('.')}.") for place, message in said.items()]


def _place(one: Mapping[str, Any], where: str) -> str:
    """The place as the other messages spell it, such as ``outputs[1].title``; the library names types in it too."""
    found = where
    for part in one["loc"]:
        if isinstance(part, int):
            found += f"[{part + 1}]"
        elif part in NAMES or (one["type"] == "unexpected_keyword_argument" and part == one["loc"][-1]):
            found += f".{part}" if found else part
    return found or "report"


def _sentence(one: Mapping[str, Any]) -> str:
    if one["type"] == "value_error":
        return f"{one['ctx']['error']}."
    if "Moment" in one["loc"] or "Words" in one["loc"]:  # the library tries the one, then the other
        return DATE
    return next((ours for start, ours in OURS if one["type"].startswith(start)), OTHERWISE + command("export --schema"))
