"""From which files and folders settings, guidance and the Word form are taken: ``profile --where``."""

import os
from collections.abc import Iterator
from pathlib import Path

from breach_wizard import environment, folders, guidance, homes


def where() -> Iterator[str]:
    """Yield a line for each file and folder that settings, guidance and the Word form are taken from, and may be."""
    sites = [folder / homes.PROFILE for folder in folders.site()]
    yield from _places("Profile, yours", [folders.profile()])
    yield from _places("Profile, your organisation's defaults", sites)
    named = os.environ.get(environment.GUIDANCE, "")
    yield from _places(f"Guidance, your own ({environment.GUIDANCE})", [Path(named)] if named else [])
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
