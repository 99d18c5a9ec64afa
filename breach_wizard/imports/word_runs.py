"""The text of one paragraph of a Word document, run by run, with what is inserted, linked or computed in it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from breach_wizard.imports import ticks
from breach_wizard.imports.blocks import Inline
from breach_wizard.imports.flow import HIDDEN, STRUCK, Aside, merged

NOT_TEXT = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "delText", "txbxContent", "Fallback"}
"""Elements whose text stands elsewhere, or no longer stands: text boxes come after their paragraph, see `boxes`."""

CHARACTERS = {"tab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
COMPUTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields whose result nobody typed."""

OFF = ("0", "false", "off")
TICK_FONTS = "wingdings"
"""Fonts whose letters are signs begin so."""

PICTURES = {"drawing", "pict", "object"}


class Look(NamedTuple):
    """What a style says of its text; None where it leaves that to another."""

    struck: bool | None = None
    hidden: bool | None = None

    def over(self, other: "Look") -> "Look":
        """Return what this says, and the other where this says nothing."""
        return Look(
            other.struck if self.struck is None else self.struck, other.hidden if self.hidden is None else self.hidden
        )


class Setting(NamedTuple):
    """What a part of a document is read with.

    Attributes:
        addresses: to which its links lead, by their ids.
        looks: what the styles say, by their ids.
        comments: the remarks of readers, by their ids.
        aside: where what isn't read is noted.
    """

    addresses: Mapping[str, str]
    looks: Mapping[str, Look]
    comments: dict[str, str]
    aside: Aside


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


def value(element: Any, wanted: str) -> str:
    """Return the value of the first child of this name; empty where there is none."""
    found = child(element, wanted)
    return "" if found is None else attribute(found, "val")


def look(properties: Any) -> Look:
    """Return what the properties of a run say of its text."""
    struck = [is_on(one) for one in (child(properties, "strike"), child(properties, "dstrike")) if one is not None]
    hidden = child(properties, "vanish")
    return Look(any(struck) if struck else None, None if hidden is None else is_on(hidden))


def runs(paragraph: Any, setting: Setting) -> list[Inline]:
    """Return the runs of a paragraph; neighbours with the same mark are one."""
    style = value(child(paragraph, "pPr"), "pStyle")
    return merged(_Paragraph(setting, setting.looks.get(style, Look())).inside(paragraph, ""))


def boxes(paragraph: Any) -> Iterator[Any]:
    """Return the contents of the text boxes that hang on a paragraph; not those within another box."""
    for one in paragraph:
        if name(one) == "txbxContent":
            yield one
        elif name(one) != "Fallback":
            yield from boxes(one)


class _Paragraph:
    """Walks through one paragraph; knows the fields that are open."""

    def __init__(self, setting: Setting, styled: Look) -> None:
        self.setting = setting
        self.styled = styled
        self.font = ""
        self.fields: list[dict[str, str]] = []

    def inside(self, element: Any, mark: str) -> Iterator[Inline]:
        for one in element:
            yield from self.piece(one, mark)

    def piece(self, one: Any, mark: str) -> Iterator[Inline]:
        kind = name(one)
        if kind in NOT_TEXT:
            return
        if kind == "fldChar":
            yield from self.field(attribute(one, "fldCharType"), mark, child(one, "ffData"))
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
            address = self.setting.addresses.get(attribute(one, "id"), "")
            yield from _address("".join(run.text for run in inside), address, mark)
        elif kind == "sdt" and child(child(one, "sdtPr"), "showingPlcHdr") is not None:
            return  # "Click here to enter text": nobody has
        elif kind == "r":
            yield from self.run(one, child(one, "rPr"))
        elif kind == "commentReference":
            self.setting.aside.comment(self.setting.comments.pop(attribute(one, "id"), ""))
        else:
            if kind in PICTURES and next(boxes(one), None) is None:
                self.setting.aside.picture(_description(one))
            text = self.characters(kind, one)
            if text and not self.is_computed():
                for field in self.fields:
                    field["result"] += text
                yield Inline(text, mark)
            yield from self.inside(one, mark)

    def run(self, one: Any, properties: Any) -> Iterator[Inline]:
        """A run; what is struck out or hidden in it is no text of the document."""
        styled = self.setting.looks.get(value(properties, "rStyle"), Look())
        shown = look(properties).over(styled).over(self.styled)
        fonts = child(properties, "rFonts")
        self.font = "" if fonts is None else attribute(fonts, "ascii").lower()
        found = list(self.inside(one, _mark(properties)))
        if shown.hidden or shown.struck:
            self.setting.aside.drop(HIDDEN if shown.hidden else STRUCK, "".join(piece.text for piece in found))
            return
        if any(piece.text.strip() for piece in found):
            self.setting.aside.settle()
        yield from found

    def field(self, stage: str, mark: str, form_field: Any = None) -> Iterator[Inline]:
        """A field begins or ends; one to be ticked or chosen from has a text, and a link is followed by its address."""
        if stage == "begin":
            self.fields.append({"instruction": "", "result": ""})
            chosen = _chosen(form_field)
            if chosen:
                yield Inline(chosen, mark)
        elif stage == "end" and self.fields:
            field = self.fields.pop()
            kind, _, rest = field["instruction"].strip().partition(" ")
            if kind.upper() == "HYPERLINK" and '"' in rest and not rest.lstrip().startswith("\\"):
                yield from _address(field["result"], rest.split('"')[1], mark)

    def is_computed(self) -> bool:
        return any(field["instruction"].split()[:1] in ([one] for one in COMPUTED) for field in self.fields)

    def characters(self, kind: str, one: Any) -> str:
        """The text of an element that is no run."""
        if kind == "t":
            text = one.text or ""
            if self.font.startswith(TICK_FONTS):
                return "".join(sign if sign.isspace() else ticks.symbol(ord(sign)) for sign in text)
            return text
        if kind == "sym":
            return _symbol(attribute(one, "char"), attribute(one, "font").lower())
        return CHARACTERS.get(kind, "")


def _symbol(number: str, font: str) -> str:
    try:
        code = int(number, 16)
        return ticks.symbol(code) if font.startswith(TICK_FONTS) or ticks.is_private(code) else chr(code)
    except (ValueError, OverflowError):
        return ""


def _chosen(form_field: Any) -> str:
    """The box to tick, or the entry chosen, of a field of Word's older forms."""
    box, listed = child(form_field, "checkBox"), child(form_field, "ddList")
    if box is not None:
        state = child(box, "checked")
        return ticks.TICKED if is_on(child(box, "default") if state is None else state) else ticks.EMPTY
    if listed is not None:
        entries = [attribute(one, "val") for one in listed if name(one) == "listEntry"]
        number = value(listed, "result") or value(listed, "default") or "0"
        return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""
    return ""


def _description(picture: Any) -> str:
    """What the writer said that a picture shows."""
    for one in picture.iter():
        if name(one) in ("docPr", "cNvPr", "shape"):
            said = attribute(one, "descr") or attribute(one, "alt") or attribute(one, "title")
            if said:
                return said
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
