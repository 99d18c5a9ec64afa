"""What stands behind the guidance, for whoever reads it apart from a report: who a report goes to, and the sources."""

from collections.abc import Iterator

from breach_wizard.guidance import Guidance
from breach_wizard.prompts import Line


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
