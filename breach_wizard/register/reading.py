"""What the register holds, read: a page of cases, those that words are found in, what is overdue, one case whole."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from breach_wizard.errors import InputError
from breach_wizard.imports.folding import folded
from breach_wizard.register import statements
from breach_wizard.register.database import Register, Row
from breach_wizard.text import clean

PAGE: Final = 50
"""So many cases are listed at once."""

COUNTED: Final = 20 * PAGE
"""So many cases are counted, and can be leafed through; who looks for one among more says what it is like."""

WITHOUT_A_DAY: Final = timedelta(days=91)
"""So old is a case, three months, when its planned actions without a day are overdue too."""

_CONDITIONS: Final = {
    "type": "cases.breach_type = :type",
    # "/" follows "." in the order of bytes: what begins with the clause and a full stop is beneath it.
    "clause": """exists (select 1 from clauses where clauses.case_id = cases.id and (clauses.clause = :clause
        or clauses.clause > :beneath and clauses.clause < :behind))""",
    "producer": "cases.producer_key = :producer",
    "since": "cases.first_day >= :since",
    "until": "cases.first_day <= :until and cases.first_day <> ''",
    "is_open": "cases.is_open = :is_open",
}
"""By filter, what it asks of a case."""


class Wanted(NamedTuple):
    """Which cases are asked for; what is None is not asked.

    Attributes:
        words: all of them stand in the report.
        output: all of these words stand in the title of an output.
        type: the id of the breach type.
        clause: as `references.Clause.id` has it; those beneath it are like it.
        producer: as it is written, but for capitals and signs.
        since: the first day of occurrence, as an ISO day.
        until: the last of these days.
        is_open: open or closed.
    """

    words: str | None = None
    output: str | None = None
    type: str | None = None
    clause: str | None = None
    producer: str | None = None
    since: str | None = None
    until: str | None = None
    is_open: bool | None = None


class Page(NamedTuple):
    """A page of cases.

    Attributes:
        cases: newest first.
        total: how many there are on all pages; `COUNTED` where there may be more.
        number: of this page, from 1.
    """

    cases: Sequence[Row]
    total: int
    number: int

    @property
    def is_all(self) -> bool:
        """Are there no more than were counted?"""
        return self.total < COUNTED

    @property
    def pages(self) -> int:
        """How many pages there are; one where there is nothing."""
        return max(1, -(-self.total // PAGE))


ANY: Final = Wanted()


def page(register: Register, wanted: Wanted = ANY, number: int = 1) -> Page:
    """Return a page of the cases that are wanted.

    Raises:
        InputError: there is no such page.
    """
    conditions, values = _asked(register, wanted)
    (total,) = (one["total"] for one in register.rows(statements.counted(conditions), {**values, "most": COUNTED}))
    found = Page((), total, number)
    if not 1 <= number <= found.pages:
        raise InputError(f"There is no page {number}. The last one is {found.pages}.")
    values = {**values, "limit": PAGE, "offset": PAGE * (number - 1)}
    return Page(register.rows(statements.listed(conditions), values), total, number)


def types(register: Register) -> set[str]:
    """Return the ids of the breach types of the cases, those too that the guidance has no more."""
    return {one["breach_type"] for one in register.rows(statements.TYPES)}


def _asked(register: Register, wanted: Wanted) -> tuple[list[str], dict[str, Any]]:
    """The conditions, in words of ours, and the values of their parameters."""
    values: dict[str, Any] = {name: value for name, value in wanted._asdict().items() if value is not None}
    conditions = [text for name, text in _CONDITIONS.items() if name in values]
    if "producer" in values:
        values["producer"] = folded(values["producer"])
    if "clause" in values:
        values |= {"beneath": f"{values['clause']}.", "behind": f"{values['clause']}/"}
    if "is_open" in values:
        values["is_open"] = int(values["is_open"])
    for name in ("words", "output"):
        if name in values:
            condition, more = register.matching(values.pop(name), in_titles=name == "output")
            conditions.append(condition)
            values |= more
    return conditions, values


class Overdue(NamedTuple):
    """Planned actions: those whose day has passed, and those without a day, of cases that are old."""

    passed: Sequence[Row]
    without_a_day: Sequence[Row]


def overdue(register: Register, today: date) -> Overdue:
    """Return what was planned and is overdue, of the cases that are open; the oldest first."""
    old = (today - WITHOUT_A_DAY).isoformat()
    return Overdue(
        register.rows(statements.PASSED, {"today": today.isoformat()}),
        register.rows(statements.WITHOUT_A_DAY, {"old": old}),
    )


def case(register: Register, named: str) -> Row:
    """Return the case of a reference, or of a body's own number.

    Raises:
        InputError: there is none.
    """
    values = {"named": clean(named)}
    found = register.rows(statements.CASE, values)
    if not found and register.rows(statements.CASE_TAKEN, values):
        raise InputError(f"The case {named!r} was added by somebody else, and your database user may not see it.")
    if not found:
        raise InputError(f"There is no case {named!r} in the register. Look for it with: register search")
    return found[0]


class Case(NamedTuple):
    """One case whole: its columns, its versions and its marks, in the order in which they were added."""

    columns: Row
    versions: Sequence[Row]
    marks: Sequence[Row]

    def version(self, number: int | None) -> Row:
        """Return a version, the last where none is named.

        Raises:
            InputError: there is no such version, or it was erased.
        """
        wanted = self.columns["version"] if number is None else number
        found = next((one for one in self.versions if one["number"] == wanted), None)
        if found is None:
            raise InputError(f"{self.columns['reference']} has no version {wanted}; its last is {len(self.versions)}.")
        if not found["report"]:
            raise InputError(f"{self.columns['reference']} was erased on {self.columns['erased_on']}.")
        return found


def whole(register: Register, named: str) -> Case:
    """Return a case by its reference or the body's own number.

    Raises:
        InputError: there is none.
    """
    found = case(register, named)
    of_case = {"id": found["id"]}
    return Case(found, register.rows(statements.VERSIONS, of_case), register.rows(statements.MARKS, of_case))


def as_json(row: Row) -> Mapping[str, Any]:
    """Return a row as JSON can hold it."""
    return {name: row[name] for name in row.keys() if name not in ("id", "case_id")}  # noqa: SIM118  (a row is no dict)
