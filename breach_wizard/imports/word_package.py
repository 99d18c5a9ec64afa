"""Opens a Word file with care: bounded before it is unpacked, no entities, and a sentence for what is none.

zipfile and lxml rather than python-docx: that one unpacks without bounds, refuses files that Word opens (a broken link
to a picture, the strict variant of the format) and leaves out notes, text boxes and tracked changes.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from lxml import etree

from breach_wizard.errors import InputError

MOST_ENTRIES = 2_000
MOST_BYTES = 50_000_000
MOST_READ = 20_000_000
"""No Word file that could be a report comes near these; more is a trap, or a book. Pictures are not read."""

MOST_TAGS = 700_000
"""Each takes up to 200 bytes of memory once it is read; so many stay below 200 MB."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORDPROCESSING = "wordprocessingml"
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, IndexError, OverflowError, RuntimeError,
    etree.LxmlError,
)  # fmt: skip
"""What zipfile and lxml raise on files that are damaged or made to harm. (NotImplementedError is a RuntimeError.)"""


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
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._bound()
            self._left, self._tags_left = MOST_READ, MOST_TAGS
            self._name = next(self._targets("", "officeDocument"), "")
            main = self._part(self._name)
        except DAMAGE:
            _damaged()
        if main is None or WORDPROCESSING not in main.root.tag or not main.root.tag.endswith("}document"):
            raise InputError("This is not a Word document. Save it in Word as .docx and try again.")
        self.main = main

    def related(self, kind: str) -> list[Part]:
        """Return the parts that the main part has of a kind, such as ``footer``.

        Raises:
            InputError: one of them can't be read.
        """
        try:
            parts = [self._part(name) for name in sorted(set(self._targets(self._name, kind)))]
        except DAMAGE:
            _damaged()
        return [one for one in parts if one is not None]

    def _bound(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_BYTES:
            _too_large()
        if any(one.flag_bits & 1 for one in entries):
            _encrypted()

    def _part(self, name: str) -> Part | None:
        root = self._root(name)
        links = self._links(name, "hyperlink")
        return None if root is None else Part(root, {one.get("Id", ""): one.get("Target", "") for one in links})

    def _root(self, name: str) -> Any:
        """The root of a part; None where there is none of this name."""
        if name not in self._zip.namelist():
            return None
        with self._zip.open(name) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        self._tags_left -= data.count(b"<")
        if self._left < 0 or self._tags_left < 0:
            _too_large()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.doctype:
            # The format has no use for one; what it would declare are entities that unfold without end.
            _damaged()
        return root

    def _links(self, source: str, kind: str) -> Iterator[Any]:
        folder, name = posixpath.split(source)
        links = self._root(posixpath.join(folder, "_rels", f"{name}.rels"))
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
            _encrypted()
        raise InputError("This is a Word document of the old kind (.doc). Save it in Word as .docx and try again.")
    if not data.startswith(b"PK"):
        raise InputError("This is not a Word document (.docx). Name a file that Word saved as .docx.")


def _encrypted() -> NoReturn:
    raise InputError("This document is locked with a password. Save it in Word without one and try again.")


def _damaged() -> NoReturn:
    raise InputError("This Word document is damaged. Open it in Word, save it again and try that file.") from None


def _too_large() -> NoReturn:
    raise InputError("This document unpacks to far more than a report can hold. Name another file.")
