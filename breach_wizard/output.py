"""From a report to a document that is known to hold it, and from there to a file."""

from breach_wizard.errors import BreachWizardError, ExportError
from breach_wizard.exports import load
from breach_wizard.imports import markdown
from breach_wizard.report import Report, from_answers

READERS = {"markdown": markdown.read}
"""The formats that can be read back."""


def document(report: Report, name: str) -> bytes:
    """Return the report in a format, after reading it back and comparing.

    Raises:
        ExportError: what was read back is not the same report; nothing was written.
    """
    data = load(name).render(report)
    try:
        same = from_answers(READERS[name](data).answers) == report
    except BreachWizardError as error:
        raise ExportError(f"The {name} document could not be read back, so nothing was written. {error}") from error
    if not same:
        raise ExportError(f"The {name} document does not hold the same report when read back, so nothing was written.")
    return data
