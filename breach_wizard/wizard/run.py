"""A whole run: the questions, the check page, the report; or what is to follow, and then the check page."""

import contextlib
from functools import partial
from pathlib import Path

from breach_wizard.guidance.content import Consideration
from breach_wizard.interview import notes
from breach_wizard.interview.following import to_follow
from breach_wizard.interview.steps import first_open
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.wizard import asking, noting, opening, reopening
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.walking import walk_all, walk_from, walk_open


def start(session: Session, output: Path | None = None, told: str = "") -> Path:
    """Go through every question, the check page, and write the report.

    Args:
        session: over a new draft.
        output: where to write; None asks.
        told: the answer to the first question, where it was asked already.

    Returns:
        the file written; where there are several, the first.

    Raises:
        Leave: the user leaves it as a draft.
        Stopped: the user or the system ended the run; everything is saved.
    """
    if told:
        with contextlib.suppress(Back):  # out of the yes/no questions: the first question is asked again
            opening.take(session, told)
    walk_all(session)
    return check_and_write(session, output)


def resume(session: Session, output: Path | None = None) -> Path:
    """Ask whether a written report was approved, then only what is open, or what was not known yet; the check page.

    What was not known yet of a report that was approved just now stands on the check page: one answer more, and it
    would count as not approved before it was ever written so.

    Returns and raises as `start`.
    """
    noting.settle(session)  # who stopped in the middle of the notes has not gone on from them
    was_approved = reopening.reopen(session)
    if first_open(session.answers, session.context) is not None:
        walk_open(session)
    elif not was_approved:
        follow_up(session)
    return check_and_write(session, output)


def check_and_write(session: Session, output: Path | None) -> Path:
    """Show the check page until the report is written."""
    from breach_wizard.wizard.checking import check_until

    return check_until(session, lambda: _finish(session, output))


def _finish(session: Session, output: Path | None) -> Path:
    """Write the report, ask whether there is anything else, and show the last screen.

    Raises:
        Back: from the first question there.
    """
    from breach_wizard.wizard import afterwards, finishing, recording, writing

    report = writing.Writing(session, output)
    while True:
        paths = report.run()
        try:
            if recording.is_wanted(session):
                recording.record(session, paths)
            afterwards.anything_else(session, paths)
        except Back:
            continue
        with contextlib.suppress(Back):  # what comes next is written already
            session.prompter.show(finishing.what_next(session, paths.values()), alone=True)
        return next(iter(paths.values()))


def follow_up(session: Session) -> None:
    """Ask once for each thing that was not known yet."""
    from breach_wizard.wizard.changing import ask_again

    waiting = to_follow(session.answers, session.context)
    before = _words_of_notes(session)
    number = 0
    while number < len(waiting):
        session.notices.append(
            f"{number + 1} of {len(waiting)} to follow. Nothing else is asked."
            if number == 0
            else f"{number + 1} of {len(waiting)}"
        )
        try:
            # "It is out now" opens the question when it came out.
            walk_from(session, partial(ask_again, session, waiting[number]))
        except Back:
            if number == 0:
                break
            number -= 1
        else:
            number += 1
    noting.settle(session)
    changed = {one.goes_to for one, words in _words_of_notes(session).items() if words != before.get(one)}
    for section in notes.TEXTS:
        if section in changed and session.answers.get(section):
            with contextlib.suppress(Back):
                _offer_again(session, section)


def _words_of_notes(session: Session) -> dict[Consideration, str]:
    listed = notes.considered(session.answers, session.context)
    return {one: notes.words(one, session.answers) for one in listed}


def _offer_again(session: Session, section: str) -> None:
    label = wording((section,), session.answers, session.context).label
    answer = session.prompter.select(
        Select(
            id=f"{section}.again",
            question=f'Your "{label}" was written before this. Look at it again?',
            notices=session.take_notices(),
            choices=(Choice("yes", "Yes"), Choice("no", "No, leave it")),
        )
    )
    if answer == "yes":
        asking.text(session, (section,))
