"""From a report to a document that is known to hold it, and from there to a file."""

from importlib import import_module
from typing import Protocol, cast

from breach_wizard import exports
from breach_wizard.errors import BreachWizardError, ExportError
from breach_wizard.imports.imported import Imported
from breach_wizard.report import Report, from_answers


class Reader(Protocol):
    """What a module of ``imports`` offers."""

    def read(self, data: bytes) -> Imported:
        """Return what a document holds."""


READERS: dict[str, str] = {
    "markdown": "breach_wizard.imports.markdown",
    "word": "breach_wizard.imports.word",
    "json": "breach_wizard.imports.json",
}
"""The formats that can be read back; loaded when needed, as `exports.FORMATS` is."""


def reader(name: str) -> Reader:
    """Return the module that reads a format, by its name in `READERS`."""
    return cast(Reader, import_module(READERS[name]))


def document(report: Report, name: str) -> bytes:
    """Return the report in a format, after reading it back and comparing.

    Raises:
        ExportError: what was read back is not the same report; nothing was written.
    """
    data = exports.load(name).render(report)
    try:
        same = from_answers(reader(name).read(data).answers) == report
    except BreachWizardError as error:
        raise ExportError(f"The {name} document could not be read back, so nothing was written. {error}") from error
    if not same:
        raise ExportError(f"The {name} document does not hold the same report when read back, so nothing was written.")
    return data
