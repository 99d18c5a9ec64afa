"""The small parts of our own form: a cell, words of ours, an action, a change. Pure."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from breach_wizard import form
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_date, parse_moment
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.blocks import Block, Inline, long_text, plain
from breach_wizard.interview.labels import known_labels
from breach_wizard.interview.paths import with_keys
from breach_wizard.interview.questions import Kind
from breach_wizard.standing import NOT_KNOWN_WORDS, NOT_TIMES, value_of
from breach_wizard.text import NOT_KNOWN

YES_OR_NO = {form.YES: True, form.NO: False}
STATUSES = {mark: status for status, mark in form.STATUS_MARKS.items()}


FIRST_PARTS = {"outputs": "title", "occurrences": "date"}
"""The part of an item that its first row holds."""

OCCURRENCE_PARTS = ("note", "type", "due", "ended")
"""The parts of an occurrence that stand in rows after its first."""


class Row(NamedTuple):
    """A row of a table: the id of its question or part, empty where its label is none of the form's."""

    id: str
    label: str
    value: Any
    block: Block


def is_ours(runs: Sequence[Inline]) -> bool:
    """Is the whole of it our emphasis? Typed text never is: its asterisks are escaped."""
    return len(runs) == 1 and runs[0].mark == "*"


def is_structure(runs: Sequence[Inline], words: str) -> bool:
    """Is the whole of it our emphasis on these words?"""
    return is_ours(runs) and runs[0].text == words


def cell(runs: Sequence[Inline]) -> Any:
    """Return the value of a cell: what our emphasis stands for, or the text."""
    if is_ours(runs):
        value = True if runs[0].text == form.AGREED else value_of(runs[0].text)
        if value is not None:
            return value
    return plain(runs)


def says_something(row: Row) -> bool:
    """Does a row hold an answer, or words of ours for a missing one? We never write an empty cell."""
    return bool(row.value) or is_ours(row.block.cells[1])


def spread(row: Row, guidance: Guidance) -> Iterator[Row]:
    """Yield the rows that a cell holds: a body's own form may lay occurrences in one, each with its parts beneath it.

    A cell in which a line is neither a date nor has the label of a part stays one row, to be looked at.
    """
    if row.id != "occurrences" or not isinstance(row.value, str) or "\n" not in row.value:
        yield row
        return
    labels = {one: part for part in OCCURRENCE_PARTS for one in known_labels(f"occurrences.{part}", guidance)}
    found: list[Row] = []
    for line in row.value.split("\n"):
        label, _, text = line.partition(": ")
        if text and label in labels and found:
            found.append(Row(f"occurrences.{labels[label]}", label, text, row.block))
        elif date_of("moment", line) is not None:
            found.append(Row("occurrences", row.label, line, row.block))
        elif found and found[-1].id == "occurrences.note":
            found[-1] = found[-1]._replace(value=f"{found[-1].value}\n{line}")
        else:
            found = [row]
            break
    yield from found


# Kept for each guidance: made anew for each action, it was a tenth of the reading of our form.
@lru_cache(maxsize=8)
def _marks(guidance: Guidance) -> dict[str, str]:
    """The part of an action that each mark in it leads to."""
    return {label: part for part in ("when", "who", "reason") for label in known_labels(f"actions.{part}", guidance)}


def action(item: Sequence[Block], guidance: Guidance) -> dict[str, str]:
    """Return one action: a mark for its status, its text, then by when, who and why, each after a mark of its own."""
    marks = _marks(guidance)
    texts = {"text": "", "when": "", "who": "", "reason": ""}
    found: dict[str, str] = {}
    part = "text"
    previous: Block | None = None
    for block in item:
        if previous is not None:
            texts[part] += "\n\n" if block.line > previous.end + 1 else "\n"
        for run in block.content:
            if run.mark == "**" and run.text in STATUSES and "status" not in found and not texts["text"]:
                found["status"] = STATUSES[run.text]
            elif run.mark == "**" and run.text in marks:
                part = marks[run.text]
            elif run.mark == "*" and run.text == NOT_KNOWN_WORDS:
                texts[part] += NOT_KNOWN
            else:
                texts[part] += run.text
        previous = block
    return found | {name: text.strip("\n ") for name, text in texts.items()}


def gathered(name: str, found: list[Any]) -> Any:
    """Return the answers of several rows; a list that says nothing but "not known" in its one spelling."""
    if name in FIRST_PARTS:
        return NOT_KNOWN if found == [{FIRST_PARTS[name]: NOT_KNOWN}] else with_keys(found)
    return NOT_KNOWN if found == [NOT_KNOWN] else found


def chosen(kind: Kind, text: str, guidance: Guidance) -> bool | str | None:
    """Return the answer that words of a report stand for: yes, no or "not known", else the type of a title or an id.

    None where they stand for none.
    """
    if kind == "yes-no":
        return text if isinstance(text, bool) or text == NOT_KNOWN else YES_OR_NO.get(text)
    types = guidance.types.values()
    return next((one.id for one in types if text and text in (one.title, one.title_at_other_time, one.id)), None)


def date_of(kind: Kind, text: str) -> str | None:
    """Return a day or a moment in the one spelling, or what may stand in its place; None where it is none of these."""
    try:
        if text in NOT_TIMES:
            return text
        return str(Moment(parse_date(text)) if kind == "day" else parse_moment(text))
    except InputError:
        return None


def text_of_item(item: Sequence[Block]) -> str:
    """Return the text of a list item, without its mark."""
    return long_text([Block(block.kind, block.line, block.end, block.content) for block in item])
