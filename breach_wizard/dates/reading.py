"""Reading when something was, as people in the UK write it. Day first, always: 12/3/2021 is 12 March."""

import contextlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Final, TypeVar

from breach_wizard.dates.calendar_days import dated, day_written
from breach_wizard.dates.clocks import WEEKDAYS, weekday
from breach_wizard.dates.grammar import understood
from breach_wizard.dates.moment import LONGEST, Moment, When, Words
from breach_wizard.dates.pieces import Piece, pieces_in
from breach_wizard.dates.sides import EXAMPLE, NotUnderstood, Present
from breach_wizard.dates.tokens import MONTH_NAMES, WEEKDAY_NAMES, Tokens
from breach_wizard.errors import InputError
from breach_wizard.patterns import pattern
from breach_wizard.records import Record
from breach_wizard.text import shortened

SEVERAL: Final = (
    "There is more than one date here, and it is not clear what belongs to which. Write each with its own time, parted "
    "by semicolons: 14 July 2021, 5pm; 15 July 2021, 9.30am. Or a span: 14 to 15 July 2021."
)

T = TypeVar("T")

TWO_DATES: Final = "There is more than one date here. Write one, such as 14 July 2021, or a span: 14 to 15 July 2021."

YEAR: Final = pattern(r"[0-9]{4}")
BEFORE_YEAR: Final = 5
"""No day has more words before its year: "the 30 th of September, 2017"."""

LEADING: Final = frozenset(
    {"discovered", "found", "happened", "identified", "noticed", "occurred", "published", "released", "sent"}
)
"""What others write before a date, which says no other date than the one that follows."""


class Unparted(InputError):
    """There are several dates, and how they are to be parted can't be told."""


class Unused(Record, kw_only=False):
    """A part of a text that says nothing of when it was, and a sentence that says so."""

    text: str
    note: str


