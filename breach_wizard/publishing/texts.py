"""The texts of a report, each with its place, and the same report with others in their place. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from breach_wizard.dates.moment import Words, on_one_line
from breach_wizard.guidance import Guidance
from breach_wizard.report import Action, Approval, Occurrence, Output, Report
from breach_wizard.report.model import More
from breach_wizard.standing import NOT_TIMES

Place = tuple[str | int, ...]
"""The name of a field, the number of an item from 0, the name of its part."""

LEFT_OUT = "[left out]"
"""What stands in a text where something was taken out of it, so that nobody takes the rest for what was written."""

NO_TEXTS = frozenset({"schema", "breach_type", "also", "type", "status", "id", "section"})
"""Fields whose values are ids."""

ITEMS = (Report, Output, Occurrence, Action, More, Approval)


def texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Yield every text that somebody may have typed, times in words of their own among them."""
    return _texts((), report)


def _texts(place: Place, value: Any) -> Iterator[tuple[Place, str]]:
    if isinstance(value, ITEMS):
        for name in value._fields:
            if name not in NO_TEXTS:
                yield from _texts((*place, name), getattr(value, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts((*place, number), one)
    elif isinstance(value, Words):
        yield place, value.words
    elif isinstance(value, str) and value not in NOT_TIMES:
        yield place, value


def with_texts(report: Report, changed: Mapping[Place, str]) -> Report:
    """Return the report with these texts at their places."""
    made: Report = _with((), report, changed)
    return made


def _with(place: Place, value: Any, changed: Mapping[Place, str]) -> Any:
    if isinstance(value, ITEMS):
        names = [name for name in value._fields if name not in NO_TEXTS]
        return value._replace(**{one: _with((*place, one), getattr(value, one), changed) for one in names})
    if isinstance(value, tuple):
        return tuple(_with((*place, number), one, changed) for number, one in enumerate(value))
    if place not in changed:
        return value
    return _words(changed[place]) if isinstance(value, Words) else changed[place]


def _words(text: str) -> Words:
    try:
        return Words(on_one_line(text))
    except ValueError:  # it has grown too long for a row of a table
        return Words(LEFT_OUT)


def question_of(place: Place, report: Report) -> str:
    """Return the id of the question that a text answers; of a body's own, under the id that the body gave it."""
    if place[0] == "more":
        return report.more[int(place[1])].id
    return str(place[0])


def label_of(place: Place, report: Report, guidance: Guidance) -> str:
    """Return what a text is called, for the user to find it."""
    if place[0] == "more":
        return report.more[int(place[1])].label
    if place[0] == "changes":
        return "What has changed"
    return guidance.fields[str(place[0])].label
