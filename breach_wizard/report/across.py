"""The two ways between a report and the answers: `from_answers` and `to_answers` are inverse, and the only ones.

Pure: the guidance is given, and one call uses one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, cast

from breach_wizard.dates.moment import When
from breach_wizard.dates.reading import parse_date
from breach_wizard.errors import AnswersError, Problem
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.unknown import no_such_type
from breach_wizard.interview.adopting import adopted
from breach_wizard.interview.asked import all_questions, on_the_form
from breach_wizard.interview.ending import answers_of, ended_by_access, ending
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import ABSENT, get, items, with_keys
from breach_wizard.interview.questions import OURS, QUESTIONS, Question
from breach_wizard.interview.reserved import reserved_labels
from breach_wizard.interview.shapes import ActionAnswers, Answers, OccurrenceAnswers, OutputAnswers
from breach_wizard.interview.wording import action_text
from breach_wizard.report.making import made
from breach_wizard.report.model import SCHEMA, Approval, More, Occurrence, Report, in_order
from breach_wizard.standing import NOT_TIMES
from breach_wizard.text import NOT_KNOWN, day

FIELDS = frozenset(Report._fields)
BESIDE = frozenset({"approved", "more", "updates", "changes"})
"""What a report holds besides the answers to questions."""

NOT_PRINTED = frozenset({"considerations", "ongoing"})
"""Answers that no report prints by themselves: notes, which are the first text of others, and whether it is still going
on, which is a value of when it ended. What the breach type doesn't ask is taken out before (`interview.complete`)."""

MORE_OF_ITEMS = {"actions": {"suggestion"}, "more": {"id", "section", "label", "value"}}
"""What an item holds besides the parts that are asked for."""


def from_answers(answers: Answers, guidance: Guidance) -> Report:
    """Return the report that the answers make.

    Args:
        answers: as the interview keeps them, with what is proposed filled in.
        guidance: in which the breach types, the suggestions and a body's own questions are.

    Raises:
        AnswersError: something required is missing or not right, or an answer would be lost; holds every problem, each
            with its key.
    """
    problems = [*_strangers(answers, guidance), *_missing(answers, guidance)]
    if problems:
        raise AnswersError(problems)
    more = in_order(list(_more(answers, guidance)))
    problems = [*_labels_of_ours(more, guidance), *_labels_twice(more)]
    if problems:
        raise AnswersError(problems)
    values = {one.id: _value(one, answers, guidance) for one in QUESTIONS if one.id in FIELDS}
    beside = {
        "approved": _approved(answers.get("approved")),
        "more": more,
        "changes": answers.get("changes") or (),
        "updates": _date(answers["updates"]) if answers.get("updates") else None,
    }
    report = made(Report, {**values, **beside})
    problems = list(_unknown_types(report, guidance))
    if problems:
        raise AnswersError(problems)
    return report


