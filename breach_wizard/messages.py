"""The messages ready to copy, filled in with what the answers already say."""

from dataclasses import replace

from breach_wizard.facts import timing
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import Message
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.paths import items
from breach_wizard.interview.shapes import Answers
from breach_wizard.text import NOT_KNOWN


def filled(message: Message, answers: Answers, guidance: Guidance) -> Message:
    """Return the message with ``[title]``, ``[due]``, ``[date]``, ``[time]`` and ``[facts]`` filled in where known.

    A mark for what is not known stays, in its brackets, for the user to fill in.
    """
    known = _known(answers, guidance)

    def fill(text: str) -> str:
        for mark, value in known.items():
            text = text.replace(f"[{mark}]", value)
        return text

    return message._replace(subject=fill(message.subject), body=fill(message.body))


def _known(answers: Answers, guidance: Guidance) -> dict[str, str]:
    known = {}
    outputs = items(answers, "outputs")
    if outputs and outputs[0].get("title", "") not in ("", NOT_KNOWN):
        known["title"] = " ".join(outputs[0]["title"].split())
    due = moment_of(answers.get("due"))
    if due is not None:
        known["due"] = str(due)
    occurrences = items(answers, "occurrences")
    moment = moment_of(occurrences[0].get("date")) if occurrences else None
    if moment is not None and moment.kind == "at":
        known["date"] = str(replace(moment, time=None))
        if moment.time is not None:
            known["time"] = moment.clock
    facts = timing(answers, guidance)
    if facts:
        known["facts"] = " ".join(facts)
    return known
