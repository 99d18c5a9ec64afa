"""The text of a file, in whichever encoding Windows, Word or an editor saved it; and what isn't text at all."""

import codecs
from typing import Final

from breach_wizard.errors import NotAReport

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
"""The marks of the byte order, and the encodings that they stand for; the longer go before those they begin with."""

SAVE_AS: Final = "Open it, save it as .docx, and try again; or copy its text into a file of text."
KINDS: Final = (
    (
        b"%PDF",
        "This is a PDF, which can't be read back. Name the Word or Markdown file of it, or copy its text into a file.",
    ),
    (b"{\\rtf", f"This is rich text (RTF), which isn't read here. {SAVE_AS}"),
    (b"\x89PNG", "This is a picture. Name the document itself."),
    (b"\xff\xd8\xff", "This is a picture. Name the document itself."),
)
"""How files begin that are no text, and what to do with each."""

OWNER_FILE: Final = 162
"""The size of the file that Word keeps beside a document that is open: a name, and little else."""

LAST_CONTROL: Final = 0x20
TEXT_CONTROLS: Final = frozenset(b"\t\n\r\f\x1b")
ANSI: Final = "cp1252"
READ_AS_ANSI: Final = (
    "It is not text in UTF-8, and was read as Windows wrote text before (ANSI). Look at its accents, dashes and pounds."
)
NO_TEXT: Final = "This is not text in UTF-8, nor a Word document. If it is text, save it as UTF-8 and try again."


def utf8_of(data: bytes) -> tuple[bytes, str]:
    """Return the text of a file in UTF-8, and what is to be known about how it was read; mostly nothing.

    Raises:
        NotAReport: it is no text; the message says what it is and what to do.
    """
    for beginning, message in KINDS:
        if data.lstrip()[: len(beginning)] == beginning:
            raise NotAReport(message)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding).encode(), ""
            except UnicodeDecodeError:
                break
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _ansi(data).encode(), READ_AS_ANSI
    return data, ""


def _ansi(data: bytes) -> str:
    """The text in the one encoding that is left, where it can be that."""
    if len(data) == OWNER_FILE:
        raise NotAReport("This is the note that Word keeps beside a document that is open. Name the document itself.")
    is_mixed = any(ord(sign) > 0x7F for sign in data.decode("utf-8", "ignore"))
    has_controls = any(byte < LAST_CONTROL and byte not in TEXT_CONTROLS for byte in data)
    if is_mixed or has_controls:
        raise NotAReport(NO_TEXT)
    try:
        return data.decode(ANSI)
    except UnicodeDecodeError as error:
        raise NotAReport(NO_TEXT) from error
