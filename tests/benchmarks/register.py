"""Times the register at 1,000 and at 100,000 cases, each step in turn with its bare SQL on the same database.

In a file of SQLite, and on a server of PostgreSQL where there is one to start. Run it with the Python of the development
environment; it takes some minutes, most of them to make the reports. Sizes can be named: ``register.py 1000 10000``.
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
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

sys.path.insert(0, str(Path(__file__).parents[2]))

from breach_wizard.dates.moment import Moment
from breach_wizard.guidance import active
from breach_wizard.register import adding, opened, reading
from breach_wizard.register.address import Address
from breach_wizard.register.database import Register
from breach_wizard.register.derived import Derived, derived
from breach_wizard.register.postgres import PostgreSQL, spelled
from breach_wizard.register.similar import similar
from breach_wizard.register.statistics import statistics as counted
from breach_wizard.report import Action, Occurrence, Output, Report
from tests.kit import servers

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


def filled(address: Address, count: int) -> Register:
    """Return a register with so many cases, most of them decided."""
    register = opened(address)
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


def milliseconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return how long some work takes by a clock: of the processor for a file, of the wall for a server."""
    begun = clock()
    work()
    return (clock() - begun) * 1000


def main() -> None:
    """Print a line for each database, step and size: ours, the bare statements, their ratio."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "register.db")
            bare = partial(sqlite3.connect, path, isolation_level=None)
            _measure("SQLite", filled(path, size), bare, size, time.process_time)
        if servers.WHY_NOT:
            print(f"PostgreSQL {servers.WHY_NOT}")
            continue
        server = servers.shared().fresh()
        register = filled(server, size)
        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute("vacuum (analyze)")  # as a server does by itself in time
        _measure(
            "PostgreSQL", register, partial(psycopg.connect, server.address, autocommit=True), size, time.perf_counter
        )


Clock = Callable[[], float]


def _measure(database: str, register: Any, connect: Callable[[], Any], size: int, clock: Clock) -> None:
    reference = register.rows("select reference from cases where id = :id", {"id": size // 2})[0]["reference"]
    bare = connect()
    for name, step in steps(register, reference).items():
        again = partial(_again, bare, heard(register, step))
        turns = TURNS if name != "stats" else 3
        _tell(database, size, name, [(milliseconds(step, clock), milliseconds(again, clock)) for _ in range(turns)])
    _tell(database, size, "add", list(_adding(register, bare, clock)))
    bare.close()
    register.close()


def heard(register: Any, step: Callable[[], object]) -> list[tuple[Any, ...]]:
    """Return what a step asks of its database, so that the same can be asked of it barely."""
    if not isinstance(register, PostgreSQL):
        told: list[str] = []
        register._connection.set_trace_callback(told.append)
        step()
        register._connection.set_trace_callback(None)
        return [("execute", one) for one in told if not one.startswith("--")]  # what a search index does within itself
    asked: list[tuple[Any, ...]] = []

    def listening(name: str, call: str) -> None:
        known = getattr(register, name)

        def listen(statement: str, values: Any = {}) -> Any:  # noqa: B006  (never changed)
            asked.append((call, spelled(statement), values))
            return known(statement, values)

        setattr(register, name, listen)

    calls = {"rows": "execute", "change": "execute", "change_all": "executemany"}
    for name, call in calls.items():
        listening(name, call)
    step()
    for name in calls:
        delattr(register, name)
    return asked


def _again(bare: Any, asked: list[tuple[Any, ...]]) -> None:
    cursor = bare.cursor()
    for call, *words in asked:
        getattr(cursor, call)(*words)
        if cursor.description:
            cursor.fetchall()


class _Undone(Exception):
    """Ends an adding that is not to be kept, so that it can be timed again."""


def _adding(register: Any, bare: Any, clock: Clock) -> Iterator[tuple[float, float]]:
    """Adding a case, and the same statements barely; both are undone."""
    for report in reports(TURNS):
        other = replace(report, digest=f"another {report.digest}")

        def add(one: Derived = other) -> None:
            with contextlib.suppress(_Undone), register.writing():
                adding.add(register, one, "", NOW, "")
                raise _Undone

        asked = heard(register, add)
        if isinstance(register, PostgreSQL):
            asked = [("execute", "begin"), *asked, ("execute", "rollback")]
        yield milliseconds(add, clock), milliseconds(partial(_again, bare, asked), clock)


def _tell(database: str, size: int, name: str, pairs: list[tuple[float, float]]) -> None:
    ours, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = ours / max(bare, 0.001)
    print(f"{database:<10} {size:>7} cases  {name:<12} {ours:8.2f} ms  bare {bare:8.2f} ms  {ratio:5.2f}", flush=True)


if __name__ == "__main__":
    main()
