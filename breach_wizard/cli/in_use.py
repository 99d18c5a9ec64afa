"""Which guidance a command uses: the site's and the body's own over what is built in, and what a slip in them means."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from breach_wizard import folders, guidance
from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import VARIABLE, Guidance
from breach_wizard.invoked import command

if TYPE_CHECKING:
    import argparse

REFUSING = ("check", "export")
"""Commands whose result is relied on by itself: they go on with no guidance but the whole."""


def put_in_use(name: str | None, options: "argparse.Namespace | None" = None, *, asks: bool = False) -> None:
    """Put the guidance in use that a command is to have.

    One that asks goes on without the files that have a slip: somebody may be in the middle of a breach.

    Raises:
        GuidanceError: there is a slip, and the command is one that refuses it.
    """
    guidance.use(None)
    overlays = overlaid()
    if not overlays:
        return
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


def overlaid() -> tuple[Path, ...]:
    """Return the folders over the built-in guidance: the site's, where it has one, and the body's own."""
    named = os.environ.get(VARIABLE, "")
    return (*folders.site_guidance(), *([Path(named)] if named else []))


def _what_to_do() -> str:
    return f"Correct it, and look again with: {command('guidance check')}"


def _usable(overlays: tuple[Path, ...]) -> Guidance:
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
    return Guidance(found.folders, {**not_there, **found.left_out})


def where() -> Iterator[str]:
    """Yield a line for each file and folder that settings, guidance and the Word form are taken from, and may be."""
    sites = [folder / "profile.toml" for folder in folders.site()]
    yield from _places("Profile, yours", [folders.profile()])
    yield from _places("Profile, your organisation's defaults", sites)
    named = os.environ.get(VARIABLE, "")
    yield from _places(f"Guidance, your own ({VARIABLE})", [Path(named)] if named else [])
    yield from _places("Guidance, your organisation's", [folder / "guidance" for folder in folders.site()])
    yield from _places("Guidance, built in", [guidance.built_in()])
    yield from _places("Word form, yours", [folders.profile().parent / "template.docx"], only=folders.template())
    forms = [folder / "template.docx" for folder in folders.site()]
    yield from _places("Word form, your organisation's", forms, only=folders.template())


def _places(name: str, paths: list[Path], only: Path | None = None) -> Iterator[str]:
    """A line for each path; of several that are there the first is used, and where there is an ``only``, that alone."""
    is_taken = False
    for path in paths:
        is_there = path.exists()
        is_used = is_there and not is_taken and only in (None, path)
        yield f"{name}: {path} ({'in use' if is_used else 'there, and not in use' if is_there else 'none there'})"
        is_taken |= is_used
    if not paths:
        yield f"{name}: none named"
