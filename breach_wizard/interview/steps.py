"""Which questions apply, in which order, and which of them are still open. Pure.

The way through is never stored: it follows from the answers each time, so a changed answer opens and closes questions
by itself, and an answer whose question no longer applies stays where it is, unused.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.context import Context
from breach_wizard.interview.occurrences import is_asked_with_another, late_day_is_known, main_occurrence
from breach_wizard.interview.paths import ABSENT, Path, get, items, new_key, question_id
from breach_wizard.interview.questions import REMEMBERED, Question, with_parts
from breach_wizard.interview.shapes import Answers
from breach_wizard.text import NOT_KNOWN, only_headings

SCREENS = ("do_now", "exempt", "guidance")
"""Steps that show and ask nothing; that they were passed is kept beside the answers."""

IMPACT_HEADINGS = ("Outside the organisation", "Inside the organisation")
"""Our headings in the first text of the impact; a text with nothing else counts as empty."""

TO_FIND_OUT = "to find out"
NOT_RELEVANT = "not relevant"


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


@lru_cache(maxsize=8)
def required(guidance: Guidance) -> frozenset[str]:
    """Return the questions and parts that an empty answer leaves open."""
    return frozenset(name for name, asked in with_parts(all_questions(guidance)) if asked.required)


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
    for question in all_questions(context.guidance):
        if question.asked != "interview" or question.id == "breach_type" or not question.applies(kinds):
            continue
        if question.id in STEPS:
            yield from STEPS[question.id](answers, context)
        else:
            yield (question.id,)


def _ongoing(_: Answers, __: Context) -> Iterator[Path]:
    yield from (("ongoing",), ("do_now",), ("guidance",))


def _exemption(answers: Answers, _: Context) -> Iterator[Path]:
    yield ("exemption",)
    if answers.get("exemption") is True:
        yield ("exempt",)


def _outputs(answers: Answers, _: Context) -> Iterator[Path]:
    for key in [one["key"] for one in items(answers, "outputs")] or ["1"]:
        yield from (("outputs", key, "title"), ("outputs", key, "link"))


def _occurrences(answers: Answers, context: Context) -> Iterator[Path]:
    main = main_occurrence(answers)
    if main is None and not late_day_is_known(answers, main_type(answers, context)):
        yield ("occurrences", new_key(answers, "occurrences"), "date")
    for one in items(answers, "occurrences"):
        own = context.guidance.types.get(one.get("type", "")) if one is not main else None
        if own is not None and own.timing != "none":
            yield ("occurrences", one["key"], "due")
        if not is_asked_with_another(one):
            yield ("occurrences", one["key"], "date")
        if own is not None:
            yield ("occurrences", one["key"], "ended")


def _ended(answers: Answers, _: Context) -> Iterator[Path]:
    if answers.get("ongoing") is False:
        yield ("ended",)


def _actions(answers: Answers, _: Context) -> Iterator[Path]:
    yield ("actions",)
    for one in items(answers, "actions"):
        if "suggestion" not in one and not one.get("text"):  # one written is changed on the check page
            yield ("actions", one["key"], "text")
    if items(answers, "actions"):
        yield ("actions", "status")
    for one in items(answers, "actions"):
        if one.get("status") == "planned":
            yield from (("actions", one["key"], "when"), ("actions", one["key"], "who"))


def _details(answers: Answers, context: Context) -> Iterator[Path]:
    """Last time's details as one question; each by itself where there are none, or the user changes them."""
    given = {name: get(answers, (name,)) for name in REMEMBERED if name in answers}
    as_remembered = all(context.remembered.get(name, "") == value for name, value in given.items())
    changing = "as_last_time" in context.passed
    if context.remembered.get("producer") and context.remembered.get("contact_name") and (changing or as_remembered):
        yield ("as_last_time",)
        if not changing:
            return
    yield from ((name,) for name in REMEMBERED)


def _with_the_details(_: Answers, __: Context) -> Iterator[Path]:
    yield from ()


STEPS: dict[str, Callable[[Answers, Context], Iterator[Path]]] = {
    "ongoing": _ongoing,
    "exemption": _exemption,
    "outputs": _outputs,
    "occurrences": _occurrences,
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
        return name not in context.passed and any(one not in answers for one in REMEMBERED)
    if name == "breach_type":
        return main_type(answers, context) is None
    if path == ("actions", "status"):
        return any("status" not in one for one in items(answers, "actions"))
    if answers.get(name) == NOT_KNOWN:
        return False
    if name in context.asked_again:
        return True
    value = get(answers, path)
    if name == "impact" and isinstance(value, str):
        return only_headings(value, IMPACT_HEADINGS)
    if path == ("actions",) and value == []:  # that there is none is an answer
        return False
    return value is ABSENT or (value in ("", []) and question_id(path) in required(context.guidance))


def applies(path: Path, answers: Answers, context: Context) -> bool:
    """Is the step on the way through these answers?"""
    return path in steps(answers, context)


def first_open(answers: Answers, context: Context) -> Path | None:
    """Return the first step still to be answered, or None where the report can be checked."""
    return next((path for path in steps(answers, context) if is_open(path, answers, context)), None)


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
    way = steps(answers, context)
    place = way.index(path) if path in way else len(way)
    return way[place - 1] if place else None


def to_follow(answers: Answers, context: Context) -> tuple[Path, ...]:
    """Return what was answered "not known yet", in the order of the interview, then what is only on the check page.

    What is still going on is to follow too, by the question that asks whether it is.
    A consideration marked "to find out" is given as ``("considerations", its id)``.
    """
    way = [path for path in steps(answers, context) if _not_known(path, answers)]
    way += [(name,) for name in check_only(answers, context) if answers.get(name) == NOT_KNOWN]
    way += [("more", one["key"], "value") for one in items(answers, "more") if one.get("value") == NOT_KNOWN]
    notes = answers.get("considerations")
    found = [
        ("considerations", one)
        for kind in all_types(answers, context)
        for one in kind.considerations
        if isinstance(notes, dict) and notes.get(one) in (TO_FIND_OUT, NOT_KNOWN)
    ]
    return tuple(dict.fromkeys([*way, *found]))


def _not_known(path: Path, answers: Answers) -> bool:
    if path[0] in SCREENS or path[0] == "as_last_time" or path == ("actions", "status"):
        return False
    if path == ("ongoing",) and answers.get("ongoing") is True:
        return True  # when it ended is to follow
    return answers.get(path[0]) == NOT_KNOWN or get(answers, path) == NOT_KNOWN
