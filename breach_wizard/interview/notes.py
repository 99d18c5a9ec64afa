"""Notes on the things to consider: what each puts into the report, and how it stands there. Pure.

A note becomes a paragraph of the section that its consideration names, or an action on offer. What was put there last
is kept beside the answers, as what was proposed for the note: so the paragraph can follow the note, and one that its
author has changed is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from itertools import pairwise
from typing import Any, Final

from breach_wizard.guidance.content import Consideration
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import Path, get, item, spell
from breach_wizard.interview.shapes import NOT_RELEVANT, TO_FIND_OUT, Answers
from breach_wizard.interview.steps import IMPACT_HEADINGS, OF_NOTES, all_types, is_to_find_out, note_on
from breach_wizard.patterns import pattern
from breach_wizard.text import NOT_KNOWN, clean, only_headings

TEXTS: Final = ("circumstances", "impact")
"""The sections in which a note is a paragraph of a text."""

MARKS: Final = {TO_FIND_OUT: NOT_KNOWN, NOT_RELEVANT: "-"}
"""What is typed in place of a note."""


WORD: Final = pattern(r"\w+")


class Standing(Enum):
    """How a note stands in the report."""

    SETTLED = auto()  # as it should, or there is nothing that could stand there, or the section is not written yet
    NEW = auto()  # the section was written without it
    THERE = auto()  # the author has written it there in the same words
    FOLLOWS = auto()  # what was put there stands unchanged, and the note says something else now
    EDITED = auto()  # the author has changed what was put there, and the note says something else now
    LEFT_OUT = auto()  # it has no place: the section is not known yet or was written anew, or the action was not chosen


def considered(answers: Answers, context: Context) -> list[Consideration]:
    """Return the things to consider of the main type and of the further ones, each once."""
    ids = dict.fromkeys(one for kind in all_types(answers, context) for one in kind.considerations)
    return [context.guidance.considerations[one] for one in ids]


def taken(typed: str) -> str:
    """Return the note for what was typed: a text, "to find out", "not relevant", or empty for none."""
    text = clean(typed)
    return next((note for note, mark in MARKS.items() if text == mark), text)


def as_typed(note: str) -> str:
    """Return a note as it is typed."""
    return MARKS.get(note, note)


def words(one: Consideration, answers: Answers) -> str:
    """Return what the note on a consideration puts into the report; empty where that is nothing."""
    note = note_on(one, answers)
    if note == TO_FIND_OUT:
        return f"{one.stem}: not known yet." if one.print_unknown and is_to_find_out(one, answers) else ""
    return f"{one.stem}: {note}" if note not in ("", NOT_RELEVANT) else ""


def first_text(section: str, answers: Answers, context: Context) -> str:
    """Return the text with which a section begins: a paragraph for each note that goes to it."""
    listed = [words(one, answers) for one in considered(answers, context) if one.goes_to == section]
    return "\n\n".join(filter(None, listed))


def record_of(one: Consideration) -> str:
    """Return the key under which is kept what was put into the report last."""
    return spell(("considerations", one.id))


def action_key(one: Consideration) -> str:
    """Return the key of the action that a note has become."""
    return f"{OF_NOTES}{one.id}"


def place(one: Consideration, answers: Answers) -> Path:
    """Return where in the answers a note stands, or would stand."""
    if one.goes_to in TEXTS:
        return (one.goes_to,)
    key = action_key(one)
    return ("actions", key, "text") if item(answers, "actions", key) else ("actions",)


def standing(one: Consideration, answers: Answers, records: Mapping[str, Any]) -> Standing:
    """Return how the note on a consideration stands in the report.

    Args:
        one: the consideration.
        answers: as the interview keeps them.
        records: what was put into the report last, by `record_of`.
    """
    now, last = words(one, answers), records.get(record_of(one), "")
    text = get(answers, place(one, answers))
    if one.goes_to in TEXTS:
        has_no_place = text == NOT_KNOWN
        is_written = isinstance(text, str) and not only_headings(text, IMPACT_HEADINGS)
    else:
        has_no_place = not isinstance(text, str) or text == NOT_KNOWN
        is_written = "actions" in answers
    if not is_written:
        return Standing.SETTLED
    if has_no_place:
        return Standing.LEFT_OUT if now and note_on(one, answers) != TO_FIND_OUT else Standing.SETTLED
    if now == last:
        is_lost = one.goes_to in TEXTS and is_gone(now, text) and note_on(one, answers) != TO_FIND_OUT
        return Standing.LEFT_OUT if is_lost else Standing.SETTLED
    if last:
        return Standing.FOLLOWS if stands_in(last, text) else Standing.EDITED
    if stands_in(now, text) or note_on(one, answers) in text.split("\n"):
        return Standing.THERE
    return Standing.NEW


def standings(
    answers: Answers, records: Mapping[str, Any], context: Context
) -> Iterator[tuple[Consideration, Standing]]:
    """Yield each thing to consider with how the note on it stands in the report."""
    for one in considered(answers, context):
        yield one, standing(one, answers, records)


def stands_in(words: str, text: str) -> bool:
    """Do these words stand in a text as paragraphs of their own? Behind a full stop their author may have gone on."""
    return _found(words, text) is not None


def is_gone(words: str, text: str) -> bool:
    """Is what a note has put into a text no longer told there? Few of its words stand side by side there, then."""
    told = _pairs(words)
    return bool(told) and 2 * len(told & _pairs(text)) < len(told)  # of most notes nothing was put there


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(WORD.findall(text.casefold())))


def replaced(text: str, last: str, now: str) -> str:
    """Return a text with other words where ``last`` stands in it; without them where ``now`` is empty."""
    found = _found(last, text)
    if found is None:
        return text
    before, after = text[: found.start()].strip("\n"), text[found.end() :]
    after = after if now else after.lstrip()
    return "\n\n".join(filter(None, (before, f"{now}{after}".strip("\n"))))


def _found(words: str, text: str) -> re.Match[str] | None:
    end = r"(?=\s|\Z)" if words.endswith(".") else r"(?=\n\n|\Z)"
    return re.search(rf"(?:\A|\n\n){re.escape(words)}{end}", text)
