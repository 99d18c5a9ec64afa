"""Spans of days and of times: "26 to 29 September 2022", "between 9.30am and 10am on 3 June 2024"."""

from collections.abc import Sequence
from datetime import date, time

from breach_wizard.dates.calendar_days import Written, dated
from breach_wizard.dates.clock_times import OF_24, Clock, timed
from breach_wizard.dates.clocks import last_day
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.pieces import Piece
from breach_wizard.dates.sides import NotUnderstood, Present, Side, agree, day_of, side_of
from breach_wizard.errors import InputError


def is_span(pieces: Sequence[Piece]) -> bool:
    """Do the pieces say from when to when? A dash may also part a day from its time: "20 March 2017 - 5pm"."""
    kinds = {one.kind for one in pieces}
    return bool(kinds & {"between", "to"}) or ("dash" in kinds and not _is_rule(pieces))


def _is_rule(pieces: Sequence[Piece]) -> bool:
    """Does the one dash part a day from its time, "20 March 2017 - 5pm"?"""
    sides = parted(pieces, "dash")
    if len(sides) != 2:
        return False
    kinds = [{one.kind for one in side} & {"day", "relative", "weekday", "number", "time", "part"} for side in sides]
    day, clock_time = {"day", "relative", "weekday"}, {"time", "part"}
    return all(kinds) and any(one <= day and other <= clock_time for one, other in (kinds, kinds[::-1]))


def parted(pieces: Sequence[Piece], *kinds: str) -> list[list[Piece]]:
    """Return the pieces in parts, between those of the kinds named."""
    parts: list[list[Piece]] = [[]]
    for one in pieces:
        if one.kind in kinds:
            parts.append([])
        else:
            parts[-1].append(one)
    return parts


def span_of(pieces: Sequence[Piece], present: Present) -> Moment:
    """Return the moment that the pieces of a span name.

    Raises:
        NotUnderstood: they name none.
        InputError: the span ends before it begins, or a part of it can't be.
    """
    outer, *inner = parted(pieces, "between")
    if len(inner) > 1:
        raise NotUnderstood
    parts = parted(inner[0], "to", "dash", "and") if inner else parted(outer, "to", "dash")
    if len(parts) != 2 or any(one.kind in ("and", "break") for part in parts for one in part):
        raise NotUnderstood
    months = [[one for one in part if one.kind != "from"] for part in parts]
    if not (inner and outer) and all([one.kind for one in part] == ["month"] for part in months):
        return _months(months[0][0].value, months[1][0].value)
    first, last = (side_of(part, present) for part in parts)
    if first.number is not None and last.time is not None and not _is_hour(*parts):
        raise NotUnderstood
    beside = side_of(outer, present) if inner else Side()
    if beside.day is not None:
        if first.day is not None or last.day is not None:
            raise NotUnderstood
        first = first._replace(day=beside.day)
    if any((beside.number, beside.time, beside.part, beside.relation, beside.about)) or any(
        one.part or one.relation or one.about for one in (first, last)
    ):
        raise NotUnderstood
    zone = {one.zone for one in (beside, first, last)} - {""}
    if len(zone) > 1 or (zone and last.time is None):
        raise NotUnderstood
    found = _days(first, last, present) if last.time is None else _minutes(first, last, present)
    for day, minute in ((found.date, found.time), (found.to_date, found.to_time)):
        if day is not None and minute is not None:
            agree("".join(zone), day, minute)
    return found


def _is_hour(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Is the number before "to" an hour, as in "9 to 10am on 3 June"? In "2 to 3 June, 9am" it is a day."""
    return before[-1].kind == "number" and after[0].kind == "time"


def _days(first: Side, last: Side, present: Present) -> Moment:
    if first.time is not None or last.day is None or last.number is not None:
        raise NotUnderstood
    to_day = present.day(last.day) if isinstance(last.day, Written) else last.day
    if isinstance(first.day, date):
        return between(first.day, None, to_day, None)
    if first.number is not None and first.day is None:
        return between(dated(Written(to_day.year, to_day.month, first.number)), None, to_day, None)
    if first.day is None or first.number is not None:
        raise NotUnderstood
    if first.day.year is not None:
        return between(dated(first.day), None, to_day, None)
    if not isinstance(last.day, Written):
        raise NotUnderstood
    year = to_day.year
    turns = last.day.year is None and (first.day.month, first.day.number) > (to_day.month, to_day.day)
    return between(dated(first.day._replace(year=year - turns)), None, to_day, None)


def _months(first: tuple[int | None, int], last: tuple[int | None, int]) -> Moment:
    """A span of months, "February to March 2021": from the first day of the one to the last of the other."""
    to_year, to_month = last
    if to_year is None or first in (last, (None, to_month)):
        raise NotUnderstood
    year = first[0] or to_year - (first[1] > to_month)
    return between(date(year, first[1], 1), None, last_day(to_year, to_month), None)


def _minutes(first: Side, last: Side, present: Present) -> Moment:
    """A span of times, of one day or from one day to another."""
    end, start = last.time, first.time
    if end is None or last.number is not None or (start is None) == (first.number is None):
        raise NotUnderstood
    to_time = timed(end)
    if start is None:
        if not end.half:
            raise NotUnderstood
        start = Clock(first.number or 0)
    if first.day is not None and last.day is not None:
        if first.number is not None:
            raise NotUnderstood
        return between(day_of(first, present), timed(start), day_of(last, present), to_time)
    day = day_of(first if first.day is not None else last, present)
    return between(day, _started(start, end, to_time), day, to_time)


def _started(start: Clock, end: Clock, to_time: time) -> time:
    """The first time of two: "2.30 to 3pm" and "10 to 2pm" say once which half of the day is meant."""
    if start.half or not end.half or start.style == OF_24 or not 0 < start.hour <= 12:
        return timed(start)
    same = timed(start._replace(half=end.half))
    return same if same < to_time or end.half == "a" else timed(start._replace(half="a"))


def between(first: date, first_time: time | None, last: date, last_time: time | None) -> Moment:
    """Return the span from a day or a minute to another.

    Raises:
        InputError: it ends before it begins.
    """
    try:
        return Moment(first, first_time, kind="between", to_date=last, to_time=last_time)
    except ValueError as error:
        raise InputError(f"{error}.") from error
