"""``profile``: what is remembered from one report to the next."""

import argparse
import sys
from dataclasses import asdict, replace
from typing import Any

from breach_wizard import folders, profile
from breach_wizard.cli import say
from breach_wizard.errors import UsageError
from breach_wizard.exports.email_address import checked
from breach_wizard.terminal.lines import as_shown
from breach_wizard.text import clean

ADDRESSES = ("hop_email", "submission_address")


def run(options: argparse.Namespace) -> int:
    """Show the profile; with NAME=VALUE, change it."""
    path = folders.profile()
    known = profile.load(path)
    changes: dict[str, Any] = {}
    for one in options.change:
        name, equals, value = one.partition("=")
        if not equals or name not in profile.NAMES:
            raise UsageError(f"{one!r} is no NAME=VALUE. The names are: {', '.join(profile.NAMES)}.")
        changes[name] = _switch(value) if name == "plain" else _address(value) if name in ADDRESSES else clean(value)
    if changes:
        known = replace(known, **changes)
        profile.save(path, known)
        say(f"Remembered in {path}")
    for name, value in asdict(known).items():
        shown = str(value).lower() if isinstance(value, bool) else value or "(empty)"
        sys.stdout.write(as_shown(f"{name} = {shown}\n", sys.stdout))
    return 0


def _address(value: str) -> str:
    return str(checked(value)) if value else ""


def _switch(value: str) -> bool:
    if value not in ("true", "false"):
        raise UsageError(f"plain is true or false, not {value!r}.")
    return value == "true"
