"""``profile``: what is remembered from one report to the next."""

import argparse
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from breach_wizard import folders, guidance, profile
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.remembered import remembered
from breach_wizard.errors import UsageError
from breach_wizard.exports.email_address import checked
from breach_wizard.exports.furniture import marked
from breach_wizard.text import clean

LONGEST_NOTE = 95
"""Characters of a line on the do-now screen, which holds 17 lines in all."""


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
    name = clean(value).casefold().replace(" ", "-")
    known = guidance.active().nations
    if name and name not in known:
        raise UsageError(f"There is no nation {value!r}. Use one of: {', '.join(known)}.")
    return name


def _site(value: str) -> str:
    """A site that the guidance knows in the guidance's own letters; any other as it is."""
    name = _line("site", value)
    known = name.casefold().removeprefix("https://").removeprefix("www.").rstrip("/")
    return known if known in guidance.active().sites else name


def _take_down_note(value: str) -> str:
    return _line("take_down_note", value)


def _line(name: str, value: str) -> str:
    text = clean(value)
    if "\n" in text or len(text) > LONGEST_NOTE:
        raise UsageError(f"{name} is one line of at most {LONGEST_NOTE} characters.")
    return text


READERS: dict[str, Callable[[str], str | bool]] = {
    "plain": _switch,
    "hop_email": _address,
    "submission_address": _address,
    "marking": lambda value: marked(value).marking,
    "nation": _nation,
    "site": _site,
    "take_down_note": _take_down_note,
}
"""How the value for a name is taken, where it is not any text."""
