"""The written report is added to the register, where the user has said that it is to be."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from breach_wizard.errors import BreachWizardError
from breach_wizard.interview.labels import label
from breach_wizard.invoked import command
from breach_wizard.prompts import Back, Choice, Prompter, Select
from breach_wizard.register import adding, opened
from breach_wizard.register.address import Server
from breach_wizard.register.database import Register
from breach_wizard.register.derived import Derived, derived
from breach_wizard.report import from_answers
from breach_wizard.text import NOT_KNOWN, join
from breach_wizard.wizard.session import Session

ANOTHER: Final = "another"
PERSONAL: Final = ("contact_name", "contact_details", "head_of_profession")
"""The answers that are about people."""

READ_BACK: Final = ("markdown", "word", "json")
"""The formats from which a report can be added later."""

TOLD: Final = {
    "new": "It is in {register}, as {case}.",
    "version": "It is in {register}, as a new version of {case}.",
    "there": "It is in {register} already, as {case}.",
}


def words(session: Session) -> str:
    """Return what the entry of "Anything else?" says."""
    if session.profile.register_add:
        return "Do not add the next reports to your register"
    return "Add it to your register of reports, and the next ones too"


def turn(session: Session, _: str, paths: Mapping[str, Path]) -> None:
    """Add this report and those after it, or no longer do so: it is remembered."""
    session.profile = session.profile._replace(register_add=not session.profile.register_add)
    if session.profile.register_add:
        record(session, paths)
    else:
        session.notices.append("The next reports are not added to your register.")


def is_wanted(session: Session) -> bool:
    """Is the report to be added? Asked where it would go to a server; else it was said once and for all, or not.

    Raises:
        Back: to the question before.
    """
    server = session.register
    if not isinstance(server, Server):
        return server is not None and session.profile.register_add
    answer = session.prompter.select(
        Select(
            id="register.server",
            question=f"Add this report to the register {server}?",
            label="Register",
            leaves_line=False,
            hint=f"It goes to that server, where others may read it. {_personal(session)}",
            notices=session.take_notices(),
            choices=(Choice("no", "No"), Choice("yes", "Yes, add it")),
            default="yes" if session.adds_to_server else "no",
        )
    )
    return answer == "yes"


def _personal(session: Session) -> str:
    """Which answers hold personal data, as a sentence."""
    given = session.whole()
    named = [name for name in PERSONAL if given.get(name, "") not in ("", NOT_KNOWN)]
    labels = dict.fromkeys(f'"{label(name, session.guidance)}"' for name in named)
    return f"Personal data may stand in {join([*labels, 'any text that names somebody'])}."


def record(session: Session, paths: Mapping[str, Path]) -> None:
    """Add the report, and say what became of it. What goes wrong stops nothing.

    Who goes back from the question whether it is an update is told how to add it later.
    """
    if session.register is None:
        return
    try:
        report = derived(from_answers(session.whole(), session.guidance), session.guidance)
        register = opened(session.register)
        try:
            of = _of(session, register, report)
            with register.writing():
                added = adding.add(register, report, _source(paths).name, session.clock(), of)
        finally:
            register.close()
    except (BreachWizardError, Back) as error:
        later = command(f"register add {_source(paths)}")
        why = f" {error}" if isinstance(error, BreachWizardError) else ""
        session.notices.append(f"The report is not in your register yet.{why} Add it later:  {later}")
    else:
        where = f"the register {register.name}" if isinstance(session.register, Server) else "your register"
        told = TOLD[added.what].format(register=where, case=added.reference)
        session.notices.append(" ".join([told, *added.notes]))


def _source(paths: Mapping[str, Path]) -> Path:
    return next((paths[name] for name in READ_BACK if name in paths), next(iter(paths.values())))


def _of(session: Session, register: Register, report: Derived) -> str:
    """The case of which the report is a new version; "" where it is a case of its own."""
    base = session.kept.draft.base
    before = derived(from_answers(base, session.guidance), session.guidance) if base is not None else None
    known = adding.same(register, before) if before is not None else ""
    if known or adding.same(register, report):
        return known
    likely = adding.alike(register, report)
    question = "In your register: an update of a report there, or another breach?"
    return update_of(session.prompter, question, likely) if likely else ""


def update_of(prompter: Prompter, question: str, likely: Sequence[str], file: str = "") -> str:
    """Ask whether a report is an update of one of the cases that are like it; "" where it is another breach.

    Args:
        prompter: asks.
        question: in words.
        likely: the references of the cases.
        file: in which the report is, where more than one is asked about.

    Raises:
        Back: to the question before.
    """
    answer = prompter.select(
        Select(
            id=f"register.as{file}",
            question=question,
            label=f"{file} in the register" if file else "In the register",
            hint="The same output, with a day of occurrence and a type in common, is in the register.",
            choices=(
                *(Choice(one, f"An update of {one}") for one in likely),
                Choice(ANOTHER, "Another breach: a case of its own"),
            ),
        )
    )
    return "" if answer == ANOTHER else answer
