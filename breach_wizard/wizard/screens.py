"""What is shown rather than asked: do now, the guidance, for the types that the answers name."""

from collections.abc import Sequence

from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.paths import items
from breach_wizard.interview.steps import all_types
from breach_wizard.prompts import Line, Screen
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard.marks import marks, nation
from breach_wizard.wizard.printed import BLANK, do_now_lines, in_full_lines, type_guidance
from breach_wizard.wizard.session import Session


def do_now(session: Session) -> Screen:
    """Return what cannot wait, for each type and for whether it is still going on; empty before the type is known.

    What a further type asks for stands beneath its name, until the time when it was put right is known.
    """
    kinds = _kinds(session)
    if not kinds:
        return ()
    main, *further = kinds
    known = marks(session.profile, session.guidance)
    lines = do_now_lines(main.do_now(session.answers.get("ongoing")), known)
    for kind in further:
        lines += [BLANK, Line(kind.title, "heading"), *do_now_lines(kind.do_now(not _is_over(session, kind)), known)]
    return lines


def _is_over(session: Session, kind: BreachType) -> bool:
    """Is it known of every occurrence of a further kind when it was put right?"""
    own = [one for one in items(session.answers, "occurrences") if one.get("type") == kind.id]
    return bool(own) and all(one.get("ended", "") not in ("", NOT_KNOWN) for one in own)


def guidance(session: Session) -> Screen:
    """Return the guidance of the types that the answers name."""
    home = nation(session.profile, session.guidance)
    return _one_after_the_other([type_guidance(session.guidance, kind, home) for kind in _kinds(session)])


def all_guidance(session: Session) -> Screen:
    """Return the guidance of the types that the answers name, after what their do-now lists say in short."""
    known = marks(session.profile, session.guidance)
    in_full = [in_full_lines(kind, known) for kind in _kinds(session)]
    return _one_after_the_other([*filter(None, in_full), guidance(session)])


def _kinds(session: Session) -> list[BreachType]:
    return all_types(session.answers, session.context)


def _one_after_the_other(screens: Sequence[Screen]) -> list[Line]:
    return [line for screen in screens for line in (*screen, BLANK)][:-1]
