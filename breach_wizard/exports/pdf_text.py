"""The text of a PDF that typst made, in the order in which it is read, to be searched for what was answered."""

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, NumberObject, StreamObject

from breach_wizard.patterns import pattern
from breach_wizard.tables import ROW

ARTIFACT: Final = "/Artifact"
REVERSED: Final = "/ReversedChars"
BLOCK: Final = pattern(r"beginbf(char|range)\n(.*?)endbf", re.DOTALL)
HEX: Final = pattern(r"<([0-9A-Fa-f]+)>")
FROM_THE_RIGHT: Final = "R"
BRACKET: Final = "("
TURNED: Final = str.maketrans(dict.fromkeys("()<>[]{}", BRACKET))
NO_NUMBER: Final = -1
Place = tuple[Any, int]
"""The page, and the number that a piece has on it."""
OF_A_ROW: Final = pattern(r"[|\\]+")
RULE: Final = pattern(r"[\s:-]*")


def subject(data: bytes) -> str:
    """Return what a PDF says of itself."""
    told = PdfReader(io.BytesIO(data)).metadata
    return (told.subject or "") if told is not None else ""


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF, without what is drawn at head and foot of each page or repeated there.

    In the order of its structure: a cell that goes on on the next page is drawn in two parts, with others between.
    """
    reader = PdfReader(io.BytesIO(data))
    texts: dict[Place, str] = {}
    for page in reader.pages:
        for number, piece in _page(page):
            place = (page.indirect_reference, number)
            texts[place] = texts.get(place, "") + piece
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    return "".join(texts.get(place, "") for place in _in_order(root, None))


def _in_order(element: Any, page: Any) -> Iterator["Place"]:
    """The places of all that a piece of the structure holds."""
    held = element.get("/K", [])
    page = element.raw_get("/Pg") if "/Pg" in element else page
    for one in held if isinstance(held, list) else [held]:
        child: Any = one.get_object()
        is_number = isinstance(child, NumberObject)
        if not is_number and "/MCID" not in child:
            yield from _in_order(child, page)
        else:
            on = child.raw_get("/Pg") if not is_number and "/Pg" in child else page
            yield on, int(child if is_number else child["/MCID"])


def marked(text: str) -> frozenset[str]:
    """Return the letters of a text that have marks which no sign has together with them, each without its marks.

    Such a letter is drawn by several glyphs. Of each a PDF says the whole letter, or what it drew elsewhere: the letter
    without the marks; and of the letter without them it may say that it has them.
    """
    signs = unicodedata.normalize("NFC", text) if not text.isascii() else ""
    return frozenset(_bare(one) for one, mark in pairwise(signs) if _is_mark(mark) and not _is_mark(one))


def compact(text: str, left_out: frozenset[str] = frozenset()) -> str:
    """Return the text without blanks, without what can't be seen, and without marks and some letters, marked or not.

    Brackets, and all signs that are turned round where one reads from the right, are one sign: a PDF says those drawn.
    """
    if text.isascii() and not left_out:
        return "".join(text.split()).translate(TURNED)
    return "".join(
        BRACKET if unicodedata.mirrored(one) else one
        for one in unicodedata.normalize("NFC", text)
        if not (one.isspace() or _is_mark(one) or unicodedata.category(one) == "Cf" or _bare(one) in left_out)
    )


def pieces(line: str, left_out: frozenset[str]) -> tuple[str, ...]:
    """Return what to look for of a line: the whole, but where its parts are laid out apart.

    Those are the words of a row of a table, whose cells may go on together on the next page, and the runs of letters of
    a line with some from the right. Its own letters with marks must be among those left out: else it isn't found.
    """
    left_out |= marked(line)
    if ROW.fullmatch(line):
        words = (word for cell in OF_A_ROW.split(line) if not RULE.fullmatch(cell) for word in cell.split())
        return tuple(one for word in words for one in pieces(word, left_out))
    if not line.isascii() and any(_side(one) == FROM_THE_RIGHT for one in line):
        runs = ("".join(run) for side, run in groupby(line, _side) if side)
        return tuple(filter(None, (compact(run, left_out) for run in runs)))
    return (compact(line, left_out),)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _bare(sign: str) -> str:
    """A letter without its marks."""
    return unicodedata.normalize("NFD", sign)[0]


def _side(sign: str) -> str:
    """From which side a letter or a figure is read; empty of all else, which goes with what stands beside it."""
    kind = unicodedata.bidirectional(sign)
    return FROM_THE_RIGHT if kind in ("R", "AL") else kind if kind in ("L", "EN", "AN") else ""


def _page(page: PageObject) -> Iterator[tuple[int, str]]:
    """What a page draws, each piece with the number by which the structure names it."""
    contents = page.get_contents()
    if contents is None:
        return
    fonts = {name: _signs(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}  # type: ignore[attr-defined]
    signs: Mapping[bytes, str] = {}
    around: list[str] = []
    numbers: list[int] = []
    for operands, operator in ContentStream(contents, page.pdf).operations:
        match operator:
            case b"BMC" | b"BDC":
                around.append(str(operands[0]))
                last = numbers[-1] if numbers else NO_NUMBER
                numbers.append(operands[1].get("/MCID", last) if operator == b"BDC" else last)
            case b"EMC":
                around.pop()
                numbers.pop()
            case b"Tf":
                signs = fonts[operands[0]]
            case b"Tj" | b"TJ" if ARTIFACT not in around:
                shown = operands[0] if operator == b"TJ" else operands
                found = [sign for one in shown if isinstance(one, str | bytes) for sign in _shown(one, signs)]
                yield numbers[-1], "".join(reversed(found) if REVERSED in around else found)


def _shown(text: str | bytes, signs: Mapping[bytes, str]) -> Iterator[str]:
    """The text of each glyph; they are named by two bytes."""
    data = text if isinstance(text, bytes) else _bytes(text)
    yield from (signs.get(data[at : at + 2], "\ufffd") for at in range(0, len(data), 2))


def _bytes(text: Any) -> bytes:
    return bytes(text.original_bytes)


def _signs(font: Any) -> dict[bytes, str]:
    """The text of each glyph of a font, as it says itself."""
    stream = font["/ToUnicode"].get_object()
    assert isinstance(stream, StreamObject)  # noqa: S101 - for the type checker
    found: dict[bytes, str] = {}
    for kind, body in BLOCK.findall(stream.get_data().decode("ascii")):
        for line in body.splitlines():
            first, *more = (bytes.fromhex(one) for one in HEX.findall(line))
            if kind == "char":
                found[first] = more[0].decode("utf-16-be")
    return found
