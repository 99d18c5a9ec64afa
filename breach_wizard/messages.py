"""The messages ready to copy, filled in with what the answers already say."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from breach_wizard.dates import parse_moment
from breach_wizard.facts import timing
from breach_wizard.guidance.content import Message
from breach_wizard.text import NOT_KNOWN


def filled(message: Message, answers: Mapping[str, Any]) -> Message:
    """Return the message with ``[title]``, ``[due]``, ``[date]``, ``[time]`` and ``[facts]`` filled in where known.

    A mark for what is not known stays, in its brackets, for the user to fill in.
    """
    known = _known(answers)

    def fill(text: str) -> str:
        for mark, value in known.items():
            text = text.replace(f"[{mark}]", value)
        return text

    return message._replace(subject=fill(message.subject), body=fill(message.body))


def _known(answers: Mapping[str, Any]) -> dict[str, str]:
    known = {}
    outputs = answers.get("outputs")
    if isinstance(outputs, list) and outputs and outputs[0].get("title", "") not in ("", NOT_KNOWN):
        known["title"] = " ".join(outputs[0]["title"].split())
    due = answers.get("due", "")
    if due not in ("", NOT_KNOWN, "not announced"):
        known["due"] = due
    occurrences = answers.get("occurrences")
    if isinstance(occurrences, list) and occurrences and occurrences[0].get("date", "") not in ("", NOT_KNOWN):
        moment = parse_moment(occurrences[0]["date"])
        known["date"] = str(replace(moment, time=None))
        if moment.time is not None:
            known["time"] = moment.clock
    facts = timing(answers)
    if facts:
        known["facts"] = " ".join(facts)
    return known
