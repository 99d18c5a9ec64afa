"""A day or a minute in Europe/London, how it is written, and the time between two of them.

Elapsed time is counted in UTC, so that it is right across the nights on
which the clocks change.
"""

import datetime as dt
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from breach_wizard.text import plural

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EARLIEST_YEAR: Final = 1000
STANDARD_TIME: Final = time(9, 30)
"""The standard release time, where none is given: 9.30am (Code of Practice; see guidance/code/)."""


@cache
def london() -> ZoneInfo:
    """Return the time zone of every moment; UK local time, summer time included."""
    return ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Moment:
    """A day, or a minute of it, by the clock in Europe/London.

    Attributes:
        date: the day, from the year 1000 on.
        time: hour and minute; None where only the day is known.
        approximate: "about".
    """

    date: dt.date
    time: dt.time | None = None
    approximate: bool = False

    def __str__(self) -> str:
        """Return the one spelling used in answers, files and reports: "20 March 2017, 5pm"."""
        return self._spell(day(self.date))

    @property
    def full(self) -> str:
        """The same with the weekday: "Monday 20 March 2017, 5pm"."""
        return self._spell(f"{WEEKDAYS[self.date.weekday()]} {day(self.date)}")

    @property
    def clock(self) -> str:
        """The time alone: "5pm", "about 9.45am", "12 noon", "00:00"; empty where there is none."""
        if self.time is None:
            return ""
        return f"{'about ' if self.approximate else ''}{clock(self.time)}"

    def _spell(self, spelled_day: str) -> str:
        if self.time is not None:
            return f"{spelled_day}, {self.clock}"
        return f"about {spelled_day}" if self.approximate else spelled_day


def day(value: date) -> str:
    """Return "20 March 2017"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def clock(value: time) -> str:
    """Return "9.30am", "5pm", "12 noon"; the first minute of a day is "00:00", which nobody takes for noon."""
    if (value.hour, value.minute) == (12, 0):
        return "12 noon"
    if (value.hour, value.minute) == (0, 0):
        return "00:00"
    half = "am" if value.hour < 12 else "pm"
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{half}"


def moment_at(instant: datetime) -> Moment:
    """Return an aware instant as a moment in Europe/London, to the minute."""
    local = instant.astimezone(london())
    return Moment(local.date(), time(local.hour, local.minute))


def from_toml(value: date | datetime) -> Moment:
    """Return what TOML reads as a date or a date-time; one with an offset is converted to Europe/London."""
    if not isinstance(value, datetime):
        return Moment(value)
    if value.tzinfo is not None:
        return moment_at(value)
    return Moment(value.date(), time(value.hour, value.minute))


def instant(moment: Moment) -> datetime | None:
    """Return the moment in UTC; None without a time, or for a time that the clocks left out.

    An hour that comes twice, when the clocks go back, is the first of the two.
    """
    if moment.time is None or not exists(moment):
        return None
    return datetime.combine(moment.date, moment.time, london()).astimezone(UTC)


def exists(moment: Moment) -> bool:
    """Was there such a time on the clock? False in the hour left out when the clocks go forward."""
    if moment.time is None:
        return True
    local = datetime.combine(moment.date, moment.time, london())
    return local.astimezone(UTC).astimezone(london()).replace(tzinfo=None) == local.replace(tzinfo=None)


def elapsed(start: Moment, end: Moment) -> timedelta | None:
    """Return the time from one moment to another, negative where the second is earlier; None where it can't be told."""
    first, second = instant(start), instant(end)
    return None if first is None or second is None else second - first


def duration(time_between: timedelta) -> str:
    """Return a length of time to the minute: "40 hours 30 minutes"; beyond 100 hours in days and hours."""
    minutes = int(abs(time_between).total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    if hours > 100:
        days, hours = divmod(hours, 24)
        parts = [(days, "day"), (hours, "hour")]
    else:
        parts = [(hours, "hour"), (minutes, "minute")]
    return " ".join(plural(count, unit) for count, unit in parts if count) or "0 minutes"