def from_json(held: Any, guidance: Guidance) -> Report:
    """Return the report that parsed JSON holds, in the shape of the published schema or of an older one.

    Raises:
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    if isinstance(held, Mapping):
        held = {**held, "schema": SCHEMA}  # older ones had less (no "more" in 1), and nothing else was another
    report = made(Report, held)
    problems = [*_unknown_types(report, guidance), *_labels_of_ours(report.more, guidance)]
    if report.breach_type in guidance.types:
        problems += _not_of_the_type(report, guidance.types[report.breach_type], guidance)
    if problems:
        raise AnswersError(problems)
    return report


def _unknown_types(report: Report, guidance: Guidance) -> Iterator[Problem]:
    own = [one.type for one in report.occurrences if isinstance(one, Occurrence)]
    named = [("breach_type", [report.breach_type]), ("also", report.also), ("occurrences", own)]
    for where, name in ((where, one) for where, listed in named for one in listed):
        if name and name not in guidance.types:
            yield Problem(where, no_such_type(name, guidance))


def _not_of_the_type(report: Report, kind: BreachType, guidance: Guidance) -> Iterator[Problem]:
    if report.due is None and OURS["due"].needed([kind]):
        yield Problem("due", f"{guidance.fields['due'].missing}.")
    if report.access_ended and not OURS["access_ended"].applies([kind]):
        yield Problem("access_ended", "A breach of this type does not end so. Write false.")


def _labels_of_ours(listed: Iterable[More], guidance: Guidance) -> Iterator[Problem]:
    for number, one in enumerate(listed, 1):
        if one.label.casefold() in reserved_labels(guidance):
            yield Problem(f"more[{number}].label", f"{one.label!r} is a label of the form. Use another.")


def _labels_twice(listed: Iterable[More]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(listed, 1):
        if (one.section, one.label) in seen:
            yield Problem(f"more[{number}].label", f"{one.label!r} stands twice in a section. Use another.")
        seen.add((one.section, one.label))


def _strangers(answers: Answers, guidance: Guidance) -> Iterator[Problem]:
    """The answers that would be lost: under a key that is no question's, in a list or in one of its items."""
    printed = {one.id for one in all_questions(guidance) if one.own or one.id in FIELDS}
    known = printed | NOT_PRINTED | BESIDE
    for name in answers:
        if name not in known:
            yield Problem(name, "There is no question of this name, so its answer would be lost. Take it out.")
    for name in ("outputs", "occurrences", "actions", "more"):
        asked = OURS.get(name)
        parts = {"key", *MORE_OF_ITEMS.get(name, ()), *(one.id for one in (asked.parts if asked else ()))}
        for number, item in enumerate(items(answers, name), 1):
            for key in sorted(item.keys() - parts):
                yield Problem(f"{name}[{number}].{key}", "There is no such key here, so it would be lost. Take it out.")


def _missing(answers: Answers, guidance: Guidance) -> Iterator[Problem]:
    """What is required and absent or empty, each with the sentence that asks for it."""
    kind = guidance.types.get(answers.get("breach_type", ""))
    if kind is None:
        names = ", ".join(guidance.types)
        yield Problem("breach_type", f"Say what has happened: breach_type is one of {names}.")
    also = [guidance.types[one] for one in answers.get("also") or () if one in guidance.types]
    # Without a type, what every type asks for is missing all the same.
    mains = guidance.types.values() if kind is None else [kind]
    for one in all_questions(guidance):
        is_asked = one.id != "breach_type" and all(
            one.applies([main, *also]) and one.needed([main, *also]) for main in mains
        )
        if not one.required or not is_asked:
            continue
        value = _occurrences(answers, guidance) if one.id == "occurrences" else get(answers, (one.id,))
        is_empty = value is ABSENT or value in ("", None, [])
        if is_empty and not (one.id == "actions" and value == []):  # that there is none is an answer
            yield Problem(one.id, f"{_asking(one.id, guidance)}.")
        for part in one.parts:
            for number, item in enumerate(items(answers, one.id), 1):
                given = action_text(item, guidance) if (one.id, part.id) == ("actions", "text") else item.get(part.id)
                if part.required and not given:
                    name = f"{one.id}.{part.id}"
                    yield Problem(f"{one.id}[{number}].{part.id}", f"{_asking(name, guidance)}.")


def _asking(name: str, guidance: Guidance) -> str:
    """The sentence that asks for an answer, without its full stop."""
    words = guidance.fields[name]
    return words.missing or f"Answer: {words.question.rstrip('?.')}"


def _value(question: Question, answers: Answers, guidance: Guidance) -> Any:
    """The value of a question of ours in a report."""
    if question.id in OF_THEIR_OWN:
        return OF_THEIR_OWN[question.id](answers, guidance)
    value = get(answers, (question.id,))
    given: Any = "" if value is ABSENT or value is None else value
    match question.kind:
        case "moment":
            return given or None
        case "day":
            return _date(given)
        case "yes-no":
            return Report._field_defaults[question.id] if given == "" else given
        case "list":
            return given if given == NOT_KNOWN else tuple(given or ())
    return given


