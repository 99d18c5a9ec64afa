"""Dates that are typed: those kept in their words, several at once, and those worth another look."""

from breach_wizard.dates.moment import surely_before
from breach_wizard.dates.reading import other_weekday
from breach_wizard.dates.sides import NotUnderstood
from breach_wizard.errors import InputError
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.occurrences import further, with_further
from breach_wizard.interview.paths import Path, get, question_id, spell
from breach_wizard.interview.values import Accepted, accept, in_words
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.text import join
from breach_wizard.wizard.session import Session


def taken(session: Session, path: Path, written: str) -> Accepted | None:
    """Return the value for what was typed, or None where it is to be typed anew; it stands in the field again.

    A date that can't be understood is kept in its words, if the user says so.
    """
    try:
        return accept(path, written, session.answers, session.context)
    except NotUnderstood as error:
        if _keeps_words(session, path, str(error)):
            return Accepted(in_words(written))
        session.keep(path)(written)
        return None


def _keeps_words(session: Session, path: Path, refused: str) -> bool:
    try:
        answer = session.prompter.select(
            Select(
                id=f"{spell(path)}.words",
                question="Keep it in these words? No times can be computed from it.",
                hint=refused,
                choices=(Choice("change", "Change it"), Choice("keep", "Keep it in these words")),
                default="change",
            )
        )
    except Back:
        return False
    return answer == "keep"


def keep_further(session: Session, path: Path, written: str, accepted: Accepted) -> None:
    """Keep further dates of one answer as occurrences of their own; what was typed is shown again on Back.

    What is only tried may be read again on another day, and is shown as it was understood.
    """
    if question_id(path) == "occurrences.date" and (accepted.further or further(session.answers, path[1])):
        session.put_all(with_further(session.answers, path[1], accepted.further))
        session.save()
        if accepted.further:
            session.keep(path)("; ".join((accepted.value, *accepted.further)) if session.is_trying else written)


def give_again(session: Session, path: Path, typed: str) -> None:
    """Answer with what an earlier run accepted, and kept for half typed; several dates as they were typed."""
    accepted = accept(path, typed, session.answers, session.context)
    session.set(path, accepted.value)
    keep_further(session, path, typed, accepted)


def kept_with(session: Session, path: Path) -> list[Path]:
    """Return where the dates stand that were typed together with that at the path."""
    if question_id(path) != "occurrences.date":
        return []
    return [(path[0], one["key"], path[2]) for one in further(session.answers, path[1])]


def is_as_typed(session: Session, path: Path, text: str) -> bool:
    """Is this text the one that was typed for an occurrence and those kept with it?"""
    if question_id(path) != "occurrences.date":
        return False
    try:
        accepted = accept(path, text, session.answers, session.context)
    except InputError:
        return False
    kept = {one.get("date") for one in further(session.answers, path[1])}
    return bool(kept) and accepted.value == get(session.answers, path) and kept == set(accepted.further)


def looks(session: Session, path: Path, value: str, written: str) -> list[str]:
    """Return what is worth another look: a weekday that the day doesn't have, a day to come of what has happened."""
    beside = (get(session.answers, one) for one in kept_with(session, path))
    moments = list(filter(None, map(moment_of, (value, *beside))))
    weekday = other_weekday(written, *moments) if moments else ""
    named = join([one.full for one in moments])
    found = [f"You typed {weekday}, and {named} is another day of the week."] if weekday else []
    if path[-1] != "due":
        found += [f"{one.full} lies in the future." for one in moments if surely_before(session.context.moment, one)]
    return found
