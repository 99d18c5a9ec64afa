"""The paragraphs and table rows of a Word document in reading order, each with what its style says."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from breach_wizard.imports.blocks import Inline
from breach_wizard.imports.word_runs import attribute, boxes, child, is_on, merged, name, runs

HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
LEVELS = {"title": "h1", "heading 1": "h2"}
LIST = re.compile(r"list (bullet|number)", re.IGNORECASE)
AROUND = {
    "body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice", "footnote",
    "endnote", "comment",
}  # fmt: skip
"""Elements that hold paragraphs and tables and are none."""


class Styled(NamedTuple):
    """What a paragraph style says: h1, h2, h3 or paragraph, and whether it makes list items."""

    kind: str = "paragraph"
    item: bool = False


class Paragraph(NamedTuple):
    """A paragraph with text.

    Attributes:
        kind: h1, h2, h3 or paragraph.
        item: is it a list item?
        runs: its text.
        spaced: None where it leaves the distance to the next to its style, else whether there is one.
    """

    kind: str
    item: bool
    runs: list[Inline]
    spaced: bool | None


class Row(NamedTuple):
    """A row of a table, each cell as one text."""

    cells: list[list[Inline]]


def styles(root: Any) -> dict[str, Styled]:
    """Return what each paragraph style says, by its id."""
    found = {attribute(one, "styleId"): one for one in root if name(one) == "style"}
    return {key: _styled(key, found) for key in found}


def _styled(key: str, found: Mapping[str, Any]) -> Styled:
    """What a style says, or the nearest of those that it is based on."""
    item = False
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        title = _value(found[key], "name").lower()
        heading = HEADING.fullmatch(title)
        if heading or title == "title":
            return Styled(LEVELS.get(title, "h3"))
        item = item or LIST.match(title) is not None or _is_numbered(child(found[key], "pPr"))
        key = _value(found[key], "basedOn")
    return Styled(item=item)


class Flow:
    """Walks through a part of the document."""

    def __init__(self, known: Mapping[str, Styled], addresses: Mapping[str, str]) -> None:
        self.known = known
        self.addresses = addresses

    def of(self, container: Any) -> Iterator[Paragraph | Row]:
        """Return what a container holds; a table within a cell comes after the row of that cell."""
        for one in container:
            kind = name(one)
            if kind == "p":
                yield from self.paragraph(one)
            elif kind == "tbl":
                yield from self.table(one)
            elif kind in AROUND:
                yield from self.of(one)

    def paragraph(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return a paragraph, if it has text, and what its text boxes hold."""
        found = runs(element, self.addresses)
        if any(run.text.strip() for run in found):
            properties = child(element, "pPr")
            styled = self.known.get(_value(properties, "pStyle"), Styled())
            item = styled.kind == "paragraph" and (
                _is_numbered(properties) or (styled.item and not _is_bare(properties))
            )
            yield Paragraph(styled.kind, item, found, _spaced(properties, item))
        for box in boxes(element):
            yield from self.of(box)

    def table(self, element: Any) -> Iterator[Paragraph | Row]:
        """Return the rows of a table that have text."""
        for row in _inside(element, "tr"):
            inside = [list(self.of(cell)) for cell in _inside(row, "tc")]
            cells = [_one_text([one for one in parts if isinstance(one, Paragraph)]) for parts in inside]
            if any(cells):
                yield Row(cells)
            for parts in inside:
                yield from (one for one in parts if isinstance(one, Row))


def is_apart(previous: Paragraph, following: Paragraph) -> bool:
    """Is there a distance between two paragraphs, which stands for a blank line?"""
    if previous.spaced is not None and following.item:
        return previous.spaced
    return not (previous.item and following.item)


def _one_text(paragraphs: list[Paragraph]) -> list[Inline]:
    """The paragraphs of a cell as one text, list items with their "- "."""
    pieces: list[Inline] = []
    for number, one in enumerate(paragraphs):
        if number:
            pieces.append(Inline("\n\n" if is_apart(paragraphs[number - 1], one) else "\n"))
        if one.item:
            pieces.append(Inline("- "))
        pieces += one.runs
    return merged(pieces)


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those that are wrapped in something."""
    for one in element:
        if name(one) == wanted:
            yield one
        elif name(one) in AROUND:
            yield from _inside(one, wanted)


def _value(element: Any, wanted: str) -> str:
    found = child(element, wanted)
    return "" if found is None else attribute(found, "val")


def _is_numbered(properties: Any) -> bool:
    return _value(child(properties, "numPr"), "numId") not in ("", "0")


def _is_bare(properties: Any) -> bool:
    """Has the bullet of its style been taken off?"""
    return _value(child(properties, "numPr"), "numId") == "0"


def _spaced(properties: Any, item: bool) -> bool | None:
    """What is said on the paragraph itself: items are close unless it says otherwise, paragraphs apart."""
    if item:
        close = child(properties, "contextualSpacing")
        return None if close is None else not is_on(close)
    spacing = child(properties, "spacing")
    return False if spacing is not None and attribute(spacing, "after") == "0" else None
