"""All cases of a register as one table: CSV for spreadsheets, Markdown, a web page, JSON. Pure but for reading it."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Final

from breach_wizard.register import statements
from breach_wizard.register.database import Register
from breach_wizard.register.page import around
from breach_wizard.tables import Grid, spelled

COLUMNS: Final = {
    "reference": "Case",
    "own_reference": "Own number",
    "kind": "Kind",
    "happened": "Occurred",
    "first_day": "First day",
    "output": "Output",
    "producer": "Producer",
    "report_day": "Report of",
    "version": "Version",
    "decided": "Decided",
    "approved_day": "Approved on",
    "users_told_day": "Users told on",
    "closed_day": "Closed on",
    "waits_for": "Waits for",
    "waits_on": "On",
    "waits_since": "Since",
    "link": "Link",
    "may_be": "May be the same as",
    "erased_on": "Erased on",
}
"""The columns, in their order, with their heads."""

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
"""What begins a formula, or a line of its own, in a spreadsheet."""

BYTE_ORDER_MARK: Final = "\ufeff"
"""By which Excel knows UTF-8."""


def rows(register: Register) -> Iterator[Mapping[str, str]]:
    """Yield every case, oldest first, as text by column."""
    for one in register.rows(statements.ALL):
        yield {name: "" if one[name] is None else str(one[name]) for name in COLUMNS}


def as_csv(listed: Iterable[Mapping[str, str]]) -> bytes:
    """Return a file that spreadsheets show as it is: no cell is a formula, days are days, accents are right."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS.values())
    writer.writerows([_inert(one[name]) for name in COLUMNS] for one in listed)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _inert(cell: str) -> str:
    """A cell that a spreadsheet takes for text: an apostrophe stands before what would be a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def as_json(listed: Iterable[Mapping[str, str]]) -> bytes:
    """Return a list of objects, by the names of the columns."""
    return (json.dumps(list(listed), ensure_ascii=False, indent=1) + "\n").encode()


def as_markdown(listed: Iterable[Mapping[str, str]]) -> bytes:
    """Return one table."""
    body = tuple(tuple(" ".join(one[name].split()) for name in COLUMNS) for one in listed)
    return (spelled(Grid(tuple(COLUMNS.values()), body)) + "\n").encode()


def as_html(listed: Iterable[Mapping[str, str]]) -> bytes:
    """Return a page with one table, to look at or print."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in COLUMNS.values())
    body = (_row(one[name] for name in COLUMNS) for one in listed)
    return around(
        "Register of breaches",
        [
            '<div class="figure cases" tabindex="0" role="region" aria-label="All cases"><table>',
            f"<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *body,
            "</tbody></table></div>",
        ],
    )


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td dir=auto>{escape(cell)}</td>' for cell in cells)}</tr>"


FORMATS: Final[Mapping[str, Callable[[Iterable[Mapping[str, str]]], bytes]]] = {
    "csv": as_csv,
    "json": as_json,
    "markdown": as_markdown,
    "html": as_html,
}
