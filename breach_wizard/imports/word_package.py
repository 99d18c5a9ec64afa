"""Opens a Word file: its main part, the parts beside it, and where its links lead."""

import posixpath
from collections.abc import Iterator
from typing import Any, NamedTuple

from breach_wizard.errors import InputError
from breach_wizard.imports.archive import Archive, encrypted

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORDPROCESSING = "wordprocessingml"
PROGRAM = "Word"


class Part(NamedTuple):
    """A part of a Word file: its root, and the addresses that its links lead to, by their ids."""

    root: Any
    addresses: dict[str, str]


class Package:
    """A Word file that has been opened.

    Attributes:
        main: its main part.
    """

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            InputError: it is no Word file, or one that can't be read; the sentence says which.
        """
        _refuse_what_is_no_zip(data)
        self._archive = Archive(data, PROGRAM)
        self._name = next(self._targets("", "officeDocument"), "")
        main = self._part(self._name)
        if main is None or WORDPROCESSING not in main.root.tag or not main.root.tag.endswith("}document"):
            raise InputError("This is not a Word document. Save it in Word as .docx and try again.")
        self.main = main

    def related(self, kind: str) -> list[Part]:
        """Return the parts that the main part has of a kind, such as ``footer``.

        Raises:
            InputError: one of them can't be read.
        """
        parts = [self._part(name) for name in sorted(set(self._targets(self._name, kind)))]
        return [one for one in parts if one is not None]

    def _part(self, name: str) -> Part | None:
        root = self._archive.root(name)
        links = self._links(name, "hyperlink")
        return None if root is None else Part(root, {one.get("Id", ""): one.get("Target", "") for one in links})

    def _links(self, source: str, kind: str) -> Iterator[Any]:
        folder, name = posixpath.split(source)
        links = self._archive.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in () if links is None else links:
            if isinstance(one.tag, str) and one.get("Type", "").endswith(f"/{kind}"):
                yield one

    def _targets(self, source: str, kind: str) -> Iterator[str]:
        """The names of the parts that a part has of a kind."""
        for one in self._links(source, kind):
            if one.get("TargetMode") != "External":
                place = posixpath.join("/", posixpath.dirname(source), one.get("Target", ""))
                yield posixpath.normpath(place).lstrip("/")


def _refuse_what_is_no_zip(data: bytes) -> None:
    if data.startswith(OLD_OFFICE):
        if ENCRYPTED in data:
            encrypted(PROGRAM)
        raise InputError("This is a Word document of the old kind (.doc). Save it in Word as .docx and try again.")
    if not data.startswith(b"PK"):
        raise InputError("This is not a Word document (.docx). Name a file that Word saved as .docx.")
