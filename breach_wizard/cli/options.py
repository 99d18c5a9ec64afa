"""A parser of options that says what is wrong in our words, and prints through our own door."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from functools import cached_property

from breach_wizard import TYPE_CHECKING
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.told import Told
from breach_wizard.errors import GuidanceError
from breach_wizard.invoked import NAME, command
from breach_wizard.terminal import columns

if TYPE_CHECKING:
    from typing import Any, Final, NoReturn

CHOICES = r"argument (?P<name>.+?): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)"
OURS = (
    (r"unrecognized arguments: (.+)", r"There is nothing here that \1 could be. Leave it out."),
    (r"the following arguments are required: (.+)", r"This needs \1 as well. Name it."),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 needs a value after it. Give one."),
    (r"argument (.+?): ignored explicit argument .+", r"\1 takes no value. Leave it out."),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 and \2 can't stand together. Leave one out."),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 may mean each of \2. Write it out."),
)
"""The sentences of the library, and what stands for them; made into patterns only where something is wrong."""

# Each of the library's words is else looked up in a translation: there is none, those in OURS are the English ones, and
# looking takes as long as making the parser.
argparse._ = lambda words: words  # type: ignore[attr-defined]

WIDE: Final = 78
"""Columns at most: longer lines are hard to read."""


class Formatter(argparse.HelpFormatter):
    """The library's, which keeps the lines of a description and its width, with no row for COMMAND above commands."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=min(columns() - 2, WIDE))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(super(Formatter, self)._fill_text(line, width, indent) for line in text.split("\n"))

    def _format_usage(self, *given: Any) -> str:
        self._width -= len("usage: ")  # the library forgets these in the first line
        try:
            return super()._format_usage(*given)
        finally:
            self._width += len("usage: ")

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):
            return self._join_parts([self._format_action(one) for one in self._iter_indented_subactions(action)])
        return super()._format_action(action)


class Parser(argparse.ArgumentParser):
    """The library's, which would drop what it can't print, and send what was typed to the terminal as it is.

    Attributes:
        told: what its help says at the end.
    """

    def __init__(self, told: Told = Told(codes=""), **given: Any) -> None:  # noqa: B008 - it can't be changed
        super().__init__(formatter_class=Formatter, **given)
        self.told = told

    def format_help(self) -> str:
        """Return the help, with examples, the exit codes, and the breach types where one is to be named."""
        parts = [super().format_help()]
        if self.told.examples:
            parts.append("\n".join(("examples:", *(f"  {NAME} {one}" for one in self.told.examples))) + "\n")
        if self.told.with_types:
            parts.append(_folded(f"breach types: {_types()}"))
        if self.told.codes:
            parts.append(_folded(f"exit codes: {self.told.codes}"))
        return "\n".join(parts)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used, and leave with 2."""
        say(f"{self.format_usage()}{_in_our_words(message)}")
        raise SystemExit(2)

    def _print_message(self, message: str, _: Any = None) -> None:
        write(message)  # help and version, to standard output; errors go the other way


class Later:
    """Stands for the parser of a command until somebody uses it: making all of them takes half the time of a help."""

    def __init__(self, told: Told, fill: Callable[[Parser], None], **given: Any) -> None:
        """Take what its help says at the end, what adds its options, and what the library gives."""
        self._told = told
        self._fill = fill
        self._given = given

    @cached_property
    def parser(self) -> Parser:
        """The parser, its options added."""
        parser = Parser(told=self._told, **self._given)
        self._fill(parser)
        return parser

    def __getattr__(self, name: str) -> Any:
        """Return what the parser has of this name."""
        return getattr(self.parser, name)


def _folded(text: str) -> str:
    import textwrap

    width = min(columns() - 2, WIDE)
    return textwrap.fill(text, width, subsequent_indent="  ", break_on_hyphens=False) + "\n"


def _types() -> str:
    from breach_wizard import guidance

    try:
        return ", ".join(guidance.active().types)
    except GuidanceError as error:  # help is what one needs then
        return str(error)


def _in_our_words(message: str) -> str:
    if found := re.fullmatch(CHOICES, message, re.DOTALL):
        from breach_wizard.guidance.slips import meant  # of few runs

        known = found["known"].replace("'", "")
        near = meant(found["given"].strip("'"), known.split(", "))
        return f"{found['name']} is not {found['given']}.{near} Use one of: {known}."
    for theirs, ours in OURS:
        if found := re.fullmatch(theirs, message, re.DOTALL):
            return found.expand(ours)
    return f"The words of this command can't be understood ({message}). See: {command('--help')}"
