"""The report as Markdown: the official form, good to read as plain text, and read back without loss."""

from collections.abc import Iterator, Sequence

from breach_wizard import form
from breach_wizard.exports.content import Entry, Row, Value, content
from breach_wizard.exports.escaping import blocks, inline, paragraphs
from breach_wizard.report import Report

EXTENSION = ".md"


def render(report: Report) -> bytes:
    """Return the report as UTF-8 Markdown. Whatever was typed is escaped, so that emphasis is always ours."""
    said = content(report)
    parts = [
        f"# {said.title}",
        f"## {form.CORE}",
        *_table(form.CORE_COLUMNS, said.core),
        f"## {form.CIRCUMSTANCES}",
        *_table(form.CIRCUMSTANCES_COLUMNS, said.circumstances),
        f"### {form.WHAT_HAPPENED}",
        _long(said.happened),
    ]
    if said.previous is not None:
        parts += [f"### {form.PREVIOUS}", _long(said.previous)]
    parts += [f"## {form.IMPACT}", _long(said.impact), f"## {form.ACTIONS}", _actions(said.actions)]
    if said.changes_title:
        parts.append(f"## {said.changes_title}")
        parts += ["\n".join(f"- {paragraphs(one, '  ')}" for one in said.changes)] if said.changes else []
    return ("\n\n".join(parts) + "\n").encode()


def _table(columns: tuple[str, str], rows: Sequence[Row]) -> Iterator[str]:
    """The table, then each value with a line break under a heading of its own, in the order of the rows."""
    cells = [(row.label, _emphasis(form.SEE_BELOW) if _is_below(row) else _cell(row.value)) for row in rows]
    width = max(len(label) for label, _ in [*cells, columns])
    head = [f"| {columns[0]:<{width}} | {columns[1]} |", f"| {'-' * width} | {'-' * len(columns[1])} |"]
    yield "\n".join([*head, *(f"| {label:<{width}} | {cell} |" for label, cell in cells)])
    for row in rows:
        if _is_below(row):
            yield f"### {row.label}"
            yield blocks(row.value.text)


def _is_below(row: Row) -> bool:
    """A cell holds one line; a value with more stands beneath the table."""
    return "\n" in row.value.text


def _cell(value: Value) -> str:
    return _emphasis(value.text) if value.ours else inline(value.text)


def _emphasis(words: str) -> str:
    return f"*{words}*"


def _long(value: Value) -> str:
    return _emphasis(value.text) if value.ours else blocks(value.text)


def _actions(actions: tuple[Entry, ...] | Value) -> str:
    return _long(actions) if isinstance(actions, Value) else "\n".join(map(_action, actions))


def _action(one: Entry) -> str:
    first = f"**{one.mark}** {_part(one.text)}" if one.mark else _part(one.text)
    return "- " + "\\\n  ".join([first, *(f"**{row.label}** {_part(row.value)}" for row in one.more)])


def _part(value: Value) -> str:
    return _emphasis(value.text) if value.ours else paragraphs(value.text, "  ")
