"""Which guidance a command uses: the site's and the body's own over what is built in, and what a slip in them means."""

from __future__ import annotations

import os
import sys

from breach_wizard import TYPE_CHECKING, environment, homes
from breach_wizard.errors import GuidanceError
from breach_wizard.invoked import command

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from breach_wizard.guidance import Guidance

REFUSING = ("check", "export")
"""Commands whose result is relied on by itself: they go on with no guidance but the whole."""


def put_in_use(name: str | None, options: argparse.Namespace | None = None, *, asks: bool = False) -> None:
    """Put the guidance in use that a command is to have.

    One that asks goes on without the files that have a slip: somebody may be in the middle of a breach.

    Raises:
        GuidanceError: there is a slip, and the command is one that refuses it.
    """
    named = overlaid()
    if not named and "breach_wizard.guidance" not in sys.modules:
        return  # nothing else was in use before; a command that reads no guidance doesn't wait for it
    from breach_wizard import guidance

    guidance.use(None)
    if not named:
        return
    from pathlib import Path

    overlays = tuple(map(Path, named))
    if asks and not getattr(options, "no_input", False):
        guidance.use(_usable(overlays))
        return
    found = guidance.load(*overlays)
    guidance.use(found)
    if asks or name in REFUSING:
        from breach_wizard.upkeep import looking

        slips = looking.slips(found)
        if slips:
            listed = "\n".join(f"  {one}" for one in slips)
            raise GuidanceError(f"The guidance of your own can't be used:\n{listed}\n{_what_to_do()}")


def overlaid() -> tuple[str, ...]:
    """Return the folders over the built-in guidance: the site's, where it has one, and the body's own."""
    named = os.environ.get(environment.GUIDANCE, "")
    return (*homes.of_the_site("guidance"), *([named] if named else []))


def _what_to_do() -> str:
    return f"Correct it, and look again with: {command('guidance check')}"


def _usable(overlays: tuple[Path, ...]) -> Guidance:
    from breach_wizard import guidance
    from breach_wizard.upkeep import looking

    there = []
    not_there: dict[Path, str] = {}
    for one in overlays:
        try:
            guidance.load(one)
            there.append(one)
        except GuidanceError as error:
            not_there[one] = str(error)
    found = looking.usable(guidance.load(*there))
    return guidance.Guidance(found.folders, {**not_there, **found.left_out})
