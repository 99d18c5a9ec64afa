"""Markdown as a row of blocks with plain text in them: headings, rows of tables, paragraphs and list items."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from breach_wizard.patterns import pattern
from breach_wizard.tables import of_document


class _Parser(MarkdownIt):
    """CommonMark with tables; addresses are left as they were written."""

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's own name
        return link

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True


MARK: Final = pattern(r"[\\`*_\[\]<&\n](?:(?<!&)|[#A-Za-z])")
"""With one of these begins whatever is more than text within a line; "&" alone is text."""


def _inline(state: StateCore) -> None:
    """As the library's own rule of this name; but a text without a mark is one run at once, and most cells are."""
    for token in state.tokens:
        if token.type == "inline" and MARK.search(token.content):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        elif token.type == "inline":
            token.children = [Token("text", "", 0, content=token.content)] if token.content else []


def _normalized(state: StateCore) -> None:
    """As the library's own rule of this name, which puts a line feed in place of each line feed as well."""
    state.src = state.src.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


PARSER = _Parser("commonmark", {"html": False}).enable("table")
PARSER.core.ruler.at("normalize", _normalized)
PARSER.core.ruler.at("inline", _inline)


class Inline(NamedTuple):
    """A run of text within a paragraph or a cell; ``mark`` is ``*`` or ``**`` where it is ours, empty where typed."""

    text: str
    mark: str = ""


class Block:
    """A heading, a row of a table, or a paragraph.

    Attributes:
        kind: h1, h2, h3, head (the head row of a table), row, paragraph, or other (what our form never writes).
        line: where it begins, from 1.
        end: the line after its last.
        content: its text; for a row, see ``cells``.
        cells: the cells of a row.
        item: which list item it stands in, counted from 1; 0 outside lists.
        first: is it the first paragraph of its item?
        number: that of the item in a numbered list, with its mark, such as "2."; else empty.
        around: which header or footer of a document it stands in; else empty.
        depth: how many lists that list stands in.
    """

    def __init__(
        self,
        kind: str,
        line: int,
        end: int,
        content: list[Inline] | None = None,
        *,
        cells: list[list[Inline]] | None = None,
        item: int = 0,
        first: bool = False,
        number: str = "",
        around: str = "",
        depth: int = 0,
    ) -> None:
        """Take what is known of it."""
        self.kind = kind
        self.line = line
        self.end = end
        self.content = content if content is not None else []
        self.cells = cells if cells is not None else []
        self.item = item
        self.first = first
        self.number = number
        self.around = around
        self.depth = depth

    @property
    def text(self) -> str:
        """The text, marks left out."""
        return plain(self.content)


def plain(runs: Sequence[Inline]) -> str:
    """Return the text of runs, marks left out."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def parse(text: str) -> list[Block]:
    """Return the blocks of a document in Markdown, in order."""
    return list(_blocks(PARSER.parse(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    items = 0
    open_items: list[tuple[int, str]] = []
    fresh = False
    row: Block | None = None
    kind = rows = "row"
    for token in tokens:
        begin, end = token.map or (0, 0)
        if token.type == "list_item_open":
            items += 1
            open_items.append((items, f"{token.info}{token.markup}" if token.info else ""))
            fresh = True
        elif token.type == "list_item_close":
            open_items.pop()
        elif token.type in ("thead_open", "thead_close"):
            rows = "head" if token.type == "thead_open" else "row"
        elif token.type == "tr_open":
            row = Block(rows, begin + 1, end)
        elif token.type == "tr_close" and row is not None:
            yield row
            row = None
        elif token.type == "heading_open":
            kind = token.tag
        elif token.type == "paragraph_open":
            kind = "paragraph"
        elif token.type == "inline":
            runs = list(_runs(token.children or []))
            if row is not None:
                row.cells.append(runs)
            else:
                item, number = open_items[-1] if open_items else (0, "")
                yield Block(kind, begin + 1, end, runs, item=item, first=fresh, number=number)
                fresh = False
        elif token.type in ("fence", "code_block", "hr", "html_block"):
            yield Block("other", begin + 1, end, [Inline(token.content.rstrip("\n"))])


def _runs(children: Sequence[Token]) -> Iterator[Inline]:
    """The text with its marks. A line break in a paragraph that isn't marked as one is a blank: an editor put it there.

    Emphasis counts as ours also where an editor has written it with underscores.
    """
    mark = ""
    for token in children:
        if token.type in ("em_open", "strong_open"):
            mark = token.markup.replace("_", "*")
        elif token.type in ("em_close", "strong_close"):
            mark = ""
        elif token.type in ("softbreak", "hardbreak"):
            yield Inline("\n" if token.type == "hardbreak" else " ")
        elif token.content:
            yield Inline(token.content, mark)


def long_text(blocks: Sequence[Block]) -> str:
    """Return the text of paragraphs and list items, with the line breaks and blank lines that stand between them."""
    text = ""
    previous: Block | None = None
    for block in blocks:
        if previous is not None:
            text += "\n\n" if block.line > previous.end + 1 else "\n"
        text += f"{block.number or '-'} {block.text}" if block.item and block.first else block.text
        previous = block
    return text


def with_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, those of each table as one paragraph that holds it as it stands in a long text."""
    rows: list[Block] = []
    for block in blocks:
        if rows and (block.kind != "row" or block.line > rows[-1].end + 2):
            yield _as_text(rows)
            rows = []
        if block.kind in ("head", "row"):
            rows.append(block)
        else:
            yield block
    if rows:
        yield _as_text(rows)


def _as_text(rows: Sequence[Block]) -> Block:
    """A table as a paragraph; its first row heads it where it is a head row with words, or all of it is bold."""
    has_head = rows[0].kind == "head" or is_bold(rows[0])
    text = of_document([[plain(cell) for cell in row.cells] for row in rows], has_head=has_head)
    return Block("paragraph", rows[0].line, rows[-1].end, [Inline(text)])


def is_bold(row: Block) -> bool:
    """Is each word of a row bold, as in the head of a table?"""
    return all(run.mark == "**" for cell in row.cells for run in cell if run.text.strip())


def parts(blocks: Sequence[Block], level: str) -> list[tuple[Block | None, list[Block]]]:
    """Return the blocks parted at the headings of a level; what stands before the first has none."""
    parts: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if block.kind == level:
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return parts


def items(part: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of each list item; those outside lists are left out."""
    numbers = dict.fromkeys(block.item for block in part if block.item)
    for number in numbers:
        yield [block for block in part if block.item == number]
