"""What the pieces of a text say together about when something was."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from breach_wizard.dates.calendar_days import Written, dated, latest
from breach_wizard.dates.clock_times import FOUR_DIGITS, OF_24, Clock, timed
from breach_wizard.dates.clocks import MONTHS, clock, summer_time, weekday
from breach_wizard.dates.moment import PARTS_OF_DAY, Moment, moment_at
from breach_wizard.dates.pieces import Ago, Piece
from breach_wizard.errors import InputError

EXAMPLE: Final = "20 March 2017, or with a time, 20 March 2017 5.30pm"
NOT_IN_A_FILE: Final = (
    "In a file, write the date itself, such as 20 March 2017, since the file may be read on another day."
)


class NotUnderstood(InputError):
    """The text names no moment: it can be kept in its words, or written anew."""


@dataclass(frozen=True)
class Present:
    """What a text is read against.

    Attributes:
        now: the present, aware; None in a file.
        lone_time_on: the day of a time given alone; today, where None.
        to_come: the day may lie ahead, so a weekday by itself can be either of two.
    """

    now: datetime | None = None
    lone_time_on: date | None = None
    to_come: bool = False

    @property
    def today(self) -> date:
        """Today in Europe/London; refuses where there is none."""
        if self.now is None:
            raise InputError(NOT_IN_A_FILE)
        return moment_at(self.now).date

    def day(self, written: Written) -> date:
        """The day that is written; without a year, the latest not after today."""
        return dated(written) if self.now is None else latest(written, self.today)


@dataclass
class Side:
    """What stands on one side of "to" or "and": at most one of each."""

    day: Written | date | None = None
    number: int | None = None
    time: Clock | None = None
    part: str = ""
    relation: str = ""
    zone: str = ""
    about: bool = False
    weekdays: list[int] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


def understood(pieces: Sequence[Piece], present: Present) -> list[Moment]:
    """Return the moments that the pieces name: one, or several that "and" or commas part.

    Raises:
        NotUnderstood: they name none.
        InputError: they name none for a reason that can be mended; the message says what to write.
    """
    kinds = [one.kind for one in pieces]
    if "between" in kinds or "to" in kinds or ("dash" in kinds and not _is_rule(pieces)):
        return [_span(pieces, present)]
    if "month" in kinds and "time" in kinds:
        raise NotUnderstood("the day is missing")
    if {"week", "week ending", "month", "ago", "now"} & set(kinds):
        return [_by_itself(pieces, present)]
    listed = _listed(pieces)
    if len(listed) == 1:
        return [_single(_side(listed[0], present), present)]
    sides = [_side(one, present) for one in listed]
    return [_single(one, present) for one in _completed(sides)]


def _side(pieces: Sequence[Piece], present: Present) -> Side:
    """Gather the pieces of a side; refuse a second of a kind."""
    found: dict[str, Any] = {}
    side = Side()
    for one in pieces:
        match one.kind:
            case "comma" | "dash" | "from" | "open" | "close":
                continue
            case "about":
                side.about = True
            case "weekday":
                side.weekdays.append(one.value)
            case "this" | "last" | "next":
                side.words.add(one.kind)
            case "day" | "number" | "time" | "part" | "relation" | "zone" if one.kind not in found:
                found[one.kind] = one.value
            case "relative" if "day" not in found:
                found["day"] = present.today - timedelta(days=one.value)
            case _:
                raise NotUnderstood
    return _with_day(replace(side, **found), present)


def _with_day(side: Side, present: Present) -> Side:
    """A weekday that names the day, and "this morning"."""
    words, named = side.words, side.day is not None or side.number is not None
    if not words and (named or not side.weekdays):
        return side
    if named or len(side.weekdays) > 1 or len(words) > 1:
        raise NotUnderstood
    if side.weekdays:
        return replace(side, day=_last(side.weekdays[0], words, present))
    if words == {"this"} and side.part:
        return replace(side, day=present.today)
    raise NotUnderstood


def _last(number: int, words: set[str], present: Present) -> date:
    """The last day of that name before today."""
    back = (present.today.weekday() - number) % 7
    if words & {"this", "next"} or present.to_come or (back == 0 and "last" not in words):
        raise InputError("This can be more than one day. Write the date itself, such as 20 March 2017.")
    return present.today - timedelta(days=back or 7)


def _single(side: Side, present: Present) -> Moment:
    """One day, with a time, a part of it, or "before" and the like."""
    if side.number is not None or (side.part and side.about and side.time is None):
        raise NotUnderstood
    clock_time = _clock(side)
    if side.day is None and clock_time is None and not side.part:
        raise NotUnderstood
    day = _day(side, present)
    if clock_time is not None:
        _agree(side.zone, day, clock_time)
    elif side.zone:
        raise NotUnderstood
    if side.relation:
        if side.about or (side.part and clock_time is None):
            raise NotUnderstood
        return Moment(day, clock_time, kind=side.relation)  # type: ignore[arg-type]
    if side.part and clock_time is None:
        return Moment(day, kind=side.part)  # type: ignore[arg-type]
    return Moment(day, clock_time, side.about)


def _day(side: Side, present: Present) -> date:
    """The day of a side; that of a time given alone."""
    written = side.day
    may_be_year = side.time is not None and side.time.style == FOUR_DIGITS and side.time.hour in (19, 20)
    if may_be_year and (written is None or (isinstance(written, Written) and written.year is None)):
        raise NotUnderstood("the day is missing")  # "2017" is far more likely a year than a time without its colon
    if isinstance(written, Written):
        return present.day(written)
    if written is not None:
        return written
    if present.lone_time_on is not None:
        return present.lone_time_on
    if present.now is None and side.time is not None:
        raise InputError(f"The date is missing. Write it with the time: 20 March 2017 {clock(timed(side.time))}.")
    return present.today


def _clock(side: Side) -> time | None:
    """The time of a side; "3.30 in the afternoon" is past noon, and must be in that part of the day."""
    if side.time is None:
        return None
    if not side.part:
        return timed(side.time)
    is_bare = not side.time.half and side.time.style != OF_24 and 0 < side.time.hour <= 12
    half = ("a" if side.part == "morning" else "p") if is_bare else side.time.half
    found = timed(side.time._replace(half=half))
    first, last = PARTS_OF_DAY[side.part]
    if not first <= found <= last:
        raise InputError(f"{clock(found)} is not in the {side.part}. Write one of the two.")
    return found


def _agree(zone: str, day: date, clock_time: time) -> None:
    """Refuse a time that isn't the one the clocks in the UK showed, since people write "GMT" for both."""
    is_summer = summer_time(datetime.combine(day, clock_time))
    if zone and is_summer != (zone == "bst"):
        shown = "British Summer Time (BST)" if is_summer else "Greenwich Mean Time (GMT)"
        raise InputError(f"The clocks showed {shown} then. Write the time that they showed, without {zone.upper()}.")


