"""The options of ``register`` and of the commands beneath it."""

import argparse
from typing import Any

from breach_wizard.cli.told import TOLD

KINDS = (
    "received", "decided", "approved", "sent", "replied", "told-users", "published", "closed", "reopened", "taken-back",
)  # fmt: skip
OUTCOMES = ("formal", "inside", "not-a-breach")
FORMATS = ("csv", "json", "markdown", "html")


def fill(register: argparse.ArgumentParser) -> None:
    """Add the options of the command, and the commands beneath it."""
    register.add_argument("--plain", action=argparse.BooleanOptionalAction, help="in sentences, without columns")
    below = register.add_subparsers(title="commands", dest="action", metavar="COMMAND", required=True)

    adding = _command(below, "add", "add reports, or new versions of them")
    adding.add_argument("files", nargs="+", metavar="FILE", help="a report in any format that can be read, or a folder")
    adding.add_argument("--as", dest="of", metavar="REF", help="it is a new version of this case")
    adding.add_argument(
        "--no-input", action="store_true", help="ask nothing: what may be an update is a case of its own"
    )
    adding.add_argument("--type", metavar="TYPE", help="the breach type, where a report does not tell it")
    _json(adding)

    listing = _command(below, "list", "list the cases, newest first")
    listing.add_argument("--open", action="store_true", help="those not closed: what waits, how long, and on whom")
    listing.add_argument(
        "--overdue", action="store_true", help="planned actions whose day has passed, or without a day"
    )
    _filters(listing)

    searching = _command(below, "search", "find cases by words in their reports")
    searching.add_argument("words", nargs="+", metavar="WORD", help="all of them stand in it; the beginning is enough")
    _filters(searching)

    showing = _command(below, "show", "show a report as it is in the register")
    _reference(showing)
    showing.add_argument("--version", type=int, metavar="N", help="that version; the last where none is named")
    _json(showing)

    history = _command(below, "history", "list the versions of a case, and what happened to it")
    _reference(history)
    _json(history)

    marking = _command(below, "mark", "say what happened to a case")
    _reference(marking)
    marking.add_argument("kind", choices=KINDS, metavar="WHAT", help=", ".join(KINDS))
    marking.add_argument("--on", metavar="DAY", help="when it did; today where none is named")
    marking.add_argument("--by", metavar="ROLE", default="", help="the role that did it")
    marking.add_argument("--to", metavar="WHOM", default="", help="with sent: to whom")
    marking.add_argument("--as", dest="outcome", choices=OUTCOMES, default="", help="with decided: what it is")
    marking.add_argument("--note", metavar="TEXT", default="", help="why, or anything else; needed with decided")
    marking.add_argument("--link", metavar="LINK", default="", help="where it can be read")
    marking.add_argument("--mark", type=int, metavar="N", help="with taken-back: the number of the mark made in error")

    counting = _command(below, "stats", "count the cases that were decided to be breaches")
    counting.add_argument(
        "--years",
        choices=("calendar", "financial"),
        default="financial",
        help="April to March (financial), or January to December",
    )
    counting.add_argument("--summary", action="store_true", help="one paragraph, for a yearly report")
    counting.add_argument("--html", metavar="FILE", help="write a page to look at or print")
    counting.add_argument("--force", action="store_true", help="replace a file of that name")
    _json(counting)

    exporting = _command(below, "export", "write all cases as a table")
    exporting.add_argument("--to", choices=FORMATS, required=True, help="the format")
    exporting.add_argument("-o", "--output", metavar="FILE", help="where to; standard output where left out")
    exporting.add_argument("--force", action="store_true", help="replace a file of that name")

    _command(below, "rebuild", "derive every column from the reports anew")

    copying = _command(below, "copy", "copy all of it into another register, and compare the two")
    copying.add_argument("--to", metavar="ADDRESS", required=True, help="a file, or postgresql://HOST/DATABASE")

    erasing = _command(below, "erase", "erase answers of a case, or its reports, in all versions")
    _reference(erasing)
    erasing.add_argument("--fields", metavar="NAME,...", help="these answers, such as contact_name; all where left out")
    erasing.add_argument("--by", metavar="ROLE", required=True, help="the role that erases")
    erasing.add_argument("--why", metavar="TEXT", required=True, help="the reason, without what is erased")
    erasing.add_argument("--yes", action="store_true", help="do not ask")

    holding = _command(below, "hold", "see to it that a case is not erased")
    _reference(holding)
    holding.add_argument("--release", action="store_true", help="it may be erased again")
    holding.add_argument("--by", metavar="ROLE", default="", help="the role that says so")
    holding.add_argument("--note", metavar="TEXT", default="", help="why")

    due = _command(below, "due", "list the closed cases that are old enough to be disposed of; nothing is done to them")
    due.add_argument("--older-than", metavar="AGE", required=True, help="years since they were closed, such as 7y")
    _json(due)


def _command(commands: Any, name: str, what: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", told=TOLD[f"register {name}"]
    )
    made.add_argument(
        "--plain", action=argparse.BooleanOptionalAction, default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return made


def _reference(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reference", metavar="REF", help="such as 2017-001, or your own number of it")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def _filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--type", metavar="TYPE", help="of this breach type")
    parser.add_argument("--clause", metavar="CLAUSE", help="that cite this clause, such as 'T3.6' or 'practice 3.4'")
    parser.add_argument("--producer", metavar="NAME", help="of this producer")
    parser.add_argument("--output", metavar="WORDS", help="of an output with these words in its title")
    parser.add_argument("--from", dest="since", metavar="DAY", help="that occurred on this day or later")
    parser.add_argument("--to", dest="until", metavar="DAY", help="that occurred on this day or earlier")
    parser.add_argument("--page", type=int, default=1, metavar="N", help="the page of the list")
    _json(parser)
