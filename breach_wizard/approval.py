"""Whether a report is approved, and the line beneath its title that says so: one spelling, both ways. Pure.

It is a note, no signature: who approved it, as a role, and on which day.
"""

import re
from datetime import date, datetime
from typing import Any, Final

from breach_wizard.dates.moment import Moment, moment_at
from breach_wizard.errors import InputError
from breach_wizard.interview.shapes import ApprovalAnswers
from breach_wizard.patterns import pattern
from breach_wizard.text import clean

NOT_APPROVED: Final = "no"
"""In place of who approved it and when; a report that says neither was made before there was a place for it."""

DRAFT: Final = "Draft for the Head of Profession. Not yet approved."
APPROVED: Final = pattern(r"Approved by (?P<by>.+), (?P<on>[^,]+)")
THE: Final = pattern(r"the\s+", re.IGNORECASE)


def given(by: str, on: str, now: datetime | None = None) -> ApprovalAnswers:
    """Return who approved a report and when, as answers hold it.

    Args:
        by: a role, on one line; "the" before it is left out, since the report says it.
        on: a day as people write it.
        now: the present, where "today" and the like may be written; None for files.

    Raises:
        InputError: nothing says who, or the day is none; the message says what to write.
    """
    role = THE.sub("", clean(by), count=1) if THE.match(clean(by)) else clean(by)
    if not role or "\n" in role:
        raise InputError(
            "Write the role that approved the report on one line, such as Head of Profession for Statistics."
        )
    from breach_wizard.dates.reading import parse_date

    day = parse_date(clean(on), now=now)
    if now is not None and day > moment_at(now).date:
        raise InputError(f"{Moment(day)} is still to come. Write the day on which it was approved.")
    return {"by": role, "on": str(Moment(day))}


def of_file(value: Any) -> str | ApprovalAnswers:
    """Return what an answers file says of it: "no", or a table of who and on which day; raises as `given` does."""
    if value == NOT_APPROVED:
        return NOT_APPROVED
    is_whole = isinstance(value, dict) and value.keys() == {"by", "on"}
    if not is_whole or not isinstance(value["by"], str) or not isinstance(value["on"], str | date):
        raise InputError('Write "no", or {by = "Head of Profession for Statistics", on = "24 March 2017"}.')
    return given(value["by"], str(Moment(value["on"]) if isinstance(value["on"], date) else value["on"]))


def of_text(text: str, now: datetime | None = None) -> ApprovalAnswers:
    """Return who approved a report and when, of a role, a comma and a day; raises as `given` does."""
    by, comma, on = text.rpartition(",")
    if not comma or "," in by:
        raise InputError("Write a role, a comma and a day, such as: Head of Profession for Statistics, 24 March 2017.")
    return given(by, on, now)


def told(by: str, on: str) -> str:
    """Return the line that says by whom and on which day a report was approved."""
    return f"Approved by the {by}, {on}"


def line(approved: object) -> str:
    """Return the line for what answers hold; empty where they hold nothing."""
    if approved == NOT_APPROVED:
        return DRAFT
    return told(str(approved["by"]), str(approved["on"])) if isinstance(approved, dict) else ""


def of_line(text: str) -> str | ApprovalAnswers | None:
    """Return what a line beneath a title says of its approval; None where it says nothing of it."""
    if text == DRAFT:
        return NOT_APPROVED
    found = APPROVED.fullmatch(text)
    try:
        return given(found["by"], found["on"]) if found else None
    except InputError:
        return None