class Reading(Record, kw_only=False):
    """What was read.

    Attributes:
        moments: one, or several where the text lists them, each once.
        unused: the parts of the text that were not used; nothing is left out otherwise.
    """

    moments: tuple[When, ...]
    unused: tuple[Unused, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence for each part that was not used."""
        return tuple(one.note for one in self.unused)


def read(text: str, *, now: datetime | None = None, lone_time_on: date | None = None, to_come: bool = False) -> Reading:
    """Return the moments that a text names, and what of it was not used.

    Args:
        text: a date, with a time or without, a span of either, a month, "before" and the like; words in quotation
            marks are kept as they are.
        now: the present, aware. With it, "now", "today 9.12", "Tuesday", "10 minutes ago", a lone time, and a date
            without year (the latest not after today) are read too; without it, as in a file, they are refused.
        lone_time_on: the day of a time given alone; today, where None.
        to_come: the day may lie ahead, so that a weekday alone is refused.

    Raises:
        NotUnderstood: it names none.
        InputError: it names none for a reason that can be mended; the message quotes the text and says what to write.
    """
    quoted = " ".join(text.split())
    words = _in_quotation_marks(quoted)
    if len(words or text) > LONGEST:
        raise InputError(f'"{shortened(text, 40)}" is too long for a date. Write one date, such as {EXAMPLE}.')
    if not quoted:
        raise InputError(f"Write a date, such as {EXAMPLE}.")
    try:
        if words:
            return Reading((Words(words),))
        return _read(text, Present(now, lone_time_on, to_come))
    except NotUnderstood as error:
        reason = f": {error}" if str(error) else ""
        raise NotUnderstood(f'"{quoted}" can\'t be read as a date{reason}. Write it as {EXAMPLE}.') from error
    except InputError as error:
        raise type(error)(f'"{quoted}": {error}') from error
    except ValueError as error:
        raise InputError(f'"{quoted}": {error}.') from error


def read_one(
    text: str, *, now: datetime | None = None, lone_time_on: date | None = None, to_come: bool = False
) -> tuple[When, tuple[str, ...]]:
    """Return the one moment that a text names, and a sentence for each part of the text that was not used.

    Raises:
        InputError: as `read`, and where there are several.
    """
    try:
        found = read(text, now=now, lone_time_on=lone_time_on, to_come=to_come)
    except Unparted as error:
        raise InputError(f'"{text}": {TWO_DATES}') from error
    if len(found.moments) > 1:
        raise InputError(f'"{text}": {TWO_DATES}')
    return found.moments[0], found.notes


def read_day(text: str, *, now: datetime | None = None) -> tuple[date, tuple[str, ...]]:
    """Return the one day that a text names, and a sentence for each part of the text that was not used: a time.

    Raises:
        InputError: as `read`, and where it is not one day.
    """
    try:
        found, notes = read_one(text, now=now)
    except NotUnderstood as error:  # no day can be kept in words
        raise InputError(str(error)) from error
    if not isinstance(found, Moment) or found.kind != "at" or found.approximate:
        raise InputError(f'"{text}": A single day belongs here, such as 21 March 2017.')
    is_now = text.strip().casefold() == "now"
    return found.date, notes if found.time is None or is_now else (*notes, f'Of "{text}" the day alone is used.')


def parse_moment(text: str, *, now: datetime | None = None, lone_time_on: date | None = None) -> When:
    """Return the one moment that a text names, all of the text used; the inverse of ``str``.

    Raises:
        InputError: as `read`, and where there are several, or a part was not used.
    """
    return _stored(text) if now is None else _whole(*read_one(text, now=now, lone_time_on=lone_time_on), text)


def parse_date(text: str, *, now: datetime | None = None) -> date:
    """Return the one day that a text names, all of the text used.

    Raises:
        InputError: it is no date, or more than a day.
    """
    return _stored_day(text) if now is None else _whole(*read_day(text, now=now), text)


@lru_cache(maxsize=256)
def _stored_day(text: str) -> date:
    return _whole(*read_day(text), text)


@lru_cache(maxsize=1024)
def _stored(text: str) -> When:
    return _whole(*read_one(text), text)


def _whole(found: T, notes: tuple[str, ...], text: str) -> T:
    """What was read, where all of the text was used."""
    if notes:
        raise InputError(f'"{text}": Only a part of this belongs here. Write the date alone, such as 20 March 2017.')
    return found


def _in_quotation_marks(text: str) -> str:
    """The words of a text that stands in quotation marks as a whole; else an empty text."""
    if len(text) > 2 and (text[0], text[-1]) in (("“", "”"), ('"', '"')):
        return text[1:-1].strip()
    return ""


def _read(text: str, present: Present) -> Reading:
    begins = _leading(Tokens(text))
    before = [_unused(text[:begins])] if begins else []
    rest = text[begins:]
    try:
        found, more = _moments(rest, present)
    except NotUnderstood:
        opened = rest.rfind("(") if rest.rstrip().endswith(")") else -1
        if opened <= 0:
            raise
        found, more = _moments(rest[:opened], present)
        more = [*more, _unused(rest[opened:])]
    return Reading(tuple(dict.fromkeys(found)), (*before, *more))


def _moments(text: str, present: Present) -> tuple[list[Moment], list[Unused]]:
    pieces = pieces_in(Tokens(text))
    try:
        found = understood(pieces, present)
    except NotUnderstood as error:
        kinds = [one.kind for one in pieces]
        if kinds.count("day") > 1 and not {"stranger", "between", "to"} & set(kinds):
            raise Unparted(SEVERAL) from error
        raise
    return found, _seconds(pieces, text)


def _seconds(pieces: Sequence[Piece], text: str) -> list[Unused]:
    """The times that were written to the second: moments are kept to the minute."""
    timed = [text[one.start : one.end] for one in pieces if one.kind == "time" and one.value.seconds]
    return [Unused(one, f'Of "{one}" the seconds are not used.') for one in timed]


def _leading(tokens: Tokens) -> int:
    """Where a date begins that stands after a mark of a list, "1.", or after such a word as "discovered"."""
    at = 0
    numbered = tokens.digits(0, (1, 2)) is not None and tokens[1].text in (".", ")")
    lettered = len(tokens[0].text) == 1 and tokens[0].text.isalpha() and tokens[1].text == ")"
    is_day = tokens[2].text in MONTH_NAMES
    if (numbered or lettered) and tokens[1].joined and not tokens[2].joined and not is_day:
        at = 2
    while tokens[at].text in LEADING:
        at += 1
    return tokens[at].start if at else 0


def _unused(text: str) -> Unused:
    return Unused(text.strip(), f'"{text.strip()}" is not used.')


def with_time(day: Any, clock: Any) -> Any:
    """Return a date of a file with the time that stands there under a key of its own, as one text.

    Either may be what TOML reads as such; where one can't be a date or a time, it is returned, to be refused.
    """
    if clock in ("", None):
        return day
    if isinstance(day, date) and not isinstance(day, datetime):
        day = str(Moment(day))
    if isinstance(clock, time):
        clock = clock.strftime("%H:%M")
    return f"{day}, {clock}" if isinstance(day, str) and isinstance(clock, str) else clock


def other_weekday(text: str, *moments: Moment) -> str:
    """Return the weekday that a text names, where no day that the moments name is one; else an empty text."""
    named = [WEEKDAYS[WEEKDAY_NAMES[token.text]] for token in Tokens(text).listed if token.text in WEEKDAY_NAMES]
    right = {weekday(one) for moment in moments for one in (moment.date, moment.to_date) if one is not None}
    return next((one for one in named if one not in right), "")


def days_in(text: str) -> tuple[date, ...]:
    """Return the days with a year of four digits that a longer text names, in their order, each once.

    What is no day is passed over: nobody promised to write one here.
    """
    if not YEAR.search(text):
        return ()
    tokens = Tokens(" ".join(_near_years(" ".join(text.split()))))
    found: dict[date, None] = {}
    after = 0
    for at, token in enumerate(tokens.listed):
        if at < after or not (token.text.isdecimal() or token.text in MONTH_NAMES):  # most begin no day
            continue
        with contextlib.suppress(InputError):
            written = day_written(tokens, at)
            if written is not None:
                after = written[1]
                if any(tokens.digits(one, (4,)) is not None for one in range(at, after)):
                    found[dated(written[0])] = None
    return tuple(found)


def _near_years(text: str) -> Iterator[str]:
    """The words of a text that stand near a year, "..." for those between; the others can be in no day."""
    begin = 0
    for year in YEAR.finditer(text):
        if year.start() < begin:  # in the same word
            continue
        end = text.find(" ", year.end())
        end = len(text) if end < 0 else end
        words = text[begin:end].rsplit(" ", BEFORE_YEAR + 1)
        if len(words) > BEFORE_YEAR + 1:
            words[0] = "..."
        yield from words
        begin = end + 1
