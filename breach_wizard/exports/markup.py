"""Typed text as HTML: it stands literally, and its line breaks, list items and web addresses are seen as such."""

from collections.abc import Iterator, Sequence
from html import escape

from breach_wizard.exports.addresses import parts
from breach_wizard.exports.content import Value
from breach_wizard.interview.steps import IMPACT_HEADINGS
from breach_wizard.tables import Grid, segments
from breach_wizard.text import is_heading

TYPED = "typed"
"""The class of a table that was typed in a text."""


def long(value: Value) -> str:
    """Return a value as paragraphs and lists: lines that begin with ``- `` are list items."""
    return _ours(value) if value.ours else "\n".join(_blocks(value.text))


def with_tables(value: Value) -> str:
    """Return a value as `long` does, with the tables in it as tables."""
    if value.ours:
        return _ours(value)
    return "\n".join(_grid(one) if isinstance(one, Grid) else long(Value(one)) for one in segments(value.text))


def _grid(grid: Grid) -> str:
    """A table that was typed."""
    heads = "".join(f'<th scope="col" dir="auto">{_line(one)}</th>' for one in grid.head)
    rows = ("".join(f'<td dir="auto">{_line(one)}</td>' for one in cells) for cells in grid.rows)
    lines = [f"<thead><tr>{heads}</tr></thead>"] if grid.head else []
    lines += [f"<tr>{cells}</tr>" for cells in rows]
    return "\n".join([f'<table class="{TYPED}">', *lines, "</table>"])


def marked(mark: str, value: Value) -> str:
    """Return a value as paragraphs, a leading ``- `` literal, after a mark of ours where there is one."""
    if not mark:
        return _ours(value) if value.ours else _paragraphs(value.text.split("\n\n"))
    bold = f"<strong>{escape(mark)}</strong>"
    if value.ours:
        return f"<p>{bold} {_emphasis(value.text)}</p>"
    # The mark reads from the left; <bdi> lets the text beside it read from its own side.
    first, *more = value.text.split("\n\n")
    return f"<p>{bold} <bdi>{_lines(first)}</bdi></p>{_paragraphs(more)}"


def _ours(value: Value) -> str:
    return f"<p>{_emphasis(value.text)}</p>"


def _emphasis(words: str) -> str:
    return f"<em>{escape(words)}</em>"


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f'<p dir="auto">{_lines(one)}</p>' for one in texts)


def _blocks(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        loose, *items = f"\n{paragraph}".split("\n- ")
        if loose:
            yield f'<p dir="auto">{_lines(loose[1:])}</p>'
        if items:
            yield '<ul dir="auto">{}</ul>'.format("".join(f"<li>{_lines(one)}</li>" for one in items))


def _lines(text: str) -> str:
    return "<br>".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    if is_heading(text, IMPACT_HEADINGS):
        return f"<strong>{escape(text)}</strong>"
    return "".join(
        f'<a href="{escape(piece)}">{escape(piece)}</a>' if is_address else escape(piece)
        for piece, is_address in parts(text)
    )
