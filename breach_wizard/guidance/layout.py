"""Files and folders that a guidance folder can't hold: misspelt ones would be passed over without a word."""

from collections.abc import Iterator
from pathlib import Path

from breach_wizard.guidance import stylesheet
from breach_wizard.guidance.held import Held
from breach_wizard.guidance.slips import Slip, meant

FILES = (
    "first-question.toml", "fields.toml", "considerations.toml", "actions.toml", "messages.toml", "triage.toml",
    "matters.toml", "forms.toml", "recipients.toml", "sources.toml", "nations.toml", "sites.toml",
)  # fmt: skip
"""Those that are built in."""

OF_A_BODY = ("confirmed.toml", stylesheet.NAME)
"""Those that only a body's own folder may hold."""
FOLDERS = ("breach-types", "code")
BESIDE = (".md", ".txt", ".docx", ".odt", ".pdf")
"""Endings of what may lie beside the guidance, such as a README."""


def strange(held: Held) -> Iterator[Slip]:
    """Yield each file and folder whose name means nothing there, but for those that are left out already."""
    for one in _strange(held):
        if one.path not in held.left_out:
            yield one


def _strange(held: Held) -> Iterator[Slip]:
    for top in held.folders:
        names = [*FILES, *FOLDERS, *([] if top == held.folders[0] else OF_A_BODY)]
        for path in _listed(top):
            is_known = path.name in names and path.is_dir() == (path.name in FOLDERS)
            if not is_known and (path.is_dir() or not _lies_beside(path)):
                yield _nothing(path, names)
        for folder in FOLDERS:
            for path in _listed(top / folder):
                if path.suffix != ".toml" and not _lies_beside(path):
                    yield Slip(path, "", "is no file of the guidance. Its name must end in .toml; or take it out.")


def _lies_beside(path: Path) -> bool:
    return path.suffix.lower() in BESIDE and ".toml" not in path.stem


def _nothing(path: Path, names: list[str]) -> Slip:
    near = meant(path.name, names)
    return Slip(path, "", f"is no part of the guidance, so nothing is read from it.{near} Rename it, or take it out.")


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if not one.name.startswith(".") and not one.name.endswith("~"))
    except OSError:
        return []
