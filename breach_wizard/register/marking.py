"""What happened to a case: marks are made, and taken back; nothing that was said is overwritten."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from breach_wizard.dates.moment import moment_at
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.interview.own_answers import ADDRESS
from breach_wizard.register import statements
from breach_wizard.register.adding import derive, keep, last_text, new_mark
from breach_wizard.register.database import Register, Row
from breach_wizard.register.derived import Derived, derived_anew
from breach_wizard.register.reading import case
from breach_wizard.register.standing import (
    APPROVED,
    CLOSED,
    DECIDED,
    HELD,
    KINDS,
    OUTCOMES,
    PUBLISHED,
    RECEIVED,
    RELEASED,
    REOPENED,
    REPLIED,
    SENT,
    TAKEN_BACK,
    TOLD_USERS,
    standing_marks,
)
from breach_wizard.text import day

COUNTED_ONCE: Final = (RECEIVED, DECIDED, APPROVED, REPLIED, TOLD_USERS, PUBLISHED)
"""Marks of which the last of a kind is the one that counts; a report may be sent to several."""

SOURCE: Final = ""
"""In place of a file's name, for a version that a mark made."""


@dataclass(frozen=True)
class Mark:
    """What somebody says happened to a case.

    Attributes:
        kind: one of `standing.KINDS`.
        day: on which it did, as an ISO day; it may lie in the past, and before those of other marks.
        by: the role that did it.
        to: for `SENT`, to whom.
        outcome: for `DECIDED`, one of `OUTCOMES`.
        note: why, or anything else.
        link: where it can be read.
        takes_back: for `TAKEN_BACK`, the number of the mark that was made in error.
    """

    kind: str
    day: str
    by: str = ""
    to: str = ""
    outcome: str = ""
    note: str = ""
    link: str = ""
    takes_back: int | None = None


def mark(register: Register, named: str, made: Mark, guidance: Guidance, now: datetime) -> tuple[str, ...]:
    """Make a mark on a case, within `Register.writing`; return what is to be known of it, in sentences.

    Args:
        register: in which the case is.
        named: its reference, or the body's own number.
        made: what happened.
        guidance: in which the report is read.
        now: the present, aware.

    Raises:
        InputError: there is no such case or mark, it was erased, or the mark lacks what one of its kind says, or says
            what can't be: a day to come, or one before all that the case tells of.
    """
    known = case(register, named)
    _refuse(known, made)
    _refuse_day(known, made, moment_at(now).date.isoformat())
    replaced = _replaced(register, known, made)
    number, version = known["id"], known["version"]
    if known["erased_on"]:
        raise InputError(f"{known['reference']} was erased. It takes no more marks.")
    if made.kind == APPROVED:
        _approve(register, known, made, guidance, now)
        return replaced
    back = _taken_back(register, known, made) if made.kind == TAKEN_BACK else None
    said = {"kind": made.kind, "day": made.day, "by_role": made.by, "recipient": made.to, "outcome": made.outcome}
    more = {"note": made.note, "link": made.link, "takes_back": made.takes_back}
    new_mark(register, number, version, said | more, now)
    report = derived_anew(last_text(register, known["reference"]), guidance)
    if back is not None and back["kind"] == APPROVED and report.approved is not None:
        keep(register, number, version + 1, _with_approval(report, None, guidance), SOURCE, now)
    else:
        derive(register, number, version, report)
    return (*replaced, *_warnings(report, made))


def _refuse(known: Row, made: Mark) -> None:
    """Refuse a mark that lacks what one of its kind says, or that changes nothing."""
    if made.kind == DECIDED and made.outcome not in OUTCOMES:
        raise InputError(f"Say what was decided, with --as, one of: {', '.join(OUTCOMES)}.")
    if made.kind == DECIDED and not made.note:
        raise InputError("Say why, with --note: the decision is asked about later.")
    if made.kind == SENT and not made.to:
        raise InputError("Say to whom it was sent, with --to.")
    if made.kind == APPROVED and not made.by:
        raise InputError("Say which role approved it, with --by, such as: Head of Profession for Statistics.")
    if made.link and not ADDRESS.fullmatch(made.link):
        raise InputError(f"{made.link!r} is not a web address. Write it in full, such as https://www.gov.uk/search.")
    if made.kind == CLOSED and not known["is_open"]:
        raise InputError(f"{known['reference']} is closed already.")
    if made.kind == REOPENED and known["is_open"]:
        raise InputError(f"{known['reference']} is open.")
    if (made.kind == HELD and known["is_held"]) or (made.kind == RELEASED and not known["is_held"]):
        raise InputError(f"{known['reference']} is {'held already' if known['is_held'] else 'not held'}.")


def _refuse_day(known: Row, made: Mark, today: str) -> None:
    """Refuse a day to come, and one before the breach, its noticing and the report: one of them came first."""
    if made.day > today:
        raise InputError(f"{_day(made.day)} is still to come. Make the mark when it has happened.")
    told_of = [known[name] for name in ("first_day", "noticed_day", "report_day") if known[name]]
    if told_of and made.day < min(told_of) <= today:  # a report whose days are wrong can still be marked
        first = _day(min(told_of))
        raise InputError(
            f"{_day(made.day)} is before the breach, its noticing and the report, of which the first was on {first}. "
            "Look at the day after --on."
        )


def _day(iso: str) -> str:
    return day(date.fromisoformat(iso))


def _replaced(register: Register, known: Row, made: Mark) -> tuple[str, ...]:
    """That this mark counts in place of an earlier one, where only the last of its kind does."""
    marks = standing_marks(register.rows(statements.MARKS, {"id": known["id"]}))
    before = [one for one in marks if one["kind"] == made.kind in COUNTED_ONCE]
    if not before:
        return ()
    last = before[-1]
    outcome = f" ({OUTCOMES[last['outcome']]})" if last["outcome"] in OUTCOMES else ""
    told = f"{KINDS[made.kind]} on {_day(last['day'])}{outcome}"
    return (f"It counts in place of mark {last['number']}: {told}.",)


def _approve(register: Register, known: Row, made: Mark, guidance: Guidance, now: datetime) -> None:
    """The report's own field and the mark can't differ: the approval is written as a version, which makes the mark."""
    report = derived_anew(last_text(register, known["reference"]), guidance)
    approval = {"by": made.by, "on": made.day}
    number = known["id"]
    if json.loads(report.text)["approved"] == approval:
        raise InputError(f"{known['reference']} is approved so already.")
    keep(register, number, known["version"] + 1, _with_approval(report, approval, guidance), SOURCE, now)


def _with_approval(report: Derived, approval: dict[str, str] | None, guidance: Guidance) -> Derived:
    return derived_anew(json.dumps({**json.loads(report.text), "approved": approval or "no"}), guidance)


def _taken_back(register: Register, known: Row, made: Mark) -> Row:
    """The mark that is taken back."""
    marks = standing_marks(register.rows(statements.MARKS, {"id": known["id"]}))
    found = next((one for one in marks if one["number"] == made.takes_back), None)
    if found is None:
        listed = ", ".join(f"{one['number']} ({one['kind']})" for one in marks) or "none"
        raise InputError(f"{known['reference']} has no such mark. Those that can be taken back: {listed}.")
    return found


def _warnings(report: Derived, made: Mark) -> list[str]:
    planned = [one["text"] for one in report.actions if one["status"] == "planned"]
    if made.kind != CLOSED or not planned:
        return []
    return [f"These actions are still planned, and are no longer listed as overdue: {'; '.join(planned)}"]
