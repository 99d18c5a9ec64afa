"""The paragraphs and list items of a long text, and from which side each is read. Pure."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Part:
    """A paragraph of a long text, or a list item.

    Attributes:
        item: does its first line begin with "- "? (That is left out of ``lines``.)
        gap: does a blank line stand before it?
        lines: its lines.
    """

    item: bool
    gap: bool
    lines: list[str] = field(default_factory=list)


def parts(text: str) -> Iterator[Part]:
    """Return the paragraphs and list items of a cleaned text."""
    part: Part | None = None
    gap = False
    for line in text.split("\n"):
        item = line.startswith("- ")
        if not line:
            gap = True
            continue
        if part is None or gap or item:
            if part is not None:
                yield part
            part = Part(item, gap)
        part.lines.append(line[2:] if item else line)
        gap = False
    if part is not None:
        yield part


def runs_from_the_right(text: str) -> bool:
    """Is the first letter with a direction one that runs from the right?"""
    directions = (unicodedata.bidirectional(one) for one in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"
