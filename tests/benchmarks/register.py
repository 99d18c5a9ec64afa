"""Times the register at 1,000 and at 100,000 cases, each step in turn with its bare SQL on the same database.

Run it with the Python of the development environment; it takes some minutes, most of them to make the reports.
"""

import contextlib
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from breach_wizard.dates import Moment
from breach_wizard.guidance import active
from breach_wizard.register import adding, opened, reading
from breach_wizard.register.database import Register, Values
from breach_wizard.register.derived import Derived, derived
from breach_wizard.register.similar import similar
from breach_wizard.register.statistics import statistics as counted
from breach_wizard.report import Action, Occurrence, Output, Report

SIZES = tuple(map(int, sys.argv[1:])) or (1_000, 100_000)
PRODUCERS = 400
TURNS = 30
TOPICS = ("bus passengers", "farm prices", "hospital waits", "school meals", "road deaths", "rents", "trade", "crime")
KINDS = ("early-release", "late-publication", "pre-release-leak", "other")
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
ACCOUNT = "The page was published when the schedule of another release was moved. A reader told the desk, which took it down. "


def reports(count: int) -> Iterator[Derived]:
    """Yield made-up reports: most producers have few, some clauses and outputs come again and again."""
    chance = random.Random(7)
    for number in range(count):
        producer = int(PRODUCERS * chance.random() ** 3)
        day = date(2009, 1, 1) + timedelta(days=chance.randrange(6_500))
        report = Report(
            breach_type=chance.choice(KINDS),
            outputs=(Output(title=f"{chance.choice(TOPICS).capitalize()} of region {producer % 40}, {day.year}"),),
            due=Moment(day + timedelta(days=2)),
            occurrences=(Occurrence(moment=Moment(day)),),
            producer=f"Producer {producer}",
            contact_name="Release desk",
            report_date=day + timedelta(days=chance.randrange(9)),
            references=(chance.choice(("Protocol 2, principle 8", "T3.6", "T3.4", "practice 3.4")),),
            circumstances=f"Case {number}. {ACCOUNT * chance.randrange(1, 9)}",
            impact="Few readers saw it.",
            actions=(Action(text="Add a check before publication.", status="planned", when="by 31 March"),),
        )
        yield derived(report, active())


def filled(path: Path, count: int) -> Register:
    """Return a register with so many cases, most of them decided."""
    register = opened(path)
    waiting: list[Derived] = []
    for report in reports(count):
        waiting.append(report)
        if len(waiting) == 1_000:
            _keep(register, waiting)
            waiting = []
    _keep(register, waiting)
    with register.writing():
        register.change("update cases set decided = 'inside', is_breach = 1 where id % 5 <> 0", {})
        register.change("update cases set is_open = 0 where id % 10 <> 0", {})
    return register


def _keep(register: Register, waiting: list[Derived]) -> None:
    with register.writing():
        for one in waiting:
            adding.add(register, one, "", NOW, "")


class Recorded:
    """A register that notes what its database is asked, so that the same can be asked of it barely."""

    def __init__(self, register: Register) -> None:
        self.inner = register
        self.name = register.name
        self.asked: list[tuple[str, Values]] = []

    def rows(self, statement: str, values: Values = {}) -> Any:  # noqa: B006  (never changed)
        self.asked.append((statement, dict(values)))
        return self.inner.rows(statement, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def steps(register: Any, reference: str) -> Mapping[str, Callable[[], object]]:
    """Return what is timed, by name."""
    return {
        "list": lambda: reading.page(register),
        "list --open": lambda: reading.page(register, reading.Wanted(is_open=True)),
        "search": lambda: reading.page(register, reading.Wanted(words="farm prices region 12")),
        "show": lambda: reading.whole(register, reference),
        "stats": lambda: counted(register, "financial", NOW.date()),
        "similar": lambda: similar(register, "Producer 300", ["Rents of region 20, 2027"], ["T3.6"]),
    }


def milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of some work."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def main() -> None:
    """Print a line for each step and size: ours, the bare statements, their ratio."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            register = filled(Path(folder, "register.db"), size)
            bare = sqlite3.connect(Path(folder, "register.db"), isolation_level=None)
            reference = register.rows("select reference from cases where id = :id", {"id": size // 2})[0]["reference"]
            for name, step in steps(register, reference).items():
                recorded = Recorded(register)
                steps(recorded, reference)[name]()
                asked = recorded.asked
                turns = TURNS if name != "stats" else 3
                pairs = [(milliseconds(step), milliseconds(lambda: _barely(bare, asked))) for _ in range(turns)]  # noqa: B023
                _tell(size, name, pairs)
            _tell(size, "add", list(_adding(register, bare)))
            register.close()


def _barely(connection: sqlite3.Connection, asked: list[tuple[str, Values]]) -> None:
    for statement, values in asked:
        connection.execute(statement, values).fetchall()


class _Undone(Exception):
    """Ends an adding that is not to be kept, so that it can be timed again."""


def _adding(register: Any, bare: sqlite3.Connection) -> Iterator[tuple[float, float]]:
    """Adding a case, and the same statements barely; both are undone."""
    for report in reports(TURNS):
        other = replace(report, digest=f"another {report.digest}")

        def add(one: Derived = other) -> None:
            with contextlib.suppress(_Undone), register.writing():
                adding.add(register, one, "", NOW, "")
                raise _Undone

        asked: list[str] = []
        register._connection.set_trace_callback(asked.append)
        add()
        register._connection.set_trace_callback(None)
        asked = [one for one in asked if not one.startswith("--")]  # what a search index does within itself
        yield milliseconds(add), milliseconds(lambda: _again(bare, asked))  # noqa: B023


def _again(connection: sqlite3.Connection, asked: list[str]) -> None:
    for statement in asked:
        connection.execute(statement).fetchall()


def _tell(size: int, name: str, pairs: list[tuple[float, float]]) -> None:
    ours, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"{size:>7} cases  {name:<12} {ours:8.2f} ms  bare {bare:8.2f} ms  {ours / max(bare, 0.001):5.2f}")


if __name__ == "__main__":
    main()
