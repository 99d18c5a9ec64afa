"""What the pieces of a text say together about when something was."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from breach_wizard.dates.calendar_days import Written
from breach_wizard.dates.moment import Moment, moment_at
from breach_wizard.dates.pieces import Ago, Piece
from breach_wizard.dates.sides import NOT_IN_A_FILE, NotUnderstood, Present, Side, agree, clock_of, day_of, side_of
from breach_wizard.dates.spans import between, is_span, parted, span_of
from breach_wizard.errors import InputError
from breach_wizard.text import MONTHS

OF_A_TIME: Final = frozenset({"time", "part", "about", "zone"})


def understood(pieces: Sequence[Piece], present: Present) -> list[Moment]:
    """Return the moments that the pieces name: one, or several that "and" or commas part.

    Raises:
        NotUnderstood: they name none.
        InputError: they name none for a reason that can be mended; the message says what to write.
    """
    kinds = [one.kind for one in pieces]
    if is_span(pieces):
        return [span_of(pieces, present)]
    if "month" in kinds and "time" in kinds:
        raise NotUnderstood("" if "stranger" in kinds else "the day is missing")  # it may be there, in words
    if {"week", "week ending", "month", "ago", "now"} & set(kinds):
        return [_by_itself(pieces, present)]
    listed = _listed(pieces)
    if len(listed) == 1:
        return [_single(side_of(listed[0], present), present)]
    sides = [side_of(one, present) for one in listed]
    return [_single(one, present) for one in _completed(sides)]


def _single(side: Side, present: Present) -> Moment:
    """One day, with a time, a part of it, or "before" and the like."""
    if side.number is not None or (side.part and side.about and side.time is None):
        raise NotUnderstood
    clock_time = clock_of(side)
    if side.day is None and clock_time is None and not side.part:
        raise NotUnderstood
    day = day_of(side, present)
    if clock_time is not None:
        agree(side.zone, day, clock_time)
    elif side.zone:
        raise NotUnderstood
    if side.relation:
        if side.about or (side.part and clock_time is None):
            raise NotUnderstood
        return Moment(day, clock_time, kind=side.relation)  # type: ignore[arg-type]
    if side.part and clock_time is None:
        return Moment(day, kind=side.part)  # type: ignore[arg-type]
    return Moment(day, clock_time, side.about)


def _by_itself(pieces: Sequence[Piece], present: Present) -> Moment:
    """A month, a week, "10 minutes ago", "now": with nothing beside it but "about"."""
    about = any(one.kind == "about" for one in pieces)
    core = [one for one in pieces if one.kind not in ("about", "comma", "open", "close")]
    match [one.kind for one in core]:
        case ["now"]:
            return _now(present)._replace(approximate=about)
        case ["ago"]:
            return _before_now(core[0].value, present, about=about)
        case ["month"]:
            return _month(*core[0].value, about=about)
        case ["month", "number"]:
            raise InputError("Write the day first, and the year with four digits, such as 20 March 2017.")
        case ["week", *_] if not about:
            return Moment(_day_alone(core[1:], present), kind="week")
        case ["week ending", *_] if not about:
            day = _day_alone(core[1:], present)
            return between(day - timedelta(days=6), None, day, None)
    raise NotUnderstood


def _day_alone(pieces: Sequence[Piece], present: Present) -> date:
    found = _single(side_of(pieces, present), present)
    if found != Moment(found.date):
        raise NotUnderstood
    return found.date


def _month(year: int | None, month: int, *, about: bool) -> Moment:
    if year is None:
        raise InputError(f"The year is missing. Write it too: {MONTHS[month - 1]} 2017.")
    return Moment(date(year, month, 1), approximate=about, kind="month")


def _now(present: Present) -> Moment:
    if present.now is None:
        raise InputError(NOT_IN_A_FILE)
    return moment_at(present.now)


def _before_now(ago: Ago, present: Present, *, about: bool) -> Moment:
    if present.now is None:
        raise InputError(NOT_IN_A_FILE)
    found = moment_at(present.now - timedelta(**{ago.unit: ago.number}))
    return found._replace(time=None if ago.unit == "days" else found.time, approximate=about)


def _listed(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The parts of a list: parted by "and" or semicolons; by commas too, where each part has its own day.

    A time between commas is that of the day before it: "14 July 2021, 5pm, 15 July 2021, 9.30am".
    """
    found: list[list[Piece]] = []
    for part in parted(pieces, "and", "break"):
        parts: list[list[Piece]] = []
        for one in parted(part, "comma"):
            if parts and one and all(piece.kind in OF_A_TIME for piece in one):
                parts[-1] += one
            else:
                parts.append(one)
        found += parts if all(_names_a_day(one) for one in parts) else [part]
    return [part for part in found if part] or [[]]


def _names_a_day(pieces: Sequence[Piece]) -> bool:
    return any(one.kind in ("day", "number", "relative") for one in pieces)


def _completed(sides: Sequence[Side]) -> list[Side]:
    """The parts of a list, each with its month and year: "14, 15 and 16 July 2021"."""
    found: list[Side] = []
    after: Written | None = None
    for side in reversed(sides):
        day = side.day
        if side.number is not None and day is None and after is not None and side.time is None:
            day = after._replace(number=side.number)
        elif isinstance(day, Written) and day.year is None and after is not None:
            day = day._replace(year=after.year)
        is_short = side.number is not None
        if day is None or side.relation or (is_short and (side.day is not None or side.about or side.part)):
            raise NotUnderstood
        if found and (found[-1].time is not None or found[-1].part) and is_short:
            raise InputError("Write each date with its own time: 14 July 2021 9am and 15 July 2021 9am.")
        after = day if isinstance(day, Written) else None
        found.append(side._replace(day=day, number=None))
    return found[::-1]