def _by_itself(pieces: Sequence[Piece], present: Present) -> Moment:
    """A month, a week, "10 minutes ago", "now": with nothing beside it but "about"."""
    about = any(one.kind == "about" for one in pieces)
    core = [one for one in pieces if one.kind not in ("about", "comma", "open", "close")]
    match [one.kind for one in core]:
        case ["now"]:
            return replace(_now(present), approximate=about)
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
            return Moment(day - timedelta(days=6), kind="between", to_date=day)
    raise NotUnderstood


def _day_alone(pieces: Sequence[Piece], present: Present) -> date:
    found = _single(_side(pieces, present), present)
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
    return replace(found, time=None if ago.unit == "days" else found.time, approximate=about)


def _is_rule(pieces: Sequence[Piece]) -> bool:
    """Does the one dash part a day from its time, "20 March 2017 - 5pm"?"""
    sides = _parted(pieces, "dash")
    if len(sides) != 2:
        return False
    kinds = [{one.kind for one in side} & {"day", "relative", "weekday", "number", "time", "part"} for side in sides]
    day, clock_time = {"day", "relative", "weekday"}, {"time", "part"}
    return all(kinds) and any(one <= day and other <= clock_time for one, other in (kinds, kinds[::-1]))


def _parted(pieces: Sequence[Piece], *kinds: str) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for one in pieces:
        if one.kind in kinds:
            parts.append([])
        else:
            parts[-1].append(one)
    return parts


