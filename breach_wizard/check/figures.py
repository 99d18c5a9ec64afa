"""Figures in a text that may be published, while nothing says that the statistics are out. Pure."""

import re
from collections.abc import Iterator

from breach_wizard.check.finding import Finding, quoted
from breach_wizard.interview import Answers, Context
from breach_wizard.publication import are_out

# Each part is bounded, so that a text of any length is read in a time that grows as it does.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
FIGURE = re.compile(
    r"[£€$] ?\d[\d,.]{0,20}(?: ?(?:million|billion|trillion|thousand|bn|m|k)\b)?"
    r"|(?:[\w.,]{1,20} ?)?(?:%|\b(?:per ?cent|percentage points?|million|billion|trillion)\b)"
    r"|\d[\d,.]{0,20} ?bn\b",
    re.IGNORECASE,
)
"""An amount of money, a share, a large number; with the word before, which often is the number."""


def about_figures(text: str, where: str, answers: Answers, context: Context) -> Iterator[Finding]:
    """Return one finding for the figures that a text holds; none where the report says that the statistics are out."""
    found = [match[0].strip(" .,") for match in FIGURE.finditer(ADDRESS.sub(" ", text))]
    if found and not are_out(answers, context):
        message = (
            f"It holds {quoted(found, 'a figure', 'figures')}, and nothing says that the statistics are out. "
            "Take out what is not yet published."
        )
        yield Finding("figure", "warning", where, message)
