"""The first steps: what has happened, what cannot wait, what the guidance says, whether it was agreed beforehand."""

import contextlib

from breach_wizard.interview import wording
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.standing import STAYS_UP
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard import first, screens, telling, triage
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Leave, Session

YES, NO = "yes", "no"
AS_VALUE = {YES: True, NO: False}
AS_WORD: dict[bool | str, str] = {True: YES, False: NO}


def _as_word(value: bool | str) -> str:
    return AS_WORD.get(value) or str(value)


def breach_type(session: Session) -> None:
    """Ask what has happened."""
    default = session.answers.get("breach_type", "")
    take(session, session.prompter.select(first.question(session.guidance, session.take_notices(), default)))


def take(session: Session, answer: str) -> None:
    """Keep the breach type; where the user is not sure, go through the yes/no questions first."""
    while answer == first.UNSURE:
        again = first.question(session.guidance, pointed=first.UNSURE)
        answer = triage.decide(session) or session.prompter.select(again)
    before = session.answers.get("breach_type")
    if before is not None and answer != before:
        # Whether it goes on, and when it ended, mean another thing for another kind.
        session.ask_again("ongoing")
        session.ask_again("ended")
    if answer != before:
        # Another kind has other urgent things and other guidance: both are shown anew.
        session.forget("do_now")
        session.forget("guidance")
    session.set(("breach_type",), answer)


def ongoing(session: Session) -> None:
    """Ask whether it is still going on, in the words of the breach type."""
    kind = session.guidance.types[session.answers["breach_type"]]
    words = wording(("ongoing",), session.answers, session.context)
    labels = kind.ongoing
    choices = [Choice(YES, labels.yes), Choice(NO, labels.no)]
    if labels.stays:
        choices.append(Choice(STAYS_UP, labels.stays))
    answer = session.prompter.select(
        Select(
            **around(session, ("ongoing",), words),
            choices=tuple(choices),
            default=_as_word(session.answers.get("ongoing", "")),
        )
    )
    value = AS_VALUE.get(answer, answer)
    if value != session.answers.get("ongoing"):
        session.forget("do_now")
    session.set(("ongoing",), value)


def do_now(session: Session) -> None:
    """Show what cannot wait, alone on the screen; from there to the messages and the guidance."""
    while True:
        session.prompter.show(screens.do_now(session), alone=True, choices=3)
        answer = session.prompter.select(
            Select(
                id="do_now",
                question="What next?",
                now=screens.do_now(session),
                choices=(
                    Choice("go-on", "It is in hand, go on"),
                    Choice("messages", "Messages ready to copy"),
                    Choice("guidance", "All the guidance"),
                ),
            )
        )
        if answer == "go-on":
            session.go_past("do_now")
            return
        if answer == "messages":
            telling.messages(session)
            continue
        with contextlib.suppress(Back):
            session.prompter.show(screens.guidance(session), alone=True, choices=1)
            session.prompter.select(
                Select(
                    id="do_now.guidance",
                    question="Come back when you have what you need.",
                    choices=(Choice("back", "Back to what to do first"),),
                )
            )


def guidance(session: Session) -> None:
    """Show the official things to consider and possible corrective actions of the types."""
    session.prompter.show(screens.guidance(session), alone=True, choices=1)
    session.prompter.select(
        Select(
            id="guidance",
            question="You will be asked about each of these. Nothing need be remembered.",
            now=screens.do_now(session),
            choices=(Choice("go-on", "Go on to the questions"),),
        )
    )
    session.go_past("guidance")


def exemption(session: Session) -> None:
    """Ask whether exactly this had been agreed beforehand."""
    words = wording(("exemption",), session.answers, session.context)
    value = session.answers.get("exemption", False)
    answer = session.prompter.select(
        Select(
            **around(session, ("exemption",), words),
            choices=(Choice(NO, "No"), Choice(YES, "Yes"), Choice(NOT_KNOWN, "I do not know")),
            default=_as_word(value),
        )
    )
    session.forget("exempt")
    session.set(("exemption",), AS_VALUE.get(answer, answer))


def exempt(session: Session) -> None:
    """Say what an agreed exemption means, and offer to stop or to go on.

    Raises:
        Leave: the user stops here.
    """
    answer = session.prompter.select(
        Select(
            id="exempt",
            question="Go on all the same?",
            hint=(
                "What had been agreed beforehand, exactly as it happened, is not a breach, so no report "
                "is called for. Tell your Head of Profession, who holds the agreement in writing.\n"
                "Go on if more happened than was agreed. The report then says that there was an exemption."
            ),
            now=screens.do_now(session),
            choices=(
                Choice("stop", "Stop here; what I answered is kept as a draft"),
                Choice("go-on", "Go on with the report"),
            ),
        )
    )
    if answer == "stop":
        raise Leave
    session.go_past("exempt")
