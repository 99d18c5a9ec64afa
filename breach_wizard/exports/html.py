"""The report as one web page that needs nothing else: no script, nothing loaded, good on a phone and on paper."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from breach_wizard import form
from breach_wizard.exports.content import Content, Entry, Row, Value, content
from breach_wizard.exports.markup import long, marked
from breach_wizard.exports.style import STYLE
from breach_wizard.exports.timeline import draw
from breach_wizard.report import Report

EXTENSION = ".html"

# A browser refuses whatever the page does not name here, so that even a mistake of ours could run and load nothing.
POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"


def render(report: Report) -> bytes:
    """Return the report as a page in UTF-8. What was typed never becomes markup, but for web addresses as links."""
    said = content(report)
    policy = POLICY.format(base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode())
    page = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(_title(said))}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(said.title)}</h1>",
        *_sections(said, draw(report)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(page) + "\n").encode()


def _title(said: Content) -> str:
    """The name of a tab or a bookmark: with the output's title, so that two reports can be told apart."""
    output = said.core[0].value
    return said.title if output.ours else f"{' '.join(output.text.split())}: {said.title}"


def _sections(said: Content, drawing: str) -> Iterator[str]:
    yield from _section("core", form.CORE, [_table("core", said.core)])
    happened = [f"<h3>{form.WHAT_HAPPENED}</h3>", long(said.happened)]
    previous = [f"<h3>{form.PREVIOUS}</h3>", long(said.previous)] if said.previous is not None else []
    table = _table("circumstances", said.circumstances)
    yield from _section("circumstances", form.CIRCUMSTANCES, [table, drawing, *happened, *previous])
    yield from _section("impact", form.IMPACT, [long(said.impact)])
    yield from _section("actions", form.ACTIONS, [_actions(said.actions)])
    if said.changes_title:
        changes = _list([marked("", Value(one)) for one in said.changes])
        yield from _section("changes", said.changes_title, [changes])


def _section(name: str, heading: str, parts: Sequence[str]) -> Iterator[str]:
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{escape(heading)}</h2>'
    yield from filter(None, parts)
    yield "</section>"


def _table(name: str, rows: Sequence[Row]) -> str:
    cells = (f'<tr><th scope="row">{_label(row.label)}</th><td>{long(row.value)}</td></tr>' for row in rows)
    return "\n".join([f'<table aria-labelledby="{name}">', *cells, "</table>"])


def _label(words: str) -> str:
    """A label; on a narrow screen "principle/protocol" breaks at the stroke."""
    return escape(words).replace("/", "/<wbr>")


def _actions(actions: tuple[Entry, ...] | Value) -> str:
    return long(actions) if isinstance(actions, Value) else _list(list(map(_action, actions)))


def _action(one: Entry) -> str:
    return marked(one.mark, one.text) + "".join(marked(row.label, row.value) for row in one.more)


def _list(items: Sequence[str]) -> str:
    return "\n".join(["<ul>", *(f"<li>{one}</li>" for one in items), "</ul>"]) if items else ""
