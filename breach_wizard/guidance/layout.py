"""Files and folders that a guidance folder can't hold: misspelt ones would be passed over without a word."""

from collections.abc import Iterator
from pathlib import Path

from breach_wizard.guidance import stylesheet
from breach_wizard.guidance.code import Edition
from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.held import Held
from breach_wizard.guidance.layers import NEAR, REMOVE
from breach_wizard.guidance.reader import table
from breach_wizard.guidance.slips import Slip, SlipsError, meant

FILES = (
    "first-question.toml", "fields.toml", "considerations.toml", "actions.toml", "messages.toml", "triage.toml",
    "matters.toml", "forms.toml", "recipients.toml", "sources.toml", "nations.toml", "sites.toml",
)  # fmt: skip
"""Those that are built in."""

OF_A_BODY = ("confirmed.toml", stylesheet.NAME)
"""Those that only a body's own folder may hold."""
FOLDERS = {"breach-types": BreachType, "code": Edition}
"""Those in which each file is one entry, with the record that it makes."""
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
                elif path.suffix == ".toml" and not _is_one(path, folder):
                    yield from _elsewhere(path)


def _lies_beside(path: Path) -> bool:
    return path.suffix.lower() in BESIDE and ".toml" not in path.stem


def _is_one(path: Path, folder: str) -> bool:
    """Has a file, by most of its keys, the shape of those in a folder? So has one that only takes an entry away."""
    try:
        held = table(path)
    except SlipsError:
        return False
    known = {REMOVE, *FOLDERS[folder].__annotations__}
    return 2 * len(held.keys() & known) > len(held)


def _elsewhere(path: Path) -> Iterator[Slip]:
    """That a file in one of the folders belongs into the other, or beside them."""
    other = next((one for one in FOLDERS if one != path.parent.name and _is_one(path, one)), "")
    if other:
        yield Slip(path, "", f"has the keys of a file in {other}/. Put it there.")
    elif path.name in FILES or path.name in OF_A_BODY:
        yield Slip(path, "", f"is a file for the folder above, and {path.parent.name}/ holds others. Put it there.")


def _nothing(path: Path, names: list[str]) -> Slip:
    near = meant(path.name, names, NEAR)
    folder = "" if near or path.suffix != ".toml" else next((one for one in FOLDERS if _is_one(path, one)), "")
    if folder:
        return Slip(path, "", f"has the keys of a file in {folder}/, and nothing of it is read here. Put it there.")
    near = near or meant(path.name, names)
    return Slip(path, "", f"is no part of the guidance, so nothing is read from it.{near} Rename it, or take it out.")


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if not one.name.startswith(".") and not one.name.endswith("~"))
    except OSError:
        return []
