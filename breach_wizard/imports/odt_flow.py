"""The paragraphs and table rows of an ODT document in reading order, each with what its style says."""

from collections.abc import Iterator
from typing import Any, Final

from breach_wizard.imports import ticks
from breach_wizard.imports.blocks import Inline
from breach_wizard.imports.flow import HIDDEN, STRUCK, Aside, Paragraph, Row, merged, one_text
from breach_wizard.imports.odt_styles import Style, Styles
from breach_wizard.imports.word_runs import attribute, child, name

AROUND: Final = {
    "text", "section", "index-body", "table-of-content", "note-body", "text-box", "header", "footer", "header-left",
    "footer-left", "numbered-paragraph", "content-control",
}  # fmt: skip
"""Elements that hold paragraphs and tables and are none."""

ROWS: Final = {"table-header-rows", "table-rows", "table-row-group"}
NOT_TEXT: Final = {
    "annotation-end", "page-number", "page-count", "placeholder", "tracked-changes", "forms", "event-listeners",
    "bookmark-start", "bookmark-end", "desc", "title",
}  # fmt: skip
CHARACTERS: Final = {"tab": "\t", "line-break": "\n"}
MOST_BLANKS: Final = 100
"""Blanks in a row are a number in this format; no text has more."""


class Flow:
    """Walks through a part of the document; notes are kept until asked for.

    ``controls`` are what those of its forms hold, by id; each is read once, where it stands.
    """

    def __init__(self, styles: Styles, aside: Aside, controls: dict[str, str]) -> None:
        self._controls = controls
        self._styles = styles
        self._aside = aside
        self.notes: list[Any] = []

    def of(self, container: Any) -> Iterator[Paragraph | Row]:
        """Return what a container holds; a table within a cell comes after the row of that cell."""
        for one in container:
            kind = name(one)
            if kind in ("p", "h"):
                yield from self._paragraph(one)
            elif kind == "list":
                yield from self._list(one)
            elif kind == "table":
                yield from self._table(one)
            elif kind == "section" and attribute(one, "display") == "none":
                self._aside.drop(HIDDEN, _whole_text(one))
            elif kind in AROUND:
                yield from self.of(one)

    def _paragraph(self, element: Any, number: str | None = None, depth: int = 0) -> Iterator[Paragraph | Row]:
        """Return a paragraph, if it has text, and what its text boxes hold; ``number`` is None outside lists."""
        style = self._styles.of("paragraph", attribute(element, "style-name"))
        boxes: list[Any] = []
        found = merged(self._inside(element, "", Style(style.struck, style.hidden), boxes))
        if any(run.text.strip() for run in found):
            level = attribute(element, "outline-level") if name(element) == "h" else ""
            kind = "h1" if style.is_title else "h2" if level == "1" else "h3" if level else "paragraph"
            is_item = number is not None and kind == "paragraph"
            yield Paragraph(kind, is_item, found, None, number or "" if is_item else "", depth)
        for box in boxes:
            yield from self.of(box)

    def _list(self, element: Any, key: str = "", depth: int = 0) -> Iterator[Paragraph | Row]:
        own = attribute(element, "style-name") or key
        if not depth and not attribute(element, "continue-list") and attribute(element, "continue-numbering") != "true":
            self._styles.begin(own)
        for item in element:
            if name(item) not in ("list-item", "list-header"):
                continue
            is_first = name(item) == "list-item"
            for one in item:
                if name(one) == "list":
                    yield from self._list(one, own, depth + 1)
                elif name(one) in ("p", "h"):
                    number = self._styles.next(own, depth) if is_first else None
                    is_first = False
                    yield from self._paragraph(one, number, depth)

    def _table(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return the rows of a table that have text."""
        for row in _rows(element):
            inside = [list(self.of(cell)) for cell in _cells(row)]
            cells = [one_text([one for one in parts if isinstance(one, Paragraph)]) for parts in inside]
            if any(cells):
                yield Row(cells)
            for parts in inside:
                yield from (one for one in parts if isinstance(one, Row))

    def _inside(self, element: Any, mark: str, style: Style, boxes: list[Any]) -> Iterator[Inline]:
        yield from self._typed(element.text, mark, style)
        for one in element:
            yield from self._piece(one, mark, style, boxes)
            yield from self._typed(one.tail, mark, style)

    def _typed(self, text: str | None, mark: str, style: Style) -> Iterator[Inline]:
        """Text that stands; what is struck out or hidden is noted."""
        shown = " ".join((text or "").split("\n"))
        if shown and (style.struck or style.hidden):
            self._aside.drop(HIDDEN if style.hidden else STRUCK, shown)
        elif shown:
            if shown.strip():
                self._aside.settle()
            yield Inline(shown, mark)

    def _piece(self, one: Any, mark: str, style: Style, boxes: list[Any]) -> Iterator[Inline]:
        kind = name(one)
        if kind == "annotation":
            self._aside.comment("\n".join(_whole_text(part) for part in one if name(part) in ("p", "list")))
        elif kind == "note":
            self.notes.append(child(one, "note-body"))
        elif kind == "frame":
            self._frame(one, boxes)
        elif kind == "control" and (held := self._controls.pop(attribute(one, "control"), None)) is not None:
            yield from self._typed(held, mark, style)
        elif kind == "control":
            self._aside.embedded()
        elif kind == "s":
            count = attribute(one, "c")
            yield from self._typed(" " * min(int(count) if count.isdecimal() else 1, MOST_BLANKS), mark, style)
        elif kind in ("fieldmark", "fieldmark-start"):
            yield from self._typed(_chosen(one), mark, style)
        elif kind in CHARACTERS:
            yield Inline(CHARACTERS[kind], mark)
        elif kind == "content-control" and attribute(one, "showing-place-holder") == "true":
            return  # "Click here to enter text": nobody has
        elif kind == "hidden-text":
            self._aside.drop(HIDDEN, attribute(one, "string-value") or _whole_text(one))
        elif kind == "span":
            own = self._styles.of("text", attribute(one, "style-name"))
            own_mark = "" if bool(own.italic) == bool(own.bold) else "*" if own.italic else "**"
            yield from self._inside(one, own_mark or mark, own.over(style), boxes)
        elif kind == "a":
            inside = list(self._inside(one, mark, style, boxes))
            yield from inside
            yield from _address("".join(run.text for run in inside), attribute(one, "href"), mark)
        elif kind not in NOT_TEXT:
            yield from self._inside(one, mark, style, boxes)

    def _frame(self, frame: Any, boxes: list[Any]) -> None:
        """A frame: a text box, whose text comes after its paragraph, or a picture."""
        inside = [name(one) for one in frame]
        if "text-box" in inside:
            boxes.append(child(frame, "text-box"))
        elif "object" in inside or "object-ole" in inside:
            self._aside.embedded()
        else:
            said = child(frame, "desc") if child(frame, "desc") is not None else child(frame, "title")
            self._aside.picture("" if said is None else _whole_text(said))


def _rows(element: Any) -> Iterator[Any]:
    for one in element:
        if name(one) == "table-row":
            yield one
        elif name(one) in ROWS:
            yield from _rows(one)


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row: one that goes on from the cell above is empty, one that goes on from its left is none."""
    covered = 0
    for one in row:
        if name(one) == "table-cell":
            spanned = attribute(one, "number-columns-spanned")
            covered = int(spanned) - 1 if spanned.isdecimal() else 0
            yield one
        elif name(one) == "covered-table-cell":
            if covered <= 0:
                yield one
            covered -= 1


def _chosen(field: Any) -> str:
    """The box to tick, or the entry chosen, of a field of an older form."""
    given: dict[str, str] = {}
    entries: list[str] = []
    for one in field:
        if attribute(one, "name") == "Dropdown_ListEntry":
            entries.append(attribute(one, "value"))
        given[attribute(one, "name")] = attribute(one, "value")
    if attribute(field, "type").endswith("FORMCHECKBOX"):
        return ticks.TICKED if given.get("Checkbox_Checked") == "true" else ticks.EMPTY
    number = given.get("Dropdown_Selected", "")
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def _address(shown: str, address: str, mark: str) -> Iterator[Inline]:
    plain = address.removeprefix("mailto:")
    if plain.rstrip("/") and not plain.startswith("#") and plain.rstrip("/") not in shown:
        yield Inline(f" {plain}", mark)


def _whole_text(element: Any) -> str:
    return "".join(element.itertext())
