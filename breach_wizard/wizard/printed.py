"""The guidance as lines: for a screen of the wizard, and for the commands that print it. It needs no answers."""

from collections.abc import Iterator, Mapping

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import Action, BreachType, Consideration, DoNow, Nation
from breach_wizard.guidance.editions import clauses_for, duties_for, in_force
from breach_wizard.screen import Line
from breach_wizard.text import day
from breach_wizard.wizard.marks import fill

BLANK = Line("")
OURS = Line("This list is ours, from published reports and good practice.", "note")


def do_now_lines(now: DoNow, known: Mapping[str, str]) -> list[Line]:
    """Return a do-now list as lines, its marks filled with what is ``known``."""
    items = [Line(fill(text, known), "item", f"{number}.") for number, text in enumerate(now.items, 1)]
    closing = [Line(fill(now.closing, known))] if now.closing else []
    return [Line(fill(now.title, known), "title"), *([BLANK, *items] if items else []), BLANK, *closing, OURS]


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


def clause_lines(content: Guidance, kind: BreachType) -> list[Line]:
    """Return the clauses that a type brings, or can be about, in the newest edition; those not confirmed say so."""
    edition = in_force(content, None)[-1]
    matters = kind.matters + kind.matters_another_time or tuple(content.matters)
    lines = [Line(""), Line(f"Clauses of the Code released on {day(edition.starts)}", "heading")]
    for clause in clauses_for(content, matters, None):
        lines.append(Line(clause.written, "item", "-"))
        if not clause.confirmed:
            lines.append(Line(f"Our note: {clause.note}", "note", " "))
    return [*lines, *(Line(one) for one in duties_for(content, matters, None))]


def recipient_lines(content: Guidance) -> Iterator[Line]:
    """Yield who a report goes to and what for, as known when, with what the official guidance says of it."""
    yield Line("Who a report goes to", "heading")
    for one in content.recipients.values():
        known = "" if one.current else f" ({one.known})"
        yield Line(f"{one.name}{f': {one.address}' if one.address else ''}{known}.", "item", "-")
        if one.purpose:
            yield Line(f"For: {one.purpose}", "note", " ")
        if one.official:
            yield Line(f"The official guidance: {one.official}", "note", " ")
        if one.note:
            yield Line(one.note, "note", " ")


def source_lines(content: Guidance) -> Iterator[Line]:
    """Yield what the official wordings are taken from, and under which licence."""
    yield Line("Where the official wording is from", "heading")
    for one in content.sources.values():
        if one.official:
            yield Line(". ".join(filter(None, (one.title or one.name, one.licence))), "item", "-")
