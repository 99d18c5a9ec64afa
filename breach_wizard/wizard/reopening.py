"""A written report is opened again: whether it was approved decides between correcting it and updating it."""

import contextlib

from breach_wizard import approval
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_date
from breach_wizard.drafts import updates
from breach_wizard.errors import refusal_of
from breach_wizard.prompts import Back, Choice, Select, Text
from breach_wizard.standing import NOT_TIMES
from breach_wizard.text import day
from breach_wizard.wizard.first import FIRST
from breach_wizard.wizard.session import Session

CORRECT, APPROVED = "correct", "approved"


def reopen(session: Session) -> bool:
    """Ask whether the report before was approved, where it was not when it was written; then go on with it as that.

    Returns:
        whether it was approved just now: it is to be written so before anything in it is changed.
    """
    draft = session.kept.draft
    while updates.waits_for_approval(draft):
        if _which(session) == CORRECT:
            updates.correct(draft)
            session.save()
            session.notices.append("You correct it: it is written again as the same report, dated anew.")
            return False
        with contextlib.suppress(Back):  # to whether it was approved at all
            approve(session)
            session.notices.append(
                "Write it as approved first. What you change after that is an update, told at its end."
            )
            return True
    return False


def approve(session: Session) -> None:
    """Ask by whom and on which day the report was approved, and note it.

    Raises:
        Back: from it.
    """
    given = approval.of_text(_by_whom(session), session.clock())
    updates.approve(session.kept.draft, given)
    session.save()
    session.notices.append(f"Understood as approved by the {given['by']} on {Moment(parse_date(given['on'])).full}.")


def _which(session: Session) -> str:
    written = (updates.report_before(session.kept.draft) or {}).get("report_date", "")
    dated = "" if written in NOT_TIMES else f" of {written}"
    question = Select(
        id="approved",
        question=f"Has the report{dated} been approved?",
        label="Approved",
        hint="What is changed in a report that was approved is told at its end, as an update.",
        notices=session.take_notices(),
        choices=(
            Choice(CORRECT, "Not approved yet: correct it"),
            Choice(APPROVED, "It has been approved: by whom, and on which day?"),
        ),
    )
    while True:
        try:
            return session.prompter.select(question)
        except Back:
            question = question._replace(notices=(FIRST,))


def _by_whom(session: Session) -> str:
    return session.prompter.text(
        Text(
            id="approved.by",
            question="By whom, and on which day?",
            label="Approved by",
            hint="A role, a comma and a day, such as: Head of Profession for Statistics, 24 March 2017",
            default=f"Head of Profession for Statistics, {day(session.context.today)}",
            offered=True,
            check=lambda typed: refusal_of(lambda: approval.of_text(typed, session.clock())),
        )
    )
