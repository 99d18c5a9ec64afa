"""The paragraphs and table rows of a web page in reading order."""

from collections.abc import Iterator
from typing import Any, Final

from breach_wizard.imports import ticks
from breach_wizard.imports.blocks import Inline
from breach_wizard.imports.flow import HIDDEN, STRUCK, Aside, Paragraph, Row, merged, one_text
from breach_wizard.imports.numerals import numeral

SKIPPED: Final = {"script", "style", "head", "template", "noscript", "svg", "object", "iframe", "datalist"}
AROUND: Final = {"nav", "footer", "aside"}
"""What stands about the text of a page."""

BLOCKS: Final = {
    "html", "body", "p", "div", "section", "article", "main", "header", "form", "fieldset", "legend", "figure",
    "figcaption", "blockquote", "dt", "dd", "details", "summary", "pre", "address", "center", "td", "th",
    "caption", "li",
}  # fmt: skip
"""Elements that begin a paragraph."""

HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}
MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
STRIKES: Final = {"s", "strike", "del"}
MOST_SPANNED: Final = 100
MOST_DIGITS: Final = 4
BREAK: Final = "\n"


class Flow:
    """Walks through a page."""

    def __init__(self, aside: Aside) -> None:
        self._aside = aside

    def of(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return what an element holds; a table within a cell comes after the row of that cell."""
        runs: list[Inline] = list(self._typed(element.text, "", struck=False))
        for one in element:
            if _begins_block(one):
                yield from self._paragraph(runs)
                runs = []
                yield from self._block(one)
            else:
                runs += self._inline(one, "", struck=False)
            runs += self._typed(one.tail, "", struck=False)
        yield from self._paragraph(runs)

    def _paragraph(self, runs: list[Inline], kind: str = "paragraph") -> Iterator[Paragraph]:
        found = _tidy(runs)
        if any(run.text.strip() for run in found):
            yield Paragraph(kind, False, found)

    def _block(self, one: Any) -> Iterator[Paragraph | Row]:
        kind = _kind(one)
        if kind in SKIPPED:
            return
        if _is_hidden(one):
            self._aside.drop(HIDDEN, " ".join(_whole_text(one).split()))
        elif kind in AROUND:
            for part in self.of(one):
                cells = [part.runs] if isinstance(part, Paragraph) else part.cells
                text = " | ".join("".join(run.text for run in cell) for cell in cells)
                yield Paragraph("other", False, [Inline(text)])
        elif kind == "table":
            yield from self._table(one)
        elif kind in ("ul", "ol"):
            yield from self._list(one, 0)
        elif kind == "dl":
            yield from self._pairs(one)
        elif kind in HEADINGS:
            yield from self._paragraph(list(self._inside(one, "", struck=False)), kind)
        else:
            yield from self.of(one)

    def _list(self, element: Any, depth: int) -> Iterator[Paragraph | Row]:
        number = 0
        for item in element:
            if _kind(item) != "li":
                continue
            number += 1
            is_first = True
            inner = [one for one in item if _kind(one) in ("ul", "ol")]
            for part in self._without(item, inner):
                if is_first and isinstance(part, Paragraph) and part.kind == "paragraph":
                    mark = f"{numeral(number, element.get('type') or '1')}." if _kind(element) == "ol" else ""
                    yield part._replace(item=True, number=mark, depth=depth)
                else:
                    yield part
                is_first = False
            for one in inner:
                yield from self._list(one, depth + 1)

    def _without(self, item: Any, inner: list[Any]) -> Iterator[Paragraph | Row]:
        """What an item holds, but for the lists within it."""
        for one in inner:
            after = one.tail
            item.remove(one)  # with what stands behind it
            if len(item):
                item[-1].tail = f"{item[-1].tail or ''} {after or ''}"
            else:
                item.text = f"{item.text or ''} {after or ''}"
        yield from self.of(item)

    def _table(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return the rows of a table that have text; a cell over several rows is empty in all but the first."""
        going_on: dict[int, int] = {}
        for row in _rows(element):
            if _kind(row) == "caption":
                yield from self.of(row)
                continue
            cells: list[list[Inline]] = []
            inner: list[Row] = []
            for cell in row:
                if _kind(cell) not in ("td", "th"):
                    continue
                _fill(cells, going_on)
                parts = list(self.of(cell))
                inner += [part for part in parts if isinstance(part, Row)]
                going_on[len(cells)] = min(_number(cell.get("rowspan"), 1), MOST_SPANNED)
                cells.append(one_text([part for part in parts if isinstance(part, Paragraph)]))
            _fill(cells, going_on)
            going_on = {place: count - 1 for place, count in going_on.items() if count > 1}
            if any(cells):
                yield Row(cells)
            yield from inner

    def _pairs(self, element: Any) -> Iterator[Row]:
        """A list of terms, each with what it means, as rows."""
        label: list[Inline] = []
        for one in element.iter("dt", "dd"):
            text = one_text([part for part in self.of(one) if isinstance(part, Paragraph)])
            if _kind(one) == "dt":
                if label:
                    yield Row([label, []])
                label = text
            elif label or text:
                yield Row([label, text])
                label = []
        if label:
            yield Row([label, []])

    def _inside(self, element: Any, mark: str, *, struck: bool) -> Iterator[Inline]:
        yield from self._typed(element.text, mark, struck=struck)
        for one in element:
            yield from self._inline(one, mark, struck=struck)
            yield from self._typed(one.tail, mark, struck=struck)

    def _inline(self, one: Any, mark: str, *, struck: bool) -> Iterator[Inline]:
        kind = _kind(one)
        if kind in SKIPPED or not kind:
            return
        if _is_hidden(one):
            self._aside.drop(HIDDEN, _whole_text(one))
        elif kind == "br":
            yield Inline(BREAK, mark)
        elif kind == "img":
            if one.get("alt", "").strip():
                self._aside.picture(one.get("alt"))
        elif kind in ("input", "select"):
            yield from self._typed(_filled_in(one), mark, struck=struck)
        else:
            is_struck = struck or kind in STRIKES or "line-through" in one.get("style", "")
            inside = list(self._inside(one, MARKS.get(kind, mark), struck=is_struck))
            if kind in BLOCKS:
                inside = [Inline(BREAK, mark), *inside, Inline(BREAK, mark)]
            yield from inside
            if kind == "a":
                yield from _address("".join(run.text for run in inside), one.get("href", ""), mark)

    def _typed(self, text: str | None, mark: str, *, struck: bool) -> Iterator[Inline]:
        """Text that stands, each run of blanks as one; what is struck out is noted."""
        if not text:
            return
        words = " ".join(text.split())
        shown = f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() and words else ''}"
        if struck:
            self._aside.drop(STRUCK, shown)
        else:
            if words:
                self._aside.settle()
            yield Inline(shown, mark)


