"""What is worth another look at an answer just given: shown once, until one of its values is another."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from breach_wizard import check
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_moment
from breach_wizard.errors import InputError
from breach_wizard.facts import contradictions, timing
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import Path, get, question_id, spell
from breach_wizard.interview.values import MOMENTS
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.text import NOT_KNOWN, plural
from breach_wizard.wizard import when
from breach_wizard.wizard.rows import spelled
from breach_wizard.wizard.session import Session

CHANGE, KEEP = "change", "keep"

NO_DATES = frozenset({"outputs.title", "outputs.link"})
"""Questions whose answer is no date: one was typed for the next question, before this one was on the screen."""


class Look(NamedTuple):
    """One thing worth another look.

    Attributes:
        text: what it is, as a sentence of its own.
        told: the same in words that are others once a value is; remembered where the user keeps it.
        other: the path of the other answer that it is about; empty for none.
    """

    text: str
    told: str
    other: Path = ()


def keeps_it(session: Session, path: Path, value: Any, written: str, ask_other: Callable[[Path], None]) -> bool:
    """Show what is worth another look at this answer, typed so; return whether the user leaves it as it is.

    ``ask_other`` asks for the other of two answers, where that is the wrong one.
    """
    if value == NOT_KNOWN:
        return True
    while looks := [one for one in _looks(session, path, value, written) if _is_news(session, one)]:
        try:
            answer = _ask(session, path, looks)
        except Back:
            return False
        if answer == CHANGE:
            return False
        if answer == KEEP:
            session.kept.draft.left_as_is += [one.told for one in looks]
            if not session.is_trying:  # the answer itself is saved next: after a kill both are asked again, or none
                session.save()
            return True
        with contextlib.suppress(Back):
            ask_other(next(one.other for one in looks if spell(one.other) == answer))
    return True


def tell(session: Session, path: Path, value: Any, understood: tuple[str, ...]) -> None:
    """Let the next question show how an answer was understood, and what follows from it; once it is left as it is."""
    session.notices.extend(understood)
    if question_id(path) in MOMENTS and value:
        session.notices.extend(timing(session.answers, session.guidance, session.context.moment))


def _is_news(session: Session, look: Look) -> bool:
    return look.told not in session.kept.draft.left_as_is


def _ask(session: Session, path: Path, looks: list[Look]) -> str:
    others = dict.fromkeys(one.other for one in looks if one.other)
    return session.prompter.select(
        Select(
            id=f"{spell(path)}.look",
            question=f"{plural(len(looks), 'thing')} worth another look",
            is_look=True,
            hint="\n".join(one.text for one in looks),
            notices=(),
            choices=(
                Choice(CHANGE, "Change it" if not others else f"Change it: {_named(session, path)}"),
                *(Choice(spell(one), f"Change the other: {_named(session, one)}") for one in others),
                Choice(KEEP, "Keep it as it is" if not others else "Keep both as they are"),
            ),
            default=CHANGE,
        )
    )


def _named(session: Session, path: Path) -> str:
    label = wording(path, session.answers, session.context).label
    return f"{label}, {spelled(get(session.answers, path))}"


def _looks(session: Session, path: Path, value: Any, written: str) -> Iterator[Look]:
    """What is in the text, or about the moment; of what can't be, only what this answer has a part in."""
    word = spell(path)
    texts = [(path, as_printed(value))] if check.is_published(path, session.guidance) else []
    for found in check.in_published(texts, session.answers, session.context):
        yield Look(found.message, f"{word}: {found.message}")
    if question_id(path) in NO_DATES and _is_date(as_printed(value), session):
        said = f'"{as_printed(value)}" reads as a date. Look whether it was meant for another question.'
        yield Look(said, f"{word}: {said}")
    if question_id(path) not in MOMENTS:
        return
    for text in when.looks(session, path, value, written):
        yield Look(text, f"{word}: {text}")
    here = {path, *when.kept_with(session, path)}
    for one in contradictions(session.answers, session.guidance):
        if not here.isdisjoint(one.paths):
            said = one.text.removeprefix("Look again: ")
            other = next(found for found in one.paths if found not in here)
            yield Look(f"{said[0].upper()}{said[1:]}", one.told, other)


def _is_date(text: str, session: Session) -> bool:
    try:
        return isinstance(parse_moment(text, now=session.context.now), Moment)
    except InputError:
        return False
