"""What reading a document gives: the answers that were found, and every line that could not be placed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from breach_wizard.interview.shapes import Answers


class Noted(NamedTuple):
    """What is to be known about a place in a document.

    Attributes:
        line: where it stands, from 1.
        message: what it is, in a sentence.
        code: that of the finding: ``left-out`` for what the document holds and the report doesn't, ``as-read`` for text
            that was taken for an answer where nothing says so, ``computed`` for a line that follows from the answers
            and says something else than they do.
    """

    line: int
    message: str
    code: Literal["left-out", "as-read", "computed"] = "left-out"


class Imported(NamedTuple):
    """The outcome of reading.

    Attributes:
        answers: in the shape that the interview keeps.
        unplaced: number and text of each line that belongs to no answer, from the top.
        lines: the line on which the answer to a question begins, from 1, where the document has lines; ``more.1`` names
            what stands under a label that no question here has.
        proposed: the questions whose answer nobody wrote, and which were answered from the rest.
        remarks: what is to be known about how it was read.
        records: of a draft, what each note on a thing to consider has put into the report.
        noted: the same of places in it, from the top.
        placed: the lines that are in an answer, where that is known.
        is_copy: it is a copy for publication, of which no report is made.
        source: our own form, one of the template's forms, or an answers file, in which what is absent is proposed.
    """

    answers: Answers
    unplaced: tuple[tuple[int, str], ...] = ()
    lines: Mapping[str, int] = MappingProxyType({})
    proposed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    records: Mapping[str, Any] = MappingProxyType({})
    noted: tuple[Noted, ...] = ()
    placed: frozenset[int] = frozenset()
    is_copy: bool = False
    source: Literal["own", "form", "answers"] = "own"
