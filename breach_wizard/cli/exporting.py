"""``export``: a report in a format or in a body's own form; or what is needed to make use of the formats."""

import argparse
import json

from breach_wizard import folders
from breach_wizard.cli import approving, handing_on, inout, publishing, sources, waiting
from breach_wizard.cli.printing import say
from breach_wizard.cli.remembered import remembered
from breach_wizard.destination import STREAM, checked, format_for
from breach_wizard.errors import UsageError
from breach_wizard.exports import ANSWERS, FORMATS, load, template
from breach_wizard.exports.furniture import marked
from breach_wizard.exports.json import schema
from breach_wizard.guidance import active
from breach_wizard.interview.shapes import Answers
from breach_wizard.invoked import command
from breach_wizard.output import document, mail, remarks
from breach_wizard.report import from_answers

NOT_TO_A_TERMINAL = "A {0} document can't be shown in a terminal. Name a file for it with -o, such as: -o report{1}"


def run(options: argparse.Namespace) -> int:
    """Write a draft, an answers file or a report in a format; or the JSON Schema, or a form to start from."""
    output = STREAM if options.output is None else checked(options.output)
    if options.for_publication:
        return publishing.run(options, output)
    publishing.refuse_without(options)
    to = _format(options, output)
    refuse_to_show(to, output)
    inout.write(_data(options, to), output, force=options.force)
    return 0


def refuse_to_show(to: str, output: str) -> None:
    """Raise UsageError where a document of that format would come out in a terminal, which can't show it."""
    if to in FORMATS and load(to).BINARY and inout.is_shown(output):
        raise UsageError(NOT_TO_A_TERMINAL.format(load(to).LABEL, load(to).EXTENSION))


def _format(options: argparse.Namespace, output: str) -> str:
    """The format of what is written.

    Raises:
        UsageError: nothing tells it, or two things that can't both be.
    """
    if options.schema or options.starter_template:
        return format_for(output, "json" if options.schema else "word")
    if options.template is not None and options.to not in (None, "word"):
        raise UsageError(
            f"A form of your own is a Word document. Leave out --to {options.to}, or leave out --template."
        )
    to = format_for(output, "word" if options.template else options.to or "", (*FORMATS, ANSWERS))
    if options.for_submission and to != "email":
        raise UsageError(
            "Only an email has somebody it goes to. Say --to email as well, or leave out --for-submission."
        )
    if options.source is None or not to:
        raise UsageError(
            f"Say what to export and in which format, such as: {command('export report.md --to word -o report.docx')}. "
            f"The number of a draft will do too; the list: {command('drafts')}"
        )
    return to


def _data(options: argparse.Namespace, to: str) -> bytes:
    if options.schema:
        return (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()
    if options.starter_template:
        return template.starter(active())
    if to == ANSWERS:
        return handing_on.document(options.source)
    by = approving.approved(options)
    answers = sources.answers_of(options.source, options.type)
    if by is not None:
        answers = {**answers, "approved": by}
    form = _form(options.template)
    if form:
        return template.fill(from_answers(answers, active()), inout.read(form), active())
    return made(answers, to, for_submission=options.for_submission)


def _form(named: str | None) -> str | None:
    """The name of the Word form to fill in: the one named, else where none is, the user's own or the organisation's.

    Raises:
        UsageError: none is named, and there is none.
    """
    if named != "":
        return named
    found = folders.template()
    if found is None:
        raise UsageError(
            "No form is named, and there is none of yours or your organisation's. Name one; where it may be tells: "
            f"{command('profile --where')}"
        )
    return str(found)


def made(answers: Answers, to: str, *, for_submission: bool = False) -> bytes:
    """Return the report in a format, with the marking of the profile; an email is addressed as the profile says.

    Raises:
        ExportError: the document doesn't hold the whole report.
        InputError: the email is for submission, and no address for that is kept.
    """
    known = remembered()
    with waiting.told(f"Making the document ({load(to).LABEL}) ..."):
        if to != "email":
            data = document(answers, to, active(), marked(known.marking))
            told = remarks(data, to)
            if told:
                say(told)
            return data
        return mail(
            answers,
            active(),
            hop_email=known.hop_email,
            submission_address=known.submission_address,
            for_submission=for_submission,
            furniture=marked(known.marking),
        )
