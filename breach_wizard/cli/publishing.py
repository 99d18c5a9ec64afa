"""``export --for-publication``: a copy of an approved report without names and contact details of staff."""

import argparse
import contextlib
from collections.abc import Collection

from breach_wizard.cli import approving, face, inout, sources, waiting
from breach_wizard.cli.printing import say
from breach_wizard.cli.remembered import remembered
from breach_wizard.cli.world import context
from breach_wizard.destination import STREAM, format_for
from breach_wizard.errors import InputError, UsageError
from breach_wizard.exports import ANSWERS, FOR_PUBLICATION, GOVSPEAK, USUAL, load
from breach_wizard.guidance import active
from breach_wizard.interview.asked import question
from breach_wizard.interview.shapes import Answers
from breach_wizard.invoked import command
from breach_wizard.output import copy
from breach_wizard.prompts import Back, Prompter, Stopped
from breach_wizard.publication import are_out
from breach_wizard.publishing import NOT_OUT_YET, READ_IT, Copy, Passage, copied, is_approved, unasked
from breach_wizard.report import Report, from_answers
from breach_wizard.terminal import can_type
from breach_wizard.terminal.signals import handled
from breach_wizard.wizard import publishing as wizard

NOT_APPROVED = (
    "Only an approved report is copied for publication, and this one is not noted as approved. Note by whom and when: "
)


def refuse_without(options: argparse.Namespace) -> None:
    """Raise UsageError where an option stands that only a copy for publication has."""
    if options.no_input or options.accept_text or options.to == GOVSPEAK:
        which = "--no-input" if options.no_input else "--accept-text" if options.accept_text else "--to govspeak"
        raise UsageError(f"{which} is for a copy for publication. Say --for-publication as well, or leave it out.")


def run(options: argparse.Namespace, output: str) -> int:
    """Make the copy, asking where that may be done, and write it; say what was left out."""
    _refuse_beside(options)
    to = format_for(output, options.to or "", FOR_PUBLICATION)
    if options.source is None:
        raise UsageError(f"Say what to copy, such as: {command('export report.md --for-publication')}")
    if not to and options.no_input:
        to = USUAL
    _refuse_to_show(to, output)
    inout.refuse_to_replace(output, force=options.force)  # before anybody has answered anything
    report, answers = _report(options)
    if not are_out(answers, context()):
        say(f"As far as the report tells, the statistics are not out. {NOT_OUT_YET}")
    marking = remembered().marking
    if options.no_input:
        made = _unasked(report, _accepted(options), marking)
    else:
        try:
            with handled():
                made, to = _asked(_prompter(options), report, marking, to)
        except Stopped:
            say("Stopped. No copy was made.")
            raise
        _refuse_to_show(to, output)
    with waiting.told(f"Making the document ({load(to).LABEL}) ..."):
        data = copy(made.report, to, active())
    inout.write(data, output, force=options.force)
    written = [] if output == STREAM else [f"Written, for publication: {output}"]
    for line in (*written, *wizard.told(made.left_out), READ_IT):
        say(line)
    return 0


def _refuse_beside(options: argparse.Namespace) -> None:
    for name, given in (
        ("--template", options.template is not None),
        ("--for-submission", options.for_submission),
        ("--schema", options.schema),
        ("--starter-template", options.starter_template),
        (f"--to {ANSWERS}", options.to == ANSWERS),
    ):
        if given:
            raise UsageError(f"{name} and --for-publication can't stand together. Leave one out.")
    if options.accept_text and not options.no_input:
        raise UsageError("--accept-text is for --no-input: without it, each text is asked about. Leave one out.")
    for name in _accepted(options):
        if question(name, active()) is None and name not in ("more", "changes"):
            raise UsageError(f"There is no question {name!r}. Name one that was told of, such as: circumstances.")


def _accepted(options: argparse.Namespace) -> list[str]:
    """The questions whose texts were read, named one by one or with commas between them."""
    return [name.strip() for given in options.accept_text for name in given.split(",")]


def _refuse_to_show(to: str, output: str) -> None:
    if to and load(to).BINARY and inout.is_shown(output):
        raise UsageError("A Word document can't be shown in a terminal. Name a file for it: -o copy.docx")


def _report(options: argparse.Namespace) -> tuple[Report, Answers]:
    by = approving.approved(options)
    answers = sources.answers_of(options.source, options.type)
    if by is not None:
        answers = {**answers, "approved": by}
    report = from_answers(answers, active())
    if not is_approved(report):
        raise InputError(f"{NOT_APPROVED}{command('resume FILE')}, or --approved-by and --approved-on")
    return report, answers


def _prompter(options: argparse.Namespace) -> Prompter:
    if not options.plain and (options.source == STREAM or not can_type()):
        raise UsageError(
            "What is published is asked about, which needs a terminal to type into. Without questions: --no-input"
        )
    return face.bare(options.plain)


def _asked(prompter: Prompter, report: Report, marking: str, to: str) -> tuple[Copy, str]:
    """What the user decides; and the format, which is asked where nothing tells it."""
    chosen = [to]

    def choose() -> None:
        chosen[:] = [wizard.ask_format(prompter, keeps="nothing")]

    last = [] if to else [choose]
    while True:
        with contextlib.suppress(Back):  # nothing comes before it
            made = wizard.decide(prompter, report, active(), marking=marking, keeps="nothing", last=last)
            return made, chosen[0]


def _unasked(report: Report, accepted: Collection[str], marking: str) -> Copy:
    """The copy of which nobody is asked.

    Raises:
        InputError: a text holds what only a person can decide on.
    """
    kept, words, doubtful, roles = unasked(report, active(), accepted)
    if doubtful:
        listed = "\n".join(f"  {_said(one)}" for one in doubtful)
        names = " ".join(f"--accept-text {name}" for name in dict.fromkeys(one.question for one in doubtful))
        raise InputError(
            f"No copy was made, since these may tell of a person:\n{listed}\nRead them. Then change the report, answer "
            f"without --no-input, or publish them as they are: {names}"
        )
    if roles:
        say("Kept, though one person may hold the role:\n" + "\n".join(f"  {_said(one)}" for one in roles))
    return copied(report, kept, words, active(), marking=marking)


def _said(one: Passage) -> str:
    return f'{one.question}: "{one.text}", in: {one.around}'
