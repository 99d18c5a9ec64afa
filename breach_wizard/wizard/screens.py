"""What is shown rather than asked: do now, the guidance. Built from the guidance."""

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType, DoNow
from breach_wizard.interview.paths import items
from breach_wizard.interview.steps import all_types
from breach_wizard.prompts import Line, Screen
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard.session import Session

BLANK = Line("")


def do_now(session: Session) -> Screen:
    """Return what cannot wait, for each type and for whether it is still going on; empty before the type is known.

    What a further type asks for stands beneath its name, until the time when it was put right is known.
    """
    kinds = all_types(session.answers, session.context)
    if not kinds:
        return ()
    main, *further = kinds
    contacts = session.profile.contacts
    lines = do_now_lines(main.do_now(session.answers.get("ongoing")), contacts)
    for kind in further:
        lines += [BLANK, Line(kind.title, "heading"), *do_now_lines(kind.do_now(not _is_over(session, kind)), contacts)]
    return lines


def _is_over(session: Session, kind: BreachType) -> bool:
    """Is it known of every occurrence of a further kind when it was put right?"""
    own = [one for one in items(session.answers, "occurrences") if one.get("type") == kind.id]
    return bool(own) and all(one.get("ended", "") not in ("", NOT_KNOWN) for one in own)


def do_now_lines(now: DoNow, contacts: dict[str, str]) -> list[Line]:
    """Return a do-now list as lines; ``contacts`` fills ``[hop]`` and ``[publishing]``."""
    lines = [Line(fill(now.title, contacts), "title")]
    if now.items:
        lines.append(BLANK)
    lines += [Line(fill(text, contacts), "item", f"{number}.") for number, text in enumerate(now.items, 1)]
    if now.closing:
        lines += [BLANK, Line(fill(now.closing, contacts))]
    return lines


def fill(text: str, contacts: dict[str, str]) -> str:
    """Put names and numbers for their marks; where there is none, the sentence ends before the mark."""
    for mark, value in contacts.items():
        text = text.replace(f"[{mark}]", value) if value else text.replace(f": [{mark}]", ".").replace(f" [{mark}]", "")
    return text


def guidance(session: Session) -> Screen:
    """Return the guidance of the types that the answers name."""
    kinds = all_types(session.answers, session.context)
    shown = [[*type_guidance(session.guidance, kind), BLANK] for kind in kinds]
    return [line for lines in shown for line in lines][:-1]


def type_guidance(content: Guidance, kind: BreachType) -> list[Line]:
    """Return the considerations and actions of a type, word for word, each list under its source."""
    clause = f" ({kind.clause})" if kind.clause else ""
    lines = [Line(f"{kind.title}{clause}", "title"), BLANK]
    for heading, entries in (
        ("Things to consider", [content.considerations[one] for one in kind.considerations]),
        ("Possible corrective actions", [content.actions[one] for one in kind.actions]),
    ):
        if not entries:
            continue
        source = ""
        for one in entries:
            if one.source != source:
                source = one.source
                lines.append(Line(f"{heading} ({content.sources[source].name})", "heading"))
            lines.append(Line(one.text, "item", "-"))
            if one.note:
                lines.append(Line(f"Our note: {one.note}", "note", " "))
        lines.append(BLANK)
    return lines[:-1]
