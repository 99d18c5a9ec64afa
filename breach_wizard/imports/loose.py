"""Anybody's text or Markdown as blocks, line by line, so that no line can be lost whatever its marks are worth."""

import re
from collections.abc import Iterator, Sequence

from breach_wizard.imports.blocks import Block, Inline
from breach_wizard.imports.inline import plain

HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)[\s#]*")
BULLET = re.compile(r"\s*(?:[-*+]|•)\s+(?=\S)")
QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
PIPE = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:=*_–—-]*")
"""A blank line, a line across the page, or the rule beneath a row or a heading: nothing that says a thing."""


def parse(lines: Sequence[str]) -> list[Block]:
    """Return the lines as blocks: rows of tables, headings, and a paragraph for each other line.

    Lines that say nothing, blank ones and rules, are left out; every other line is in exactly one block.
    """
    return list(_blocks(lines))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    item, items = 0, 0
    in_table = False
    for number, line in enumerate(lines, 1):
        text = QUOTE.sub("", line, count=1)
        if RULE.fullmatch(text):
            item = 0 if not text.strip() else item
            in_table = in_table and "|" in text
            continue
        following = lines[number] if number < len(lines) else ""
        in_table = bool(PIPE.search(text)) and (in_table or text.lstrip().startswith("|") or _is_table_rule(following))
        heading = HEADING.fullmatch(text)
        if in_table:
            yield Block("row", number, number, cells=[[Inline(plain(cell))] for cell in _cells(text)])
        elif heading:
            yield Block(f"h{len(heading[1])}", number, number, [Inline(plain(heading[2]))])
        else:
            bullet = BULLET.match(text)
            if bullet:
                items += 1
                item = items
            elif not line.startswith((" ", "\t")):
                item = 0
            words = text[bullet.end() :] if bullet else text
            yield Block("paragraph", number, number, [Inline(plain(words))], item=item, first=bool(bullet))


def _is_table_rule(line: str) -> bool:
    return "|" in line and "-" in line and bool(RULE.fullmatch(line))


def _cells(text: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|") for cell in PIPE.split(text.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells
