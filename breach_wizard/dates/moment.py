"""When something was, as far as it is known: to the minute, a day, a span of either, or in words that name none."""

import datetime as dt
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from breach_wizard.dates.clocks import (
    FIRST_MINUTE,
    LAST_MINUTE,
    clock,
    instant,
    last_day,
    london,
    weekday,
)
from breach_wizard.records import Record
from breach_wizard.text import MONTHS, clean, day

EARLIEST_YEAR: Final = 1000
STANDARD_TIME: Final = time(9, 30)
"""The standard release time, where none is given: 9.30am (Code of Practice; see guidance/code/)."""
LONGEST: Final = 200
"""No date is longer, and no words for one; a longer text was meant for another field."""

Kind = Literal[
    "at", "between", "before", "just before", "by", "after", "just after", "morning", "afternoon", "evening", "week",
    "month",
]  # fmt: skip

PARTS_OF_DAY: Final = {
    "morning": (FIRST_MINUTE, time(11, 59)),
    "afternoon": (time(12), time(18, 59)),
    "evening": (time(17), LAST_MINUTE),
}
"""The first and the last minute of each, taken widely: nothing is to follow that not everybody would say."""

TO_THE_MINUTE: Final = ("at", "between", "before", "just before", "by", "after", "just after")
"""The kinds that may have a time."""


class Moment(Record, kw_only=False):
    """What is known of when something was, by the clock in Europe/London.

    Attributes:
        date: the day, from the year 1000 on; of a span the first day, of a month its first.
        time: hour and minute; None where only the day is known.
        approximate: "about"; of a day, a minute or a month only.
        kind: how the moment stands to that day and time; "at" where it is they.
        to_date: the last day of "between"; else None.
        to_time: the last minute of "between", where there is a first one.

    Raises:
        ValueError: there is no such moment, such as a span that ends before it begins.
    """

    date: dt.date
    time: dt.time | None = None
    approximate: bool = False
    kind: Kind = "at"
    to_date: dt.date | None = None
    to_time: dt.time | None = None

    def __post_init__(self) -> None:
        """Refuse what can't be, since each moment is written in words and read back."""
        if self.date.year < EARLIEST_YEAR:
            raise ValueError("Write the year with four digits")
        if any(one and (one.second or one.microsecond or one.tzinfo) for one in (self.time, self.to_time)):
            raise ValueError("Write the time to the minute, in local time")
        if self.time is not None and self.kind not in TO_THE_MINUTE:
            raise ValueError("Give no time here: the day alone is known")
        if self.approximate and self.kind not in ("at", "month"):
            raise ValueError('Leave out "about" here')
        if self.kind == "month" and self.date.day != 1:
            raise ValueError("Give the first day of the month")
        if self.kind != "between":
            if self.to_date is not None or self.to_time is not None:
                raise ValueError("Only a span has a last day")
        elif self.to_date is None or (self.time is None) != (self.to_time is None):
            raise ValueError("Give the first and the last of a span, both with a time or both without")
        elif _joined(self.date, self.time) >= _joined(self.to_date, self.to_time):
            raise ValueError("The span ends before it begins. Write the earlier first")

    def __str__(self) -> str:
        """Return the one spelling used in answers, files and reports: "20 March 2017, 5pm"."""
        return self._spell(lambda _: "")

    @property
    def full(self) -> str:
        """The same with the weekday: "Monday 20 March 2017, 5pm"."""
        return self._spell(lambda one: f"{weekday(one)} ")

    @property
    def clock(self) -> str:
        """The time alone: "about 9.45am", "12 noon", "between 9am and 10am", "afternoon"; empty where there is none."""
        if self.kind in PARTS_OF_DAY:
            return self.kind
        if self.time is None or (self.to_date is not None and self.to_date != self.date):
            return ""
        if self.to_time is not None:
            return f"between {clock(self.time)} and {clock(self.to_time)}"
        before = "about " if self.approximate else "" if self.kind == "at" else f"{self.kind} "
        return f"{before}{clock(self.time)}"

    @property
    def is_exact(self) -> bool:
        """Is it known to the minute?"""
        return self.kind == "at" and self.time is not None and not self.approximate

    @property
    def earliest(self) -> datetime | None:
        """The first minute that it can have been, naive; None where nothing says so.

        "About" a day may be any, "about" a time any of its day: nobody said how near.
        """
        if self.kind in ("before", "by") or (self.kind == "just before" and self.time is None):
            return None
        if self.kind in PARTS_OF_DAY:
            return datetime.combine(self.date, PARTS_OF_DAY[self.kind][0])
        if self.kind == "week":  # by some the seven days from that day on, by others those from Monday to Sunday
            return datetime.combine(self.date - timedelta(days=self.date.weekday()), FIRST_MINUTE)
        if self.approximate and self.time is None:
            return None
        if self.kind in ("after", "just after") and self.time is None:
            return _joined(min(self.date, date.max - timedelta(days=1)) + timedelta(days=1))
        return _joined(self.date, None if self.approximate or self.kind == "just before" else self.time)

    @property
    def latest(self) -> datetime | None:
        """The last minute that it can have been, naive; None where nothing says so."""
        if self.kind == "after" or (self.kind == "just after" and self.time is None):
            return None
        if self.kind in PARTS_OF_DAY:
            return datetime.combine(self.date, PARTS_OF_DAY[self.kind][1])
        if self.kind == "week":
            return datetime.combine(min(self.date, date.max - timedelta(days=6)) + timedelta(days=6), LAST_MINUTE)
        if self.approximate and self.time is None:
            return None
        if self.kind == "month":
            return datetime.combine(last_day(self.date.year, self.date.month), LAST_MINUTE)
        if self.kind in ("before", "just before") and self.time is None:
            return datetime.combine(self.date - timedelta(days=1), LAST_MINUTE)
        if self.kind == "between":
            return datetime.combine(self.to_date or self.date, self.to_time or LAST_MINUTE)
        open_ended = self.time is None or self.approximate or self.kind == "just after"
        return datetime.combine(self.date, LAST_MINUTE if open_ended or self.time is None else self.time)

    @property
    def first_day(self) -> dt.date:
        """The first day that it can have been; where that is open, the day that is named."""
        return (self.earliest or self.latest or _joined(self.date)).date()

    @property
    def last_day(self) -> dt.date:
        """The last day that it can have been; where that is open, the day that is named."""
        return (self.latest or self.earliest or _joined(self.date)).date()

    @property
    def is_within_a_day(self) -> bool:
        """Is the day known?"""
        return self.earliest is not None and self.latest is not None and self.first_day == self.last_day

    def _spell(self, named: Callable[[dt.date], str]) -> str:
        """The moment in words, ``named`` before the number of each day."""
        its_day = f"{named(self.date)}{day(self.date)}"
        about = "about " if self.approximate else ""
        if self.kind == "at":
            return f"{about}{its_day}" if self.time is None else f"{its_day}, {self.clock}"
        if self.kind == "month":
            return f"{about}{MONTHS[self.date.month - 1]} {self.date.year}"
        if self.kind in ("week", *PARTS_OF_DAY):
            return f"the {self.kind} of {its_day}"
        if self.to_date is None:
            return f"{self.kind} {its_day}" if self.time is None else f"{self.clock} on {its_day}"
        if self.time is None or self.to_time is None:
            return f"{self._first_of_days(named)} to {named(self.to_date)}{day(self.to_date)}"
        if self.to_date == self.date:
            return f"{self.clock} on {its_day}"
        last = f"{clock(self.to_time)} on {named(self.to_date)}{day(self.to_date)}"
        return f"between {clock(self.time)} on {its_day} and {last}"

    def _first_of_days(self, named: Callable[[dt.date], str]) -> str:
        """The first day of a span, without what the last one says again: "26", "26 September"."""
        words = day(self.date).split()
        first, last = self.date, self.to_date or self.date
        same = (first.year == last.year) + ((first.year, first.month) == (last.year, last.month))
        return f"{named(first)}{' '.join(words[: 3 - same])}"


def _joined(day: date, clock: time | None = None) -> datetime:
    return datetime.combine(day, clock or FIRST_MINUTE)


class Words(Record, kw_only=False):
    """When something was, in words that name no day: kept as they were written, and nothing follows from them.

    Attributes:
        words: cleaned, on one line.

    Raises:
        ValueError: there are none, or they can't stand in a row of a table.
    """

    words: str

    def __post_init__(self) -> None:
        """Refuse what can't be told from no answer, or written in a row of a table."""
        if not self.words or self.words != on_one_line(self.words) or len(self.words) > LONGEST:
            raise ValueError(f"Write some words, on one line, {LONGEST} characters at most")

    def __str__(self) -> str:
        """Return the words as answers and reports hold them: in quotation marks, since somebody else wrote them."""
        return f"“{self.words}”"


When = Moment | Words


def on_one_line(text: str) -> str:
    """Return a text as `Words` hold it."""
    return " ".join(clean(text).split())


def moment_at(instant: datetime) -> Moment:
    """Return an aware instant as a moment in Europe/London, to the minute.

    Raises:
        ValueError: there is no such day there; it is one before the first year or after the last.
    """
    try:
        local = instant.astimezone(london())
    except OverflowError as error:
        raise ValueError("No calendar has that day in London") from error
    return Moment(local.date(), time(local.hour, local.minute))


def from_toml(value: date | datetime) -> Moment:
    """Return what TOML reads as a date or a date-time; one with an offset is converted to Europe/London.

    Raises:
        ValueError: there is no such day there.
    """
    if not isinstance(value, datetime):
        return Moment(value)
    if value.tzinfo is not None:
        return moment_at(value)
    return Moment(value.date(), time(value.hour, value.minute))


def exists(moment: Moment) -> bool:
    """Was there such a time on the clock? False in the hour left out when the clocks go forward."""
    ends = ((moment.date, moment.time), (moment.to_date, moment.to_time))
    return all(day is None or clock is None or instant(datetime.combine(day, clock)) for day, clock in ends)


def may_be_standard_time(announced: Moment) -> bool:
    """Can statistics announced for this moment have been announced for the standard time of a day?"""
    if announced.kind == "at" and announced.time is not None:
        return announced.time == STANDARD_TIME
    first, last = announced.earliest, announced.latest
    if first is None or last is None:
        return True
    wait = datetime.combine(first.date(), STANDARD_TIME) - first
    return (wait if wait >= timedelta(0) else wait + timedelta(days=1)) <= last - first


def earliest_days(moments: Iterable[Moment]) -> tuple[date | None, date | None]:
    """Return the first and the last day on which the earliest of the moments can have been; None for none."""
    listed = list(moments)
    return min((one.first_day for one in listed), default=None), min((one.last_day for one in listed), default=None)


def surely_before(one: Moment, other: Moment) -> bool:
    """Is one before the other, whenever each of them was?"""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
