"""The time between two moments, in words that claim no more than is known of them."""

from datetime import datetime, timedelta

from breach_wizard.dates.clocks import instant
from breach_wizard.dates.moment import Moment, exists
from breach_wizard.text import plural

HOURS_TOLD = 100
"""Up to so many hours are told as hours; more as days."""


def elapsed(start: Moment, end: Moment) -> timedelta | None:
    """Return the time from one moment to another, negative where the second is earlier; None where it can't be told."""
    if start.kind != "at" or end.kind != "at" or start.time is None or end.time is None:
        return None
    first = instant(datetime.combine(start.date, start.time))
    second = instant(datetime.combine(end.date, end.time))
    return None if first is None or second is None else second - first


def duration(time_between: timedelta) -> str:
    """Return a length of time to the minute: "40 hours 30 minutes"; beyond 100 hours in days and hours."""
    minutes = int(abs(time_between).total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    if hours > HOURS_TOLD:
        days, hours = divmod(hours, 24)
        parts = [(days, "day"), (hours, "hour")]
    else:
        parts = [(hours, "hour"), (minutes, "minute")]
    return " ".join(plural(count, unit) for count, unit in parts if count) or "0 minutes"


def length(start: Moment, end: Moment) -> str:
    """Return how long after one moment the other was, in words: "40 hours 30 minutes", "at least 2 days".

    In calendar days, where one of them has no time. Empty where it can't be told, or the end may be before the start:
    whenever in their bounds each of them was, the words are true. "About" is told as "about", between two days or two
    minutes.
    """
    if not exists(start) or not exists(end):
        return ""
    timed = start.time is not None and end.time is not None
    if start.approximate or end.approximate:
        return _about(start, end, timed=timed)
    least = _gap(start.latest, end.earliest, timed=timed)
    most = _gap(start.earliest, end.latest, timed=timed)
    if least is None or least < timedelta(0) or (most is not None and most <= timedelta(0)):
        return ""
    if least == most:
        return _told(least, timed=timed)
    if most is None:
        return f"at least {_told(least, timed=timed)}" if least else ""
    if not least:
        return f"at most {_told(_up(most), timed=timed)}"
    if timed:
        return f"between {_told(least, timed=True)} and {_told(_up(most), timed=True)}"
    return f"between {least.days} and {plural(most.days, 'day')}"


def _gap(start: datetime | None, end: datetime | None, *, timed: bool) -> timedelta | None:
    if start is None or end is None:
        return None
    if not timed:
        return end.date() - start.date()
    first, last = instant(start), instant(end)
    return None if first is None or last is None else last - first


def _about(start: Moment, end: Moment, *, timed: bool) -> str:
    if start.kind != "at" or end.kind != "at":
        return ""
    between = elapsed(start, end) if timed else end.date - start.date
    return f"about {_told(between, timed=timed)}" if between is not None and between > timedelta(0) else ""


def _told(between: timedelta, *, timed: bool) -> str:
    return duration(between) if timed else plural(between.days, "day")


def _up(between: timedelta) -> timedelta:
    """The length rounded up to what is told of it, so that "at most" stays true."""
    hour = timedelta(hours=1)
    return between if between < (HOURS_TOLD + 1) * hour else -(-between // hour) * hour
