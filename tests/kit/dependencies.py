"""The packages that the program needs, as a table for the documentation: ``python -m tests.kit.dependencies``."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path
from typing import Final, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYPROJECT: Final = Path(__file__).parents[2] / "pyproject.toml"
WORK: Final = "dev"
"""The extra of those who work on the code; nobody else installs it."""

HEAD: Final = "| package | taken | tried with | licence | for |\n|---|---|---|---|---|"


class Row(NamedTuple):
    """A package: its name, the versions that are taken, the one installed, its licence, and what brings it."""

    name: str
    taken: str
    tried: str
    licence: str
    brought: str

    def __str__(self) -> str:
        return f"| {self.name} | {f'`{self.taken}`' if self.taken else ''} | {self.tried} | {self.licence} | {self.brought} |"


def licence(name: str) -> str:
    """Return what a package says its licence is: as an expression, else in words, else by its classifier."""
    about = metadata(name)
    classifiers = [one for one in about.get_all("Classifier") or () if one.startswith("License ::")]
    words = str(about["License"] or "")
    named = str(about["License-Expression"] or "") or ("" if len(words) > 40 or "\n" in words else words)
    return named or "".join(one.rpartition(" :: ")[2] for one in classifiers[:1])


def family(named: str) -> str:
    """Return the first word of a licence: "MIT License" and "MIT" are one, and no new spelling is another licence."""
    return str(re.findall("[a-z]+", named.casefold())[0])


def rows() -> list[Row]:
    """Return each package of pyproject.toml, and each that those need, the program's own first."""
    project = tomllib.loads(PYPROJECT.read_text())["project"]
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    found: dict[str, Row] = {}
    for extra, needed in groups.items():
        if extra == WORK:
            continue
        brought = f"`breach-wizard[{extra}]`" if extra else "the program"
        own = {one.name: one for one in map(Requirement, needed)}
        for name, one in own.items():
            found.setdefault(
                canonicalize_name(name), Row(name, str(one.specifier), version(name), licence(name), brought)
            )
        for one in own.values():
            _add_needed(one, found)
    return list(found.values())


def _add_needed(by: Requirement, found: dict[str, Row]) -> None:
    for one in map(Requirement, requires(by.name) or ()):
        key = canonicalize_name(one.name)
        wanted = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *by.extras))
        if key in found or not wanted:
            continue
        try:
            found[key] = Row(one.name, "", version(one.name), licence(one.name), by.name)
        except PackageNotFoundError:
            continue  # needed on other systems alone
        _add_needed(one, found)


if __name__ == "__main__":
    print("<!-- dependencies -->", HEAD, *rows(), sep="\n")
