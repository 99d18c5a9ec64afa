"""A copy for publication as Govspeak, the Markdown of GOV.UK: text to paste into the body of its page.

The page has a title of its own, so no heading is of level 1; GOV.UK's style has no numbers in headings. What was typed
stands literally by way of entities: Govspeak shows some backslashes, and has marks that a backslash does not stop.
"""

import re
from collections.abc import Iterator
from html import unescape

from breach_wizard.exports.addresses import parts
from breach_wizard.exports.content import Changes, Entry, Heading, Items, Part, Table, Text, content
from breach_wizard.exports.furniture import OF_A_COPY, Furniture
from breach_wizard.form import SEE_BELOW
from breach_wizard.guidance import Guidance
from breach_wizard.patterns import pattern
from breach_wizard.report import Report
from breach_wizard.tables import Grid, segments

EXTENSION = ".txt"
BINARY = False
LABEL = "Govspeak"
HINT = "Text to paste into a page on GOV.UK."

NUMBERED = pattern(r"^\d+[.)]\s+")
BREAK = "  \n"
"""A line break within a paragraph."""

MARKS = pattern(
    r"[\\`*<>|{}~^]|\[(?![\w ,.'’-]+\](?![(\[:{]))|\](?=[(\[:{])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)|--|(?<=www)\."
)
"""What begins markup within a line, or is made another sign, as two hyphens are. Words in brackets are none alone."""

LINE_START = pattern(r"^[#%@$:=!+-]")
ORDINAL = pattern(r"^(s?\d+)\.(?=\s|$)")
"""What begins a heading, a list, a box or a step at the start of a line."""

BAR, IN_A_CELL = "&#124;", "&#x7c;"
"""A bar, and one in a cell of a table that was typed, where a backslash stands before it."""


def render(report: Report, guidance: Guidance, furniture: Furniture = OF_A_COPY) -> bytes:
    """Return the copy as UTF-8 text."""
    said = content(report, guidance)
    body = (text for part in said.parts for text in _part(part))
    return ("\n\n".join([*map(_line, (furniture.notice, said.title, *said.beneath)), *body]) + "\n").encode()


def held(data: bytes, _: Guidance) -> str:
    """Return the text as a reader of the page sees it."""
    lines = data.decode().replace(IN_A_CELL, r"\|").replace(BREAK, "\n")
    return unescape(re.sub(r"<(https?://[^<>\s]+)>", r"\1", lines))


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(level=level, text=text):
            yield f"{'#' * (level + 1)} {_line(NUMBERED.sub('', text))}"
        case Table():
            yield from _table(part)
        case Text(value=value):
            yield _long(value.text)
        case Items(entries=entries):
            yield "\n".join(map(_action, entries))
        case Changes(lines=lines) if lines:
            yield "\n".join(f"- {_in_item(one)}" for one in lines)


def _table(table: Table) -> Iterator[str]:
    """The table, then each value with a line break under a heading of its own: a cell holds one line."""
    below = [row for row in table.rows if "\n" in row.value.text]
    rows = [(row.label, SEE_BELOW if row in below else row.value.text) for row in table.rows]
    yield _rows([table.section.columns, ("---", "---"), *((_inline(label), _inline(text)) for label, text in rows)])
    for row in below:
        yield f"### {_line(row.label)}"
        yield _long(row.value.text)


def _rows(rows: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _long(text: str) -> str:
    return "\n\n".join(_grid(one) if isinstance(one, Grid) else _blocks(one) for one in segments(text))


def _grid(grid: Grid) -> str:
    rule = [("---",) * len(grid.head)] if grid.head else []
    head, *rows = (tuple(_inline(cell).replace(BAR, IN_A_CELL) for cell in cells) for cells in (grid.head, *grid.rows))
    return _rows([*([head] if rule else []), *rule, *rows])


def _blocks(text: str) -> str:
    """Paragraphs and lists: lines that begin with "- " are items; a list needs a blank line before it."""
    written: list[str] = []
    was_item = False
    for paragraph in text.split("\n\n"):
        for number, line in enumerate(paragraph.split("\n")):
            is_item = line.startswith("- ")
            shown = f"- {_line(line[2:])}" if is_item else f"{'  ' if was_item and number else ''}{_line(line)}"
            if not number or (is_item and not was_item):
                written += ["\n\n" if written else "", shown]
            else:
                written += ["\n" if is_item else BREAK, shown]
            was_item = is_item or (was_item and bool(number))
    return "".join(written)


def _action(one: Entry) -> str:
    first = f"**{one.mark}** {_in_item(one.text.text)}" if one.mark else _in_item(one.text.text)
    more = (f"**{row.label}** {_in_item(row.value.text)}" for row in one.more)
    return f"- {(BREAK + '  ').join([first, *more])}"


def _in_item(text: str) -> str:
    """Text in an item of a list: no list of its own in it."""
    first, *more = text.split("\n")
    return "".join([_line(first), *(f"{BREAK}  {_line(line)}" if line else "\n" for line in more)])


def _line(text: str) -> str:
    """Return one line for the start of a line."""
    return ORDINAL.sub(rf"\1&#{ord('.')};", LINE_START.sub(_entity, _inline(text)))


def _inline(text: str) -> str:
    return "".join(f"<{piece}>" if is_address else MARKS.sub(_entity, piece) for piece, is_address in parts(text))


def _entity(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in found[0])
