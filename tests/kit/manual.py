"""Makes the man page from the parser: ``python -m tests.kit.manual`` writes it anew."""

import argparse
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from breach_wizard import __version__, guidance
from breach_wizard.cli.options import Later
from breach_wizard.cli.parser import parser
from breach_wizard.invoked import NAME

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "man" / f"{NAME}.1"

FILES = (
    ("BREACH_WIZARD_HOME", "keep drafts, profile and the details of faults under this folder"),
    ("BREACH_WIZARD_REGISTER", "the file of the register, or postgresql://HOST/DATABASE"),
    ("BREACH_WIZARD_REGISTER", "the file of the register, or its address on a server"),
    ("BREACH_WIZARD_DEBUG", "as --debug, unless it is empty, 0, false or no"),
    ("BREACH_WIZARD_GUIDANCE", "the folder of a body's own guidance, over the built-in one"),
    ("ACCESSIBLE", "ask in plain lines"),
    ("NO_COLOR", "no colour"),
)


def escaped(text: str) -> str:
    """Text as roff takes it: hyphens as they are typed, and no line that begins a request."""
    text = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    lines = textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in lines)


def day() -> str:
    """The day of the newest release, since a page without one is found fault with."""
    found = re.search(r"^## .*(\d{4}-\d\d-\d\d)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    return found[1] if found else ""


def listed(name: str, text: str) -> Iterator[str]:
    yield from (".TP", f"\\fB{escaped(name)}\\fR", escaped(text))


def options(one: argparse.ArgumentParser) -> Iterator[str]:
    for action in one._actions:
        if action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction):
            continue
        choices = "|".join(action.choices) if action.choices and not action.metavar else ""
        value = "" if action.nargs == 0 else str(action.metavar or choices or action.dest)
        name = ", ".join(action.option_strings)
        yield from listed(f"{name} {value}".strip(), str(action.help))


def page() -> str:
    """Return the whole page."""
    top = parser()
    (commands,) = (one for one in top._actions if isinstance(one, argparse._SubParsersAction))
    types = ", ".join(guidance.active().types)
    lines = [
        f'.TH {NAME.upper()} 1 "{day()}" "{NAME} {__version__}" "User Commands"',
        ".SH NAME",
        f"{escaped(NAME)} \\- report a breach of the Code of Practice for Statistics",
        ".SH SYNOPSIS",
        f"\\fB{escaped(NAME)}\\fR [\\fIOPTIONS\\fR] [\\fICOMMAND\\fR ...]",
        ".SH DESCRIPTION",
        escaped(str(top.description)),
        ".SH OPTIONS",
        *options(top),
        ".SH COMMANDS",
    ]
    for name, later in commands.choices.items():
        assert isinstance(later, Later)
        one = later.parser
        lines += [f".SS {escaped(name)}", escaped(str(one.description)), *options(one)]
        lines += [".PP", escaped(f"Breach types: {types}.")] if one.told.with_types else []
        lines += [".PP", "Examples:"]
        for example in one.told.examples:
            lines += [".PP", ".RS 4", escaped(f"{NAME} {example}"), ".RE"]
        lines += [".PP", escaped(f"Exit codes: {one.told.codes}.")]
    lines += [".SH ENVIRONMENT", *(line for name, text in FILES for line in listed(name, text))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page())
