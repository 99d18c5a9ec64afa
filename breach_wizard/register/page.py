"""The statistics as one web page that needs nothing else: tables with bars in their cells, no script. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from breach_wizard.exports.style import STYLE, policy
from breach_wizard.register.figures import Figure

BARS = """
main { max-width: 60rem; }
.figure { overflow-x: auto; }
.figure table { table-layout: auto; }
.figure th, .figure td { padding-inline-end: 1rem; }
.figure thead th { width: auto; text-align: end; white-space: nowrap; }
.figure thead th:last-child { text-align: start; }
.figure tbody th { width: 45%; font-weight: 400; }
.figure td { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figure td.all { min-width: 9rem; text-align: start; }
.bar { display: inline-block; height: .8em; margin-inline-end: .5rem; background: var(--link); }
.cases th, .cases td { width: auto; text-align: start; white-space: normal; min-width: 6rem; }
@media print {
  .bar { background: none; border: 1px solid; }
  .figure thead th { white-space: normal; overflow-wrap: normal; }
  .figure tbody th { width: auto; }
}
"""
WIDEST = 6
"""The length of the longest bar, in the page's rem."""


def page(title: str, paragraph: str, figures: Sequence[Figure]) -> bytes:
    """Return the page of the statistics in UTF-8. What was typed never becomes markup."""
    tables = (line for number, one in enumerate(figures) for line in _figure(one, number))
    return around(title, [f"<p>{escape(paragraph)}</p>", *tables])


def around(title: str, lines: Iterable[str]) -> bytes:
    """Return a page with these lines of markup under its title; nothing in it runs or is loaded."""
    widths = "".join(f".w{number} {{ width: {number / 4:g}rem; }}\n" for number in range(1, WIDEST * 4 + 1))
    style = f"{STYLE}{BARS}{widths}"
    page = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        policy(style),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
        *lines,
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(page) + "\n").encode()


def _figure(one: Figure, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="figure-{number}">'
    yield f'<h2 id="figure-{number}">{escape(one.title)}</h2>'
    if one.lines:
        # A table that is wider than a phone is moved sideways, by keys too.
        yield f'<div class="figure" tabindex="0" role="group" aria-labelledby="figure-{number}"><table>'
        heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in one.columns)
        yield f"<thead><tr><td></td>{heads}</tr></thead>"
        yield "<tbody>"
        for line in one.lines:
            *years, total = line.numbers
            cells = [
                *(f"<td>{value}</td>" for value in years),
                f'<td class="all">{_bar(total, one.largest)}{total}</td>',
            ]
            yield f'<tr><th scope="row" dir="auto">{escape(line.label)}</th>{"".join(cells)}</tr>'
        yield "</tbody></table></div>"
    else:
        yield "<p>None.</p>"
    if one.note:
        yield f"<p>{escape(one.note)}</p>"
    yield "</section>"


def _bar(number: int, largest: int) -> str:
    """A bar as long as its number is of the largest, in quarters of a rem; none for 0."""
    quarters = round(number / largest * WIDEST * 4) if largest else 0
    return f'<span class="bar w{max(quarters, 1)}" aria-hidden="true"></span>' if number else ""
