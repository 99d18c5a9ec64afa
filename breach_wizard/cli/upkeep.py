"""``guidance check``, ``--status``, ``show`` and ``new-type``: for those who look after a body's own guidance."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from breach_wizard import guidance
from breach_wizard.cli import inout
from breach_wizard.cli.printing import say, write
from breach_wizard.errors import UsageError
from breach_wizard.guidance import Guidance
from breach_wizard.invoked import command
from breach_wizard.upkeep import looking, standing, starting
from breach_wizard.upkeep.doubting import doubtful
from breach_wizard.upkeep.fitting import fitting
from breach_wizard.upkeep.rehearsing import rehearsed


def run(options: argparse.Namespace) -> int:
    """Do what the options name: check, tell of the status, show a file, or begin a type."""
    if options.type == "show":
        return show(options)
    if options.type == "new-type":
        return new_type(options)
    active = guidance.active()
    return check(active) if options.type == "check" else status(active)


def check(active: Guidance) -> int:
    """Look through the guidance for everything that is wrong, then make reports with it; 0 where all is well."""
    found = list(map(str, [*looking.slips(active), *fitting(active)])) or rehearsed(active)
    for one in found:
        say(one)
    if found:
        return 1
    for one in (*standing.old(active, datetime.now(UTC).date()), *doubtful(active)):
        say(f"To look at: {one}")
    write(f"All is well in {', '.join(str(folder) for folder in active.folders)}.\n")
    return 0


def status(active: Guidance) -> int:
    """Print when each edition, recipient and procedure was last checked, and what is not confirmed."""
    write("".join(f"{line}\n" for line in standing.lines(active)))
    return 0


def show(options: argparse.Namespace) -> int:
    """Write a built-in file, with what each key means in comments."""
    if options.name is None:
        raise UsageError(f"Say which file: {command('guidance show FILE')}, one of: {', '.join(starting.files())}.")
    return _written(starting.shown(options.name), options)


def new_type(options: argparse.Namespace) -> int:
    """Write the file of a new breach type, begun from another."""
    active = guidance.active()
    if options.name is None or options.like is None:
        wanted = command("guidance new-type ID --from TYPE")
        raise UsageError(f"Say its name and which type is nearest: {wanted}, one of: {', '.join(active.types)}.")
    code = _written(starting.new_type(options.name, options.like, active), options)
    say(f"Its words, its lists and its first steps are still those of {options.like}. Change what differs.")
    name = f"breach-types/{options.name}.toml"
    places = {(top / name).resolve() for top in active.folders}
    if options.output is None or Path(options.output).resolve() not in places:
        say(f"Keep it as {name} in your own folder.")
    say(f"Then look with: {command('guidance check')}")
    return code


def _written(text: str, options: argparse.Namespace) -> int:
    inout.write(text.encode(), "-" if options.output is None else options.output, force=options.force)
    return 0
