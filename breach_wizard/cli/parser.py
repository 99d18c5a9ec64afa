"""The options of every command. Imported only where there is something to parse."""

import argparse

from breach_wizard import __version__
from breach_wizard.cli.options import Parser
from breach_wizard.exports import ANSWERS, FORMATS

DESCRIPTION = """\
What to do about a breach of the Code of Practice for Statistics, and the report of it.

Without a command it asks what has happened, says what cannot wait, and goes with you
to the written report. This program sends nothing. What you type is saved on this computer."""

EPILOG = """\
Begin, or go on where you stopped:   breach-wizard
Go on with draft 1:                  breach-wizard resume 1
Make a report from a file:           breach-wizard new --answers answers.toml --no-input -o report.md"""


DEBUG = "where something goes wrong that is our fault, write what helps to find it into a private file, and name it"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = Parser(
        prog="breach-wizard",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"breach-wizard {__version__}")
    top.add_argument("--no-color", action="store_true", help="no colour, as NO_COLOR in the environment asks for too")
    top.add_argument("--debug", action="store_true", help=DEBUG)
    _plain(top, default=None)
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND")

    new = commands.add_parser("new", help="start a new report", description="Start a new report.")
    new.add_argument(
        "--answers", metavar="FILE", help="answers in TOML or JSON, - for standard input; the rest is asked"
    )
    new.add_argument("--no-input", action="store_true", help="ask nothing: make the report, or list what is missing")
    new.add_argument("-o", "--output", metavar="FILE", help="where to write the report; - for standard output")
    new.add_argument("--force", action="store_true", help="replace a file of that name")
    _approval(new)
    _plain(new, default=argparse.SUPPRESS)

    resume = commands.add_parser(
        "resume",
        help="go on with a draft, or with a report",
        description="Go on with a draft, or open a written report: as an update where it was approved, else to correct "
        "it. Asks only what is open, and whether it was approved.",
    )
    resume.add_argument(
        "draft",
        nargs="?",
        metavar="DRAFT|FILE",
        help="a draft's number, or a report; the draft saved last where none is given",
    )
    resume.add_argument("-o", "--output", metavar="FILE", help="where to write the report")
    _approval(resume)
    _plain(resume, default=argparse.SUPPRESS)

    drafts = commands.add_parser(
        "drafts",
        help="list the drafts, or delete one, or the old ones",
        description="List the drafts saved last, at most 50, or all; or delete one, or the old ones.",
    )
    drafts.add_argument("action", nargs="?", choices=["delete"], help="delete the draft whose number follows")
    drafts.add_argument("draft", nargs="?", metavar="DRAFT", help="the number of the draft to delete")
    drafts.add_argument(
        "--older-than",
        metavar="AGE",
        help="with delete: those last saved longer ago, such as 90d, 12w or 3m (months of 30 days); lists them first",
    )
    drafts.add_argument("--yes", action="store_true", help="delete without being asked")
    drafts.add_argument("--all", action="store_true", help="list all of them")
    drafts.add_argument("--json", action="store_true", help="list them as JSON, all of them")

    check = commands.add_parser(
        "check",
        help="look through reports for what is missing or worth a look",
        description="Look through reports, answers files and drafts for what is missing, to follow, or worth a look.",
    )
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="a report, an answers file, a folder of them, or the number of a draft"
    )
    check.add_argument("--json", action="store_true", help="as JSON, with the codes that the README lists")

    export = commands.add_parser(
        "export",
        help="write a draft, an answers file or a report in a format",
        description="Write a report in a format.",
    )
    export.add_argument(
        "source",
        nargs="?",
        metavar="FILE|DRAFT",
        help="a report, an answers file, or the number of a draft; - for standard input",
    )
    export.add_argument(
        "--to",
        choices=[*FORMATS, ANSWERS],
        help="the format; answers: a file to edit or hand on, also of what is not whole yet",
    )
    export.add_argument("--type", metavar="TYPE", help="the breach type, where the report does not tell it")
    export.add_argument("--template", metavar="FORM", help="fill in a Word form of your own; see the README")
    export.add_argument(
        "--for-submission", action="store_true", help="address the email to submission_address of the profile"
    )
    export.add_argument("--schema", action="store_true", help="write the JSON Schema of the format json instead")
    export.add_argument(
        "--starter-template", action="store_true", help="write a Word form with every field, to start one of your own"
    )
    export.add_argument("-o", "--output", metavar="FILE", help="where to write it; standard output where left out")
    export.add_argument("--force", action="store_true", help="replace a file of that name")
    _approval(export)

    guidance = commands.add_parser(
        "guidance", help="read the guidance", description="Read the guidance, or check it after editing it."
    )
    guidance.add_argument(
        "type", nargs="?", metavar="TYPE", help="a breach type; or check, for those who edit the guidance"
    )

    messages = commands.add_parser(
        "messages", help="the messages ready to copy", description="Print the messages ready to copy."
    )
    messages.add_argument(
        "type",
        nargs="?",
        metavar="TYPE|DRAFT|FILE",
        help="a breach type; or a draft or a report, whose facts are filled in; all types where none is given",
    )

    profile = commands.add_parser(
        "profile",
        help="show or change what is remembered",
        description="Show what is remembered; with NAME=VALUE, change it.",
    )
    profile.add_argument(
        "change", nargs="*", metavar="NAME=VALUE", help="such as hop_number='020 7946 0000'; an empty VALUE forgets"
    )
    for one in commands.choices.values():
        one.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=DEBUG)
    return top


def _approval(parser: argparse.ArgumentParser) -> None:
    """Offer to say by whom and when the report was approved: both or neither."""
    parser.add_argument("--approved-by", metavar="ROLE", help="the role that approved the report; with --approved-on")
    parser.add_argument("--approved-on", metavar="DAY", help="the day on which it was, such as '24 March 2017'")


def _plain(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Offer the plain face; a command that isn't told takes what stands before its name."""
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=default,
        help="ask in plain lines, for screen readers, pipes and old terminals",
    )
