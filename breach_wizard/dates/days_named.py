"""The day that a longer text names: "by 31 March; publishing team", "at the end of May 2024"."""

import contextlib
from datetime import date

from breach_wizard.dates.calendar_days import day_written, month_written
from breach_wizard.dates.clocks import last_day
from breach_wizard.dates.moment import LONGEST
from breach_wizard.dates.tokens import Tokens
from breach_wizard.errors import InputError


def day_named(text: str, beside: date | None) -> date | None:
    """Return the one day by which something is to be done, or on which it was; of a month its last.

    Args:
        text: what is said of when; longer ones than a date can be are not looked at to their end.
        beside: a day with a year: one without is taken in the year in which it is nearest to it.

    Returns:
        the day; None where the text names none or several, or one without a year beside none.
    """
    tokens = Tokens(text[:LONGEST])
    found: set[date | None] = set()
    at = 0
    while at < len(tokens):
        after = at + 1
        with contextlib.suppress(InputError):  # what is no day is passed over
            written = day_written(tokens, at)
            month = month_written(tokens, at)
            if written is not None:
                on, after = written
                found.add(_nearest(on.year, on.month, on.number, beside))
            elif month is not None:
                year, number, after = month
                found.add(_nearest(year, number, None, beside))
        at = after
    return found.pop() if len(found) == 1 else None


def _nearest(year: int | None, month: int, number: int | None, beside: date | None) -> date | None:
    """The day, or the last of its month, in its year or in the one in which it is nearest to another day."""
    years = [year] if year is not None else [beside.year + more for more in (-1, 0, 1)] if beside is not None else []
    lengths = {one: last_day(one, month).day for one in years}
    days = [date(one, month, number or last) for one, last in lengths.items() if (number or last) <= last]
    return min(days, key=lambda one: abs(one - (beside or one)), default=None)
