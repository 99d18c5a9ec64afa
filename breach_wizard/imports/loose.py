"""Anybody's text or Markdown as blocks, line by line, so that no line can be lost whatever its marks are worth."""

from collections.abc import Iterator, Sequence

from breach_wizard.imports.blocks import Block, Inline
from breach_wizard.imports.inline import plain
from breach_wizard.patterns import pattern

HEADING = pattern(r"\s{0,3}(#{1,6})\s+(?=\S)")
BULLET = pattern(r"\s*(?:[-*+]|•)\s+(?=\S)")
QUOTE = pattern(r"^\s{0,3}(?:>\s?)+")
# It begins with the bar, and looks behind it after that: so the rest of a line is passed over at once.
PIPE = pattern(r"\|(?<!\\\|)")
RULE = pattern(r"[\s|:=*_–—-]*")
"""A blank line, a line across the page, or the rule beneath a row or a heading: nothing that says a thing."""

DASHES = ("-", "–", "—")
UNDERLINE = pattern(r"\s{0,3}(=+|-{3,})\s*")
LONGEST_HEADING = 90
BOLD = pattern(r"\s*(\*\*|__)(?=\S)([^*_]{1,120})\1(?!\w)\s*(?=\S)")
"""Words in bold at the start of a line with more behind them: a heading that runs in."""

ITEM_MARK = pattern(r"(?:[-*+•o·–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])")
"""What stands before a tab where a copy has a list."""

FENCE = pattern(r"\s{0,3}(?:`{3,}|~{3,})\s*(?P<words>[^`]*)")


def parse(lines: Sequence[str]) -> list[Block]:
    """Return the lines as blocks: rows of tables, headings, and a paragraph for each other line.

    Lines that say nothing, blank ones, rules and the fences of code, are left out; every other line is in exactly one
    block. A line with a tab in it is a row, as copies from a browser have them.
    """
    return list(_blocks(lines))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    item, items = 0, 0
    in_table = is_ruled = False
    is_after_blank = True
    for number, line in enumerate(lines, 1):
        text = QUOTE.sub("", line, count=1)
        if RULE.fullmatch(text) and not (is_ruled and _is_row_of_dashes(text)):
            item = 0 if not text.strip() else item
            in_table = is_ruled = in_table and "|" in text
            is_after_blank = True
            continue
        following = lines[number] if number < len(lines) else ""
        in_table = bool(PIPE.search(text)) and (in_table or text.lstrip().startswith("|") or _is_table_rule(following))
        is_ruled = is_ruled and in_table
        heading = HEADING.match(text)
        fence = FENCE.fullmatch(text)
        if fence:
            if fence["words"].strip():
                yield Block("other", number, number, [Inline(text)])
        elif in_table:
            yield Block("row", number, number, cells=[[Inline(plain(cell))] for cell in cells(text)])
        elif tabbed := _tabbed(text):
            yield Block("row", number, number, cells=[[Inline(plain(cell))] for cell in tabbed])
        elif heading:
            yield Block(f"h{len(heading[1])}", number, number, [Inline(plain(text[heading.end() :].rstrip(" \t#")))])
        elif is_after_blank and _is_underlined(text, following):
            yield Block("h1" if "=" in following else "h2", number, number, [Inline(plain(text))])
        else:
            bullet = BULLET.match(text)
            is_inner = bullet is not None and item > 0 and text[:2].isspace()
            if bullet:
                items += 1
                item = items
            elif not line.startswith((" ", "\t")):
                item = 0
            words = text[bullet.end() :] if bullet else text
            yield Block(
                "paragraph", number, number, list(_runs(words)), item=item, first=bool(bullet), depth=int(is_inner)
            )
        is_after_blank = False


def _is_table_rule(line: str) -> bool:
    return "|" in line and "-" in line and bool(RULE.fullmatch(line))


def _is_row_of_dashes(text: str) -> bool:
    """Is a line beneath the rule of a table no other rule, but a row with a dash for "nothing" in a cell?"""
    return "|" in text and any(cell in DASHES for cell in cells(text))


def _is_underlined(text: str, following: str) -> bool:
    """Is a line a heading by the line beneath it? A long one, or a sentence, has a line across the page beneath it."""
    shown = text.strip()
    return len(shown) <= LONGEST_HEADING and shown[-1] not in ".!;," and UNDERLINE.fullmatch(following) is not None


def _runs(text: str) -> Iterator[Inline]:
    """The text of a line; words in bold at its start apart, since they may be its heading."""
    bold = BOLD.match(text)
    if bold:
        yield Inline(f"{plain(bold[2])} ", "**")
        yield Inline(plain(text[bold.end() :]))
    else:
        yield Inline(plain(text))


def _tabbed(text: str) -> list[str]:
    """The cells of a line that a copy from a table made; none where its tab only sets off the mark of an item."""
    if "\t" not in text:
        return []
    cells = [cell.strip() for cell in text.strip().split("\t")]
    if len(cells) < 2 or (len(cells) == 2 and ITEM_MARK.fullmatch(cells[0])):
        return []
    return cells


def cells(text: str) -> list[str]:
    """Return the cells of a row, its bars at both ends left away."""
    found = [cell.strip().replace("\\|", "|") for cell in PIPE.split(text.strip())]
    if found and not found[0]:
        found = found[1:]
    return found[:-1] if found and not found[-1] else found