def _span(pieces: Sequence[Piece], present: Present) -> Moment:
    """ "26 to 29 September 2022", "3 June 2024 between 9.30am and 10am"."""
    outer, *inner = _parted(pieces, "between")
    if len(inner) > 1:
        raise NotUnderstood
    parts = _parted(inner[0], "to", "dash", "and") if inner else _parted(outer, "to", "dash")
    if len(parts) != 2 or any(one.kind in ("and", "break") for part in parts for one in part):
        raise NotUnderstood
    first, last = (_side(part, present) for part in parts)
    beside = _side(outer, present) if inner else Side()
    if beside.day is not None:
        if first.day is not None or last.day is not None:
            raise NotUnderstood
        first.day = beside.day
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
            _agree("".join(zone), day, minute)
    return found


def _days(first: Side, last: Side, present: Present) -> Moment:
    if first.time is not None or last.day is None or last.number is not None:
        raise NotUnderstood
    to_day = present.day(last.day) if isinstance(last.day, Written) else last.day
    if isinstance(first.day, date):
        return _between(first.day, None, to_day, None)
    if first.number is not None and first.day is None:
        return _between(dated(Written(to_day.year, to_day.month, first.number)), None, to_day, None)
    if first.day is None or first.number is not None:
        raise NotUnderstood
    if first.day.year is not None:
        return _between(dated(first.day), None, to_day, None)
    if not isinstance(last.day, Written):
        raise NotUnderstood
    year = to_day.year
    turns = last.day.year is None and (first.day.month, first.day.number) > (to_day.month, to_day.day)
    return _between(dated(first.day._replace(year=year - turns)), None, to_day, None)


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
        return _between(_day(first, present), timed(start), _day(last, present), to_time)
    day = _day(first if first.day is not None else last, present)
    return _between(day, _started(start, end, to_time), day, to_time)


def _started(start: Clock, end: Clock, to_time: time) -> time:
    """The first time of two: "2.30 to 3pm" and "10 to 2pm" say once which half of the day is meant."""
    if start.half or not end.half or start.style == OF_24 or not 0 < start.hour <= 12:
        return timed(start)
    same = timed(start._replace(half=end.half))
    return same if same < to_time or end.half == "a" else timed(start._replace(half="a"))


def _between(first: date, first_time: time | None, last: date, last_time: time | None) -> Moment:
    try:
        return Moment(first, first_time, kind="between", to_date=last, to_time=last_time)
    except ValueError as error:
        raise InputError(f"{error}.") from error


def _listed(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The parts of a list: parted by "and" or semicolons; by commas too, where each part has its own day."""
    found: list[list[Piece]] = []
    for part in _parted(pieces, "and", "break"):
        parts = _parted(part, "comma")
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
        if day is None or (side.number is not None and side.day is not None):
            raise NotUnderstood
        if found and found[-1].time is not None and side.number is not None:
            raise InputError("Write each date with its own time: 14 July 2021 9am and 15 July 2021 9am.")
        after = day if isinstance(day, Written) else None
        found.append(replace(side, day=day, number=None))
    return found[::-1]


def weekdays_of(moment: Moment) -> set[str]:
    """Return the weekdays of the days that a moment names."""
    return {weekday(one) for one in (moment.date, moment.to_date) if one is not None}
