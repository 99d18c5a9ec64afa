"""From a report to a document that is known to hold it, and from there to a file."""

from importlib import import_module
from typing import Protocol, cast

from breach_wizard import searching
from breach_wizard.errors import BreachWizardError, ExportError, InputError
from breach_wizard.exports import FORMATS, email, load
from breach_wizard.exports.content import content
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
"""The formats that can be read back, loaded when needed, as `exports.FORMATS` is; the others are searched."""


def reader(name: str) -> Reader:
    """Return the module that reads a format, by its name in `READERS`."""
    return cast(Reader, import_module(READERS[name]))


def document(report: Report, name: str) -> bytes:
    """Return the report in a format, after finding all of it in the document.

    Raises:
        ExportError: what was read back is not the same report, or an answer is missing; nothing was written.
    """
    data = load(name).render(report)
    _prove(report, name, data)
    return data


def mail(report: Report, *, hop_email: str = "", submission_address: str = "", for_submission: bool = False) -> bytes:
    """Return the draft of an e-mail to the Head of Profession, after finding all of the report in it.

    Args:
        report: what it is about.
        hop_email: the Head of Profession's address; empty leaves the e-mail addressed to nobody.
        submission_address: where the body has settled that formal reports are sent.
        for_submission: address it there instead, which is never done unless it is asked for.

    Raises:
        InputError: it is for submission and no address is given, or an address is none.
        ExportError: it doesn't hold the whole report; nothing was written.
    """
    if for_submission and not submission_address:
        raise InputError(
            "No address for formal reports is kept. Ask your Head of Profession where reports go, then keep it with: "
            "breach-wizard profile submission_address=ADDRESS"
        )
    data = email.draft(
        report,
        to=submission_address if for_submission else hop_email,
        for_submission=for_submission,
        attachments=email.attachments(report),
    )
    _prove(report, "email", data)
    return data


def _prove(report: Report, name: str, data: bytes) -> None:
    """Find the whole report in a document, and in what is attached to it."""
    if name in READERS:
        _read_back(report, name, data)
    else:
        lost = searching.missing(content(report), searching.TEXTS[name](data))
        if lost:
            raise ExportError(f"The {name} document does not hold {lost!r}, so nothing was written.")
    if name == "email":
        attached = searching.mail_attachments(data)
        for kind in (one for one in email.ATTACHED if one in FORMATS):
            found = [part for file, part in attached.items() if file.endswith(load(kind).EXTENSION)]
            if not found:
                raise ExportError(f"The e-mail has no {kind} document with it, so nothing was written.")
            _prove(report, kind, found[0])


def _read_back(report: Report, name: str, data: bytes) -> None:
    try:
        same = from_answers(reader(name).read(data).answers) == report
    except BreachWizardError as error:
        raise ExportError(f"The {name} document could not be read back, so nothing was written. {error}") from error
    if not same:
        raise ExportError(f"The {name} document does not hold the same report when read back, so nothing was written.")
