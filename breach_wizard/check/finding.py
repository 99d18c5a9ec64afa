"""One thing found, and the codes that scripts may rely on."""

from collections.abc import Sequence
from typing import Final, Literal

from breach_wizard.records import Record
from breach_wizard.text import shortened

Level = Literal["error", "to-follow", "warning"]

CODES: Final[dict[str, tuple[Level, str]]] = {
    "missing": ("error", "an answer that the form asks for is missing or not right"),
    "unreadable": ("error", "the file is neither a report nor an answers file, or can't be read"),
    "passed-over": (
        "warning",
        "of a folder, with `--json`: no report, or a document that can't be read, such as a PDF",
    ),
    "copy": ("warning", "a copy for publication, which is no report to look through"),
    "no-type": ("error", "no kind of breach is named, and none could be proposed"),
    "to-follow": ("to-follow", "not known yet, or marked to find out"),
    "proposed": ("warning", "an answer that nobody wrote was proposed from the rest"),
    "unplaced": ("warning", "lines that belong to no part of the form"),
    "left-out": ("warning", "what a document holds and nobody reads in it: struck out, hidden, a comment, a picture"),
    "as-read": ("warning", "text that was taken for an answer where the document doesn't say so"),
    "status-in-text": ("warning", "an action that begins with the mark of a status, and has none"),
    "computed": ("warning", "a line that follows from the answers and no longer agrees with them"),
    "unknown-question": ("warning", "an answer under a label that no question here has; it is kept as it is"),
    "unexpected-answer": ("warning", "an answer to a question of your own that it would not take; it is kept as it is"),
    "contradiction": ("warning", "two answers that can't both be, such as an order of times"),
    "future": ("warning", "what is said to have happened lies in the future"),
    "year": ("warning", "a date far from the others: the year may be off"),
    "weekend": ("warning", "a release or a breach on a Saturday or Sunday"),
    "no-such-time": ("warning", "a time that the clocks left out"),
    "report-before-breach": ("warning", "the date of the report is before the breach"),
    "approved-too-early": ("warning", "the day of the approval is before the breach"),
    "later-days": ("warning", "the account tells of days after the date of the report"),
    "edition": ("warning", "a clause of another edition of the Code than that of the day"),
    "only-its-author-knows": ("warning", '"tomorrow" in an action, or "me" for a person: its reader can\'t tell'),
    "two-editions": ("warning", "clauses of two editions of the Code, of which one is that of the day"),
    "no-such-clause": ("warning", "what looks like a clause, and is one of no edition of the Code"),
    "unconfirmed-clause": ("warning", "a clause whose number nobody has confirmed"),
    "no-clause": ("warning", "no clause for a kind of breach that may be about any"),
    "no-contact-details": ("warning", "nothing says how the contact can be reached"),
    "unfilled-heading": ("warning", "one of the proposed headings has nothing beneath it"),
    "e-mail-address": ("warning", "an email address in a text that may be published"),
    "phone-number": ("warning", "a phone number in a text that may be published"),
    "personal-detail": (
        "warning",
        "a postcode, a National Insurance or a staff number in a text that may be published",
    ),
    "name": ("warning", "what looks like a person's name in a text that may be published"),
    "note-left-out": ("warning", "a note on a thing to consider is in no part of the report"),
    "note-changed": ("warning", "a note was changed, and the text that it went into had been edited"),
    "possible-name": ("warning", "capitalised words that may be a person's name in a text that may be published"),
    "figure": ("warning", "a figure in a text that may be published, while nothing says that the statistics are out"),
    "market-sensitivity": ("warning", "not out yet, and nobody has said whether the statistics are market sensitive"),
    "no-marking": ("warning", "the statistics are market sensitive, and the profile holds no marking"),
    "facts-changed": ("warning", "a text was edited from a proposal, and the facts have changed since"),
    "guidance-slip": ("warning", "on the check page alone: a file of your own guidance that can't be used"),
}
"""Each code with its level and what it means. The codes are stable; the words may change."""


QUOTED = 3
"""So many of the things that were found in a text are quoted."""


def quoted(found: Sequence[str], one: str, several: str) -> str:
    """Return ``a figure ("4.1%")``, ``figures ("4.1%", "£3 million")``: each once, the first few of many."""
    each = list(dict.fromkeys(found))
    listed = ", ".join(f'"{shortened(text, 60)}"' for text in each[:QUOTED])
    return f"{one if len(each) == 1 else several} ({listed}{', ...' if len(each) > QUOTED else ''})"


class Finding(Record, kw_only=False):
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
