"""Reads a report in Markdown, in our own form or on one of the template's, into answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from breach_wizard import form
from breach_wizard.errors import InputError
from breach_wizard.imports import foreign, loose, own
from breach_wizard.imports.blocks import Block, parse
from breach_wizard.imports.foreign import ENOUGH
from breach_wizard.imports.imported import Imported

LINE_END = re.compile(r"\r\n?|\n")

RULE = re.compile(r"[\s|:-]*")
"""A blank line, or the rule beneath the head of a table."""


def read(data: bytes) -> Imported:
    """Return the answers that a report holds.

    Raises:
        InputError: it is not UTF-8 text, or not a report.
    """
    try:
        found = of(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            "This is not UTF-8 text, so it can't be read as a report. Save it as UTF-8 and try again."
        ) from error
    if found is None:
        raise InputError("This is not a report: nothing in it is a part of the form. Name another file.")
    return found


def of(text: str) -> Imported | None:
    """Return the answers of the report that a text is, or None where it is none."""
    lines = LINE_END.split(text)
    if form.TITLE in text:  # parsing takes its time, and our form has its title
        blocks = parse(text)
        if own.is_own(blocks):
            found = own.read(blocks, lines)
            return replace(found, unplaced=tuple(sorted({*found.unplaced, *_in_no_block(blocks, lines)})))
    loosely = loose.parse(lines)
    return foreign.read(loosely, lines) if foreign.boxes_in(loosely) >= ENOUGH else None


def _in_no_block(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that Markdown reads and doesn't show, such as "[name]: address"."""
    covered = {number for block in blocks for number in range(block.line, block.end + 1)}
    for number, line in enumerate(lines, 1):
        if number not in covered and not RULE.fullmatch(line):
            yield number, line
