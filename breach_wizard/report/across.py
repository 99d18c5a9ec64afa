"""The two ways between a report and the answers: `from_answers` and `to_answers` are inverse, and the only ones."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from breach_wizard import guidance
from breach_wizard.dates import Moment, day, parse_moment
from breach_wizard.errors import AnswersError, Problem
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.paths import with_keys
from breach_wizard.report.model import Occurrence, Report
from breach_wizard.text import NOT_KNOWN

REQUIRED = (
    "breach_type", "outputs", "due", "occurrences", "producer", "contact_name", "report_date", "references",
    "circumstances", "impact", "actions",
)  # fmt: skip


def from_answers(answers: Mapping[str, Any]) -> Report:
    """Return the report that the answers make.

    Args:
        answers: as the interview keeps them, with what is proposed filled in.

    Raises:
        AnswersError: something required is missing or not right; holds every problem, each with its key.
    """
    problems = list(_missing(answers))
    if problems:
        raise AnswersError(problems)
    actions = answers["actions"]
    ongoing = answers.get("ongoing", "")
    stages = {True: "ongoing", "stays-up": "stays-up", NOT_KNOWN: NOT_KNOWN}
    values = {
        "breach_type": answers["breach_type"],
        "also": tuple(dict.fromkeys(answers.get("also") or ())),
        "exemption": answers.get("exemption") or False,
        "outputs": _each(answers["outputs"], lambda one: {"title": one["title"], "link": one.get("link", "")}),
        "due": answers.get("due") or None,
        "occurrences": _each(_occurrences(answers), _occurrence),
        "noticed": answers.get("noticed") or None,
        "ended": stages.get(ongoing) or answers.get("ended") or None,
        "report_date": _date(answers["report_date"]),
        "references": answers["references"],
        "actions": _each(actions, _action),
        "changes": answers.get("changes") or (),
        "updates": _date(answers["updates"]) if answers.get("updates") else None,
    }
    for name in ("contact_details", "head_of_profession", "statement_link", "previous_breaches"):
        values[name] = answers.get(name) or ""
    for name in ("producer", "contact_name", "circumstances", "impact"):
        values[name] = answers[name]
    return _built(values)


def from_json(held: Any) -> Report:
    """Return the report that parsed JSON holds, in the shape of the published schema.

    Raises:
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    return _built(held)


def _built(values: Any) -> Report:
    try:
        return Report.model_validate(values)
    except ValidationError as error:
        raise AnswersError(
            [Problem(".".join(map(str, one["loc"])) or "report", one["msg"]) for one in error.errors()]
        ) from error


def _missing(answers: Mapping[str, Any]) -> list[Problem]:
    """What is required and absent or empty, each with the sentence that asks for it."""
    kinds = guidance.active().types
    kind = kinds.get(answers.get("breach_type", ""))
    fields = guidance.active().fields
    if kind is None:
        names = ", ".join(kinds)
        return [Problem("breach_type", f"Say what has happened: breach_type is one of {names}.")]
    found = []
    for name in REQUIRED:
        if name == "due" and kind.timing == "none":
            continue
        if name == "actions" and answers.get(name) == []:
            continue
        value = _occurrences(answers) if name == "occurrences" else answers.get(name)
        if not value:
            found.append(Problem(name, f"{fields['outputs.title' if name == 'outputs' else name].missing}."))
    for name, part in (("outputs", "title"), ("occurrences", "date")):
        listed = answers.get(name)
        for number, one in enumerate(listed if isinstance(listed, list) else [], 1):
            if not one.get(part):
                found.append(Problem(f"{name}[{number}].{part}", f"{fields[f'{name}.{part}'].missing}."))
    listed = answers.get("actions")
    for number, one in enumerate(listed if isinstance(listed, list) else [], 1):
        if not _wording(one):
            found.append(Problem(f"actions[{number}].text", f"{fields['actions.text'].missing}."))
    return found


def _occurrences(answers: Mapping[str, Any]) -> Any:
    """The occurrences given; where none is, the day that the announced time of a late publication says."""
    kind = guidance.active().types.get(answers.get("breach_type", ""))
    return answers.get("occurrences") or with_late_day(answers, kind)


def _each(value: Any, convert: Any) -> Any:
    return value if value == NOT_KNOWN else tuple(convert(one) for one in value)


def _date(text: str) -> date | str:
    return text if text == NOT_KNOWN else parse_moment(text).date


def _occurrence(one: Mapping[str, Any]) -> dict[str, Any]:
    given = {"moment": one["date"], **{name: one.get(name) for name in ("note", "type", "due", "ended")}}
    return {name: value for name, value in given.items() if value}


def _wording(one: Mapping[str, Any]) -> str:
    """The action's own text, else what the guidance says for its suggestion and status."""
    known = guidance.active().actions.get(one.get("suggestion", ""))
    return one.get("text") or (known.wording(one.get("status", "")) if known else "")


def _action(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": _wording(one), **{name: one.get(name) or "" for name in ("status", "when", "who")}}


def to_answers(report: Report) -> dict[str, Any]:
    """Return the answers that make this report."""
    ended = report.ended
    answers: dict[str, Any] = {
        "breach_type": report.breach_type,
        "also": list(report.also),
        "ongoing": True if ended == "ongoing" else ended if ended == "stays-up" else False,
        "exemption": report.exemption,
        "outputs": NOT_KNOWN if report.outputs == NOT_KNOWN else with_keys(one.model_dump() for one in report.outputs),
        "occurrences": NOT_KNOWN
        if report.occurrences == NOT_KNOWN
        else with_keys(map(_occurrence_answers, report.occurrences)),
        "report_date": report.report_date if isinstance(report.report_date, str) else day(report.report_date),
        "references": NOT_KNOWN if report.references == NOT_KNOWN else list(report.references),
        "actions": NOT_KNOWN if report.actions == NOT_KNOWN else with_keys(one.model_dump() for one in report.actions),
    }
    for name in ("due", "noticed"):
        answers[name] = _spelled(getattr(report, name))
    answers["ended"] = "" if ended in ("ongoing", "stays-up") else _spelled(ended)
    for name in (
        "producer", "contact_name", "contact_details", "head_of_profession", "statement_link", "circumstances",
        "previous_breaches", "impact",
    ):  # fmt: skip
        answers[name] = getattr(report, name)
    if report.updates is not None:
        answers |= {"updates": day(report.updates), "changes": list(report.changes)}
    return answers


def _spelled(value: Moment | str | None) -> str:
    return "" if value is None else str(value)


def _occurrence_answers(one: Occurrence) -> dict[str, Any]:
    given = {
        "date": _spelled(one.moment),
        "note": one.note,
        "type": one.type,
        "due": _spelled(one.due),
        "ended": _spelled(one.ended),
    }
    return {name: value for name, value in given.items() if value}
