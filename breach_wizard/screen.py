"""What is shown and not asked: a screen of lines, which a face draws or speaks, and a command prints."""

from collections.abc import Sequence
from typing import Literal

from breach_wizard.records import Record


class Line(Record, kw_only=False):
    """One paragraph of a screen. A face folds it at words; ``marker`` hangs to its left.

    ``copy`` is text for the user to copy elsewhere: no marker, no indent, no decoration. ``done`` is the title of what
    has been achieved.
    """

    text: str
    style: Literal["plain", "title", "done", "heading", "item", "note", "copy"] = "plain"
    marker: str = ""


Screen = Sequence[Line]
"""Paragraphs from top to bottom. An empty Line is a blank line."""
