"""The report as Markdown: the official form, good to read as plain text, and read back without loss."""

from collections.abc import Iterator

from breach_wizard import form
from breach_wizard.exports.content import Changes, Entry, Heading, Items, Part, Row, Table, Text, Value, content
from breach_wizard.exports.escaping import blocks, heading, inline, line, paragraphs, prose
from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.guidance import Guidance
from breach_wizard.imports import markdown as reader
from breach_wizard.imports.imported import Imported
from breach_wizard.report import Report
from breach_wizard.tables import Grid, segments

EXTENSION = ".md"
BINARY = False
LABEL = "Markdown"
HINT = "Reads as plain text. breach-wizard opens it again for an update."


def render(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the report as UTF-8 Markdown. Whatever was typed is escaped, so that emphasis is always ours."""
    said = content(report, guidance)
    above = [line(furniture.marking)] if furniture.marking else []
    body = (text for part in said.parts for text in _part(part))
    parts = [*above, f"# {said.title}", *map(line, said.beneath), *body]
    return ("\n\n".join(parts) + "\n").encode()


def held(data: bytes, guidance: Guidance) -> Imported:
    """Return what a document of this format holds."""
    return reader.read(data, guidance)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(level=level, text=text):
            yield f"{'#' * (level + 1)} {heading(text)}"
        case Table():
            yield from _table(part)
        case Text(value=value):
            yield _long(value)
        case Items(entries=entries):
            yield "\n".join(map(_action, entries))
        case Changes(lines=lines) if lines:
            yield "\n".join(f"- {paragraphs(one, '  ')}" for one in lines)


def _table(table: Table) -> Iterator[str]:
    """The table, then each value with a line break under a heading of its own, in the order of the rows."""
    columns = table.section.columns
    cells = [
        (inline(row.label), _emphasis(form.SEE_BELOW) if _is_below(row) else _cell(row.value)) for row in table.rows
    ]
    width = max(len(label) for label, _ in [*cells, columns])
    head = [f"| {columns[0]:<{width}} | {columns[1]} |", f"| {'-' * width} | {'-' * len(columns[1])} |"]
    yield "\n".join([*head, *(f"| {label:<{width}} | {cell} |" for label, cell in cells)])
    for row in table.rows:
        if _is_below(row):
            yield f"### {heading(row.label)}"
            yield blocks(row.value.text)


def _is_below(row: Row) -> bool:
    """A cell holds one line; a value with more stands beneath the table."""
    return "\n" in row.value.text


def _cell(value: Value) -> str:
    return _emphasis(value.text) if value.ours else inline(value.text)


def _emphasis(words: str) -> str:
    """Words of ours; a time that was typed may stand in them."""
    return f"*{prose(words)}*"


def _long(value: Value) -> str:
    if value.ours:
        return _emphasis(value.text)
    return "\n\n".join(_grid(one) if isinstance(one, Grid) else blocks(one) for one in segments(value.text))


def _grid(grid: Grid) -> str:
    """A table that was typed; one without heads has empty ones, since Markdown knows no other."""
    head = grid.head or ("",) * len(grid.rows[0])
    listed = [tuple(map(inline, cells)) for cells in (head, *grid.rows)]
    lines = [f"| {' | '.join(cells)} |" for cells in listed]
    return "\n".join([lines[0], f"|{' --- |' * len(head)}", *lines[1:]])


def _action(one: Entry) -> str:
    first = _typed(one.text, behind=f"**{one.mark}** " if one.mark else "")
    return "- " + "\\\n  ".join([first, *(_typed(row.value, behind=f"**{row.label}** ") for row in one.more)])


def _typed(value: Value, *, behind: str) -> str:
    return behind + _emphasis(value.text) if value.ours else paragraphs(value.text, "  ", behind=behind)
