"""Times of day as they are written: "9.30am", "17:30", "0930hrs", "half past nine", "12 noon"."""

from datetime import time
from typing import Final

from breach_wizard.dates.clocks import clock
from breach_wizard.dates.tokens import NUMBER_NAMES, Tokens
from breach_wizard.errors import InputError
from breach_wizard.records import Record

MIDNIGHT: Final = "Midnight can mean either end of a day. Write 11.59pm or 00:01, with the date."
SPOKEN: Final = "spoken"
"""Such as "half past nine", in which the hour is one of 12."""
OF_24: Final = "24 hours"
"""Such as "04:30", which nobody writes for the afternoon."""
FOUR_DIGITS: Final = "four digits"
"""Such as "1930", which may be a year."""

HOURS: Final = ("hrs", "hours", "h", "hr")
SHORT, LONG = (1, 2), (4,)


class Clock(Record, kw_only=False):
    """A time as it is written.

    Attributes:
        hour: of 12 or of 24.
        minute: 0 where only the hour is written.
        half: "a", "p", or empty where nothing says which half of the day.
        style: `SPOKEN`, `OF_24` or `FOUR_DIGITS`, where it is one of these.
        seconds: as written; empty where there are none, or none but 0.
    """

    hour: int
    minute: int = 0
    half: str = ""
    style: str = ""
    seconds: str = ""


def clock_time(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """Return the time written at a place, and the place after it; None where there is none.

    Raises:
        InputError: it is midnight, which is two times.
    """
    if tokens[at].text == "midnight":
        raise InputError(MIDNIGHT)
    found = _noon(tokens, at) or _hour_and_minute(tokens, at) or _hour(tokens, at) or _four_digits(tokens, at)
    return found or _spoken(tokens, at)


def is_first_hour(tokens: Tokens, at: int) -> bool:
    """Is the number at a place the hour at which a span of times begins: "10-11am"?"""
    between = tokens.past(at + 1, ("-", "to", "and"))
    return tokens.digits(at, SHORT) is not None and between > at + 1 and clock_time(tokens, between) is not None


def _noon(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    after = at
    if tokens[at].text == "12":
        after = tokens.follows(at, "12", ".", "00") or tokens.follows(at, "12", ":", "00") or at + 1
    return (Clock(12, half="p"), after + 1) if tokens[after].text in ("noon", "midday") else None


def _hour_and_minute(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """ "9.30", "17:30", "15:19:30", each with "am" or "hrs" after it."""
    hour, minute = tokens.digits(at, SHORT), tokens.digits(at + 2, (2,))
    if tokens[at + 1].text not in (".", ":") or hour is None or minute is None:
        return None
    if not (tokens[at + 1].joined and tokens[at + 2].joined):
        return None
    after, seconds = at + 3, ""
    if tokens[after].text == ":" and tokens[after].joined:
        if tokens.digits(after + 1, (2,)) is None or not tokens[after + 1].joined:
            return None
        seconds, after = tokens[after + 1].text, after + 2
        if tokens[after].text == "." and tokens[after].joined and tokens[after + 1].number is not None:
            seconds, after = f"{seconds}.{tokens[after + 1].text}", after + 2
    half, after = _half(tokens, after)
    if not half:
        after = _past_hours(tokens, after)
    if (hour, minute) == (24, 0):
        raise InputError(MIDNIGHT)
    style = OF_24 if tokens[at].text.startswith("0") else ""
    return Clock(hour, minute, half, style, seconds if seconds.strip("0.") else ""), after


def _hour(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """ "5pm", "9 o'clock"."""
    hour = tokens.digits(at, SHORT) or NUMBER_NAMES.get(tokens[at].text)
    if hour is None:
        return None
    half, after = _half(tokens, at + 1)
    if half:
        return Clock(hour, half=half), after
    after = tokens.follows(at + 1, "o", "'", "clock") or tokens.follows(at + 1, "oclock")
    if not after:
        return None
    half, after = _half(tokens, after)
    return Clock(hour, half=half, style=SPOKEN if hour <= 12 else ""), after


def _four_digits(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """ "0930", "1730hrs"."""
    number = tokens.digits(at, LONG)
    if number is None:
        return None
    hour, minute = divmod(number, 100)
    after = _past_hours(tokens, at + 1)
    if (hour, minute) == (24, 0) and after > at + 1:
        raise InputError(MIDNIGHT)
    style = FOUR_DIGITS if after == at + 1 else OF_24
    return (Clock(hour, minute, style=style), after) if hour < 30 and minute < 60 else None


def _spoken(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """ "half past nine", "ten to five", "quarter past nine in the ..." (the part of the day is read elsewhere)."""
    minute = {"half": 30, "quarter": 15}.get(tokens[at].text) or _small(tokens, at)
    sign = tokens[at + 1].text
    after = at + 2
    hour = _small(tokens, after)
    if not minute or minute > 30 or sign not in ("past", "to") or not hour or hour > 12 or (sign, minute) == ("to", 30):
        return None
    if sign == "to" and tokens[at].text not in ("quarter", *NUMBER_NAMES):
        return None  # "9 to 12" is a span
    after = tokens.follows(after + 1, "o", "'", "clock") or after + 1
    half, after = _half(tokens, after)
    if sign == "past":
        return Clock(hour, minute, half, style=SPOKEN), after
    return Clock((hour - 2) % 12 + 1, 60 - minute, half, style=SPOKEN), after


def _small(tokens: Tokens, at: int) -> int | None:
    return tokens.digits(at, SHORT) or NUMBER_NAMES.get(tokens[at].text)


def _half(tokens: Tokens, at: int) -> tuple[str, int]:
    """ "am" or "p.m." at a place as its first letter, and the place after it."""
    if tokens[at].text in ("am", "pm"):
        return tokens[at].text[0], tokens.past(at + 1, ".") if tokens[at + 1].joined else at + 1
    for letter in ("a", "p"):
        after = tokens.follows(at, letter, ".", "m")
        if after:
            return letter, tokens.past(after, ".")
    return "", at


def _past_hours(tokens: Tokens, at: int) -> int:
    after = tokens.past(at, HOURS)
    return after if after == at else tokens.past(after, ".")


def timed(found: Clock) -> time:
    """Return the time; "9.30" without "am" is one of 24 hours.

    Raises:
        InputError: there is no such time, or a spoken one may be either of two.
    """
    hour, minute, half, style = found.hour, found.minute, found.half, found.style
    if hour > 23 or minute > 59 or (half and hour == 0 and minute == 0):
        raise InputError(f"There is no time {hour}.{minute:02}. Write a time such as 9.30am or 17:30.")
    if style == SPOKEN and not half and hour < 7:  # nobody at a desk means the hours before seven, or would say so
        early, late = clock(time(hour, minute)), clock(time(hour + 12, minute))
        raise InputError(f"This can be morning or afternoon. Write {early} or {late}.")
    if half == "p" and hour < 12:  # 13:25pm occurs, and can only mean 13:25
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if half == "a" and hour > 12:
        raise InputError(f"{hour}.{minute:02}am is no time. Write {clock(time(hour, minute))}, or the morning hour.")
    return time(hour, minute)
