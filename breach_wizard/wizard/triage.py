"""For who is not sure which kind it is, or whether it is a breach: a few yes/no questions that end in a verdict.

A guide, never a ruling. Nothing is kept but the type that the user takes over. The wordings are in
guidance/triage.toml; what follows from the answers is here.
"""

import contextlib
from collections.abc import Mapping

from breach_wizard.prompts import Back, Choice, Line, Select
from breach_wizard.wizard.session import Session

KINDS = {
    "public_early": "early-release",
    "reached": "pre-release-leak",
    "late": "late-publication",
    "other": "other",
}
"""Which question, answered yes, means which breach type; asked in this order until one is a yes."""


def next_question(told: Mapping[str, bool]) -> str | None:
    """Return the question that comes after these answers, or None where the verdict is clear."""
    if "exempt" not in told:
        return "exempt"
    if told["exempt"]:
        return None
    for one in KINDS:
        if one not in told:
            return one
        if told[one]:
            return None if "serious" in told else "serious"
    return None


def kind(told: Mapping[str, bool]) -> str | None:
    """Return the breach type that the answers point to, or None where it does not look like a breach."""
    return next((KINDS[one] for one in KINDS if told.get(one)), None)


def verdict(told: Mapping[str, bool]) -> str:
    """Return the id of the verdict: agreed, not-a-breach, breach or serious."""
    if told.get("exempt"):
        return "agreed"
    if kind(told) is None:
        return "not-a-breach"
    return "serious" if told.get("serious") else "breach"


def decide(session: Session) -> str | None:
    """Ask the questions, show the verdict, and return the breach type to go on with; None: none was taken over."""
    told: dict[str, bool] = {}
    while True:
        name = next_question(told)
        if name is None:
            with contextlib.suppress(Back):  # to the last of the questions
                return _offer(session, told)
            told.popitem()
            continue
        words = session.guidance.triage[name]
        try:
            answer = session.prompter.select(
                Select(
                    id=f"triage.{name}",
                    question=words.question,
                    label=words.label,
                    hint=words.hint,
                    progress="Is it a breach, and which kind?",
                    choices=(Choice("no", "No"), Choice("yes", "Yes")),
                )
            )
        except Back:
            if not told:
                return None
            told.popitem()
            continue
        told[name] = answer == "yes"


def _offer(session: Session, told: Mapping[str, bool]) -> str | None:
    found = kind(told)
    words = session.guidance.verdicts[verdict(told)]
    reason = session.guidance.types[found].reason if found else ""
    lines = [Line(text.replace("[reason]", reason)) for text in words.text]
    lines += [Line(text, "item", "-") for text in words.points]
    session.prompter.show(lines, alone=True, choices=2)
    choices = [Choice("again", "Back to the first question")]
    if found:
        choices.insert(0, Choice(found, f"Go on: {session.guidance.types[found].choice}"))
    answer = session.prompter.select(Select(id="triage.verdict", question="What next?", choices=tuple(choices)))
    return None if answer == "again" else answer
