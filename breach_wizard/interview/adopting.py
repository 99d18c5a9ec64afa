"""Puts answers in the place that the guidance at hand has for them. Pure.

They may have been given without a body's own folder, or with an older one: then an answer to one of its questions waits
in ``more``, or is of the kind that the question was then.
"""

from collections.abc import Mapping
from typing import Any, cast

from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import own_questions
from breach_wizard.interview.labels import known_labels
from breach_wizard.interview.own_answers import from_report
from breach_wizard.interview.paths import items, with_keys
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import Answers


def adopted(answers: Answers, guidance: Guidance) -> Answers:
    """Return the answers, those in ``more`` that a body's own question asks for under its id, and own ones of its kind.

    What its question would not take stays as it is, to be looked at. Where the question has an answer already, the
    other stays in ``more``, and the report refuses the two.
    """
    own = own_questions(guidance)
    found: dict[str, Any] = dict(answers)
    for one in own:
        if isinstance(found.get(one.id), str):
            found[one.id] = from_report(one, found[one.id])
    waiting = []
    for item in items(answers, "more"):
        asked = _question_of(item, own, guidance)
        if asked is not None and found.get(asked.id) in (None, "", []):
            found[asked.id] = from_report(asked, item["value"])
        else:
            waiting.append(item)
    if waiting:
        found["more"] = with_keys(waiting)
    else:
        found.pop("more", None)
    return cast("Answers", found)


def _question_of(item: Mapping[str, Any], own: tuple[Question, ...], guidance: Guidance) -> Question | None:
    """The body's own question that an item answers: by its id, else by one of its labels in the section."""
    by_label = (
        one for one in own if one.section.id == item["section"] and item["label"] in known_labels(one.id, guidance)
    )
    return next((one for one in own if one.id == item["id"]), None) or next(by_label, None)
