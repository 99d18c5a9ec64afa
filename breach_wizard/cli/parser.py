"""The options of every command. Imported only where there is something to parse."""

import argparse

from breach_wizard import __version__
from breach_wizard.cli import register_parser
from breach_wizard.cli.completing import SHELLS, WORDS, PrintCompletion, PrintWords
from breach_wizard.cli.options import Parser
from breach_wizard.cli.told import TOLD
from breach_wizard.exports import ANSWERS, FORMATS, GOVSPEAK
from breach_wizard.invoked import NAME
from breach_wizard.text import join

DESCRIPTION = "What to do about a breach of the Code, and its report. Nothing is sent anywhere."

ANYWHERE = {
    "--no-color": "no colour, as NO_COLOR asks for too",
    "--debug": "keep what helps to find a fault, in a private file",
}
"""What may stand before a command and after it."""


def parser() -> Parser:
    """Return the parser of the whole command line."""
    top = Parser(prog=NAME, usage="%(prog)s [OPTIONS] [COMMAND ...]", description=DESCRIPTION, add_help=False)
    top.add_argument("-h", "--help", action="help", help=argparse.SUPPRESS)  # whoever reads it has found it
    top.add_argument("-V", "--version", action="version", version=f"{NAME} {__version__}", help="print the version")
    _plain(top, default=None)
    for option, text in ANYWHERE.items():
        top.add_argument(option, action="store_true", help=text)
    top.add_argument(
        "--print-completion",
        action=PrintCompletion,
        choices=SHELLS,
        metavar="SHELL",
        help=f"print the completion for {join(SHELLS, 'or')}",
    )
    top.add_argument("--print-words", action=PrintWords, choices=WORDS, help=argparse.SUPPRESS)
    commands = top.add_subparsers(
        prog=NAME,
        parser_class=Parser,
        title="commands (help COMMAND tells more)",
        dest="command",
        metavar="COMMAND",
    )

    new = commands.add_parser("new", help="start a new report", description="Start a new report.")
    new.add_argument(
        "--answers", metavar="FILE", help="answers in TOML or JSON, - for standard input; the rest is asked"
    )
    new.add_argument(
        "--example", action="store_true", help="walk through an example, its answers filled in; nothing is kept"
    )
    new.add_argument("--no-input", action="store_true", help="ask nothing: make the report, or list what is missing")
    new.add_argument("-o", "--output", metavar="FILE", help="where to write the report; - for standard output")
    _to(new)
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
    _to(resume)
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
        help="what is missing in reports, or worth a look",
        description="Look through reports, answers files and drafts for what is missing, to follow, or worth a look.",
    )
    check.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a report, an answers file, a folder, or the number of a draft; - for standard input",
    )
    check.add_argument("--json", action="store_true", help="as JSON, with the codes that the README lists")

    export = commands.add_parser(
        "export",
        help="write a report, a draft or answers in a format",
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
        choices=[*FORMATS, ANSWERS, GOVSPEAK],
        metavar="FORMAT",
        help=f"the format: {join([*FORMATS], 'or')}; answers: a file to edit or hand on, also of what is not whole yet;"
        " govspeak: to paste into GOV.UK, for publication only",
    )
    export.add_argument("--type", metavar="TYPE", help="the breach type, where the report does not tell it")
    export.add_argument(
        "--template",
        metavar="FORM",
        nargs="?",
        const="",
        help="fill in a Word form of your own; without a name, template.docx of your own or your organisation's",
    )
    export.add_argument(
        "--for-submission", action="store_true", help="address the email to submission_address of the profile"
    )
    export.add_argument(
        "--for-publication",
        action="store_true",
        help="a copy of an approved report without names and contact details of staff; asks about each",
    )
    export.add_argument(
        "--no-input", action="store_true", help="with --for-publication: ask nothing, and leave out what may be asked"
    )
    export.add_argument(
        "--accept-text",
        action="append",
        default=[],
        metavar="QUESTION",
        help="with --no-input: publish the text of this question, such as circumstances, though it may hold a name",
    )
    export.add_argument("--schema", action="store_true", help="write the JSON Schema of the format json instead")
    export.add_argument(
        "--starter-template", action="store_true", help="write a Word form with every field, to start one of your own"
    )
    export.add_argument("-o", "--output", metavar="FILE", help="where to write it; standard output where left out")
    export.add_argument("--force", action="store_true", help="replace a file of that name")
    _approval(export)
    _plain(export, default=argparse.SUPPRESS)

    guidance = commands.add_parser(
        "guidance", help="read the guidance", description="Read the guidance, or look after one of your own."
    )
    guidance.add_argument(
        "type",
        nargs="?",
        metavar="TYPE",
        help="a breach type; or check: look for slips and try it out; show FILE: a built-in file with its keys "
        "explained; new-type ID --from TYPE: begin the file of a breach type of your own",
    )
    guidance.add_argument("name", nargs="?", metavar="FILE|ID", help="the file to show, or the name of the new type")
    guidance.add_argument("--from", dest="like", metavar="TYPE", help="the breach type that the new one is like")
    guidance.add_argument(
        "--status", action="store_true", help="when each part was last checked, and what is not confirmed"
    )
    guidance.add_argument("-o", "--output", metavar="FILE", help="where to write it; standard output where left out")
    guidance.add_argument("--force", action="store_true", help="replace a file of that name")

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
    profile.add_argument("--where", action="store_true", help="which profile, guidance and form are in use")
    register_parser.add(commands)
    helped = commands.add_parser("help", help="how a command is used", description="Print how a command is used.")
    helped.add_argument("about", nargs="?", metavar="COMMAND", choices=[*commands.choices], help="which; all without")
    for name, one in commands.choices.items():
        one.told = TOLD[name]
        for option, text in ANYWHERE.items():
            one.add_argument(option, action="store_true", default=argparse.SUPPRESS, help=text)
    return top


def _to(parser: argparse.ArgumentParser) -> None:
    """Offer to say in which format the report is written."""
    parser.add_argument("--to", choices=[*FORMATS], help="the format of the report, where its ending does not tell it")


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
        help="plain lines, for screen readers and pipes, or not",
    )
