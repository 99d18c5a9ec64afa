"""Reads a report in Markdown, in our own form or on one of the template's, into answers."""

import re

from breach_wizard.errors import InputError
from breach_wizard.imports import foreign, loose, own
from breach_wizard.imports.blocks import parse
from breach_wizard.imports.imported import Imported

LINE_END = re.compile(r"\r\n?|\n")

ENOUGH = 2
"""So many labels or headings of the form make a text a report; one may be chance."""


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
    if any(line.lstrip().startswith("#") for line in lines):  # our form begins with a heading; parsing takes its time
        blocks = parse(text)
        if own.is_own(blocks):
            return own.read(blocks, lines)
    loosely = loose.parse(lines)
    return foreign.read(loosely, lines) if foreign.boxes_in(loosely) >= ENOUGH else None
