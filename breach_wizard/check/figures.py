"""Figures in a text that may be published, while nothing says that the statistics are out. Pure."""

from collections.abc import Iterator

from breach_wizard.check.finding import Finding, quoted
from breach_wizard.patterns import pattern
from breach_wizard.text import holds_one

# Each part is bounded, so that a text of any length is read in a time that grows as it does.
ADDRESS = pattern(r"(?:https?://|www\.)\S+")
OF_AN_ADDRESS = ("http", "www.")
UNITS = ("percent", "per cent", "million", "billion", "trillion")
SUM = r"[£€$] ?\d[\d,.]{0,20}(?: ?(?i:million|billion|trillion|thousand|bn|m|k)\b)?|\d[\d,.]{0,20} ?(?i:bn)\b|%"
IN_SIGNS = pattern(SUM)
FIGURE = pattern(rf"{SUM}|\b(?i:per ?cent|percentage points?|million|billion|trillion)\b")
"""An amount of money, a share, a large number; `IN_SIGNS` finds the same where no unit stands in words, and sooner."""
SIGNS = ("£", "€", "$", "%", "bn")
"""One of these is in every text in which `IN_SIGNS` finds anything."""
NUMBER = pattern(r"[\w.,]{1,20} ?$")
"""What stands before a unit: mostly its number."""
NEAR = 20


def about_figures(text: str, where: str) -> Iterator[Finding]:
    """Return one finding for the figures that a text holds, of statistics of which nothing says that they are out."""
    found = list(figures_in(ADDRESS.sub(" ", text) if holds_one(text, OF_AN_ADDRESS) else text))
    if found:
        message = (
            f"It holds {quoted(found, 'a figure', 'figures')}, and nothing says that the statistics are out. "
            "Take out what is not yet published."
        )
        yield Finding("figure", "warning", where, message)


def figures_in(text: str) -> Iterator[str]:
    """Yield the figures in a text, each with the word before its unit."""
    lower = text.lower()
    has_units = holds_one(lower, UNITS)
    if not has_units and not holds_one(lower, SIGNS):
        return
    for match in (FIGURE if has_units else IN_SIGNS).finditer(text):
        is_unit = not any(sign.isdigit() for sign in match[0])
        number = NUMBER.search(text[max(0, match.start() - NEAR) : match.start()]) if is_unit else None
        yield f"{number[0] if number else ''}{match[0]}".strip(" .,")
