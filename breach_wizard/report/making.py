"""A part of a report, made of values that plainly are of its kind; of all others pydantic says what they are.

What answers hold, and what our own JSON holds, is of the very types by then, so no library has to be loaded to see that
it fits. The same kinds and the same rules hold for both ways; ``tests/test_making.py`` holds that whatever is taken
here is taken by pydantic too, and makes the same.
"""

import types
from collections.abc import Callable
from datetime import date, time
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from breach_wizard.records import Record
from breach_wizard.report.kinds import AsRecord, Rule, fields_of
from breach_wizard.report.model import Report, Whole

R = TypeVar("R", bound=Record)
Take = Callable[[Any], Any]
"""Takes a value and returns it as a report has it; raises ValueError where it doesn't plainly fit."""

AS_TEXT: dict[type, Callable[[str], Any]] = {date: date.fromisoformat, time: time.fromisoformat}
"""How what JSON has no kind for is read, where it is spelled as we spell it."""


def made(shape: type[R], values: Any, where: str = "") -> R:
    """Return the part of a report that the values make.

    Args:
        shape: what the part is.
        values: what it is made of.
        where: the key under which they stand, for messages.

    Raises:
        AnswersError: they make none; it holds every problem.
    """
    kind: Any = Whole if shape is Report else Annotated[shape, AsRecord()]
    try:
        found: R = fit(kind)(values)
    except ValueError:
        from breach_wizard.report.validating import validated

        found = validated(kind, values, where)
    return found


@cache
def fit(kind: Any) -> Take:
    """Return how a value is seen to be of a kind; made once, since a folder may hold thousands of reports."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        found = fit(inner[0])
        for one in inner[1:]:
            found = _through(one, found) if isinstance(one, Rule) else found
        return found
    if origin in (Union, types.UnionType):
        return _of_any([fit(one) for one in inner])
    if origin is Literal:
        return _of_values(inner)
    if origin is tuple:
        return _of_each(fit(inner[0]))
    if issubclass(kind, Record):
        return _of_parts(kind)
    return _of_type(kind)


def _through(rule: Rule, fit: Take) -> Take:
    return (lambda value: fit(rule.apply(value))) if rule.is_first else (lambda value: rule.apply(fit(value)))


def _of_any(fits: list[Take]) -> Take:
    def take(value: Any) -> Any:
        for one in fits:
            try:
                return one(value)
            except ValueError:
                continue
        raise ValueError(value)

    return take


def _of_values(values: tuple[Any, ...]) -> Take:
    def take(value: Any) -> Any:
        if any(type(value) is type(one) and value == one for one in values):
            return value
        raise ValueError(value)

    return take


def _of_each(fit: Take) -> Take:
    def take_each(value: Any) -> Any:
        if type(value) in (list, tuple):
            return tuple(map(fit, value))
        raise ValueError(value)

    return take_each


def _of_type(kind: type) -> Take:
    read = AS_TEXT.get(kind)

    def take(value: Any) -> Any:
        if type(value) is kind:
            return value
        if read and type(value) is str and (found := read(value)).isoformat() == value:
            return found
        raise ValueError(value)

    return take


def _of_parts(shape: type[Record]) -> Take:
    fits = {name: fit(kind) for name, kind in fields_of(shape).items()}
    required = fits.keys() - shape._field_defaults.keys()

    def take(value: Any) -> Any:
        if type(value) is shape:
            return value
        if type(value) is dict and required <= value.keys() <= fits.keys():
            return shape(**{name: fits[name](one) for name, one in value.items()})
        raise ValueError(value)

    return take
