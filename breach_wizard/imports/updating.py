"""From a report that was read to the answers of an update of it: what the report has answered isn't asked. Pure."""

from typing import Any, cast

from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.paths import items, put, without
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import Answers

LEFT_EMPTY: dict[str, Any] = {"ongoing": False, "considerations": {}}
"""What an answer that a report need not hold is, where that is not an empty text or list."""

ASKED_OF_ONE = {"type", "note", "due", "ended"}
"""What an occurrence is asked for only where it is its own."""

OF_A_KIND = {"due": "", "ended": ""}
"""What an occurrence with a kind of its own is asked for."""


def update_of(report: Answers, guidance: Guidance) -> Answers:
    """Return the answers to begin an update with: dated anew, with no changes yet.

    What a report need not hold counts as asked and left empty. It can be filled in on the check page.
    """
    answers = without(report, "report_date", "updates", "changes")
    for question in all_questions(guidance):
        if question.parts:
            answers = _with_parts(answers, question)
        elif question.id not in answers and question.asked == "interview" and not question.required:
            answers = put(answers, (question.id,), LEFT_EMPTY.get(question.id, [] if question.kind == "list" else ""))
    return answers


def _with_parts(answers: Answers, question: Question) -> Answers:
    """The answers with the parts of each item that it need not have left empty."""
    parts = {one.id: "" for one in question.parts if not one.required and one.id not in ASKED_OF_ONE}
    if not isinstance(cast("dict[str, Any]", answers).get(question.id), list):
        return answers
    listed = [parts | (OF_A_KIND if one.get("type") else {}) | one for one in items(answers, question.id)]
    return put(answers, (question.id,), listed)
