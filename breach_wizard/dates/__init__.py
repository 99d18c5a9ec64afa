"""Dates and times as people in the UK write them, in Europe/London, and the time between two of them."""

from breach_wizard.dates.moment import (
    EARLIEST_YEAR,
    STANDARD_TIME,
    Moment,
    day,
    duration,
    elapsed,
    exists,
    from_toml,
    moment_at,
)
from breach_wizard.dates.reading import days_in, other_weekday, parse_date, parse_moment

__all__ = [
    "EARLIEST_YEAR",
    "STANDARD_TIME",
    "Moment",
    "day",
    "days_in",
    "duration",
    "elapsed",
    "exists",
    "from_toml",
    "moment_at",
    "other_weekday",
    "parse_date",
    "parse_moment",
]
