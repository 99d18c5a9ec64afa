"""Days as they are written, "20th of March 2017", "May 15, 2024", "20/3/2017". Day first, always."""

from datetime import date
from typing import Final

from breach_wizard.dates.clock_times import clock_time, is_first_hour
from breach_wizard.dates.clocks import last_day
from breach_wizard.dates.moment import EARLIEST_YEAR
from breach_wizard.dates.tokens import MONTH_NAMES, Tokens
from breach_wizard.errors import InputError
from breach_wizard.records import Record
from breach_wizard.text import MONTHS

ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
SHORT, LONG = (1, 2), (4,)


class Written(Record, kw_only=False):
    """A day as it is written: the year may be missing."""

    year: int | None
    month: int
    number: int


def day_written(tokens: Tokens, at: int) -> tuple[Written, int] | None:
    """Return the day written at a place, and the place after it; None where there is none.

    Raises:
        InputError: there is no such month, or no such year.
    """
    text = tokens[at].text
    if text in MONTH_NAMES:
        return _month_first(tokens, at)
    return (_named(tokens, at) or _in_numbers(tokens, at)) if text.isdecimal() else None


def month_written(tokens: Tokens, at: int) -> tuple[int | None, int, int] | None:
    """Return the year and the month written at a place without a day, and the place after it."""
    month = MONTH_NAMES.get(tokens[at].text)
    if month is None:
        return None
    after = tokens.past(tokens.past(at + 1, "."), ",")
    year = tokens.digits(after, LONG)
    return (None, month, at + 1) if year is None else (_year(year), month, after + 1)


def _named(tokens: Tokens, at: int) -> tuple[Written, int] | None:
    """ "20 March 2017", "5 th of March", "20-Mar-17"."""
    number = tokens.digits(at, SHORT)
    if number is None:
        return None
    after = tokens.past(tokens.past(tokens.past(at + 1, ORDINALS), ("of",)), "-")
    month = MONTH_NAMES.get(tokens[after].text)
    if month is None:
        return None
    after = tokens.past(after + 1, ".")
    place = tokens.past(tokens.past(after, ","), "-")
    year = tokens.digits(place, LONG)
    if year is None and not _is_time(tokens, place):
        year = tokens.digits(place, (2,))
        year = year if year is None else year + 2000
    return (Written(None, month, number), after) if year is None else (Written(_year(year), month, number), place + 1)


def _is_time(tokens: Tokens, at: int) -> bool:
    """Are these two digits no year, but an hour: "20 March 17.30", "20 March 10-11am"?"""
    return clock_time(tokens, at) is not None or is_first_hour(tokens, at)


def _month_first(tokens: Tokens, at: int) -> tuple[Written, int] | None:
    """ "May 15, 2024": with a year in full there is no other reading."""
    month = MONTH_NAMES.get(tokens[at].text)
    after = tokens.past(at + 1, ".")
    number = tokens.digits(after, SHORT)
    if month is None or number is None:
        return None
    after = tokens.past(tokens.past(after + 1, ORDINALS), ",")
    year = tokens.digits(after, LONG)
    return None if year is None else (Written(_year(year), month, number), after + 1)


def _in_numbers(tokens: Tokens, at: int) -> tuple[Written, int] | None:
    """ "20/3/2017", "20.3.17", "2017-03-20", and "20/3"."""
    sign = tokens[at + 1].text
    first, second = tokens[at].number, tokens.digits(at + 2, SHORT)
    joined = all(tokens[at + more].joined for more in (1, 2))
    if sign not in ("/", ".", "-") or first is None or second is None or not joined:
        return None
    if tokens[at + 3].text == sign and tokens[at + 3].joined and tokens[at + 4].joined:
        return _three_numbers(tokens, at, first, second, sign)
    if sign != "/" or tokens.digits(at, SHORT) is None or tokens[at + 3].text == sign:
        return None
    return Written(None, _month(second), first), at + 3


def _three_numbers(tokens: Tokens, at: int, first: int, second: int, sign: str) -> tuple[Written, int] | None:
    third = tokens[at + 4].number
    after = at + 5
    if third is None or (tokens[after].joined and tokens[after].text == sign):
        return None
    if sign == "-" and len(tokens[at].text) == 4 and len(tokens[at + 4].text) in SHORT:
        is_before_time = tokens[after].text == "t" and tokens[after].joined and tokens[after + 1].joined
        return Written(_year(first), _month(second), third), after + is_before_time
    if len(tokens[at].text) not in SHORT or len(tokens[at + 4].text) not in (2, 4):
        return None
    year = third + 2000 if len(tokens[at + 4].text) == 2 else third
    return Written(_year(year), _month(second), first), after


def _month(number: int) -> int:
    if not 1 <= number <= 12:
        raise InputError(f"There is no month {number}. Write the day first, then the month: 20/3/2017.")
    return number


def _year(number: int) -> int:
    if number < EARLIEST_YEAR:
        raise InputError("Write the year with four digits, such as 2017.")
    return number


def dated(written: Written) -> date:
    """Return the day; its year is known.

    Raises:
        InputError: the month has no such day.
    """
    year, month, number = written.year, written.month, written.number
    if year is None:
        raise InputError(f"The year is missing. Write it too: {number} {MONTHS[month - 1]} 2017.")
    try:
        return date(year, month, number)
    except ValueError:
        last = last_day(year, month).day
        raise InputError(f"{MONTHS[month - 1]} {year} has {last} days. Write a day from 1 to {last}.") from None


def latest(written: Written, today: date) -> date:
    """Return the day in the latest year in which it is not after today; the one written, where there is one.

    Raises:
        InputError: the month has no such day.
    """
    if written.year is not None:
        return dated(written)
    for year in range(today.year, today.year - 9, -1):  # 29 February comes at least every eighth year
        try:
            found = date(year, written.month, written.number)
        except ValueError:
            continue
        if found <= today:
            return found
    return dated(written._replace(year=today.year))
