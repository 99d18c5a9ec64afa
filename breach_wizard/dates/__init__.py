"""When something was, as people in the UK write it, in Europe/London, and the time between two moments."""

from breach_wizard.dates.clocks import day
from breach_wizard.dates.lengths import duration, elapsed, length
from breach_wizard.dates.moment import (
    EARLIEST_YEAR,
    Moment,
    When,
    Words,
    earliest_days,
    exists,
    from_toml,
    moment_at,
    on_one_line,
    surely_before,
)
from breach_wizard.dates.reading import (
    TWO_DATES,
    days_in,
    other_weekday,
    parse_date,
    parse_moment,
    read,
    read_day,
    read_one,
)
from breach_wizard.dates.sides import NotUnderstood

__all__ = [
    "EARLIEST_YEAR",
    "TWO_DATES",
    "Moment",
    "NotUnderstood",
    "When",
    "Words",
    "day",
    "days_in",
    "duration",
    "earliest_days",
    "elapsed",
    "exists",
    "from_toml",
    "length",
    "moment_at",
    "on_one_line",
    "other_weekday",
    "parse_date",
    "parse_moment",
    "read",
    "read_day",
    "read_one",
    "surely_before",
]
