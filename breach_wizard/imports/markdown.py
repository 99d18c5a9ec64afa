"""Reads a report in Markdown, in our own form or on one of the template's, into answers."""

from collections.abc import Iterator, Sequence

from breach_wizard import form
from breach_wizard.errors import InputError, NotAReport
from breach_wizard.guidance import Guidance
from breach_wizard.imports import loose, own
from breach_wizard.imports.blocks import Block, parse
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.prepared import prepared, without_struck
from breach_wizard.patterns import pattern

MOST_LINES, MOST_SIGNS = 30_000, 180_000
SIGNS = "*_`\\[]<>|"
"""Reading Markdown takes up to 5 kB of memory for a line and 1 kB for such a sign; so many stay below 200 MB."""

RULE = pattern(r"[\s|:-]*")
"""A blank line, or the rule beneath the head of a table."""


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers of the report that a text is, or None where it is none.

    Raises:
        NotAReport: it is larger than any report.
    """
    text = data.decode("utf-8-sig")
    if text.count("\n") > MOST_LINES:
        raise NotAReport(f"This is longer than any report: it has over {MOST_LINES:,} lines. Name another file.")
    if sum(map(text.count, SIGNS)) > MOST_SIGNS:
        raise NotAReport(
            f"This is longer than any report: the characters * _ ` \\ [ ] < > | stand in it over {MOST_SIGNS:,} times. "
            "Name another file."
        )
    lines = _lines(text)
    del text  # it may be large, and what Markdown makes of it far larger
    return _of(lines, guidance)


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return the answers that a report holds.

    Raises:
        InputError: it is not UTF-8 text, or not a report.
    """
    try:
        found = _of(_lines(data.decode("utf-8-sig")), guidance)
    except UnicodeDecodeError as error:
        raise InputError(
            "This is not UTF-8 text, so it can't be read as a report. Save it as UTF-8 and try again."
        ) from error
    if found is None:
        raise InputError("This is not a report: nothing in it is a part of the form. Name another file.")
    return found


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _of(lines: Sequence[str], guidance: Guidance) -> Imported | None:
    """The answers of the report that a text is, or None where it is none."""
    lines, noted = prepared(lines)
    text = "\n".join(lines)
    if form.TITLE in text:  # parsing takes its time, and our form has its title
        blocks = parse(text)
        if own.is_own(blocks):
            found = own.read(blocks, lines, guidance)
            left = {*found.unplaced, *_in_no_block(blocks, lines), *_further_cells(blocks, lines)}
            listed = tuple(sorted((*noted, *found.noted)))
            return found._replace(unplaced=tuple(sorted(left)), noted=listed, is_copy=form.is_copy(lines))
    from breach_wizard.imports import foreign  # our own form needs none of what others' forms are read with

    lines, struck = without_struck(lines)
    loosely = loose.parse(lines)
    if not foreign.is_report(loosely, guidance):
        return None
    found = foreign.read(loosely, lines, guidance)
    return found._replace(noted=tuple(sorted((*noted, *struck, *found.noted))))


def _in_no_block(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that Markdown reads and doesn't show, such as "[name]: address"."""
    covered = {number for block in blocks for number in range(block.line, block.end + 1)}
    for number, line in enumerate(lines, 1):
        if number not in covered and not RULE.fullmatch(line):
            yield number, line


def _further_cells(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What stands in a row beyond the columns of its table: Markdown has no place for it, and drops it."""
    for block in blocks:
        if block.kind == "row" and lines[block.line - 1].count("|") > len(block.cells) + 1:
            further = [cell for cell in loose.cells(lines[block.line - 1])[len(block.cells) :] if cell]
            if further:
                yield block.line, " | ".join(further)
