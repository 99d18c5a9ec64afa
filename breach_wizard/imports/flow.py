"""The paragraphs and table rows of a document in reading order, made into blocks with the lines that they count.

Word documents, ODT documents and web pages are read alike from here on.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from breach_wizard.imports.blocks import Block, Inline, plain
from breach_wizard.imports.imported import Noted
from breach_wizard.text import shortened

STRUCK: Final = "Struck out"
HIDDEN: Final = "Hidden text"


class Paragraph(NamedTuple):
    """A paragraph with text.

    Attributes:
        kind: h1, h2, h3 or paragraph.
        item: is it a list item?
        runs: its text.
        spaced: None where it leaves the distance to the next to its style, else whether there is one.
        number: that of the item, with its mark, such as "2."; empty where it has none.
        depth: how many lists that list stands in.
    """

    kind: str
    item: bool
    runs: list[Inline]
    spaced: bool | None = None
    number: str = ""
    depth: int = 0


class Row(NamedTuple):
    """A row of a table, each cell as one text."""

    cells: list[list[Inline]]


class Aside:
    """What a document holds and nobody reads in it, as sentences, until its line is known.

    With ``beside`` it is of a header or a footer, whose pictures tell nothing: a letterhead has one.
    """

    def __init__(self, *, beside: bool = False) -> None:
        self._beside = beside
        self._said: list[str] = []
        self._dropped: list[tuple[str, str]] = []

    def drop(self, why: str, text: str) -> None:
        """Note a text that is struck out or hidden; what follows of the same kind at once is one with it."""
        if self._dropped and self._dropped[-1][0] == why:
            text = self._dropped.pop()[1] + text
        self._dropped.append((why, text))

    def settle(self) -> None:
        """Text that stands comes between what was dropped and what will be."""
        self._said += [f"{why}, and left out: {shortened(text, 200)}" for why, text in self._dropped if text.strip()]
        self._dropped = []

    def comment(self, text: str) -> None:
        """Note a remark of a reader."""
        self._say("A comment, which is no part of the report", text)

    def picture(self, description: str) -> None:
        """Note a picture."""
        if not self._beside:
            self._say("A picture, which isn't read", description)

    def embedded(self) -> None:
        """Note a part that another program made."""
        self._say("An embedded part, which isn't read. Open the document, put its text in its place and save it", "")

    def add(self, other: "Aside") -> None:
        """Note what was noted of another part."""
        self.settle()
        self._said += other.taken()

    def taken(self) -> list[str]:
        """Return what was noted since the last time."""
        self.settle()
        said, self._said = self._said, []
        return said

    def _say(self, what: str, text: str) -> None:
        self.settle()
        self._said.append(f"{what}: {shortened(text, 200)}" if text.strip() else f"{what}.")


class Document(NamedTuple):
    """What a document holds: its blocks, the lines that they count, and what was left out."""

    blocks: list[Block]
    lines: list[str]
    noted: tuple[Noted, ...]


class Maker:
    """Makes blocks of what a document holds, and writes down the lines that they count."""

    def __init__(self, aside: Aside) -> None:
        self._aside = aside
        self._blocks: list[Block] = []
        self._lines: list[str] = []
        self._noted: list[Noted] = []
        self._items = 0
        self._previous: Paragraph | Row | None = None

    def add_all(self, parts: Iterable[Paragraph | Row], *, other: bool = False, around: str = "") -> None:
        """Add what comes.

        Args:
            parts: in reading order.
            other: they are no part of the text, but a header, a footer or a note.
            around: which header or footer they stand in; else empty.
        """
        for part in parts:
            self._add(part, other=other, around=around)
            self._note()
        self._note()

    def made(self) -> Document:
        """Return the document."""
        return Document(self._blocks, self._lines, tuple(self._noted))

    def _note(self) -> None:
        line = max(self._blocks[-1].line if self._blocks else 1, 1)
        self._noted += [Noted(line, message) for message in self._aside.taken()]

    def _add(self, part: Paragraph | Row, *, other: bool, around: str) -> None:
        if not self._is_close(part):
            self._lines.append("")
        first = len(self._lines) + 1
        if isinstance(part, Row):
            self._lines += " | ".join(plain(cell) for cell in part.cells).split("\n")
            block = Block("row", first, len(self._lines), cells=part.cells)
        else:
            mark = f"{part.number or '-'} " if part.item else ""
            self._lines += f"{mark}{plain(part.runs)}".split("\n")
            block = Block(part.kind, first, len(self._lines), part.runs)
            if part.item:
                self._items += 1
                block.item, block.first = self._items, True
                block.number, block.depth = part.number, part.depth
        if other:
            text = plain(part.runs) if isinstance(part, Paragraph) else "\n".join(map(plain, part.cells))
            block = Block("other", first, len(self._lines), [Inline(text)], around=around)
        self._blocks.append(block)
        self._previous = part

    def _is_close(self, part: Paragraph | Row) -> bool:
        """Does it follow what is before without a blank line?"""
        if self._previous is None or (isinstance(part, Row) and isinstance(self._previous, Row)):
            return True
        if isinstance(part, Row) or isinstance(self._previous, Row):
            return False
        return not is_apart(self._previous, part)


def is_apart(previous: Paragraph, following: Paragraph) -> bool:
    """Is there a distance between two paragraphs, which stands for a blank line?"""
    if previous.spaced is not None and following.item:
        return previous.spaced
    return not (previous.item and following.item)


def one_text(paragraphs: Sequence[Paragraph]) -> list[Inline]:
    """Return the paragraphs of a cell as one text, list items with their "- " or number."""
    pieces: list[Inline] = []
    for number, one in enumerate(paragraphs):
        if number:
            pieces.append(Inline("\n\n" if is_apart(paragraphs[number - 1], one) else "\n"))
        if one.item:
            pieces.append(Inline(f"{one.number or '-'} "))
        pieces += one.runs
    return merged(pieces)


def merged(pieces: Iterable[Inline]) -> list[Inline]:
    """Return the runs with neighbours of the same mark made one. Word cuts runs where it likes."""
    found: list[Inline] = []
    texts: list[str] = []
    for piece in pieces:
        if found and found[-1].mark == piece.mark:
            texts.append(piece.text)
        elif piece.text:
            if found:
                found[-1] = Inline("".join(texts), found[-1].mark)
            found.append(piece)
            texts = [piece.text]
    if found:
        found[-1] = Inline("".join(texts), found[-1].mark)
    return found
