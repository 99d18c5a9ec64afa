"""Answers as a file that ``new --answers`` takes, whole or not: to be edited, or for a colleague to go on with."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import tomli_w

from breach_wizard import answers as answers_file
from breach_wizard.dates.moment import Words
from breach_wizard.dates.reading import parse_moment
from breach_wizard.errors import AnswersError, InputError
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.questions import with_parts
from breach_wizard.interview.shapes import Answers
from breach_wizard.text import without_controls

ENDING = ".toml"


def render(answers: Answers, guidance: Guidance, above: Sequence[str] = (), below: Sequence[str] = ()) -> bytes:
    """Return the answers in TOML; what such a file can't hold stands in it as a comment.

    Args:
        answers: as the interview keeps them; any may be missing.
        guidance: names the questions.
        above: lines of a comment before the answers; "" parts them.
        below: lines of a comment after them.
    """
    taken: dict[str, Any] = {}
    refused: dict[str, Any] = {}
    moments = {name for name, one in with_parts(all_questions(guidance)) if one.kind == "moment"}
    for name in _in_order(answers, guidance):
        value = _as_in_a_file(name, answers[name], moments)  # type: ignore[literal-required]
        (taken if _is_taken(name, value, guidance) else refused)[name] = value
    parts = [
        _comment(above),
        tomli_w.dumps(taken, multiline_strings=True),
        _comment(["Kept here as a comment, since an answers file does not take it:", ""]) if refused else "",
        _comment(tomli_w.dumps(refused, multiline_strings=True).split("\n")) if refused else "",
        _comment(below),
    ]
    return "\n".join(part for part in parts if part).encode()


def _in_order(answers: Mapping[str, Any], guidance: Guidance) -> list[str]:
    """The keys in the order of the interview, those that are no question's last."""
    asked = [one.id for one in all_questions(guidance) if one.id in answers]
    return [*asked, *(name for name in answers if name not in asked)]


def _as_in_a_file(name: str, value: Any, moments: Container[str]) -> Any:
    """A value as it is written in a file: items without the keys, which it gives anew, and words for a time as such."""
    if isinstance(value, list):
        return [
            {part: _as_in_a_file(f"{name}.{part}", said, moments) for part, said in one.items() if part != "key"}
            if isinstance(one, dict)
            else one
            for one in value
        ]
    return _moment(value) if name in moments and isinstance(value, str) else value


def _moment(value: str) -> str | dict[str, str]:
    try:
        found = parse_moment(value)
    except InputError:
        return value  # "?", empty, or of a draft that somebody edited
    return {"words": found.words} if isinstance(found, Words) else value


def _is_taken(name: str, value: Any, guidance: Guidance) -> bool:
    try:
        answers_file.normalise({name: value}, guidance)
    except AnswersError:
        return False
    return True


def _comment(lines: Iterable[str]) -> str:
    """The lines as a comment, none of them ending it."""
    whole = without_controls("\n".join(lines)).split("\n")
    return "".join(f"# {line}".rstrip() + "\n" for line in whole) if any(whole) else ""
