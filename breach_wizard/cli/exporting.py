"""``export``: a report in a format or in a body's own form; or what is needed to make use of the formats."""

import argparse
import json

from breach_wizard.cli import approving, handing_on, inout, sources, waiting
from breach_wizard.cli.remembered import remembered
from breach_wizard.errors import UsageError
from breach_wizard.exports import ANSWERS, load, template
from breach_wizard.exports.furniture import marked
from breach_wizard.exports.json import schema
from breach_wizard.guidance import active
from breach_wizard.interview import Answers
from breach_wizard.invoked import command
from breach_wizard.output import document, mail
from breach_wizard.report import from_answers

NOT_TO_A_TERMINAL = "A Word document can't be shown in a terminal. Name a file for it with -o, such as: -o report.docx"


def run(options: argparse.Namespace) -> int:
    """Write a draft, an answers file or a report in a format; or the JSON Schema, or a form to start from."""
    output = "-" if options.output is None else options.output
    is_report = options.to not in (None, ANSWERS)
    is_binary = options.template or options.starter_template or (is_report and load(options.to).BINARY)
    if is_binary and inout.is_shown(output):
        raise UsageError(NOT_TO_A_TERMINAL)
    inout.write(_data(options), output, force=options.force)
    return 0


def _data(options: argparse.Namespace) -> bytes:
    if options.schema:
        return (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()
    if options.starter_template:
        return template.starter(active())
    if options.template and options.to not in (None, "word"):
        raise UsageError(
            f"A form of your own is a Word document. Leave out --to {options.to}, or leave out --template."
        )
    if options.for_submission and options.to != "email":
        raise UsageError(
            "Only an email has somebody it goes to. Say --to email as well, or leave out --for-submission."
        )
    if options.source is None or (options.to is None and not options.template):
        raise UsageError(
            f"Say what to export and in which format, such as: {command('export report.md --to word -o report.docx')}. "
            f"The number of a draft will do too; the list: {command('drafts')}"
        )
    if options.to == ANSWERS:
        return handing_on.document(options.source)
    by = approving.approved(options)
    answers = sources.answers_of(options.source, options.type)
    if by is not None:
        answers = {**answers, "approved": by}
    if options.template:
        return template.fill(from_answers(answers, active()), inout.read(options.template), active())
    return made(answers, options.to, for_submission=options.for_submission)


def made(answers: Answers, to: str, *, for_submission: bool = False) -> bytes:
    """Return the report in a format, with the marking of the profile; an email is addressed as the profile says.

    Raises:
        ExportError: the document doesn't hold the whole report.
        InputError: the email is for submission, and no address for that is kept.
    """
    known = remembered()
    with waiting.told(f"Making the document ({load(to).LABEL}) ..."):
        if to != "email":
            return document(answers, to, active(), marked(known.marking))
        return mail(
            answers,
            active(),
            hop_email=known.hop_email,
            submission_address=known.submission_address,
            for_submission=for_submission,
            furniture=marked(known.marking),
        )
