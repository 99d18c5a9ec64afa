"""From answers to a document that is known to hold them, and from there to a file."""

from collections.abc import Iterator

from breach_wizard.comparing import first_difference, told
from breach_wizard.errors import BreachWizardError, ExportError, InputError
from breach_wizard.exports import FORMATS, Printed, email, load, pdf
from breach_wizard.exports.content import content, values
from breach_wizard.exports.furniture import BARE, OF_A_COPY, Furniture
from breach_wizard.exports.mail_text import mail_attachments
from breach_wizard.guidance import Guidance
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.asked import question
from breach_wizard.interview.shapes import Answers
from breach_wizard.invoked import command
from breach_wizard.report import Report, from_answers, to_answers


def document(answers: Answers, name: str, guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the report of the answers in a format, after finding each answer in the document.

    Args:
        answers: complete: with what is proposed filled in.
        name: of the format, one of `exports.FORMATS`.
        guidance: the wordings and lists in use.
        furniture: what the body puts around it.

    Raises:
        AnswersError: the answers make no report.
        ExportError: an answer is missing, or is another when read back; nothing was written.
    """
    report = from_answers(answers, guidance)
    data = load(name).render(report, guidance, furniture)
    _prove(answers, report, name, data, guidance)
    return data


def mail(
    answers: Answers,
    guidance: Guidance,
    *,
    hop_email: str = "",
    submission_address: str = "",
    for_submission: bool = False,
    furniture: Furniture = BARE,
) -> bytes:
    """Return the draft of an email to the Head of Profession, after finding all of the report in it.

    Args:
        answers: complete.
        guidance: the wordings and lists in use.
        hop_email: the Head of Profession's address; empty leaves the email addressed to nobody.
        submission_address: where the body has settled that formal reports are sent.
        for_submission: address it there instead, which is never done unless it is asked for.
        furniture: what the body puts around it.

    Raises:
        InputError: it is for submission and no address is given, an address is none, or the answers make no report.
        ExportError: it doesn't hold the whole report; nothing was written.
    """
    if for_submission and not submission_address:
        raise InputError(
            "No address for formal reports is kept. Ask your Head of Profession where reports go, then keep it with: "
            f"{command('profile submission_address=ADDRESS')}"
        )
    report = from_answers(answers, guidance)
    data = email.draft(
        report,
        guidance,
        to=submission_address if for_submission else hop_email,
        for_submission=for_submission,
        attachments=email.attachments(report, guidance, furniture),
        furniture=furniture,
    )
    _prove(answers, report, "email", data, guidance)
    return data


def copy(report: Report, name: str, guidance: Guidance) -> bytes:
    """Return a copy for publication in a format, after finding all of it in the document.

    Args:
        report: what is published of one (`publishing`); who deals with it need not be in it.
        name: of the format, one of `exports.FOR_PUBLICATION`.
        guidance: the wordings and lists in use.

    Raises:
        ExportError: something is missing, or is another when read back; nothing was written.
    """
    data = load(name).render(report, guidance, OF_A_COPY)
    _prove(to_answers(report, guidance), report, name, data, guidance)
    return data


def _prove(answers: Answers, report: Report, name: str, data: bytes, guidance: Guidance) -> None:
    """Find each answer in a document, and in what is attached to it."""
    _same(answers, to_answers(report, guidance), name, guidance)
    try:
        held = load(name).held(data, guidance)
        if isinstance(held, Imported):
            _read_back(answers, report, name, held, guidance)
        else:
            _search(answers, report, name, held if isinstance(held, Printed) else Printed(held, _whole), guidance)
    except ExportError:
        raise
    except BreachWizardError as error:
        raise ExportError(f"The {name} document could not be read back, so nothing was written. {error}") from error
    if name == "email":
        attached = mail_attachments(data)
        for kind in (one for one in email.ATTACHED if one in FORMATS):
            found = [part for file, part in attached.items() if file.endswith(load(kind).EXTENSION)]
            if not found:
                raise ExportError(f"The email has no {kind} document with it, so nothing was written.")
            _prove(answers, report, kind, found[0], guidance)


def _same(given: Answers, found: Answers, name: str, guidance: Guidance) -> None:
    lost = first_difference(given, found, guidance)
    if lost:
        raise ExportError(f"The {name} document would not hold the answer to {lost!r} as given; nothing was written.")


def _read_back(answers: Answers, report: Report, name: str, held: Imported, guidance: Guidance) -> None:
    _same(answers, held.answers, name, guidance)
    is_outdated = any(one.code == "computed" for one in held.noted) and not held.is_copy
    # What was left out of a copy keeps it from being a report.
    is_same = held.is_copy or _by_label(from_answers(held.answers, guidance)) == _by_label(report)
    if is_outdated or held.unplaced or not is_same:
        raise ExportError(f"The {name} document does not hold the same report when read back, so nothing was written.")


def _by_label(report: Report) -> Report:
    """The report with its answers to other bodies' questions known by label, which is all that a document tells."""
    return report._replace(more=tuple(one._replace(id=one.label) for one in report.more))


def _whole(line: str) -> tuple[str, ...]:
    return (line,)


def _search(answers: Answers, report: Report, name: str, held: Printed, guidance: Guidance) -> None:
    lost = missing(report, held, guidance) or next(
        (line for line in _typed(answers, guidance) if not held.holds(line)), ""
    )
    if lost:
        raise ExportError(f"The {name} document does not hold {lost!r}, so nothing was written.")


def missing(report: Report, held: Printed, guidance: Guidance) -> str:
    """Return the first line of the report that a text doesn't hold in its place; empty where it holds them all."""
    place = 0
    for line in lines(report, guidance):
        end = place
        for piece in held.pieces(line):
            found = held.text.find(piece, place)
            if found < 0:
                return line
            end = max(end, found + len(piece))
        place = end
    return ""


def remarks(data: bytes, name: str) -> str:
    """Return what is to be known of a document that was made; empty where there is nothing."""
    return pdf.remark(data) if name == "pdf" else ""


def lines(report: Report, guidance: Guidance) -> Iterator[str]:
    """Yield each line of each answer in the order of the report, without the mark of a list item."""
    said = content(report, guidance)
    yield from said.beneath
    for value in values(said.parts):
        yield from (line.removeprefix("- ") for line in value.text.split("\n") if line)


def _typed(answers: Answers, guidance: Guidance) -> Iterator[str]:
    """Yield each line that somebody typed, straight from the answers."""
    for name, texts in told(answers, guidance):
        asked = question(name, guidance)
        if asked is None or asked.kind in ("text", "long-text", "address", "count") or asked.own:
            for text in texts:
                yield from (line.removeprefix("- ") for line in text.split("\n") if line and text != "?")
