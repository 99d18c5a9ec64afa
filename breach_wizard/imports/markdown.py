"""Reads a report in Markdown into answers."""

from breach_wizard.errors import InputError
from breach_wizard.imports import own
from breach_wizard.imports.blocks import parse
from breach_wizard.imports.imported import Imported


def read(data: bytes) -> Imported:
    """Return the answers that a report in our own form holds.

    Raises:
        InputError: it is not UTF-8 text, or not a report in this form.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "This is not UTF-8 text, so it can't be read as a report. Save it as UTF-8 and try again."
        ) from error
    blocks = parse(text)
    if not own.is_own(blocks):
        raise InputError(
            "This is not a report in the form that breach-wizard writes: none of its four headings is there."
        )
    return own.read(blocks, text.splitlines())
