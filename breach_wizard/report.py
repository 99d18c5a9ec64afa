"""The report: exactly what is printed, validated once; and the two ways between it and the answers.

`from_answers` and `to_answers` are inverse, and the only ways across.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from breach_wizard import guidance
from breach_wizard.dates import EARLIEST_YEAR, Moment, day, parse_moment
from breach_wizard.errors import AnswersError, Problem
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.paths import with_keys
from breach_wizard.text import NOT_KNOWN, clean

Unknown = Literal["?"]


def _as_moment(value: Any) -> Any:
    return (
        parse_moment(value)
        if isinstance(value, str) and value not in (NOT_KNOWN, "not announced", "ongoing", "stays-up")
        else value
    )


def _to_the_minute(moment: Moment) -> Moment:
    if moment.date.year < EARLIEST_YEAR:
        raise ValueError("a year has four digits")
    if moment.time is not None and (moment.time.second or moment.time.microsecond or moment.time.tzinfo):
        raise ValueError("a time is to the minute, in local time")
    return moment


def _given(text: str) -> str:
    if not text:
        raise ValueError("missing")
    return text


def _known_type(name: str) -> str:
    if name not in guidance.active().types:
        raise ValueError(f"{name!r} is not a breach type")
    return name


Cleaned = Annotated[str, AfterValidator(clean)]
Given = Annotated[Cleaned, AfterValidator(_given)]
When = Annotated[Annotated[Moment, AfterValidator(_to_the_minute)] | Unknown, BeforeValidator(_as_moment)]
Due = Annotated[
    Annotated[Moment, AfterValidator(_to_the_minute)] | Unknown | Literal["not announced"] | None,
    BeforeValidator(_as_moment),
]
KnownType = Annotated[str, AfterValidator(_known_type)]
Status = Literal["taken", "planned", "not-taken", ""]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Output(_Frozen):
    """A statistical output: its title, and its link or what is said in its place."""

    title: Given
    link: Cleaned = ""


class Occurrence(_Frozen):
    """One occurrence of the breach, with what is its own."""

    moment: When
    note: Cleaned = ""
    type: Literal[""] | KnownType = ""
    due: Due = None
    ended: When | None = None


class Action(_Frozen):
    """A corrective action in its final words."""

    text: Given
    status: Status = ""
    when: Cleaned = ""
    who: Cleaned = ""


class Report(_Frozen):
    """A report of a breach, schema 1. "?" is not known yet, in every field that can hold it."""

    schema_number: Literal[1] = 1
    breach_type: KnownType
    also: tuple[KnownType, ...] = ()
    exemption: bool | Unknown = False
    outputs: tuple[Output, ...] | Unknown
    due: Due = None
    occurrences: tuple[Occurrence, ...] | Unknown
    noticed: When | None = None
    ended: Annotated[
        Annotated[Moment, AfterValidator(_to_the_minute)] | Unknown | Literal["ongoing", "stays-up"] | None,
        BeforeValidator(_as_moment),
    ] = None
    producer: Given
    contact_name: Given
    contact_details: Cleaned = ""
    head_of_profession: Cleaned = ""
    statement_link: Cleaned = ""
    report_date: date | Unknown
    references: tuple[Given, ...] | Unknown
    circumstances: Given
    previous_breaches: Cleaned = ""
    impact: Given
    actions: tuple[Action, ...] | Unknown
    changes: tuple[Given, ...] = ()
    updates: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_spelling(cls, values: Any) -> Any:
        """Give a list that says nothing but "not known" the one spelling that stands for it."""
        if isinstance(values, Mapping):
            values = dict(values)
            if tuple(values.get("references") or ()) == (NOT_KNOWN,):
                values["references"] = NOT_KNOWN
            listed = values.get("occurrences")
            if (
                isinstance(listed, Sequence)
                and len(listed) == 1
                and listed[0] in ({"moment": NOT_KNOWN}, Occurrence(moment=NOT_KNOWN))
            ):
                values["occurrences"] = NOT_KNOWN
        return values

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for name in ("outputs", "occurrences", "references"):
            if not getattr(self, name):
                raise ValueError(f"{name}: at least one")
        if self.due is None and guidance.active().types[self.breach_type].timing != "none":
            raise ValueError("due: when was it announced for?")
        if len(set(self.also)) != len(self.also):
            raise ValueError("also: each kind once")
        if self.changes and self.updates is None:
            raise ValueError("changes: an updated report names the date of the one before")
        for value in (self.report_date, self.updates):
            if isinstance(value, date) and value.year < EARLIEST_YEAR:
                raise ValueError("a year has four digits")
        return self


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
    try:
        return Report(**values)
    except ValidationError as error:
        raise AnswersError(
            [Problem(".".join(str(part) for part in one["loc"]), one["msg"]) for one in error.errors()]
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
