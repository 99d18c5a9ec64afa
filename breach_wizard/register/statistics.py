"""What the register counts: cases decided to be breaches, the last version of each, by the day of occurrence.

All is counted by the database; here it is gathered. What is not known is counted as not known, never as 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from breach_wizard.references import Clause
from breach_wizard.register import statements
from breach_wizard.register.database import Register
from breach_wizard.text import NOT_KNOWN

Years = Literal["calendar", "financial"]
COLUMNS: Final[Mapping[Years, str]] = {"calendar": "calendar_year", "financial": "financial_year"}

FEWEST_FOR_MEDIAN: Final = 5
FEWEST_FOR_SHARE: Final = 20
"""Below these the values are listed, and numbers are told without percentages: a person could be recognised, or a
chance taken for a rule."""

COUNTS: Final = (
    "by_type",
    "by_producer",
    "by_output",
    "by_matter",
    "handling",
    "users_told",
    "market_sensitive",
    "repeats",
)
"""What is counted by year; the keys of `statements.COUNTED`."""

LENGTHS: Final = ("days_to_notice", "days_to_report", "days_to_approval", "days_to_users")
"""What is measured in days from the first day of occurrence; columns of ``cases``."""


def in_order(years: Iterable[int | None]) -> list[int | None]:
    """Return years in order, None last: the day is not known there."""
    return sorted(years, key=lambda one: (one is None, one or 0))


@dataclass(frozen=True)
class Counted:
    """Numbers by label and year; the year is None where the day is not known.

    Attributes:
        numbers: of each label by year.
    """

    numbers: Mapping[str, Mapping[int | None, int]]

    def total(self, label: str) -> int:
        """Return the number of a label over all years."""
        return sum(self.numbers.get(label, {}).values())

    @property
    def labels(self) -> list[str]:
        """The labels, the most frequent first, then by name; what is not known last."""
        return sorted(self.numbers, key=lambda one: (one in ("", NOT_KNOWN), -self.total(one), one))

    @property
    def years(self) -> list[int | None]:
        """The years that have a number, in order; None last."""
        found = {year for by_year in self.numbers.values() for year in by_year}
        return in_order(found)


@dataclass(frozen=True)
class Length:
    """How long something took.

    Attributes:
        days: of each case for which it is known, in order.
        not_known: the number of the others.
    """

    days: Sequence[int]
    not_known: int

    @property
    def median(self) -> float | None:
        """The median; None where there are too few for one."""
        if len(self.days) < FEWEST_FOR_MEDIAN:
            return None
        middle = len(self.days) // 2
        return self.days[middle] if len(self.days) % 2 else (self.days[middle - 1] + self.days[middle]) / 2


@dataclass(frozen=True)
class Statistics:
    """All that is counted.

    Attributes:
        years: by which kind of year.
        breaches: cases decided to be breaches, by year.
        undecided: cases without a decision, by year.
        not_breaches: cases decided not to be breaches, by year.
        counts: by the keys of `COUNTS`.
        clauses: the reports that cite each clause of an edition; no sums, since one may cite several.
        lengths: by the keys of `LENGTHS`.
        actions: how planned actions ended, by the keys of `statements.ENDS`.
    """

    years: Years
    breaches: Mapping[int | None, int]
    undecided: Mapping[int | None, int]
    not_breaches: Mapping[int | None, int]
    counts: Mapping[str, Counted]
    clauses: Mapping[Clause, int]
    lengths: Mapping[str, Length]
    actions: Mapping[str, int]


def statistics(register: Register, years: Years, today: date) -> Statistics:
    """Return what is counted, by calendar or by financial years."""
    year = COLUMNS[years]
    decided: defaultdict[str, dict[int | None, int]] = defaultdict(dict)
    for one in register.rows(statements.by_decision(year)):
        decided[one["label"]][one["year"]] = one["number"]
    return Statistics(
        years=years,
        breaches=decided["breach"],
        undecided=decided["undecided"],
        not_breaches=decided["not-a-breach"],
        counts={name: _counted(register, name, year) for name in COUNTS},
        clauses={Clause(one["edition"], one["clause"]): one["number"] for one in register.rows(statements.CLAUSES)},
        lengths={name: _length(register, name) for name in LENGTHS},
        actions={
            one["label"]: one["number"]
            for one in register.rows(statements.ENDS_OF_ACTIONS, {"today": today.isoformat()})
        },
    )


def _counted(register: Register, name: str, year: str) -> Counted:
    numbers: defaultdict[str, dict[int | None, int]] = defaultdict(dict)
    for one in register.rows(statements.by_year(name, year)):
        numbers[one["label"]][one["year"]] = one["number"]
    return Counted(numbers)


def _length(register: Register, name: str) -> Length:
    found = {one["days"]: one["number"] for one in register.rows(statements.by_days(name))}
    not_known = found.pop(None, 0)
    return Length([days for days, number in sorted(found.items()) for _ in range(number)], not_known)
