"""Reads a report in the format of LibreOffice (ODT), as Word is read, into answers."""

from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.archive import Archive
from breach_wizard.imports.flow import Aside, Document, Maker
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.odt_controls import controls
from breach_wizard.imports.odt_flow import Flow
from breach_wizard.imports.odt_styles import Styles
from breach_wizard.imports.word import report_in
from breach_wizard.imports.word_runs import child, name

TEXT, STYLES = "content.xml", "styles.xml"


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers of an ODT document, or None where it is none; raises as `read` does."""
    is_one = data.startswith(b"PK") and TEXT.encode() in data and b"_rels/.rels" not in data
    return read(data, guidance) if is_one else None


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return the answers that a report holds, in our own form or on somebody's.

    Raises:
        NotAReport: it is an ODT document, and no report.
        InputError: it is no ODT document that can be read.
    """
    return report_in(document(data), guidance)


def document(data: bytes) -> Document:
    """Return what an ODT document holds, as `word.document` does of a Word document.

    Raises:
        InputError: it is no ODT document that can be read.
    """
    archive = Archive(data, "LibreOffice")
    root, styled = archive.root(TEXT), archive.root(STYLES)
    text = child(child(root, "body"), "text")
    if text is None:
        raise InputError("This is not a text document. Save it in LibreOffice as .odt or .docx and try again.")
    aside = Aside()
    flow = Flow(Styles([one for one in (styled, root) if one is not None]), aside, controls(text))
    maker = Maker(aside)
    maker.add_all(flow.of(text))
    for note in flow.notes:
        maker.add_all(flow.of(note), other=True)
    pages = child(styled, "master-styles")
    for number, one in enumerate(() if pages is None else pages.iter()):
        if name(one) in ("header", "footer", "header-left", "footer-left"):
            maker.add_all(flow.of(one), other=True, around=f"{name(one)} {number}")
    return maker.made()
