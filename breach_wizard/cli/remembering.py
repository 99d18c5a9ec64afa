"""``profile``: what is remembered from one report to the next."""

import argparse
from typing import Any

from breach_wizard import folders, profile
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.remembered import defaults, remembered
from breach_wizard.errors import InputError, UsageError


def run(options: argparse.Namespace) -> int:
    """Show the profile, or where it is and what else is in use; with NAME=VALUE, change it."""
    if options.where:
        from breach_wizard.cli.where import where

        for line in where():
            write(f"{line}\n")
        return 0
    path = folders.profile()
    known = remembered()
    changes: dict[str, Any] = {}
    for one in options.change:
        name, equals, value = one.partition("=")
        if not equals or name not in profile.NAMES:
            raise UsageError(f"{one!r} is no NAME=VALUE. The names are: {', '.join(profile.NAMES)}.")
        changes[name] = _kept(name, value)
    if site := changes.get("site"):
        _tell_of_site(site)
    if changes:
        known = known._replace(**changes)
        profile.save(path, known, defaults())
        say(f"Remembered in {path}")
    for name, value in known._asdict().items():
        shown = str(value).lower() if isinstance(value, bool) else value or "(empty)"
        if "://" in shown:
            from breach_wizard.register.address import Server, is_address  # of few profiles

            shown = Server(shown).shown if is_address(shown) else shown
        write(f"{name} = {shown}\n")
    if known.nation:
        _tell_of_nation(known.nation)
    return 0


def _tell_of_nation(nation: str) -> None:
    """Say where the file names a nation that there is not: what holds for the first one is shown then."""
    try:
        _kept("nation", nation)
    except InputError as error:
        say(str(error))


def _tell_of_site(site: str) -> None:
    """Say where nothing is known of a site: its name may be mistyped, and what to do first says less then."""
    from breach_wizard import guidance
    from breach_wizard.guidance.slips import meant

    sites = guidance.active().sites
    if site not in sites:
        say(f"How a page is taken down there is not known: {site}.{meant(site, sites)} Known are: {', '.join(sites)}.")


def _kept(name: str, value: str) -> str | bool:
    """What is kept of a value; what says so is loaded only where something is changed."""
    from breach_wizard import guidance
    from breach_wizard.profile_values import kept

    return kept(name, value, guidance.active())
