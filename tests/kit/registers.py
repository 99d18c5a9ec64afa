"""Reports for a register, and what a test looks at in it."""

import json
from datetime import UTC, date, datetime
from typing import Any

from breach_wizard.dates.moment import Moment
from breach_wizard.register import adding, marking, reading
from breach_wizard.register.database import Register, Row
from breach_wizard.register.derived import Derived, derived
from breach_wizard.report import Occurrence, Output, Report, making
from tests.kit import runs
from tests.kit.today import GUIDANCE

LATER = datetime(2021, 1, 1, tzinfo=UTC)
"""When marks are made: after all days that tests give them."""

TABLES = ("outputs", "days", "clauses", "actions", "searched")


def report(**more: Any) -> Report:
    """Return a whole report of an early release on 20 March 2017, with what is said otherwise."""
    values: dict[str, Any] = {
        "breach_type": "early-release",
        "outputs": (Output(title="Bus passengers"),),
        "due": Moment(date(2017, 3, 22)),
        "occurrences": (Occurrence(moment=Moment(date(2017, 3, 20))),),
        "producer": "Department for Trade",
        "contact_name": "Release desk",
        "report_date": date(2017, 3, 21),
        "references": ("Protocol 2, principle 8",),
        "circumstances": "A page went live.",
        "impact": "Three people saw it.",
        "actions": (),
    }
    return making.made(Report, values | more)


def made(**more: Any) -> Derived:
    """Return such a report, ready to be added."""
    return derived(report(**more), GUIDANCE)


def add(register: Register, found: Derived, of: str | None = None, now: datetime = runs.NOW) -> adding.Added:
    with register.writing():
        return adding.add(register, found, "report.md", now, of)


def mark(register: Register, reference: str, kind: str, **more: Any) -> tuple[str, ...]:
    needed = {"decided": {"outcome": "formal", "note": "why"}, "sent": {"to": "Good Practice Team"}}
    values = {"day": "2017-03-23", "by": "Head of Profession", **needed.get(kind, {}), **more}
    with register.writing():
        return marking.mark(register, reference, marking.Mark(kind, **values), GUIDANCE, LATER)


def case(register: Register, reference: str) -> dict[str, Any]:
    found = reading.case(register, reference)
    return {name: found[name] for name in found.keys()}  # noqa: SIM118  (a row is no dict)


def approved(register: Register, reference: str) -> Any:
    """Return what the last version of a case says of its approval."""
    return json.loads(adding.last_text(register, reference))["approved"]


def everything(register: Register) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, to be compared."""
    tables = ("cases", "versions", "marks", *TABLES)
    return {name: sorted(map(_values, register.rows(f"select * from {name}")), key=repr) for name in tables}


def _values(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in row.keys())  # noqa: SIM118  (a row is no dict)
