"""Adding a report to a register: a new case, a new version of one, or nothing where it is there already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, Literal

from breach_wizard.dates.moment import moment_at
from breach_wizard.errors import InputError
from breach_wizard.register import statements
from breach_wizard.register.database import Register, Row
from breach_wizard.register.derived import Derived
from breach_wizard.register.reading import case
from breach_wizard.register.standing import APPROVED, standing

What = Literal["new", "version", "there"]
NOT_APPROVED: Final = "It is another text than the one that was approved, and not approved yet."


@dataclass(frozen=True)
class Added:
    """What became of a report.

    Attributes:
        what: a new case, a new version of one, or nothing: it is there.
        reference: of the case.
        version: its number.
        notes: what is to be known of it, in sentences.
    """

    what: What
    reference: str
    version: int
    notes: tuple[str, ...] = ()


def last_text(register: Register, named: str) -> str:
    """Return the JSON of the last version of a case; "" where it was erased."""
    known = case(register, named)
    (found,) = register.rows(statements.VERSION, {"id": known["id"], "number": known["version"]})
    return str(found["report"])


def same(register: Register, report: Derived) -> str:
    """Return the reference of the case that has this very report as one of its versions; else ""."""
    found = register.rows(statements.SAME, {"digest": report.digest})
    return found[0]["reference"] if found else ""


def alike(register: Register, report: Derived) -> list[str]:
    """Return the references of the cases that the report may be an update of.

    They have an output in common with it, and a day of occurrence for a breach type; or its own number.
    """
    found: dict[str, None] = {}
    own = report.columns["own_reference"]
    if own is not None:
        found = {one["reference"]: None for one in register.rows(statements.OF_OWN_NUMBER, {"own_reference": own})}
    for output in report.outputs:
        for day in report.days:
            values = {"title_key": output["title_key"], "breach_type": day["breach_type"], "day": day["day"]}
            found |= {one["reference"]: None for one in register.rows(statements.LIKE, values)}
    return list(found)


def add(register: Register, report: Derived, source: str, now: datetime, of: str | None = None) -> Added:
    """Add a report, within `Register.writing`.

    Args:
        register: to which.
        report: as `derived` makes it.
        source: the name of the file that it came in; "" for none.
        now: the present, aware.
        of: the reference of the case of which it is a new version; "" for a case of its own, whatever it is like; None
            where nobody said: it then is a case of its own too, marked with what it may be the same as.

    Raises:
        InputError: there is no such case, it was erased, another has the body's own number, or another is this report.
    """
    for one in register.rows(statements.SAME, {"digest": report.digest}):
        if of and case(register, of)["reference"] != one["reference"]:
            raise InputError(f"This report is in the register already, as {one['reference']}.")
        return Added("there", one["reference"], one["version"])
    if of:
        return _version(register, case(register, of), report, source, now)
    likely = alike(register, report) if of is None else []
    return _new(register, report, source, now, ", ".join(likely))


def _new(register: Register, report: Derived, source: str, now: datetime, may_be: str) -> Added:
    _refuse_taken(register, report, 0)
    today = moment_at(now).date
    year = report.columns["calendar_year"] or _year(report.columns["report_day"]) or today.year
    (number,) = (one["number"] for one in register.rows(statements.NEXT_NUMBER, {"year": year}))
    (new,) = (one["id"] for one in register.rows(statements.NEXT_CASE))
    reference = f"{year}-{number:03}"
    register.change(
        statements.NEW_CASE,
        {"id": new, "reference": reference, "year": year, "number": number, "added_on": today.isoformat()}
        | {"may_be": may_be, "db_user": register.user},
    )
    keep(register, new, 1, report, source, now)
    notes = (f"It may be the same as {may_be}.",) if may_be else ()
    return Added("new", reference, 1, notes)


def _version(register: Register, known: Row, report: Derived, source: str, now: datetime) -> Added:
    if known["erased_on"]:
        raise InputError(f"{known['reference']} was erased. Add the report as a case of its own.")
    _refuse_taken(register, report, known["id"])
    was_approved = bool(known["approved_day"])
    number = known["version"] + 1
    keep(register, known["id"], number, report, source, now)
    notes = (NOT_APPROVED,) if was_approved and report.approved is None else ()
    return Added("version", known["reference"], number, notes)


def _refuse_taken(register: Register, report: Derived, but: int) -> None:
    own = report.columns["own_reference"]
    taken = register.rows(statements.OF_OWN_NUMBER, {"own_reference": own}) if own is not None else ()
    if any(one["id"] != but for one in taken):
        reference = taken[0]["reference"]
        raise InputError(
            f"{reference} has the number {own} already. If this is a new version of it, say --as {reference}; "
            "else give it another number."
        )


def _year(day: str) -> int | None:
    return date.fromisoformat(day).year if day else None


def keep(register: Register, number_of_case: int, version: int, report: Derived, source: str, now: datetime) -> None:
    """Keep a version of a case, and all that follows from it; one that is approved is marked so."""
    register.change(
        statements.NEW_VERSION,
        {"case_id": number_of_case, "number": version, "report": report.text, "digest": report.digest}
        | {"source": source, "added_at": _stamp(now), "db_user": register.user},
    )
    if report.approved is not None:
        made = {"kind": APPROVED, "day": report.approved.on.isoformat(), "by_role": report.approved.by}
        new_mark(register, number_of_case, version, made, now)
    derive(register, number_of_case, version, report)


def new_mark(register: Register, number_of_case: int, version: int, made: Mapping[str, Any], now: datetime) -> None:
    """Make a mark on a case, within `Register.writing`; what it says of the case is derived by `derive`."""
    empty = dict.fromkeys(("by_role", "recipient", "outcome", "note", "link"), "")
    of_case = {"case_id": number_of_case, "version": version, "takes_back": None, "entered_at": _stamp(now)}
    register.change(statements.NEW_MARK, empty | of_case | {"db_user": register.user} | dict(made))


def derive(register: Register, number_of_case: int, version: int, report: Derived) -> None:
    """Write every derived column and row of a case anew, within `Register.writing`."""
    (known,) = register.rows(statements.CASE_BY_ID, {"id": number_of_case})
    marks = register.rows(statements.MARKS, {"id": number_of_case})
    now_stands = standing(marks, version, known["added_on"])
    columns = {**report.columns, **now_stands.columns(report.columns["first_day"], report.columns["link"])}
    columns["version"] = version
    register.change(statements.updated(columns), {"id": number_of_case, **columns})
    rows_of = _rows(report)
    rows_of["actions"] = _with_days(register, number_of_case, report)
    for table, rows in rows_of.items():
        register.change(statements.EMPTIED[table], {"id": number_of_case})
        register.change_all(statements.FILLED[table], [{"case_id": number_of_case, **one} for one in rows])
    register.index(number_of_case, *report.words)


def _rows(report: Derived) -> dict[str, Sequence[Mapping[str, Any]]]:
    return {"outputs": report.outputs, "days": report.days, "clauses": report.clauses, "actions": report.actions}


def _with_days(register: Register, number_of_case: int, report: Derived) -> list[Mapping[str, Any]]:
    """The actions, those that are done with the day by which an earlier version said that they would be."""
    planned = {one["text_key"]: one for one in register.rows(statements.PLANNED_BEFORE, {"id": number_of_case})}
    return [
        {**one, "due_text": planned[one["text_key"]]["due_text"], "due_day": planned[one["text_key"]]["due_day"]}
        if one["status"] == "taken" and one["text_key"] in planned
        else one
        for one in report.actions
    ]


def _stamp(now: datetime) -> str:
    """The moment in UTC, as text, so that both databases sort it alike."""
    return now.astimezone(UTC).isoformat(timespec="seconds")
