"""The paragraphs and table rows of a Word document in reading order, each with what its style says."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from breach_wizard.imports.flow import Paragraph, Row, one_text
from breach_wizard.imports.word_numbering import Numbering
from breach_wizard.imports.word_runs import Look, Setting, attribute, boxes, child, is_on, look, name, runs, value
from breach_wizard.patterns import pattern

HEADING = pattern(r"heading ([1-9])", re.IGNORECASE)
LEVELS = {"title": "h1", "heading 1": "h2"}
LIST = pattern(r"list (bullet|number)", re.IGNORECASE)
AROUND = {
    "body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice", "footnote",
    "endnote", "comment",
}  # fmt: skip
"""Elements that hold paragraphs and tables and are none."""


class Styled(NamedTuple):
    """What a paragraph style says: h1, h2, h3 or paragraph, whether it makes list items, and of which list."""

    kind: str = "paragraph"
    item: bool = False
    numbers: Any = None


DEEPEST = 20
"""So many styles are looked through that one is based on; in Word a chain has nine at most."""


def styles(root: Any) -> dict[str, Styled]:
    """Return what each paragraph style says, by its id."""
    found = {attribute(one, "styleId"): one for one in root if name(one) == "style"}
    return {key: _styled(key, found) for key in found}


def _styled(key: str, found: Mapping[str, Any]) -> Styled:
    """What a style says, or the nearest of those that it is based on."""
    item, numbers = False, None
    seen: set[str] = set()
    while key in found and key not in seen and len(seen) < DEEPEST:
        seen.add(key)
        title = value(found[key], "name").lower()
        heading = HEADING.fullmatch(title)
        if heading or title == "title":
            return Styled(LEVELS.get(title, "h3"))
        properties = child(found[key], "pPr")
        item = item or LIST.match(title) is not None or _is_numbered(properties)
        numbers = child(properties, "numPr") if numbers is None else numbers
        key = value(found[key], "basedOn")
    return Styled(item=item, numbers=numbers)


def looks(root: Any) -> dict[str, Look]:
    """Return what each style says of its text, by its id."""
    found = {attribute(one, "styleId"): one for one in root if name(one) == "style"}
    return {key: said for key in found if (said := _look(key, found)) != Look()}


def _look(key: str, found: Mapping[str, Any]) -> Look:
    said = Look()
    seen: set[str] = set()
    while key in found and key not in seen and len(seen) < DEEPEST:
        seen.add(key)
        said = said.over(look(child(found[key], "rPr")))
        key = value(found[key], "basedOn")
    return said


class Flow:
    """Walks through a part of the document."""

    def __init__(self, known: Mapping[str, Styled], setting: Setting, numbering: Numbering) -> None:
        self.known = known
        self.setting = setting
        self.numbering = numbering

    def of(self, container: Any) -> Iterator[Paragraph | Row]:
        """Return what a container holds; a table within a cell comes after the row of that cell."""
        for one in container:
            kind = name(one)
            if kind == "p":
                yield from self.paragraph(one)
            elif kind == "tbl":
                yield from self.table(one)
            elif kind == "altChunk":
                self.setting.aside.embedded()
            elif kind in AROUND:
                yield from self.of(one)

    def paragraph(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return a paragraph, if it has text, and what its text boxes hold."""
        found = runs(element, self.setting)
        if any(run.text.strip() for run in found):
            properties = child(element, "pPr")
            styled = self.known.get(value(properties, "pStyle"), Styled())
            item = styled.kind == "paragraph" and (
                _is_numbered(properties) or (styled.item and not _is_bare(properties))
            )
            number, depth = self.numbering.next(child(properties, "numPr"), styled.numbers) if item else ("", 0)
            yield Paragraph(styled.kind, item, found, _spaced(properties, item), number, depth)
        for box in boxes(element):
            yield from self.of(box)

    def table(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return the rows of a table that have text."""
        for row in _inside(element, "tr"):
            inside = [list(self.of(cell)) for cell in _inside(row, "tc") if not _is_deleted(cell)]
            cells = [one_text([one for one in parts if isinstance(one, Paragraph)]) for parts in inside]
            if any(cells):
                yield Row(cells)
            for parts in inside:
                yield from (one for one in parts if isinstance(one, Row))


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those that are wrapped in something."""
    for one in element:
        if name(one) == wanted:
            yield one
        elif name(one) in AROUND:
            yield from _inside(one, wanted)


def _is_deleted(cell: Any) -> bool:
    """Was a cell taken out, and is that tracked?"""
    return child(child(cell, "tcPr"), "cellDel") is not None


def _is_numbered(properties: Any) -> bool:
    return value(child(properties, "numPr"), "numId") not in ("", "0")


def _is_bare(properties: Any) -> bool:
    """Has the bullet of its style been taken off?"""
    return value(child(properties, "numPr"), "numId") == "0"


def _spaced(properties: Any, item: bool) -> bool | None:
    """What is said on the paragraph itself: items are close unless it says otherwise, paragraphs apart."""
    if item:
        close = child(properties, "contextualSpacing")
        return None if close is None else not is_on(close)
    spacing = child(properties, "spacing")
    return False if spacing is not None and attribute(spacing, "after") == "0" else None
