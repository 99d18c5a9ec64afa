"""What is to follow: what was answered "not known yet" or marked "to find out". Pure."""

from collections.abc import Iterator
from typing import Any

from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import Path, get, items, keyed
from breach_wizard.interview.shapes import SCREENS, TO_FIND_OUT, Answers
from breach_wizard.text import NOT_KNOWN


def to_follow(answers: Answers, context: Context) -> tuple[Path, ...]:
    """Return what was answered "not known yet", in the order of the interview, then what is only on the check page.

    What is still going on is to follow too, by the question that asks whether it is.
    A consideration marked "to find out" is given as ``("considerations", its id)``.
    """
    if answers.get("ongoing") is not True and not _is_marked(answers):  # without going the way, for lists of drafts
        return ()
    from breach_wizard.interview.steps import all_types, check_only, is_to_find_out, steps

    answers = keyed(answers)
    way = [found for path in steps(answers, context) for found in _not_known(path, answers)]
    way += [(name,) for name in check_only(answers, context) if answers.get(name) == NOT_KNOWN]
    if answers.get("exemption") is True and answers.get("exemption_note") == NOT_KNOWN:
        way.append(("exemption_note",))
    way += [("more", one["key"], "value") for one in items(answers, "more") if one.get("value") == NOT_KNOWN]
    found = [
        ("considerations", one)
        for kind in all_types(answers, context)
        for one in kind.considerations
        if is_to_find_out(context.guidance.considerations[one], answers)
    ]
    return tuple(dict.fromkeys([*way, *found]))


def _is_marked(value: Any) -> bool:
    """Does anything in the answers say "not known yet" or "to find out"?"""
    if isinstance(value, list):
        return any(map(_is_marked, value))
    if isinstance(value, dict):
        return any(map(_is_marked, value.values()))
    return value in (NOT_KNOWN, TO_FIND_OUT)


def _not_known(path: Path, answers: Answers) -> Iterator[Path]:
    """What of a step is not known yet: the step itself, or by when or by whom an action is, or why it is not."""
    if path[0] in SCREENS or path[0] == "as_last_time":
        return
    if path == ("actions", "status"):
        for one in items(answers, "actions"):
            if NOT_KNOWN in (one.get("when"), one.get("who")):
                yield ("actions", one["key"], "when")
            if one.get("reason") == NOT_KNOWN:
                yield ("actions", one["key"], "reason")
    elif path == ("ongoing",) and answers.get("ongoing") is True:
        yield path  # when it ended is to follow
    elif answers.get(path[0]) == NOT_KNOWN or get(answers, path) == NOT_KNOWN:
        yield path