OF_THEIR_OWN: dict[str, Callable[[Answers, Guidance], Any]] = {
    "also": lambda answers, _: tuple(dict.fromkeys(answers.get("also") or ())),
    "access_ended": lambda answers, guidance: ended_by_access(
        answers, guidance.types.get(answers.get("breach_type", ""))
    ),
    "ended": lambda answers, _: ending(answers) or None,
    "outputs": lambda answers, _: _each(answers["outputs"], lambda one: _parts(one, ("title", "link"))),
    "occurrences": lambda answers, guidance: _each(_occurrences(answers, guidance), _occurrence),
    "actions": lambda answers, guidance: _each(answers["actions"], lambda one: _action(one, guidance)),
}


def _occurrences(answers: Answers, guidance: Guidance) -> Any:
    """The occurrences given; where none is, the day that the announced time of a late publication says."""
    kind = guidance.types.get(answers.get("breach_type", ""))
    return answers.get("occurrences") or with_late_day(answers, kind)


def _each(value: Any, convert: Callable[[Any], Any]) -> Any:
    return value if value == NOT_KNOWN else tuple(convert(one) for one in value)


def _parts(item: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: item.get(name) or "" for name in names}


def _date(text: str) -> date | str:
    return text if text in NOT_TIMES else parse_date(text)


def _approved(given: Any) -> Any:
    return {**given, "on": _date(given["on"])} if isinstance(given, dict) else given or None


def _occurrence(item: OccurrenceAnswers) -> dict[str, Any]:
    given = {"moment": item["date"], **_parts(item, ("note", "type", "due", "ended"))}
    return {name: value for name, value in given.items() if value}


def _action(item: ActionAnswers, guidance: Guidance) -> dict[str, Any]:
    return {"text": action_text(item, guidance), **_parts(item, ("status", "when", "who", "reason"))}


def _more(answers: Answers, guidance: Guidance) -> Iterator[More]:
    """The answers to a body's own questions, then what was read under labels that no question here has."""
    values = cast("Mapping[str, Any]", answers)
    for one in on_the_form(guidance):
        if not one.own or one.id not in values or one.labels is None:
            continue
        value = as_printed(values[one.id])
        if value or one.print_empty:
            held = {"id": one.id, "section": one.section.id, "label": one.labels.general, "value": value}
            yield made(More, held, one.id)
    for number, item in enumerate(answers.get("more") or (), 1):
        yield made(More, {name: value for name, value in item.items() if name != "key"}, f"more[{number}]")


def to_answers(report: Report, guidance: Guidance) -> Answers:
    """Return the answers that make this report; those to a body's own questions under their ids."""
    kind = guidance.types.get(report.breach_type)
    answers: dict[str, Any] = {**answers_of(_spelled(report.ended), kind, by_access=report.access_ended)}
    for one in QUESTIONS:
        if one.id in FIELDS and one.id not in ("access_ended", "ended"):
            answers[one.id] = _answer(one, getattr(report, one.id))
    if isinstance(report.approved, Approval):
        answers["approved"] = {"by": report.approved.by, "on": day(report.approved.on)}
    elif report.approved is not None:
        answers["approved"] = report.approved
    if report.more:
        answers["more"] = with_keys([item._asdict() for item in report.more])
    if report.updates is not None:
        answers |= {"updates": day(report.updates), "changes": list(report.changes)}
    return adopted(cast("Answers", answers), guidance)


def _answer(question: Question, value: Any) -> Any:
    """The answer to a question of ours that has this value in a report."""
    if question.kind == "items" and value != NOT_KNOWN:
        convert = _occurrence_answers if question.id == "occurrences" else _item_answers
        return with_keys(map(convert, value))
    if question.kind == "list":
        return value if value == NOT_KNOWN else list(value)
    if question.kind in ("moment", "day"):
        return _spelled(value)
    return "" if value is None else value


def _spelled(value: When | date | str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return day(value) if isinstance(value, date) else str(value)


def _item_answers(item: Any) -> OutputAnswers | ActionAnswers:
    return cast("OutputAnswers | ActionAnswers", item._asdict())


def _occurrence_answers(item: Occurrence) -> OccurrenceAnswers:
    given = {
        "date": _spelled(item.moment),
        "note": item.note,
        "type": item.type,
        "due": _spelled(item.due),
        "ended": _spelled(item.ended),
    }
    return cast("OccurrenceAnswers", {name: value for name, value in given.items() if value})
