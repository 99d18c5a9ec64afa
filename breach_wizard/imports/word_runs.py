"""The text of one paragraph of a Word document, run by run, with what is inserted, linked or computed in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from breach_wizard.imports.blocks import Inline

NOT_TEXT = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "delText", "txbxContent", "Fallback"}
"""Elements whose text stands elsewhere, or no longer stands: text boxes come after their paragraph, see `boxes`."""

CHARACTERS = {"tab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
COMPUTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields whose result nobody typed."""

OFF = ("0", "false", "off")


def name(element: Any) -> str:
    """Return an element's name without its namespace, which differs between the two variants of the format."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, wanted: str) -> str:
    """Return an attribute's value by its name without a namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted), "")


def child(element: Any, wanted: str) -> Any:
    """Return the first child of this name, or None."""
    return None if element is None else next((one for one in element if name(one) == wanted), None)


def is_on(element: Any) -> bool:
    """Is a switch such as ``w:b`` there, and not turned off?"""
    return element is not None and attribute(element, "val") not in OFF


def runs(paragraph: Any, addresses: Mapping[str, str]) -> list[Inline]:
    """Return the runs of a paragraph; neighbours with the same mark are one."""
    return merged(_Paragraph(addresses).inside(paragraph, ""))


def merged(pieces: Iterator[Inline] | Sequence[Inline]) -> list[Inline]:
    """Return the runs with neighbours of the same mark made one. Word cuts runs where it likes."""
    found: list[Inline] = []
    for piece in pieces:
        if found and found[-1].mark == piece.mark:
            found[-1] = Inline(found[-1].text + piece.text, piece.mark)
        elif piece.text:
            found.append(piece)
    return found


def boxes(paragraph: Any) -> Iterator[Any]:
    """Return the contents of the text boxes that hang on a paragraph; not those within another box."""
    for one in paragraph:
        if name(one) == "txbxContent":
            yield one
        elif name(one) != "Fallback":
            yield from boxes(one)


class _Paragraph:
    """Walks through one paragraph; knows the fields that are open."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self.addresses = addresses
        self.fields: list[dict[str, str]] = []

    def inside(self, element: Any, mark: str) -> Iterator[Inline]:
        for one in element:
            yield from self.piece(one, mark)

    def piece(self, one: Any, mark: str) -> Iterator[Inline]:
        kind = name(one)
        if kind in NOT_TEXT:
            return
        if kind == "fldChar":
            yield from self.field(attribute(one, "fldCharType"), mark)
        elif kind == "instrText":
            if self.fields:
                self.fields[-1]["instruction"] += one.text or ""
        elif kind == "fldSimple":
            self.fields.append({"instruction": attribute(one, "instr"), "result": ""})
            yield from self.inside(one, mark)
            yield from self.field("end", mark)
        elif kind == "hyperlink":
            inside = list(self.inside(one, mark))
            yield from inside
            yield from _address("".join(run.text for run in inside), self.addresses.get(attribute(one, "id"), ""), mark)
        elif kind == "sdt" and child(child(one, "sdtPr"), "showingPlcHdr") is not None:
            return  # "Click here to enter text": nobody has
        elif kind == "r":
            yield from self.inside(one, _mark(child(one, "rPr")))
        else:
            text = _characters(kind, one)
            if text and not self.is_computed():
                for field in self.fields:
                    field["result"] += text
                yield Inline(text, mark)
            yield from self.inside(one, mark)

    def field(self, stage: str, mark: str) -> Iterator[Inline]:
        """A field begins or ends; one that is a link is followed by its address."""
        if stage == "begin":
            self.fields.append({"instruction": "", "result": ""})
        elif stage == "end" and self.fields:
            field = self.fields.pop()
            kind, _, rest = field["instruction"].strip().partition(" ")
            if kind.upper() == "HYPERLINK" and '"' in rest and not rest.lstrip().startswith("\\"):
                yield from _address(field["result"], rest.split('"')[1], mark)

    def is_computed(self) -> bool:
        return any(field["instruction"].split()[:1] in ([one] for one in COMPUTED) for field in self.fields)


def _characters(kind: str, one: Any) -> str:
    if kind == "t":
        return one.text or ""
    if kind == "sym":
        return _symbol(attribute(one, "char"))
    return CHARACTERS.get(kind, "")


def _symbol(number: str) -> str:
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""


def _mark(properties: Any) -> str:
    """Return ``*`` for italic alone and ``**`` for bold alone, as words of ours are written."""
    italic, bold = is_on(child(properties, "i")), is_on(child(properties, "b"))
    return "" if italic == bold else "*" if italic else "**"


def _address(shown: str, address: str, mark: str) -> Iterator[Inline]:
    """The address of a link after its words, where it says more than they do."""
    plain = address.removeprefix("mailto:").rstrip("/")
    if plain and plain not in shown:
        yield Inline(f" {address.removeprefix('mailto:')}", mark)
