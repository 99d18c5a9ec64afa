"""Reading dates and times as people in the UK write them. Day first, always: 12/3/2021 is 12 March."""

import contextlib
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from breach_wizard.dates.moment import EARLIEST_YEAR, MONTHS, WEEKDAYS, Moment, clock, moment_at
from breach_wizard.errors import InputError
from breach_wizard.text import shortened

EXAMPLE: Final = "20 March 2017, or with a time, 20 March 2017 5.30pm"

_MONTH = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, len(name))} | {
    "sept": 9
}
_MONTH_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_WEEKDAY_NAMES = "|".join(f"{name}|{name[:3]}" for name in WEEKDAYS) + "|tues|thur|thurs"
_DAY = r"(?P<day>\d{1,2})"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_DAY}\s*(?:st|nd|rd|th)?\s*(?:of\s+)?[-\s]?(?P<name>{_MONTH_NAMES})\b\.?,?[-\s]?\s*(?:(?P<year>\d{{4}}|\d\d(?![\d.:]|\s*(?:[ap]\.?m|noon|midday)))(?!\d))?",
        rf"(?<!\d)(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-{_DAY}(?!\d)",
        rf"(?<![\d/.]){_DAY}/(?P<month>\d{{1,2}})/(?P<year>\d{{4}}|\d\d)(?![\d/])",
        rf"(?<![\d/.]){_DAY}([.-])(?P<month>\d{{1,2}})\2(?P<year>\d{{4}}|\d\d)(?![\d.])",
        rf"(?<![\d/.]){_DAY}/(?P<month>\d{{1,2}})(?![\d/])",
    )
)
_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<noon>\b12(?:[.:]00)?\s*(?:noon|midday)|\b(?:noon|midday)\b)",
        r"(?<![\d.:])(?P<hour>\d{1,2})\s*[.:]\s*(?P<minute>\d\d)(?::00(?:\.0+)?)?\s*(?P<half>[ap]\.?m\b\.?)?(?![\d:])",
        r"(?<![\d.:])(?P<hour>\d{1,2})\s*(?P<half>[ap]\.?m\b\.?)",
        r"(?<![\d.:])(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?:\s*(?:hrs|hours|h))?(?![\d:.])",
    )
)
_ABOUT = re.compile(r"~|\b(?:about|around|approximately|approx|circa|roughly)\b\.?", re.IGNORECASE)
_FILLING = re.compile(rf"\b(?:at|on|the|of|from|by|{_WEEKDAY_NAMES})\b|[\s,;.()–-]|(?<=\d)T(?=\d)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"\bmidnight\b|(?<![\d.:])24(?:[.:]00\b|00\s*h)", re.IGNORECASE)
LONGEST_QUOTED: Final = 60
"""So many characters of what was typed are repeated where it can't be read."""

LONGEST: Final = 200
"""No date is longer; a longer text was meant for another field."""


def parse_moment(text: str, *, now: datetime | None = None, lone_time_on: date | None = None) -> Moment:
    """Return the moment that a text names.

    Args:
        text: a date, with a time or without; day first.
        now: the present, aware. With it, "now", "today 9.12", "yesterday 16.40", "tomorrow 9.30", a lone time, and
            a date without year (the latest not after today) are read too; without it, as in a file, they are refused.
        lone_time_on: the day of a time given alone; today, where None.

    Raises:
        InputError: it is no date, or no one date; the message says what to write.
    """
    if len(text) > LONGEST:
        raise InputError(f"This is too long for a date. Write one date, such as {EXAMPLE}.")
    today = moment_at(now).date if now is not None else None
    rest, approximate = _ABOUT.subn(" ", text.strip())
    if _MIDNIGHT.search(rest):
        raise InputError("Midnight can mean either end of a day. Write 11.59pm or 00:01, with the date.")
    if now is not None and rest.strip().lower().rstrip(".") == "now":
        return replace(moment_at(now), approximate=bool(approximate))
    found_day, rest = _take_day(rest, today)
    rest = re.sub(r"^\s*T(?=\d)|(?<=\s)T(?=\d)", " ", rest)
    found_time, rest = _take_time(rest)
    left = _FILLING.sub("", rest)
    if found_day is None and re.fullmatch(r"\s*(?:19|20)\d\d\s*", text):
        found_time = None  # far more likely a year without its day than a time without its colon
    if found_day is None and found_time is not None and not left:
        found_day = lone_time_on or today
        if found_day is None:
            raise InputError(f"The date is missing. Write it with the time: 20 March 2017 {clock(found_time)}.")
    if found_day is None:
        raise InputError(_no_date(text, today))
    if left:
        if any(pattern.search(rest) for pattern in _DATES):
            raise InputError("There is more than one date here. Write one; another can be added on the check page.")
        typed = shortened(rest.strip(" ,;"), LONGEST_QUOTED)
        raise InputError(f'"{typed}" is not part of a date or time. Write it as {EXAMPLE}.')
    return Moment(found_day, found_time, bool(approximate))


def parse_date(text: str, *, now: datetime | None = None) -> date:
    """Return the day that a text names, as `parse_moment` does.

    Raises:
        InputError: it is no date, or holds a time.
    """
    moment = parse_moment(text, now=now)
    if moment.time is not None and text.strip().lower() != "now":
        raise InputError("A date without a time belongs here, such as 21 March 2017.")
    return moment.date


def other_weekday(text: str, moment: Moment) -> str:
    """Return the weekday that a text names, where the day it names is another one; else an empty text."""
    found = re.search(rf"\b({_WEEKDAY_NAMES})\b", text, re.IGNORECASE)
    if found is None:
        return ""
    named = next(name for name in WEEKDAYS if name.lower().startswith(found[1].lower()[:3]))
    return "" if named == WEEKDAYS[moment.date.weekday()] else named


def days_in(text: str) -> tuple[date, ...]:
    """Return the days with a year of four digits that a longer text names, in their order, each once.

    What is no day is passed over: nobody promised to write one here.
    """
    found: list[tuple[int, date]] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if len(match.groupdict().get("year") or "") == 4:
                with contextlib.suppress(InputError):
                    found.append((match.start(), _day(match, None)))
    return tuple(dict.fromkeys(day for _, day in sorted(found)))


def _no_date(text: str, today: date | None) -> str:
    if today is None and re.search(r"\b(?:today|yesterday|tomorrow|now)\b", text, re.IGNORECASE):
        return "In a file, write the date itself, such as 20 March 2017, since the file may be read on another day."
    if re.search(rf"\b(?:{_MONTH_NAMES})\b|^\s*\d{{4}}\s*$", text, re.IGNORECASE):
        return f"The day is missing. Write it as {EXAMPLE}."
    return f"Write a date, such as {EXAMPLE}."


def _take_day(text: str, today: date | None) -> tuple[date | None, str]:
    """The day that the text names, and the text without it."""
    if today is not None:
        for word, back in (("today", 0), ("yesterday", 1), ("tomorrow", -1)):
            match = re.search(rf"\b{word}\b", text, re.IGNORECASE)
            if match:
                return today - timedelta(days=back), _cut(text, match)
    for pattern in _DATES:
        match = pattern.search(text)
        if match:
            return _day(match, today), _cut(text, match)
    return None, text


def _cut(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _day(match: re.Match[str], today: date | None) -> date:
    named = match.groupdict()
    month = _MONTH[named["name"].lower()] if named.get("name") else int(named["month"])
    number = int(named["day"])
    if not 1 <= month <= 12:
        raise InputError(f"There is no month {month}. Write the day first, then the month: 20/3/2017.")
    if not named.get("year"):
        return _latest(number, month, today)
    year = int(named["year"])
    if len(named["year"]) == 2:
        year += 2000
    if year < EARLIEST_YEAR:
        raise InputError(f"Write the year with four digits: {number} {MONTHS[month - 1]} 2017.")
    return _checked(year, month, number)


def _checked(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        last = (
            (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day if (year, month) != (9999, 12) else 31
        )
        raise InputError(f"{MONTHS[month - 1]} {year} has {last} days. Write a day from 1 to {last}.") from None


def _latest(number: int, month: int, today: date | None) -> date:
    if today is None:
        raise InputError(f"The year is missing. Write it too: {number} {MONTHS[month - 1]} 2017.")
    for year in range(today.year, today.year - 9, -1):  # 29 February comes at least every eighth year
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if found <= today:
            return found
    return _checked(today.year, month, number)


def _take_time(text: str) -> tuple[time | None, str]:
    """The time that the text names, and the text without it."""
    for pattern in _TIMES:
        match = pattern.search(text)
        if match:
            named = match.groupdict()
            if named.get("noon"):
                return time(12), _cut(text, match)
            return _time(named), _cut(text, match)
    return None, text


def _time(named: dict[str, str | None]) -> time:
    hour, minute = int(named["hour"] or 0), int(named.get("minute") or 0)
    half = (named.get("half") or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and hour == 0 and minute == 0):
        shown = f"{named['hour']}.{named.get('minute') or '00'}"
        raise InputError(f"There is no time {shown}. Write a time such as 9.30am or 17:30.")
    if half == "p" and hour < 12:  # 13:25pm occurs, and can only mean 13:25
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if half == "a" and hour > 12:
        raise InputError(f"{hour}.{minute:02}am is no time. Write {clock(time(hour, minute))}, or the morning hour.")
    return time(hour, minute)
