"""What the register's columns say of a report: all of it derived from the report's JSON, and derivable anew. Pure."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from breach_wizard.dates.days_named import day_named
from breach_wizard.dates.moment import Moment, When, earliest_days
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.folding import folded
from breach_wizard.interview.actions import whatever_its_status
from breach_wizard.register import clauses
from breach_wizard.register.searching import indexed
from breach_wizard.register.standing import days_between
from breach_wizard.report import Action, Approval, Occurrence, Output, Report
from breach_wizard.report import from_json as report_of
from breach_wizard.report.written import as_json
from breach_wizard.text import NOT_KNOWN

FINANCIAL_YEAR: Final = 4
"""The month in which a financial year begins."""

RULES: Final = 1
"""The number of the rules by which all of this is derived: one more where another version derives something else, so
that what was derived before is known, and can be derived anew."""

SENSITIVE: Final = {True: "yes", False: "no", NOT_KNOWN: "?", None: ""}


@dataclass(frozen=True)
class Derived:
    """A version of a report, ready to be kept.

    Attributes:
        text: its JSON, in one spelling.
        digest: by which the same report is known, whatever file it came in.
        columns: of the table ``cases``, by name.
        outputs: rows of the table of that name, as are the next three.
        days: the days of occurrence that are known, each with the breach type.
        clauses: the clauses, each with its edition and its matter; "" where nothing tells.
        actions: the corrective actions.
        approved: by whom and when; None where it is not.
        words: what is searched: of the titles of the outputs, and of all texts.
    """

    text: str
    digest: str
    columns: Mapping[str, Any]
    outputs: tuple[Mapping[str, Any], ...]
    days: tuple[Mapping[str, Any], ...]
    clauses: tuple[Mapping[str, Any], ...]
    actions: tuple[Mapping[str, Any], ...]
    approved: Approval | None
    words: tuple[str, str]


def derived(report: Report, guidance: Guidance) -> Derived:
    """Return all that the register keeps of a report."""
    text = as_json(report)
    outputs = tuple(_outputs(report))
    days = tuple(_days(report))
    first = min((one["day"] for one in days), default="")
    year, financial_year = _years(report)
    reported = _iso(report.report_date)
    noticed = _iso(_day(report.noticed))
    kind = guidance.types[report.breach_type]
    columns = {
        "derivation": RULES,
        "own_reference": report.own_reference or None,
        "breach_type": report.breach_type,
        "kind": kind.noun,
        "happened": _happened(report),
        "output": outputs[0]["title"] if outputs else NOT_KNOWN,
        "producer": report.producer,
        "producer_key": folded(report.producer),
        "first_day": first,
        "year_before": _a_year_before(first),
        "calendar_year": year,
        "financial_year": financial_year,
        "report_day": reported,
        "noticed_day": noticed,
        "market_sensitive": SENSITIVE[report.market_sensitive],
        "link": report.statement_link if report.statement_link != NOT_KNOWN else "",
        "days_to_notice": days_between(first, noticed),
        "days_to_report": days_between(first, reported),
    }
    return Derived(
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        columns=columns,
        outputs=outputs,
        days=days,
        clauses=tuple(_clauses(report, guidance)),
        actions=tuple(_actions(report, guidance)),
        approved=report.approved if isinstance(report.approved, Approval) else None,
        words=(indexed(" ".join(one["title"] for one in outputs)), indexed(_searched(text))),
    )


def derived_anew(text: str, guidance: Guidance) -> Derived:
    """Return the same of a report's JSON that was kept, by this version or an earlier one.

    Raises:
        AnswersError: it makes no report in today's guidance.
        InputError: it is damaged.
    """
    try:
        held = json.loads(text)
    except ValueError as error:
        raise InputError("Its report is damaged in the register. Put the register's backup in its place.") from error
    return derived(report_of(held, guidance), guidance)


def _outputs(report: Report) -> Iterator[Mapping[str, Any]]:
    listed = [one for one in report.outputs if isinstance(one, Output) and one.title != NOT_KNOWN]
    for place, one in enumerate(listed):
        yield {"place": place, "title": one.title, "title_key": folded(one.title)}


def _occurrences(report: Report) -> list[Occurrence]:
    return [one for one in report.occurrences if isinstance(one, Occurrence)]


def _days(report: Report) -> Iterator[Mapping[str, Any]]:
    found = {(one.type or report.breach_type, _iso(_day(one.moment))): None for one in _occurrences(report)}
    yield from ({"breach_type": kind, "day": day} for kind, day in found if day)


def _day(when: When | str | None) -> date | None:
    """The day of a moment, where it is one day for certain."""
    return when.date if isinstance(when, Moment) and when.is_within_a_day else None


def _iso(day: date | str | None) -> str:
    return day.isoformat() if isinstance(day, date) else ""


def _years(report: Report) -> tuple[int | None, int | None]:
    """The calendar and the financial year of the first occurrence, the latter by the year in which it begins.

    Each where it is certain; of a report whose occurrences name no day at all, none.
    """
    moments = [one.moment for one in _occurrences(report) if isinstance(one.moment, Moment)]
    first, last = earliest_days(moments)
    if first is None or last is None:
        return None, None
    calendar = {day.year for day in (first, last)}
    financial = {day.year - (day.month < FINANCIAL_YEAR) for day in (first, last)}
    return (calendar.pop() if len(calendar) == 1 else None), (financial.pop() if len(financial) == 1 else None)


def _a_year_before(day: str) -> str:
    """The ISO day twelve months before another; "" for none. As text, which both databases compare alike."""
    return f"{int(day[:4]) - 1:04}{day[4:]}" if day else ""


def _happened(report: Report) -> str:
    """When the first occurrence was, in the words of the report; "?" where that is not known."""
    known = [one.moment for one in _occurrences(report) if isinstance(one.moment, Moment)]
    worded = [one.moment for one in _occurrences(report)]
    first = min(known, key=lambda one: one.date) if known else next(iter(worded), NOT_KNOWN)
    return str(first)


def _clauses(report: Report, guidance: Guidance) -> Iterator[Mapping[str, Any]]:
    """Each clause with the matters that it is about; "" where nothing tells."""
    texts = report.references if not isinstance(report.references, str) else ()
    kinds = [report.breach_type, *(one.type for one in _occurrences(report) if one.type)]
    for clause, matters in clauses.cited(texts, kinds, guidance).items():
        yield from ({"edition": clause.edition, "clause": clause.id, "matter": matter} for matter in matters or ("",))


def _actions(report: Report, guidance: Guidance) -> Iterator[Mapping[str, Any]]:
    listed = [one for one in report.actions if isinstance(one, Action)]
    written = report.report_date if isinstance(report.report_date, date) else None
    for place, one in enumerate(listed):
        named = day_named(one.when, written) if one.when not in ("", NOT_KNOWN) else None
        is_done = one.status == "taken"
        yield {
            "place": place,
            "text": one.text,
            "text_key": folded(whatever_its_status(one.text, guidance)),
            "status": one.status,
            "due_text": "" if is_done else one.when,
            "due_day": "" if is_done else _iso(named),
            "done_day": _iso(named) if is_done else "",
            "who": one.who,
        }


def _searched(text: str) -> str:
    """Every text of a report's JSON, but for signs that stand for none."""
    return "\n".join(one for one in texts(json.loads(text)) if len(one) > 1)


def texts(held: Any, besides: Collection[str] = ()) -> Iterator[str]:
    """Yield every text of a report's JSON, or of a part of it, but for those under the keys named."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for name, one in held.items():
            yield from texts(one, besides) if name not in besides else ()
    elif isinstance(held, list):
        for one in held:
            yield from texts(one, besides)