def _kind(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _begins_block(one: Any) -> bool:
    kind = _kind(one)
    if kind in BLOCKS or kind in HEADINGS or kind in AROUND or kind in ("table", "ul", "ol", "dl"):
        return True
    return kind in ("a", "span", "font", "label", "ins") and one.find(".//table") is not None


def _is_hidden(one: Any) -> bool:
    style = one.get("style", "").replace(" ", "").lower()
    return one.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _filled_in(one: Any) -> str:
    """What a field of a form shows: a box to tick, what was typed, what was chosen."""
    if _kind(one) == "select":
        return " ".join(_whole_text(option) for option in one.iter("option") if option.get("selected") is not None)
    kind = one.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return ticks.TICKED if one.get("checked") is not None else ticks.EMPTY
    return "" if kind in ("hidden", "submit", "button", "reset", "image") else one.get("value", "")


def _rows(element: Any) -> Iterator[Any]:
    for one in element:
        if _kind(one) in ("tr", "caption"):
            yield one
        elif _kind(one) in ("thead", "tbody", "tfoot"):
            yield from _rows(one)


def _fill(cells: list[list[Inline]], going_on: dict[int, int]) -> None:
    """Add the empty cells under those that go on from the row above."""
    while going_on.get(len(cells), 0) > 0 and len(cells) < MOST_SPANNED:
        cells.append([])


def _tidy(runs: list[Inline]) -> list[Inline]:
    """The runs without blanks at the ends and about line breaks, and with one for several."""
    tidied: list[Inline] = []
    for run in merged(runs):
        lines = [" ".join(line.split(" ")) for line in run.text.split(BREAK)]
        tidied.append(Inline(BREAK.join(line if len(lines) == 1 else line.strip() for line in lines), run.mark))
    return merged(tidied)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= MOST_DIGITS else otherwise


def _address(shown: str, address: str, mark: str) -> Iterator[Inline]:
    plain = address.strip().removeprefix("mailto:")
    if (plain.lower().startswith(("http://", "https://")) or "@" in plain) and plain.rstrip("/") not in shown:
        yield Inline(f" {plain}", mark)


def _whole_text(element: Any) -> str:
    return "".join(element.itertext())
