"""Which questions apply, in which order, and which of them are still open. Pure.

The way through is never stored: it follows from the answers each time, so a changed answer opens and closes questions
by itself, and an answer whose question no longer applies stays where it is, unused.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from breach_wizard.dates.lengths import length
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType, Consideration
from breach_wizard.interview.asked import all_questions, question
from breach_wizard.interview.context import Context
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import is_asked_with_another, late_day_is_known, main_occurrence
from breach_wizard.interview.paths import ABSENT, Path, get, item, items, keyed, new_key, question_id
from breach_wizard.interview.questions import REMEMBERED, Question, with_parts
from breach_wizard.interview.shapes import SCREENS, TO_FIND_OUT, Answers
from breach_wizard.text import NOT_KNOWN, only_headings

IMPACT_HEADINGS = ("Outside the organisation", "Inside the organisation")
"""Our headings in a text about the impact, where its author writes them; one with nothing else counts as empty."""

OF_NOTES: Final = "note-"
"""How the keys of the actions begin that notes have become."""

ACTION_STATUS: Final = ("actions", "status")

WHEN_AND_WHO = {"when", "who"}
"""What is said of a planned action in one line."""


def main_type(answers: Answers, context: Context) -> BreachType | None:
    """Return the main breach type, or None before it is chosen."""
    return context.guidance.types.get(answers.get("breach_type", ""))


def all_types(answers: Answers, context: Context) -> list[BreachType]:
    """Return the main breach type and the further ones, in that order, each once."""
    ids = dict.fromkeys([answers.get("breach_type", ""), *(answers.get("also") or [])])
    return [context.guidance.types[one] for one in ids if one in context.guidance.types]


def is_asked(question: Question, answers: Answers, context: Context) -> bool:
    """Does the question apply to the breach types that the answers name?"""
    kinds = all_types(answers, context)
    return bool(kinds) and question.applies(kinds)


def is_required(path: Path, answers: Answers, context: Context) -> bool:
    """Does an empty answer leave the step open?"""
    return question_id(path) in _marked(context.guidance)[0] and _is_needed(path, answers, context)


def is_expected(path: Path, answers: Answers, context: Context) -> bool:
    """Does the wizard not let the step pass empty?"""
    return question_id(path) in _marked(context.guidance)[1] and _is_needed(path, answers, context)


@lru_cache(maxsize=8)
def _marked(guidance: Guidance) -> tuple[frozenset[str], frozenset[str]]:
    """The questions and parts marked as required, and those that are expected."""
    listed = list(with_parts(all_questions(guidance)))
    return (
        frozenset(name for name, asked in listed if asked.required),
        frozenset(name for name, asked in listed if asked.required or asked.expected),
    )


def _is_needed(path: Path, answers: Answers, context: Context) -> bool:
    """Does the mark hold for the breach type? What is an occurrence's own goes by that one's, as its question does."""
    kinds = all_types(answers, context)
    own = item(answers, path[0], path[1]) if path[0] == "occurrences" and len(path) == 3 else None
    kind = context.guidance.types.get((own or {}).get("type", ""))
    asked = question(path[-1] if own is not None else path[0], context.guidance)
    return asked is None or not kinds or asked.needed([kind] if kind is not None else kinds)


def check_only(answers: Answers, context: Context) -> tuple[str, ...]:
    """Return the questions that are proposed or left empty, and asked for nowhere but on the check page."""
    kinds = all_types(answers, context)
    listed = [one for one in all_questions(context.guidance) if one.asked == "check page"]
    return tuple(one.id for one in listed if kinds and one.applies(kinds))


def steps(answers: Answers, context: Context) -> tuple[Path, ...]:
    """Return every step that applies, in order, answered or not."""
    return tuple(_walk(answers, context))


def _walk(answers: Answers, context: Context) -> Iterator[Path]:
    yield ("breach_type",)
    if main_type(answers, context) is None:
        return
    kinds = all_types(answers, context)
    for one in all_questions(context.guidance):
        if one.asked != "interview" or one.id == "breach_type" or not one.applies(kinds):
            continue
        if one.id in STEPS:
            yield from STEPS[one.id](answers, context)
        else:
            yield (one.id,)


def _ongoing(_: Answers, __: Context) -> Iterator[Path]:
    yield from (("ongoing",), ("do_now",), ("guidance",))


def _outputs(answers: Answers, _: Context) -> Iterator[Path]:
    for key in [one["key"] for one in items(answers, "outputs")] or ["1"]:
        yield from (("outputs", key, "title"), ("outputs", key, "link"))


def _occurrences(answers: Answers, context: Context) -> Iterator[Path]:
    main = main_occurrence(answers)
    if main is None and not late_day_is_known(answers, main_type(answers, context)):
        yield ("occurrences", new_key(answers, "occurrences"), "date")
    for one in items(answers, "occurrences"):
        own = context.guidance.types.get(one.get("type", "")) if one is not main else None
        if own is not None:
            yield ("occurrences", one["key"], "due")
        if not is_asked_with_another(one):
            yield ("occurrences", one["key"], "date")
        if own is not None:
            yield ("occurrences", one["key"], "ended")


def _how_it_ended(answers: Answers, _: Context) -> Iterator[Path]:
    if answers.get("ongoing") is False:
        yield ("access_ended",)


def _ended(answers: Answers, _: Context) -> Iterator[Path]:
    if answers.get("ongoing") is False:
        yield ("ended",)


def _actions(answers: Answers, _: Context) -> Iterator[Path]:
    yield ("actions",)
    for one in items(answers, "actions"):
        if "suggestion" not in one and not one.get("text"):  # one written is changed on the check page
            yield ("actions", one["key"], "text")
    listed = items(answers, "actions")
    if listed:
        yield ACTION_STATUS
    if len(listed) > 1:  # of one action, its status, when and who are one question
        yield from (("actions", one["key"], "when") for one in listed if one.get("status") == "planned")


def _details(answers: Answers, context: Context) -> Iterator[Path]:
    """Last time's details as one question, then those that were not known then.

    Each is asked by itself where there are none, or the user changes them.
    """
    known = [name for name in REMEMBERED if context.remembered.get(name)]
    as_remembered = all(get(answers, (name,)) in (ABSENT, context.remembered[name]) for name in known)
    changing = "as_last_time" in context.passed
    asked = list(REMEMBERED)
    if {"producer", "contact_name"} <= {*known} and (changing or as_remembered):
        yield ("as_last_time",)
        asked = asked if changing else [name for name in asked if name not in known]
    yield from ((name,) for name in asked)


def _with_the_details(_: Answers, __: Context) -> Iterator[Path]:
    yield from ()


STEPS: dict[str, Callable[[Answers, Context], Iterator[Path]]] = {
    "ongoing": _ongoing,
    "outputs": _outputs,
    "occurrences": _occurrences,
    "access_ended": _how_it_ended,
    "ended": _ended,
    "actions": _actions,
    **dict.fromkeys(REMEMBERED, _with_the_details),
    REMEMBERED[0]: _details,
}
"""The questions that are more than one step, or none by themselves; all others are one."""


def is_open(path: Path, answers: Answers, context: Context) -> bool:
    """Is the step still to be answered? What is not known yet is answered."""
    name = path[0]
    if name in SCREENS:
        return name not in context.passed
    if name == "as_last_time":
        return name not in context.passed and any(
            one not in answers for one in REMEMBERED if context.remembered.get(one)
        )
    if name == "breach_type":
        return main_type(answers, context) is None
    if path == ACTION_STATUS:
        listed = items(answers, "actions")
        if len(listed) == 1 and listed[0].get("status") == "planned":
            return not listed[0].keys() >= WHEN_AND_WHO
        return any("status" not in one for one in listed)
    if question_id(path) == "actions.when":
        return not (item(answers, *path[:2]) or {}).keys() >= WHEN_AND_WHO
    if answers.get(name) == NOT_KNOWN:
        return False
    if name in context.asked_again:
        return True
    value = get(answers, path)
    if name == "impact" and isinstance(value, str):
        return only_headings(value, IMPACT_HEADINGS)
    if path == ("actions",) and value == []:  # that there is none is an answer
        return False
    return value is ABSENT or (value in ("", []) and is_required(path, answers, context))


def applies(path: Path, answers: Answers, context: Context) -> bool:
    """Is the step on the way through these answers?"""
    return path in steps(answers, context)


def first_open(answers: Answers, context: Context) -> Path | None:
    """Return the first step still to be answered, or None where the report can be checked."""
    answers = keyed(answers)
    return next((path for path in _walk(answers, context) if is_open(path, answers, context)), None)


def after(path: Path, answers: Answers, context: Context) -> Path | None:
    """Return the step after this one, answered or not; None after the last.

    A step that no longer applies is followed by the first open one.
    """
    way = steps(answers, context)
    if path not in way:
        return first_open(answers, context)
    place = way.index(path) + 1
    return way[place] if place < len(way) else None


def before(path: Path, answers: Answers, context: Context) -> Path | None:
    """Return the step before this one; None before the first, the last step for one that no longer applies."""
    way = way_back(answers, context)
    place = way.index(path) if path in way else len(way)
    return way[place - 1] if place else None


def way_back(answers: Answers, context: Context) -> tuple[Path, ...]:
    """Return the steps as one goes back through them: with the user's own actions, though they are written.

    On the way forward they are none, so that nobody is asked again for those that were read from a report.
    """
    way = steps(answers, context)
    if ACTION_STATUS not in way:
        return way
    place = way.index(ACTION_STATUS)
    written = [
        ("actions", one["key"], "text")
        for one in items(answers, "actions")
        if "suggestion" not in one and one.get("text") and not one["key"].startswith(OF_NOTES)
    ]
    return (*way[:place], *written, *way[place:])


def note_on(one: Consideration, answers: Answers) -> str:
    """Return the note on a consideration: a text, "to find out", "not relevant", or empty for none."""
    notes = answers.get("considerations")
    note = notes.get(one.id, "") if isinstance(notes, dict) else ""
    return TO_FIND_OUT if note == NOT_KNOWN else note


def is_to_find_out(one: Consideration, answers: Answers) -> bool:
    """Is a consideration still to be found out? Not where the dates tell all of it."""
    return note_on(one, answers) == TO_FIND_OUT and not dates_tell(one, answers)


def dates_tell(one: Consideration, answers: Answers) -> bool:
    """Do the dates tell all of a consideration: the time between two of them? Not where one is a span of any kind."""
    occurrence = main_occurrence(answers)
    happened = occurrence.get("date") if occurrence else None
    due, ended, noticed = answers.get("due"), answers.get("ended"), answers.get("noticed")
    sides = {"gap": (happened, due), "delay": (due, ended), "unnoticed": (happened, noticed)}
    start, end = map(moment_of, sides.get(one.fact, (None, None)))
    if not one.told_by_dates or start is None or end is None:
        return False
    return start.kind == end.kind == "at" and bool(length(start, end))
