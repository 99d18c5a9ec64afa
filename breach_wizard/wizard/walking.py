"""Going through the questions: forwards, back, and through what is open only."""

from collections.abc import Callable, Sequence

from breach_wizard.interview.paths import Path
from breach_wizard.interview.steps import after, before, first_open, steps, way_back
from breach_wizard.prompts import Back
from breach_wizard.wizard.asking import ask
from breach_wizard.wizard.first import FIRST
from breach_wizard.wizard.session import Session

Next = Callable[[Path], Path | None]


def walk_all(session: Session, start: Path | None = None) -> None:
    """Go from the first open question to the last, answered ones included, so that what follows a change is seen."""
    _walk(
        session,
        start or first_open(session.answers, session.context),
        lambda step: after(step, session.answers, session.context),
    )


def walk_open(session: Session) -> None:
    """Ask what is open, and nothing else."""
    _walk(session, first_open(session.answers, session.context), lambda _: first_open(session.answers, session.context))


def walk_back(session: Session) -> None:
    """Go back into the questions from their end: the last one first; then what is open."""
    last = steps(session.answers, session.context)[-1]
    _walk(session, last, lambda _: first_open(session.answers, session.context))


def walk_way(session: Session, way: Sequence[Path], place: int, note: Callable[[int], None] = lambda _: None) -> None:
    """Ask the steps of a way from a place on; ``note`` is told of each place before it is asked.

    Raises:
        Back: from the first step.
    """
    while place < len(way):
        note(place)
        try:
            ask(session, way[place])
        except Back:
            if place == 0:
                raise
            place -= 1
        else:
            place += 1


def walk_from(session: Session, first: Callable[[], None]) -> None:
    """Ask one thing, then what its answer has opened, if anything.

    Raises:
        Back: from the first; what came after it was left before.
    """
    opened: list[Path] = []
    place = -1
    while True:
        try:
            if place < 0:
                first()
            else:
                ask(session, opened[place])
        except Back:
            if place < 0:
                raise
            place -= 1
            continue
        place += 1
        still = steps(session.answers, session.context)
        opened = opened[:place] + [step for step in opened[place:] if step in still]
        if place == len(opened):
            step = first_open(session.answers, session.context)
            if step is None:
                return
            opened.append(step)


def _walk(session: Session, step: Path | None, following: Next) -> None:
    """Ask step after step. Who has gone back comes forward one by one, until where they were."""
    farthest: Path | None = None
    while step is not None:
        try:
            ask(session, step)
        except Back:
            farthest = farthest or step
            earlier = before(step, session.answers, session.context)
            if earlier is None:
                session.notices.append(FIRST)
            step = earlier or step
        else:
            way = way_back(session.answers, session.context) if farthest else ()
            if farthest in way and step in way and way.index(step) < way.index(farthest):
                step = way[way.index(step) + 1]
            else:
                farthest = None
                step = following(step) or first_open(session.answers, session.context)
