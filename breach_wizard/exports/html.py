"""The report as one web page that needs nothing else: no script, nothing loaded, good on a phone and on paper."""

from collections.abc import Iterator, Sequence
from html import escape

from breach_wizard import form
from breach_wizard.exports.content import Changes, Content, Entry, Heading, Items, Table, Text, Value, content
from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.exports.markup import long, marked, with_tables
from breach_wizard.exports.page_text import page_text
from breach_wizard.exports.style import STYLE, policy
from breach_wizard.exports.timeline import draw
from breach_wizard.guidance import Guidance
from breach_wizard.report import Report

EXTENSION = ".html"
BINARY = False
LABEL = "Web page"
HINT = "One file, to look at or print. Publish it only when your Head of Profession agrees."


def render(report: Report, guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the report as a page in UTF-8. What was typed never becomes markup, but for web addresses as links."""
    said = content(report, guidance)
    styles = [STYLE, *filter(None, [guidance.stylesheet])]
    page = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        policy(*styles, shows_data=bool(guidance.stylesheet)),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(_title(said))}</title>",
        *(f"<style>{one}</style>" for one in styles),
        "</head>",
        "<body>",
        *_above(furniture),
        "<main>",
        f"<h1>{escape(said.title)}</h1>",
        *(long(Value(line)) for line in said.beneath),
        *_sections(said, draw(report, guidance)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(page) + "\n").encode()


def held(data: bytes, _: Guidance) -> str:
    """Return the text that a reader of the page sees."""
    return page_text(data)


def _above(furniture: Furniture) -> Iterator[str]:
    for text in filter(None, (furniture.notice, furniture.marking)):
        yield f'<header><p dir="auto">{escape(text)}</p></header>'


def _title(said: Content) -> str:
    """The name of a tab or a bookmark: with the output's title, so that two reports can be told apart."""
    output = next(row.value for row in said.rows if row.id == "outputs")
    return said.title if output.ours else f"{' '.join(output.text.split())}: {said.title}"


def _sections(said: Content, drawing: str) -> Iterator[str]:
    opened = False
    for part in said.parts:
        match part:
            case Heading(level=1):
                yield from ["</section>"] if opened else []
                yield f'<section aria-labelledby="{part.id}">'
                yield f'<h2 id="{part.id}">{escape(part.text)}</h2>'
                opened = True
            case Heading(text=text):
                yield f"<h3>{escape(text)}</h3>"
            case Table():
                yield _table(part)
                yield from [drawing] if drawing and part.section == form.CIRCUMSTANCES else []
            case Text(value=value):
                yield with_tables(value)
            case Items(entries=entries):
                yield _list(list(map(_action, entries)))
            case Changes(lines=lines) if lines:
                yield _list([marked("", Value(line)) for line in lines])
    yield "</section>"


def _table(part: Table) -> str:
    cells = (f'<tr><th scope="row">{_label(row.label)}</th><td>{long(row.value)}</td></tr>' for row in part.rows)
    return "\n".join([f'<table aria-labelledby="{part.section.id}">', *cells, "</table>"])


def _label(words: str) -> str:
    """A label; on a narrow screen "principle/protocol" breaks at the stroke."""
    return escape(words).replace("/", "/<wbr>")


def _action(one: Entry) -> str:
    return marked(one.mark, one.text) + "".join(marked(row.label, row.value) for row in one.more)


def _list(items: Sequence[str]) -> str:
    return "\n".join(["<ul>", *(f"<li>{one}</li>" for one in items), "</ul>"])
