"""A parser of options that says what is wrong in our words, and prints through our own door."""

import argparse
import re
from typing import Any, NoReturn

from breach_wizard.cli.printing import say, write
from breach_wizard.invoked import command

CHOICES = re.compile(r"argument (?P<name>.+?): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)", re.DOTALL)
OURS = (
    (re.compile(r"unrecognized arguments: (.+)", re.DOTALL), r"There is nothing here that \1 could be. Leave it out."),
    (re.compile(r"the following arguments are required: (.+)"), r"This needs \1 as well. Name it."),
    (re.compile(r"argument (.+?): expected (?:one|at least one) argument"), r"\1 needs a value after it. Give one."),
    (re.compile(r"argument (.+?): ignored explicit argument .+", re.DOTALL), r"\1 takes no value. Leave it out."),
    (re.compile(r"argument (.+?): not allowed with argument (.+)"), r"\1 and \2 can't stand together. Leave one out."),
    (re.compile(r"ambiguous option: (.+?) could match (.+)", re.DOTALL), r"\1 may mean each of \2. Write it out."),
)
"""The sentences of the library, and what stands for them."""


class Parser(argparse.ArgumentParser):
    """The library's, which would drop what it can't print, and send what was typed to the terminal as it is."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used, and leave with 2."""
        say(f"{self.format_usage()}{_in_our_words(message)}")
        raise SystemExit(2)

    def _print_message(self, message: str, _: Any = None) -> None:
        write(message)  # help and version, to standard output; errors go the other way


def _in_our_words(message: str) -> str:
    if found := CHOICES.fullmatch(message):
        known = found["known"].replace("'", "")
        return f"{found['name']} is not {found['given']}. Use one of: {known}."
    for theirs, ours in OURS:
        if found := theirs.fullmatch(message):
            return found.expand(ours)
    return f"The words of this command can't be understood ({message}). See: {command('--help')}"
