"""Opens a zip with XML in it, as Word and LibreOffice write, with care: bounded before it is unpacked, no entities.

zipfile and lxml rather than a library for each: those unpack without bounds, refuse files that the programs open, and
leave out notes, text boxes and tracked changes.
"""

import io
import zipfile
import zlib
from typing import Any, NoReturn

from lxml import etree

from breach_wizard.errors import InputError

MOST_ENTRIES = 2_000
MOST_BYTES = 50_000_000
MOST_READ = 20_000_000
"""No file that could be a report comes near these; more is a trap, or a book. Pictures are not read."""

MOST_TAGS = 700_000
"""Each takes up to 200 bytes of memory once it is read; so many stay below 200 MB."""

DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, IndexError, OverflowError, RuntimeError,
    etree.LxmlError,
)  # fmt: skip
"""What zipfile and lxml raise on files that are damaged or made to harm. (NotImplementedError is a RuntimeError.)"""


class Archive:
    """A zip that has been opened."""

    def __init__(self, data: bytes, program: str) -> None:
        """Open it.

        Args:
            data: of the file.
            program: that wrote it, for messages.

        Raises:
            InputError: it can't be read; the sentence says why.
        """
        self._program = program
        self._left, self._tags_left = MOST_READ, MOST_TAGS
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE:
            self.damaged()
        entries = self._zip.infolist()
        self.names = frozenset(one.filename for one in entries)
        if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_BYTES:
            too_large()
        if any(one.flag_bits & 1 for one in entries):
            encrypted(program)

    def root(self, name: str) -> Any:
        """Return the root of a part in XML; None where there is none of this name.

        Raises:
            InputError: it can't be read.
        """
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
            self._left -= len(data)
            self._tags_left -= data.count(b"<")
            if self._left < 0 or self._tags_left < 0:
                too_large()
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            root = etree.fromstring(data, parser)
        except DAMAGE:
            self.damaged()
        if root.getroottree().docinfo.doctype:
            # The formats have no use for one; what it would declare are entities that unfold without end.
            self.damaged()
        return root

    def damaged(self) -> NoReturn:
        """Refuse it.

        Raises:
            InputError: always.
        """
        raise InputError(
            f"This document is damaged. Open it in {self._program}, save it again and try that file."
        ) from None


def encrypted(program: str) -> NoReturn:
    """Refuse a document that is locked."""
    raise InputError(f"This document is locked with a password. Save it in {program} without one and try again.")


def too_large() -> NoReturn:
    """Refuse what unpacks without end."""
    raise InputError("This document unpacks to far more than a report can hold. Name another file.")
