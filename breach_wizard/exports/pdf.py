"""The report as a PDF of record (PDF/A-2a and PDF/UA-1): laid out by typst, which gets all that is said as data."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from breach_wizard.errors import ExportError, UsageError
from breach_wizard.exports import Printed, is_installed, not_installed
from breach_wizard.exports.content import Content, Text, Value, content
from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.exports.pdf_data import TURNING, LaidOut, coded, laid_out
from breach_wizard.guidance import Guidance
from breach_wizard.patterns import pattern
from breach_wizard.report import Report

EXTENSION = ".pdf"
BINARY = True
LABEL = "PDF"
HINT = "Fixed pages, for the record and for screen readers. It can't be read back: keep Word or Markdown too."

LAYOUT: Final = Path(__file__).with_name("pdf.typ")
UNDATED: Final = date(1970, 1, 1)
"""The document's date where the report's is not known: PDF/A asks for one, and that of today would change the bytes."""

SHOWN_AS_CODES: Final = "Signs that can't be printed are shown as their codes:"
REFUSED: Final = pattern(r'error: (?:the text|the PDF contains the codepoint) `"(.+?)"`')
ESCAPED: Final = pattern(r"\\u\{([0-9a-f]+)\}")
CODE: Final = pattern(r"U\+([0-9A-F]{4,6})")


def render(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes with the same version of typst.

    Raises:
        UsageError: the packages that this needs are not installed.
        ExportError: typst can't make it.
    """
    said = content(report, guidance)
    day = report.report_date if isinstance(report.report_date, date) else UNDATED
    laid = laid_out(said, furniture, TURNING)
    alone = Content("Signs", (Text("", Value("\n".join(laid.others)), ""),))  # tried on a page of their own, at once
    _, refused = _compiled(laid_out(alone, BARE, frozenset()), day)
    signs = TURNING
    while True:  # a mark that can be printed may have no place on the letter before it
        if refused:
            signs |= refused
            laid = laid_out(said, furniture, signs)
        data, refused = _compiled(laid, day)
        if not refused:
            return data
        if refused <= signs:
            raise ExportError(f"The pdf document can't show {''.join(sorted(refused))!r}, so nothing was written.")


def held(data: bytes, _: Guidance) -> Printed:
    """Return the text that the pages hold, without what each of them repeats."""
    from breach_wizard.exports.pdf_text import compact, marked, pdf_text, pieces

    signs = TURNING | _shown_as_codes(data)
    text = pdf_text(data)
    left_out = marked(text)
    return Printed(compact(text, left_out), lambda line: pieces(coded(line, signs), left_out))


def remark(data: bytes) -> str:
    """Return which signs a PDF of ours shows as their codes, as a sentence; empty where there are none."""
    listed = ", ".join(f"U+{ord(one):04X}" for one in sorted(_shown_as_codes(data)))
    return f"{SHOWN_AS_CODES} {listed}." if listed else ""


def _shown_as_codes(data: bytes) -> frozenset[str]:
    """The signs that the document itself says it shows as codes."""
    from breach_wizard.exports.pdf_text import subject

    return frozenset(chr(int(code, 16)) for code in CODE.findall(subject(data)))


def _compiled(laid: LaidOut, day: date) -> tuple[bytes, set[str]]:
    """The document; or nothing, and the signs in it that typst refuses."""
    if not is_installed("pdf"):
        raise UsageError(not_installed("pdf"))
    import typst

    told = ", ".join(f"U+{ord(one):04X}" for one in sorted(laid.coded))
    described = {
        "description": f"{SHOWN_AS_CODES} {told}." if told else None,
        "date": {"year": day.year, "month": day.month, "day": day.day},
    }
    try:
        made = typst.compile(
            LAYOUT.read_bytes(),
            sys_inputs={"report": json.dumps(laid.data | described)},
            pdf_standards=["a-2a", "ua-1"],
            ignore_system_fonts=True,
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        refused = set("".join(map(_unescaped, REFUSED.findall(error.diagnostic))))
        refused = {one for one in refused if not one.isascii()}
        if not refused:
            raise ExportError(f"The pdf document can't be made, so nothing was written: {error.message}") from error
        return b"", refused
    return made, set()


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
