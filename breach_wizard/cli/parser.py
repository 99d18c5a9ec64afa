"""The options of every command. Imported only where there is something to parse."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from breach_wizard import TYPE_CHECKING, __version__
from breach_wizard.cli import place
from breach_wizard.cli.completing import SHELLS, WORDS, PrintCompletion, PrintWords
from breach_wizard.cli.options import Later, Parser
from breach_wizard.cli.told import TOLD
from breach_wizard.invoked import NAME

if TYPE_CHECKING:
    from typing import Final

DESCRIPTION = "What to do about a breach of the Code, and its report. "
NOTHING_SENT = "Nothing is sent anywhere."
TO_A_SERVER = "The register {} is sent what you look for in it and what you add to it."

ANYWHERE = {
    "--no-color": "no colour, as NO_COLOR asks for too",
    "--debug": "keep what helps to find a fault, in a private file",
}
"""What may stand before a command and after it."""


class Top(Parser):
    """The parser of the whole command line. What leaves this computer is looked up once somebody asks for help."""

    def format_help(self) -> str:
        """Return the help."""
        if server := place.server():
            self.description = DESCRIPTION + TO_A_SERVER.format(server).replace("%", "%%")
        return super().format_help()


def parser() -> Parser:
    """Return the parser of the whole command line."""
    top = Top(
        prog=NAME, usage="%(prog)s [OPTIONS] [COMMAND ...]", description=DESCRIPTION + NOTHING_SENT, add_help=False
    )
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
        help="print the completion for bash, zsh or fish",
    )
    top.add_argument("--print-words", action=PrintWords, choices=WORDS, help=argparse.SUPPRESS)
    commands = top.add_subparsers(
        prog=NAME,
        parser_class=Later,  # type: ignore[type-var]
        title="commands (help COMMAND tells more)",
        dest="command",
        metavar="COMMAND",
    )

    for name, (what, described, fill) in COMMANDS.items():
        fill_both = _with_what_stands_anywhere(fill)
        commands.add_parser(name, help=what, description=described, told=TOLD[name], fill=fill_both)
    return top


def _new(parser: Parser) -> None:
    parser.add_argument(
        "--answers", metavar="FILE", help="answers in TOML or JSON, - for standard input; the rest is asked"
    )
    parser.add_argument(
        "--example", action="store_true", help="walk through an example, its answers filled in; nothing is kept"
    )
    parser.add_argument("--no-input", action="store_true", help="ask nothing: make the report, or list what is missing")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write the report; - for standard output")
    _to(parser)
    parser.add_argument("--force", action="store_true", help="replace a file of that name")
    _approval(parser)
    _plain(parser, default=argparse.SUPPRESS)


def _resume(parser: Parser) -> None:
    parser.add_argument(
        "draft",
        nargs="?",
        metavar="DRAFT|FILE",
        help="a draft's number, or a report; the draft saved last where none is given",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write the report")
    _to(parser)
    _approval(parser)
    _plain(parser, default=argparse.SUPPRESS)


def _drafts(parser: Parser) -> None:
    parser.add_argument("action", nargs="?", choices=["delete"], help="delete the draft whose number follows")
    parser.add_argument("draft", nargs="?", metavar="DRAFT", help="the number of the draft to delete")
    parser.add_argument(
        "--older-than",
        metavar="AGE",
        help="with delete: those last saved longer ago, such as 90d, 12w or 3m (months of 30 days); lists them first",
    )
    parser.add_argument("--yes", action="store_true", help="delete without being asked")
    parser.add_argument("--all", action="store_true", help="list all of them")
    parser.add_argument("--json", action="store_true", help="list them as JSON, all of them")


def _check(parser: Parser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a report, an answers file, a folder, or the number of a draft; - for standard input",
    )
    parser.add_argument("--json", action="store_true", help="as JSON, with the codes that docs/pipeline.md lists")


def _export(parser: Parser) -> None:
    from breach_wizard.exports import ANSWERS, FORMATS, GOVSPEAK

    parser.add_argument(
        "source",
        nargs="?",
        metavar="FILE|DRAFT",
        help="a report, an answers file, or the number of a draft; - for standard input",
    )
    parser.add_argument(
        "--to",
        choices=[*FORMATS, ANSWERS, GOVSPEAK],
        metavar="FORMAT",
        help=f"the format: {', '.join(FORMATS)}; answers: a file to edit or hand on, also of what is not whole yet; "
        "govspeak: to paste into GOV.UK, for publication only",
    )
    parser.add_argument("--type", metavar="TYPE", help="the breach type, where the report does not tell it")
    parser.add_argument(
        "--template",
        metavar="FORM",
        nargs="?",
        const="",
        help="fill in a Word form of your own; without a name, template.docx of your own or your organisation's",
    )
    parser.add_argument(
        "--for-submission", action="store_true", help="address the email to submission_address of the profile"
    )
    parser.add_argument(
        "--for-publication",
        action="store_true",
        help="a copy of an approved report without names and contact details of staff; asks about each",
    )
    parser.add_argument(
        "--no-input", action="store_true", help="with --for-publication: ask nothing, and leave out what may be asked"
    )
    parser.add_argument(
        "--accept-text",
        action="append",
        default=[],
        metavar="QUESTION",
        help="with --no-input: publish the text of this question, such as circumstances, though it may hold a name",
    )
    parser.add_argument("--schema", action="store_true", help="write the JSON Schema of the format json instead")
    parser.add_argument(
        "--starter-template", action="store_true", help="write a Word form with every field, to start one of your own"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it; standard output where left out")
    parser.add_argument("--force", action="store_true", help="replace a file of that name")
    _approval(parser)
    _plain(parser, default=argparse.SUPPRESS)


def _guidance(parser: Parser) -> None:
    parser.add_argument(
        "type",
        nargs="?",
        metavar="TYPE",
        help="a breach type; or check: look for slips and try it out; show FILE: a built-in file with its keys "
        "explained; new-type ID --from TYPE: begin the file of a breach type of your own",
    )
    parser.add_argument("name", nargs="?", metavar="FILE|ID", help="the file to show, or the name of the new type")
    parser.add_argument("--from", dest="like", metavar="TYPE", help="the breach type that the new one is like")
    parser.add_argument(
        "--status", action="store_true", help="when each part was last checked, and what is not confirmed"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it; standard output where left out")
    parser.add_argument("--force", action="store_true", help="replace a file of that name")


def _messages(parser: Parser) -> None:
    parser.add_argument(
        "type",
        nargs="?",
        metavar="TYPE|DRAFT|FILE",
        help="a breach type; or a draft or a report, whose facts are filled in; all types where none is given",
    )


def _profile(parser: Parser) -> None:
    parser.add_argument(
        "change", nargs="*", metavar="NAME=VALUE", help="such as hop_number='020 7946 0000'; an empty VALUE forgets"
    )
    parser.add_argument("--where", action="store_true", help="which profile, guidance and form are in use")


def _register(parser: Parser) -> None:
    from breach_wizard.cli import register_parser

    register_parser.fill(parser)


def _helped(parser: Parser) -> None:
    parser.add_argument("about", nargs="?", metavar="COMMAND", choices=[*COMMANDS], help="which; all without")
    parser.add_argument("below", nargs="?", metavar="WHAT", help="a command beneath it, such as add of register")


def _with_what_stands_anywhere(fill: Callable[[Parser], None]) -> Callable[[Parser], None]:
    """Return what gives a command its own options, and then those of all."""

    def fill_both(parser: Parser) -> None:
        fill(parser)
        for option, text in ANYWHERE.items():
            parser.add_argument(option, action="store_true", default=argparse.SUPPRESS, help=text)

    return fill_both


def _to(parser: argparse.ArgumentParser) -> None:
    """Offer to say in which format the report is written."""
    from breach_wizard.exports import FORMATS

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


COMMANDS: Final[Mapping[str, tuple[str, str, Callable[[Parser], None]]]] = {
    "new": ("start a new report", "Start a new report.", _new),
    "resume": (
        "go on with a draft, or with a report",
        "Go on with a draft, or open a written report: as an update where it was approved, else to correct "
        "it. Asks only what is open, and whether it was approved.",
        _resume,
    ),
    "drafts": (
        "list the drafts, or delete one, or the old ones",
        "List the drafts saved last, at most 50, or all; or delete one, or the old ones.",
        _drafts,
    ),
    "check": (
        "what is missing in reports, or worth a look",
        "Look through reports, answers files and drafts for what is missing, to follow, or worth a look.",
        _check,
    ),
    "export": ("write a report, a draft or answers in a format", "Write a report in a format.", _export),
    "guidance": ("read the guidance", "Read the guidance, or look after one of your own.", _guidance),
    "messages": ("the messages ready to copy", "Print the messages ready to copy.", _messages),
    "profile": ("show or change what is remembered", "Show what is remembered; with NAME=VALUE, change it.", _profile),
    "register": (
        "every report that was made, and what waits",
        "The register of reports: what is in it, what waits, and what happened to each. It is a file on this computer, "
        "or on a server that BREACH_WIZARD_REGISTER or the profile names.",
        _register,
    ),
    "help": ("how a command is used", "Print how a command is used.", _helped),
}
"""Each command: what it is for, in short and in a sentence, and what adds its options once somebody uses it."""
