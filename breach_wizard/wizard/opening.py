"""The first steps: what has happened, what cannot wait, what the guidance says, whether it was agreed beforehand."""

import contextlib

from breach_wizard.dates.moment import surely_before
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.paths import without
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.standing import PUBLISHED, STAYS_UP
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard import first, screens, triage
from breach_wizard.wizard.around import around, messages
from breach_wizard.wizard.session import Session

YES, NO = "yes", "no"
WHERE_NOT_KNOWN = "Where you do not know, you are shown what to do while it goes on."
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
    if labels.published:
        choices.append(Choice(PUBLISHED, labels.published))
    if labels.unknown:
        choices.append(Choice(NOT_KNOWN, labels.unknown))
        words = words._replace(help=f"{words.help} {WHERE_NOT_KNOWN}".strip())
    before = session.answers.get("ongoing", "")
    answer = session.prompter.select(
        Select(
            **around(session, ("ongoing",), words),
            choices=tuple(choices),
            default=PUBLISHED if before == STAYS_UP else _as_word(before),
            pointed=PUBLISHED if may_be_published(session) else "",
        )
    )
    value = AS_VALUE.get(answer, answer)
    if value != before:
        session.forget("do_now")
    if value is False and before is not False and not session.answers.get("ended"):
        session.put_all(without(session.answers, "access_ended", "ended"))  # there was none: it is asked for now
    session.set(("ongoing",), value)


def may_be_published(session: Session) -> bool:
    """Has the announced time passed of what is said to go on, or may? Then the statistics may have been published."""
    due = moment_of(session.answers.get("due"))
    kind = session.guidance.types[session.answers["breach_type"]]
    goes_on = session.answers.get("ongoing") in (True, NOT_KNOWN)
    if not kind.ongoing.published or not goes_on or due is None:
        return False
    return surely_before(due, session.context.moment)


def ongoing_again(session: Session) -> None:
    """Ask once more whether it goes on, where the announced time has passed; what to do first follows the answer."""
    before = session.answers.get("ongoing")
    session.notices.append("The announced time has passed, so that may be another now.")
    ongoing(session)
    if session.answers.get("ongoing") != before:
        do_now(session)


def do_now(session: Session) -> None:
    """Show what cannot wait, alone on the screen; from there to the messages and the guidance."""
    while True:
        session.prompter.show(screens.do_now(session), alone=True, choices=3, spoken="once")
        answer = session.prompter.select(
            Select(
                id="do_now",
                question="What next?",
                now=screens.do_now(session),
                choices=(
                    Choice("go-on", "This is being done. Continue"),
                    Choice("messages", "Messages ready to copy"),
                    Choice("guidance", "All the guidance"),
                ),
                goes_on="go-on",
            )
        )
        if answer == "go-on":
            session.go_past("do_now")
            return
        if answer == "messages":
            messages(session)
            continue
        with contextlib.suppress(Back):
            session.prompter.show(screens.all_guidance(session), alone=True, choices=1)
            session.prompter.select(
                Select(
                    id="do_now.guidance",
                    question="Come back when you have what you need.",
                    choices=(Choice("back", "Back to what to do first"),),
                )
            )


def guidance(session: Session) -> None:
    """Show the official things to consider and possible corrective actions of the types."""
    session.prompter.show(screens.guidance(session), alone=True, choices=1, spoken="on request")
    session.prompter.select(
        Select(
            id="guidance",
            question="You do not need to remember these. You will see them again.",
            now=screens.do_now(session),
            choices=(Choice("go-on", "Continue to the questions"),),
        )
    )
    session.go_past("guidance")


def access_ended(session: Session) -> None:
    """Ask which of the two ways it ended in, in the words of the breach type."""
    words = wording(("access_ended",), session.answers, session.context)
    ways = session.guidance.types[session.answers["breach_type"]].access
    answer = session.prompter.select(
        Select(
            **around(session, ("access_ended",), words),
            choices=(Choice(NO, ways.no), Choice(YES, ways.yes)),
            default=_as_word(session.answers.get("access_ended", "")),
        )
    )
    session.set(("access_ended",), AS_VALUE[answer])


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
    session.set(("exemption",), AS_VALUE.get(answer, answer))
