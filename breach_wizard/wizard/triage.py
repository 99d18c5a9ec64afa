"""For who is not sure which kind it is, or whether it is a breach: a few questions that end in a verdict.

A guide, never a ruling. Nothing is kept but the type that the user takes over. The questions, what follows from each
answer, and the verdicts are in guidance/triage.toml.
"""

import contextlib
from collections.abc import Sequence

from breach_wizard.guidance.content import Outcome
from breach_wizard.prompts import Back, Choice, Line, Select
from breach_wizard.wizard.marks import fill, marks
from breach_wizard.wizard.session import Leave, Session

LABELS = {"no": "No", "yes": "Yes", "unsure": "I do not know"}
AGAIN, STOP = "again", "stop"


def decide(session: Session) -> str | None:
    """Ask the questions, show the verdict, and return the breach type to go on with; None: none was taken over.

    Raises:
        Leave: the user stops at the verdict.
    """
    told: list[Outcome] = []
    while True:
        if told and not told[-1].next:
            with contextlib.suppress(Back):  # to the last of the questions
                return _offer(session, concluded(told))
            told.pop()
            continue
        try:
            told.append(_ask(session, told[-1].next if told else next(iter(session.guidance.triage))))
        except Back:
            if not told:
                return None
            told.pop()


def concluded(told: Sequence[Outcome]) -> Outcome:
    """Return what the answers come to: the verdict, the kind and the reason that were named last."""
    found = Outcome()
    for one in told:
        found = found._replace(**{name: text for name, text in one._asdict().items() if text})
    return found


def _ask(session: Session, name: str) -> Outcome:
    words = session.guidance.triage[name]
    answer = session.prompter.select(
        Select(
            id=f"triage.{name}",
            question=words.question,
            label=words.label,
            hint=fill(words.hint, marks(session.profile, session.guidance)),
            progress="Is it a breach, and which kind?",
            choices=tuple(Choice(one, LABELS[one]) for one in words.answers),
            pointed=words.pointed,
        )
    )
    return words.answers[answer]


def _offer(session: Session, found: Outcome) -> str | None:
    known = marks(session.profile, session.guidance) | {"reason": found.reason}
    words = session.guidance.verdicts[found.verdict]
    lines = [Line(fill(text, known)) for text in words.text]
    lines += [Line(fill(text, known), "item", "-") for text in words.points]
    choices = [Choice(AGAIN, "Back to the first question"), Choice(STOP, "Stop here")]
    if found.kind:
        choices.insert(0, Choice(found.kind, f"Continue: {session.guidance.types[found.kind].choice}"))
    session.prompter.show(lines, alone=True, choices=len(choices))
    answer = session.prompter.select(Select(id="triage.verdict", question="What next?", choices=tuple(choices)))
    if answer == STOP:
        raise Leave
    return None if answer == AGAIN else answer
