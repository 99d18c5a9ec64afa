"""One thing found, and the codes that scripts may rely on."""

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal["error", "to-follow", "warning"]

CODES: Final[dict[str, tuple[Level, str]]] = {
    "missing": ("error", "an answer that the form asks for is missing or not right"),
    "unreadable": ("error", "the file is neither a report nor an answers file, or can't be read"),
    "no-type": ("error", "no kind of breach is named, and none could be proposed"),
    "to-follow": ("to-follow", "not known yet, or marked to find out"),
    "proposed": ("warning", "an answer that nobody wrote was proposed from the rest"),
    "unplaced": ("warning", "lines that belong to no part of the form"),
    "left-out": ("warning", "what a document holds and nobody reads in it: struck out, hidden, a comment, a picture"),
    "as-read": ("warning", "text that was taken for an answer where the document doesn't say so"),
    "unknown-question": ("warning", "an answer under a label that no question here has; it is kept as it is"),
    "unexpected-answer": ("warning", "an answer to a question of your own that it would not take; it is kept as it is"),
    "contradiction": ("warning", "an order of times that can't be"),
    "future": ("warning", "what is said to have happened lies in the future"),
    "year": ("warning", "a date far from the others: the year may be off"),
    "weekend": ("warning", "a release or a breach on a Saturday or Sunday"),
    "no-such-time": ("warning", "a time that the clocks left out"),
    "report-before-breach": ("warning", "the date of the report is before the breach"),
    "later-days": ("warning", "the account tells of days after the date of the report"),
    "edition": ("warning", "a clause of an edition of the Code that was not in force"),
    "no-contact-details": ("warning", "nothing says how the contact can be reached"),
    "unfilled-heading": ("warning", "one of the proposed headings has nothing beneath it"),
    "e-mail-address": ("warning", "an e-mail address in a text that is published"),
    "phone-number": ("warning", "a telephone number in a text that is published"),
    "name": ("warning", "what looks like a person's name in a text that is published"),
    "facts-changed": ("warning", "a text was edited from a proposal, and the facts have changed since"),
}
"""Each code with its level and what it means. The codes are stable; the words may change."""


@dataclass(frozen=True)
class Finding:
    """One thing found.

    Attributes:
        code: stable, such as ``e-mail-address``.
        level: error (the report can't be made), to-follow, or warning.
        where: the path of the answer, as one word.
        message: what it is, and what to do.
        line: on which line of a document it stands, where that is not the line of the answer.
    """

    code: str
    level: Level
    where: str
    message: str
    line: int | None = None
