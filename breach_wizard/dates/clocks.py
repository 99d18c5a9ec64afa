"""Names of days, and the clock in Europe/London.

Elapsed time is counted in UTC, so that it is right across the nights on which the clocks change.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTE: Final = timedelta(minutes=1)
FIRST_MINUTE: Final = time(0, 0)
LAST_MINUTE: Final = time(23, 59)


@cache
def london() -> "ZoneInfo":
    """Return the time zone of every moment; UK local time, summer time included."""
    from zoneinfo import ZoneInfo  # most commands tell no time

    return ZoneInfo("Europe/London")


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def weekday(value: date) -> str:
    """Return the name of the day of the week."""
    return WEEKDAYS[value.weekday()]


def clock(value: time) -> str:
    """Return "9.30am", "5pm", "12 noon"; the first minute of a day is "00:00", which nobody takes for noon."""
    if (value.hour, value.minute) == (12, 0):
        return "12 noon"
    if (value.hour, value.minute) == (0, 0):
        return "00:00"
    half = "am" if value.hour < 12 else "pm"
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{half}"


# Kept: a check asks for each of a report's moments five times.
@lru_cache(maxsize=64)
def instant(local: datetime) -> datetime | None:
    """Return a naive time in Europe/London in UTC; None for one that the clocks left out.

    An hour that comes twice, when the clocks go back, is the first of the two.
    """
    aware = local.replace(tzinfo=london()).astimezone(UTC)
    return aware if aware.astimezone(london()).replace(tzinfo=None) == local else None


def summer_time(local: datetime) -> bool:
    """Did the clocks show British Summer Time then?"""
    return bool(local.replace(tzinfo=london()).utcoffset())
