"""Reads a report on somebody's form in a web page, as a browser saved it, into answers."""

import re
from typing import Final

from lxml import etree

from breach_wizard import form
from breach_wizard.errors import CopyForPublication, InputError, NotAReport
from breach_wizard.guidance import Guidance
from breach_wizard.imports import foreign, own
from breach_wizard.imports.archive import MOST_TAGS, too_large
from breach_wizard.imports.flow import Aside, Document, Maker
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.web_flow import Flow
from breach_wizard.patterns import pattern

PAGE: Final = pattern(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
PIECE: Final = pattern(r"\s*<(?:table|div|h[1-6]|p|section|article|main|form|dl|meta|title)\b", re.I)
INSIDE: Final = pattern(r"<(?:table|dl)\b|</div>", re.I)
"""How a page begins; how a piece of one does, and what is in it where it isn't Markdown with a tag."""


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers of a web page, or None where the text is none; raises as `read` does."""
    text = data.decode("utf-8-sig")
    is_one = PAGE.match(text) or (PIECE.match(text) and INSIDE.search(text))
    return read(data, guidance) if is_one else None


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return the answers that a report on somebody's form holds.

    Raises:
        NotAReport: it is no report, or one that we wrote to be looked at.
        CopyForPublication: it is a copy that is for publication.
        InputError: it can't be read.
    """
    held = document(data)
    if form.is_copy(held.lines):
        raise CopyForPublication
    if own.is_own(held.blocks):
        raise NotAReport(
            "This is a web page that we wrote, which can't be read back. Name the report in Markdown, Word or JSON."
        )
    return foreign.read_document(held, guidance)


def document(data: bytes) -> Document:
    """Return what a web page in UTF-8 holds, as `word.document` does of a Word document.

    What stands about the text of a page (navigation, its foot) is in blocks of the kind ``other``.

    Raises:
        InputError: it can't be read.
    """
    if data.count(b"<") > MOST_TAGS:
        too_large()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        root = None
    if root is None or any("depth" in one.message.lower() for one in parser.error_log):
        raise InputError("This web page can't be read. Copy its text into a file of text, and name that.")
    aside = Aside()
    maker = Maker(aside)
    maker.add_all(Flow(aside).of(root))
    return maker.made()
