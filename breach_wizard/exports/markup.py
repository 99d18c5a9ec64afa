"""Typed text as HTML: it stands literally, and its line breaks, list items and web addresses are seen as such."""

from collections.abc import Iterator, Sequence
from html import escape

from breach_wizard.exports.addresses import parts
from breach_wizard.exports.content import Value
from breach_wizard.interview.steps import IMPACT_HEADINGS
from breach_wizard.text import is_heading


def long(value: Value) -> str:
    """Return a value as paragraphs and lists: lines that begin with ``- `` are list items."""
    return _ours(value) if value.ours else "\n".join(_blocks(value.text))


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
