"""One side of what is said about when something was: its day and its time, each in the way in which it is written."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from breach_wizard.dates.calendar_days import Written, dated, latest
from breach_wizard.dates.clock_times import FOUR_DIGITS, OF_24, Clock, timed
from breach_wizard.dates.clocks import clock, summer_time
from breach_wizard.dates.moment import PARTS_OF_DAY, Moment, moment_at
from breach_wizard.dates.pieces import Piece
from breach_wizard.errors import InputError
from breach_wizard.records import Record
from breach_wizard.text import join

EXAMPLE: Final = "20 March 2017, or with a time, 20 March 2017 5.30pm"
NOT_IN_A_FILE: Final = (
    "In a file, write the date itself, such as 20 March 2017, since the file may be read on another day."
)


class NotUnderstood(InputError):
    """The text names no moment: it can be kept in its words, or written anew."""


class Present(Record, kw_only=False):
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


class Side(Record):
    """What stands on one side of "to" or "and": at most one of each."""

    day: Written | date | None = None
    number: int | None = None
    time: Clock | None = None
    part: str = ""
    relation: str = ""
    zone: str = ""
    about: bool = False
    weekdays: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()


def side_of(pieces: Sequence[Piece], present: Present) -> Side:
    """Gather the pieces of a side; refuse a second of a kind."""
    found: dict[str, Any] = {}
    weekdays: list[int] = []
    words: set[str] = set()
    for one in pieces:
        match one.kind:
            case "comma" | "dash" | "from" | "open" | "close":
                continue
            case "about":
                found["about"] = True
            case "weekday":
                weekdays.append(one.value)
            case "this" | "last" | "next":
                words.add(one.kind)
            case "day" | "number" | "time" | "part" | "relation" | "zone" if one.kind not in found:
                found[one.kind] = one.value
            case "relative" if "day" not in found:
                found["day"] = present.today - timedelta(days=one.value)
            case _:
                raise NotUnderstood
    return _with_day(Side(**found, weekdays=tuple(weekdays), words=frozenset(words)), present)


def _with_day(side: Side, present: Present) -> Side:
    """A weekday that names the day, and "this morning"."""
    words, named = side.words, side.day is not None or side.number is not None
    if not words and (named or not side.weekdays):
        return side
    if named or len(side.weekdays) > 1 or len(words) > 1:
        raise NotUnderstood
    if side.weekdays:
        return side._replace(day=_last(side.weekdays[0], words, present))
    if words == {"this"} and side.part:
        return side._replace(day=present.today)
    raise NotUnderstood


def _last(number: int, words: frozenset[str], present: Present) -> date:
    """The last day of that name before today; refuses, with both, where another may be meant."""
    back = (present.today.weekday() - number) % 7
    if words == {"last"} or not (words or present.to_come or back == 0):
        return present.today - timedelta(days=back or 7)
    back -= 7 if "next" in words else 0 if words or present.to_come else -7
    first = present.today - timedelta(days=back)
    either = [Moment(first + timedelta(days=more)).full for more in (0, 7)]
    raise InputError(f"This can be {join(either, 'or')}. Write the one that it is.")


def day_of(side: Side, present: Present) -> date:
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


def clock_of(side: Side) -> time | None:
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


def agree(zone: str, day: date, clock_time: time) -> None:
    """Refuse a time that isn't the one the clocks in the UK showed, since people write "GMT" for both."""
    is_summer = summer_time(datetime.combine(day, clock_time))
    if zone and is_summer != (zone == "bst"):
        shown = "British Summer Time (BST)" if is_summer else "Greenwich Mean Time (GMT)"
        raise InputError(f"The clocks showed {shown} then. Write the time that they showed, without {zone.upper()}.")
