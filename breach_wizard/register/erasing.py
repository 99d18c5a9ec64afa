"""Erasing: the answers named, or a whole report, in all that the register keeps of a case. Holding stops it.

What stays: the reference, the day, the kind, the clauses, and that it was erased, by which role and why. Backups are
out of reach.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from breach_wizard.dates.moment import moment_at
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.patterns import pattern
from breach_wizard.register import statements
from breach_wizard.register.adding import derive
from breach_wizard.register.database import Register, Row
from breach_wizard.register.derived import derived_anew, texts
from breach_wizard.register.reading import case
from breach_wizard.register.standing import standing
from breach_wizard.report import Report

ERASED: Final = "[erased]"
"""In place of a text that was erased."""

STAYS: Final = frozenset({"schema", "breach_type", "also", "references", "approved"})
"""Keys of a report whose values are no text of anybody's own, or say what stays: the kind and the clauses."""

WORDED: Final = frozenset(
    one.id for one in QUESTIONS if one.kind not in ("day", "moment", "yes-no") and one.id not in ("occurrences", *STAYS)
) & frozenset(Report._fields) | {"more", "changes"}
"""The answers that can be erased by themselves: those in words."""

NO_WORDS: Final = ("status", "id", "section")
"""Parts of answers that are names of ours."""

AGE: Final = pattern(r"(\d{1,3})y")


def erase(
    register: Register, named: str, names: Sequence[str], by: str, why: str, guidance: Guidance, now: datetime
) -> None:
    """Erase answers of a case in all versions, or the whole report; `Register.forget_erased` is due after it.

    Args:
        register: in which the case is; within `Register.writing`.
        named: its reference, or the body's own number.
        names: the keys of the answers; none for the whole report.
        by: the role that erases.
        why: in a few words, without what is erased.
        guidance: in which the report is read.
        now: the present, aware.

    Raises:
        InputError: there is no such case or answer, or the case is held.
    """
    known = case(register, named)
    if known["is_held"]:
        raise InputError(f"{known['reference']} is held, and is not erased. See why with: register history")
    if not by or not why:
        raise InputError("Say which role erases it and why, with --by and --why.")
    versions = register.rows(statements.VERSIONS, {"id": known["id"]})
    if names:
        _answers(register, known, versions, names, guidance)
    else:
        _report(register, known, versions)
    said = {"id": known["id"], "on": moment_at(now).date.isoformat(), "by": by, "why": why}
    register.change(statements.ERASED, {**said, "db_user": register.user})


def _answers(register: Register, known: Row, versions: Sequence[Row], names: Sequence[str], guidance: Guidance) -> None:
    reports = {one["number"]: json.loads(one["report"]) for one in versions if one["report"]}
    for name in names:
        if name not in WORDED:
            raise InputError(f"There is no answer {name!r} to erase. Use one of: {', '.join(sorted(WORDED))}.")
    hidden = _Hidden({text for held in reports.values() for name in names for text in _to_look_for(held[name])})
    for number, held in reports.items():
        emptied = {key: _blank(value) if key in names else value for key, value in held.items()}
        made = derived_anew(json.dumps(hidden.out_of(emptied)), guidance)
        register.change(
            statements.REWRITTEN, {"id": known["id"], "number": number, "report": made.text, "digest": made.digest}
        )
        if number == known["version"]:
            derive(register, known["id"], number, made)
    for one in register.rows(statements.MARKS, {"id": known["id"]}):
        words = {name: hidden.out_of(one[name]) for name in ("by_role", "recipient", "note", "link")}
        register.change(statements.RENOTED, {"id": known["id"], "number": one["number"], **words})
    for version in versions:
        source = hidden.out_of(version["source"])
        register.change(statements.RENAMED, {"id": known["id"], "number": version["number"], "source": source})


def _report(register: Register, known: Row, versions: Sequence[Row]) -> None:
    of_case = {"id": known["id"]}
    for one in versions:
        register.change(statements.REWRITTEN, {**of_case, "number": one["number"], "report": "", "digest": ""})
        register.change(statements.RENAMED, {**of_case, "number": one["number"], "source": ""})
    for one in register.rows(statements.MARKS, of_case):
        words = dict.fromkeys(("by_role", "recipient", "note", "link"), "")
        register.change(statements.RENOTED, {**of_case, "number": one["number"], **words})
    for statement in statements.NAMELESS:
        register.change(statement, of_case)
    register.change(statements.EMPTIED["outputs"], of_case)
    register.change(statements.EMPTIED["actions"], of_case)
    blank = {"output": ERASED, "producer": ERASED, "producer_key": "", "own_reference": None, "link": ""}
    marks = register.rows(statements.MARKS, of_case)
    now_stands = standing(marks, known["version"], known["added_on"]).columns(known["first_day"], "")
    columns = {**now_stands, **blank, "waits_for": "", "waits_on": "", "waits_since": "", "may_be": ""}
    register.change(statements.updated(columns), {**of_case, **columns})
    register.index(known["id"], "", "")


def _blank(value: Any) -> Any:
    """An answer without what it said, in a shape that a report can have."""
    match value:
        case str():
            return ERASED if value else ""
        case list():
            return [_blank(one) for one in value]
        case dict():
            return {name: one if name in ("status", "id", "section") else _blank(one) for name, one in value.items()}
    return None


class _Hidden:
    """Texts that are to stand nowhere any more, whatever text they are a part of."""

    def __init__(self, texts: Iterable[str]) -> None:
        # The longest first, so that none is hidden by a part of it. By words: "Ann" is no part of "annual".
        alternatives = "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE) if alternatives else None

    def out_of(self, value: Any) -> Any:
        """Return a value without them."""
        match value:
            case str() if self._pattern is not None:
                return self._pattern.sub(ERASED, value)
            case list():
                return [self.out_of(one) for one in value]
            case dict():
                return {name: one if name in STAYS else self.out_of(one) for name, one in value.items()}
        return value


def _to_look_for(value: Any) -> Iterator[str]:
    """The texts of an answer, and their lines, long enough to be looked for elsewhere."""
    for text in texts(value, NO_WORDS):
        yield from (one for part in (text, *text.split("\n")) if len(one := part.strip()) > 2)


def due(register: Register, older_than: str, today: date) -> Sequence[Row]:
    """Return the closed cases that a schedule says are to be disposed of; nothing is disposed of by itself.

    Args:
        register: in which they are.
        older_than: years since they were closed, such as "7y".
        today: the present day.

    Raises:
        InputError: it is no number of years.
    """
    age = AGE.fullmatch(older_than.strip())
    if age is None:
        raise InputError(f"{older_than!r} is no age. Write years, such as 7y.")
    years = today.year - int(age[1])
    before = f"{years:04}-{today:%m-%d}"
    return register.rows(statements.DUE, {"before": before})
