"""Compares answers question by question, so that none can be lost between being given and being written. Pure."""

from collections.abc import Iterator
from typing import Any, cast

from breach_wizard import approval
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.ending import ended_by_access, ending
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import ActionAnswers, Answers
from breach_wizard.interview.wording import action_text
from breach_wizard.text import NOT_KNOWN

Told = tuple[str, ...]
"""An answer as texts: one for a text, several for a list or for items with their parts."""


def first_difference(given: Answers, found: Answers, guidance: Guidance) -> str:
    """Return the id of the first question whose printed answer is not the same in both; empty where all are.

    Args:
        given: complete answers, from which a report was made.
        found: the answers that were read back from a document.
        guidance: in which the body's own questions are.
    """
    mine, theirs = dict(told(given, guidance)), dict(told(found, guidance))
    return next((name for name in mine | theirs if mine.get(name, ()) != theirs.get(name, ())), "")


def told(answers: Answers, guidance: Guidance) -> Iterator[tuple[str, Told]]:
    """Yield what is printed of each question, as texts; what was left empty is not yielded.

    Made from the answers alone, and not by way of a report: what got lost on that way must be missed here.
    """
    for question in all_questions(guidance):
        if not question.stands:
            continue
        texts = _texts(question, answers, guidance)
        if any(texts):
            yield question.id, texts
    for one in items(answers, "more"):
        yield f"more.{one.get('section', '')}.{one.get('label', '')}", (one.get("value", ""),)
    if answers.get("approved"):
        yield "approved", (approval.line(answers["approved"]),)
    if answers.get("changes"):
        yield "changes", (answers.get("updates", ""), *answers["changes"])


def _texts(question: Question, answers: Answers, guidance: Guidance) -> Told:
    value = get(answers, (question.id,))
    if question.own:
        return (as_printed(value),) if isinstance(value, str | bool | list) else ()
    if question.id == "ended":
        kind = guidance.types.get(answers.get("breach_type", ""))
        return (ending(answers), "by access") if ended_by_access(answers, kind) else (ending(answers),)
    if question.id == "occurrences":
        value = value or with_late_day(answers, guidance.types.get(answers.get("breach_type", "")))
    if isinstance(value, list) and question.kind == "items":
        texts = tuple(text for item in value for text in _parts(question, item, guidance))
        return (NOT_KNOWN,) if texts == (NOT_KNOWN, *("" for _ in texts[1:])) and question.id != "actions" else texts
    if isinstance(value, list):
        return tuple(dict.fromkeys(value) if question.id == "also" else value)  # a type named twice is one
    if isinstance(value, bool):
        is_unsaid = question.id == "exemption" and not value
        return () if is_unsaid else (as_printed(value),)
    return (value,) if isinstance(value, str) else ()


def _parts(question: Question, item: dict[str, Any], guidance: Guidance) -> Iterator[str]:
    for part in question.parts:
        is_action = (question.id, part.id) == ("actions", "text")
        text = action_text(cast("ActionAnswers", item), guidance) if is_action else item.get(part.id) or ""
        yield text if text.strip() else ""
