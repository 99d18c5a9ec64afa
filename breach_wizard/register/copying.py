"""A register copied into another, of a file to a server or back: all that is kept, and what is derived from it.

It is done in steps, each as a whole or not at all, and goes on where it was stopped. What has come since, and what was
erased since, is copied when it is done again; what was changed in the other register stays there, and is named.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from breach_wizard.errors import InputError
from breach_wizard.register import statements
from breach_wizard.register.database import Register
from breach_wizard.register.erasing import ERASED
from breach_wizard.register.searching import indexed, terms
from breach_wizard.text import plural

STEP: Final = 200
"""So many cases are copied together."""

Rows = list[dict[str, Any]]
Whole = dict[str, Rows]
"""All rows of one case by table, and beside them its words under `WORDS`."""

WORDS: Final = "words"
UNTOUCHED: Final = ("reference", "year", "number", "added_on")
"""Columns of a case that stay whatever happens to it."""

WITHOUT_WORDS: Final = ("number", "kind", "day", "entered_at", "added_at")
WORDED: Final = ("report", "source", "by_role", "recipient", "note", "link")
"""Columns of versions and marks: those that stay where something is erased, and those with its words."""


@dataclass
class Copied:
    """What became of a copy.

    Attributes:
        copied: the number of cases that were copied now, whole or as they have become.
        changed: references of the cases that were changed or erased in the other register, and left so.
        differing: references of the cases that differ at the end; none where the two are proved to be the same.
        counted: rows that are the same in both, of cases, versions and marks, by table.
    """

    copied: int = 0
    changed: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("cases", "versions", "marks"), 0))


Steps = Callable[[Sequence[tuple[int, int]], str], Iterable[tuple[int, int]]]
"""Yields the steps one by one, as somebody is shown how far it is; takes words for what is done too."""


def copy(source: Register, target: Register, steps: Steps) -> Copied:
    """Copy all cases of a register into another, and compare the two.

    Raises:
        InputError: whoever copies may not see all cases of one of them.
        StorageError: one of them fails; what was copied before stays, and is not copied again.
    """
    for register in (source, target):
        if hidden := register.hidden():
            raise InputError(
                f"The register {register.name} has {plural(hidden, 'case')} that your database user may not see. Let "
                "whoever administers it copy it."
            )
    told = Copied()
    for first, last in steps(_steps(source), "Copying"):
        ours = _read(source, first, last)
        with target.writing():
            has_erased = _step(target, ours, _read(target, first, last), told)
        if has_erased:
            target.forget_erased()
    _compare(source, target, steps, told)
    return told


def _step(target: Register, ours: Mapping[int, Whole], theirs: Mapping[int, Whole], told: Copied) -> bool:
    """Put the cases that differ where they may be put; was something of one that was there erased?"""
    has_erased = False
    for number, whole in ours.items():
        there = theirs.get(number)
        if whole == there:
            continue
        if not _may_be_put(target, whole, there):
            told.changed.append(_case(whole)["reference"])
            continue
        _put(target, number, whole, is_there=there is not None)
        told.copied += 1
        has_erased |= there is not None and bool(_case(whole)["erased_on"])
    return has_erased


def _steps(*registers: Register) -> list[tuple[int, int]]:
    """The first and the last case of each step, over all cases of the registers."""
    numbers = sorted({one["id"] for register in registers for one in register.rows(statements.NUMBERS)})
    parts = [numbers[place : place + STEP] for place in range(0, len(numbers), STEP)]
    return [(part[0], part[-1]) for part in parts]


def _read(register: Register, first: int, last: int) -> dict[int, Whole]:
    """The cases of a step by their numbers within the register."""
    found: dict[int, Whole] = defaultdict(lambda: {name: [] for name in statements.OF_CASES})
    for table, statement in statements.OF_CASES.items():
        for row in register.rows(statement, {"first": first, "last": last}):
            values = {name: row[name] for name in row.keys()}  # noqa: SIM118  (a row is no dict)
            found[values["id" if table == "cases" else "case_id"]][table].append(values)
    for number, whole in found.items():
        outputs, body = register.indexed(number)
        whole[WORDS] = [{"outputs": indexed(outputs), "body": indexed(body)}]
        for rows in whole.values():
            rows.sort(key=lambda row: repr(sorted(row.items())))
    return dict(found)


def _case(whole: Whole) -> Mapping[str, Any]:
    (found,) = whole["cases"]
    return found


def _may_be_put(target: Register, ours: Whole, theirs: Whole | None) -> bool:
    """Is the place of the case free, or is there what it was before?"""
    case = _case(ours)
    if theirs is None:
        values = {name: case[name] for name in ("id", "reference", "own_reference")}
        return not target.rows(statements.PLACE_TAKEN, values)
    before = _case(theirs)
    if any(case[name] != before[name] for name in UNTOUCHED):
        return False
    is_same = _is_less if case["erased_on"] else dict.__eq__
    return all(_has_come_from(theirs[table], ours[table], is_same) for table in ("versions", "marks"))


def _has_come_from(before: Rows, now: Rows, is_same: Callable[[dict[str, Any], dict[str, Any]], bool]) -> bool:
    """Is all that there was still there?"""
    known = {row["number"]: row for row in now}
    return all(row["number"] in known and is_same(known[row["number"]], row) for row in before)


def _is_less(now: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Is it the same version or mark, and has no word that was not there? Then it was erased, if anything."""
    if any(now.get(name) != before.get(name) for name in WITHOUT_WORDS):
        return False
    return all(set(terms(now.get(name, ""))) <= {*terms(before.get(name, "")), *terms(ERASED)} for name in WORDED)


def _put(target: Register, number: int, whole: Whole, *, is_there: bool) -> None:
    """Put the rows of a case in place of those that are there, if any."""
    case = dict(_case(whole))
    if is_there:
        for statement in statements.TAKEN_OUT.values():
            target.change(statement, {"id": number})
        target.change(statements.updated(case), case)
    else:
        target.change(statements.filled("cases", case), case)
    for table in statements.TAKEN_OUT:
        for row in whole[table]:
            target.change(statements.filled(table, row), row)
    (words,) = whole[WORDS]
    target.index(number, words["outputs"], words["body"])


def _compare(source: Register, target: Register, steps: Steps, told: Copied) -> None:
    """Read both registers side by side, and note what is the same and what is not."""
    for first, last in steps(_steps(source, target), "Comparing"):
        ours, theirs = _read(source, first, last), _read(target, first, last)
        for number in sorted({*ours, *theirs}):
            whole = ours.get(number) or theirs[number]
            if ours.get(number) != theirs.get(number):
                told.differing.append(_case(whole)["reference"])
                continue
            for table in told.counted:
                told.counted[table] += len(whole[table])
