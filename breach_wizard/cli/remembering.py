"""``profile``: what is remembered from one report to the next."""

import argparse
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from breach_wizard import folders, profile
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.remembered import remembered
from breach_wizard.errors import UsageError
from breach_wizard.exports.email_address import checked
from breach_wizard.exports.furniture import marked
from breach_wizard.text import clean


def run(options: argparse.Namespace) -> int:
    """Show the profile; with NAME=VALUE, change it."""
    path = folders.profile()
    known = remembered()
    changes: dict[str, Any] = {}
    for one in options.change:
        name, equals, value = one.partition("=")
        if not equals or name not in profile.NAMES:
            raise UsageError(f"{one!r} is no NAME=VALUE. The names are: {', '.join(profile.NAMES)}.")
        changes[name] = READERS.get(name, clean)(value)
    if changes:
        known = replace(known, **changes)
        profile.save(path, known)
        say(f"Remembered in {path}")
    for name, value in asdict(known).items():
        shown = str(value).lower() if isinstance(value, bool) else value or "(empty)"
        write(f"{name} = {shown}\n")
    return 0


def _address(value: str) -> str:
    return str(checked(value)) if value else ""


def _switch(value: str) -> bool:
    if value not in ("true", "false"):
        raise UsageError(f"plain is true or false, not {value!r}.")
    return value == "true"


def _nation(value: str) -> str:
    if value not in ("", *profile.NATIONS):
        raise UsageError(f"nation is none of them: {value!r}. Use one of: {', '.join(profile.NATIONS)}.")
    return value


READERS: dict[str, Callable[[str], Any]] = {
    "plain": _switch,
    "nation": _nation,
    "marking": lambda value: marked(value).marking,
    "hop_email": _address,
    "submission_address": _address,
}
"""What makes a value of what was typed, by name; any other is a text."""
