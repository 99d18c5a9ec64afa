"""When something was, as people in the UK write it, in Europe/London, and the time between two moments."""

from breach_wizard.dates.days_named import day_named
from breach_wizard.dates.lengths import duration, elapsed, length
from breach_wizard.dates.moment import (
    EARLIEST_YEAR,
    STANDARD_TIME,
    Moment,
    When,
    Words,
    earliest_days,
    exists,
    from_toml,
    may_be_standard_time,
    moment_at,
    on_one_line,
    surely_before,
)
from breach_wizard.dates.reading import (
    days_in,
    other_weekday,
    parse_date,
    parse_moment,
    read,
    read_day,
    read_one,
    with_time,
)
from breach_wizard.dates.sides import NotUnderstood
from breach_wizard.text import day

__all__ = [
    "EARLIEST_YEAR",
    "STANDARD_TIME",
    "Moment",
    "NotUnderstood",
    "When",
    "Words",
    "day",
    "day_named",
    "days_in",
    "duration",
    "earliest_days",
    "elapsed",
    "exists",
    "from_toml",
    "length",
    "may_be_standard_time",
    "moment_at",
    "on_one_line",
    "other_weekday",
    "parse_date",
    "parse_moment",
    "read",
    "read_day",
    "read_one",
    "surely_before",
    "with_time",
]
