"""What is shown rather than asked: do now, the guidance. Built from the guidance."""

from collections.abc import Mapping, Sequence

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import Action, BreachType, Consideration, DoNow, Nation
from breach_wizard.interview.paths import items
from breach_wizard.interview.steps import all_types
from breach_wizard.prompts import Line, Screen
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard.marks import fill, marks, nation
from breach_wizard.wizard.session import Session

BLANK = Line("")
OURS = Line("This list is ours, from published reports and good practice.", "note")


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


def do_now_lines(now: DoNow, known: Mapping[str, str]) -> list[Line]:
    """Return a do-now list as lines, its marks filled with what is ``known``."""
    items = [Line(fill(text, known), "item", f"{number}.") for number, text in enumerate(now.items, 1)]
    closing = [Line(fill(now.closing, known))] if now.closing else []
    return [Line(fill(now.title, known), "title"), *([BLANK, *items] if items else []), BLANK, *closing, OURS]


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


def in_full_lines(kind: BreachType, known: Mapping[str, str]) -> list[Line]:
    """Return in full what a type's do-now lists say in short; nothing where they say all."""
    texts = [*filter(None, (fill(text, known) for text in kind.in_full))]
    heading = [Line("What to do first, in full (ours)", "heading")] if texts else []
    return [*heading, *(Line(text, "item", "-") for text in texts)]


def type_guidance(content: Guidance, kind: BreachType, home: Nation) -> list[Line]:
    """Return the considerations and actions of a type, word for word, each list under its source."""
    clause = f" ({kind.clause})" if kind.clause else ""
    lines = [Line(f"{kind.title}{clause}", "title")]
    lists: tuple[tuple[str, list[Consideration] | list[Action]], ...] = (
        ("Things to consider", [content.considerations[one] for one in kind.considerations]),
        ("Possible corrective actions", [content.actions[one] for one in kind.actions]),
    )
    sources = dict.fromkeys(content.sources[entry.source] for _, listed in lists for entry in listed)
    lines += [Line(one.clause_note, "note") for one in sources if one.clause_note and kind.clause]
    if not kind.lists_are_ours:
        lines += [line for one in sources if one.introduction for line in (BLANK, Line(one.introduction))]
    for heading, entries in lists:
        source = ""
        for entry in entries:
            if entry.source != source:
                source = entry.source
                lines += [BLANK, Line(f"{heading} ({_named(content, kind, source)})", "heading")]
            lines.append(Line(entry.text, "item", "-"))
            if entry.note:
                lines.append(Line(f"Our note: {entry.note}", "note", " "))
    return [*lines, BLANK, *nation_lines(home)] if kind.names_order else lines


def _named(content: Guidance, kind: BreachType, source: str) -> str:
    found = content.sources[source]
    return found.our_choice if kind.lists_are_ours and found.our_choice else found.name


def nation_lines(home: Nation) -> list[Line]:
    """Return what differs by nation: who decides, the Order on pre-release access, and what it asks for."""
    about = (f"Who decides on a report: {home.who}", f"{home.order}: {home.limit}", *home.duties)
    return [
        Line(f"By nation: {home.name}", "heading"),
        *(Line(text, "item", "-") for text in about),
        Line(f"Source: {home.source}", "note"),
    ]
