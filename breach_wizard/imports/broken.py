"""Labels that a copy broke over two or three lines, made whole. Pure."""

from collections.abc import Iterator, Sequence

from breach_wizard.imports.blocks import Block, Inline, plain
from breach_wizard.imports.labels import Labels

MOST_LINES = 4
"""No label is broken over more lines."""

NEAR = 2
"""So far apart the lines of a label may be: a copy of a PDF has blank ones between."""


def mended(blocks: Sequence[Block], labels: Labels) -> Iterator[Block]:
    """Yield the blocks; those that are a label together, with the answer behind it, are one."""
    place = 0
    while place < len(blocks):
        count, block = _whole(blocks, place, labels)
        yield block
        place += count


def _whole(blocks: Sequence[Block], place: int, labels: Labels) -> tuple[int, Block]:
    """How many blocks from here are one label, and the block that they make; one, where there is no more to join."""
    first = blocks[place]
    best = (1, first)
    text = _label_text(first)
    if first.kind == "other" or not text or not labels.is_begun(text):
        return best
    for count in range(2, MOST_LINES + 1):
        last = blocks[place + count - 1] if place + count <= len(blocks) else None
        if last is None or not _goes_on(blocks[place + count - 2], last):
            break
        before, text = text, f"{text} {_label_text(last)}"
        found = labels.find(text)
        if found is not None and len(text) - len(found.rest) > len(before) + 1:
            best = (count, _joined(blocks[place : place + count], text))
    return best


def _goes_on(before: Block, block: Block) -> bool:
    return (block.kind == "row") == (before.kind == "row") and block.kind != "other" and block.line <= before.end + NEAR


def _label_text(block: Block) -> str:
    return (plain(block.cells[0]) if block.cells else "") if block.kind == "row" else block.text


def _joined(blocks: Sequence[Block], text: str) -> Block:
    """One block with the text of several; of rows, the other cells are what was said beside the label."""
    first, last = blocks[0], blocks[-1]
    if first.kind != "row":
        return Block(first.kind, first.line, last.end, [Inline(text)])
    beside = "\n".join(filter(None, (plain(cell) for block in blocks for cell in block.cells[1:])))
    return Block("row", first.line, last.end, cells=[[Inline(text)], [Inline(beside)]])
