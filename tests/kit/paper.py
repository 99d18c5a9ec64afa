"""A report of ours drawn as a page: a picture of its Markdown for the documentation, simple enough to be read at a glance."""

import re
import textwrap
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Final, NamedTuple

from tests.kit.palettes import Palette

WIDTH: Final = 760
LEFT: Final = 40
SECOND: Final = 250
"""Where the second column of a table begins, in pixels like the rest."""

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"


class Look(NamedTuple):
    """How a kind of line is drawn: its size, the space above it, the height of each of its rows, and whether it is bold."""

    size: int = 13
    above: int = 8
    row: int = 18
    bold: bool = False

    def wrapped(self, text: str, width: int) -> list[str]:
        """Return the rows of a text in a column of so many pixels; a sign is taken to be wider than most are."""
        return textwrap.wrap(text, int(width / self.size / (0.58 if self.bold else 0.5))) or [""]


LOOKS: Final = {
    "# ": Look(20, 20, 26, bold=True),
    "## ": Look(16, 22, 22, bold=True),
    "### ": Look(14, 14, 20, bold=True),
}
LABEL: Final = Look(bold=True)
TEXT: Final = Look()
ITEM: Final = re.compile(r"- (?:\*\*(.+?)\*\* )?(.*)")
RULE: Final = re.compile(r"\| -+")


def svg(report: str, palette: Palette) -> str:
    """Return a report in Markdown, of the spelling that we write, as a picture in the colours of a palette."""
    page = _Page()
    lines = [line for line in report.splitlines() if line]
    for line, following in pairwise([*lines, ""]):
        page.add(line, is_head=bool(RULE.match(following)))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {page.bottom + LEFT}" width="{WIDTH}" '
            f'font-family="{FONT}" font-size="{TEXT.size}" fill="{palette.text}">',
            f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{page.bottom + LEFT - 1}" fill="{palette.ground}" '
            f'stroke="{palette.text}" stroke-opacity="0.4"/>',
            *page.drawn,
            "</svg>\n",
        ]
    )


class _Page:
    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.bottom = 20

    def add(self, line: str, *, is_head: bool) -> None:
        marker = next((one for one in LOOKS if line.startswith(one)), "")
        if marker:
            self._text(line.removeprefix(marker), LOOKS[marker])
        elif RULE.match(line):
            return
        elif line.startswith("| "):
            label, value = (one.strip() for one in line.strip("| ").split(" | ", 1))
            self._row(label, value, LABEL if is_head else TEXT)
        elif found := ITEM.match(line):
            self._item(*(_plain(one or "") for one in found.groups()))
        else:
            self._text(line, TEXT)

    def _text(self, text: str, look: Look) -> None:
        self.bottom += look.above
        rows = look.wrapped(_plain(text), WIDTH - 2 * LEFT)
        self.drawn += _column(rows, LEFT, self.bottom, look)
        self.bottom += look.row * len(rows)

    def _row(self, label: str, value: str, look: Look) -> None:
        labels = LABEL.wrapped(_plain(label), SECOND - LEFT - 20)
        values = look.wrapped(_plain(value), WIDTH - LEFT - SECOND)
        self.bottom += TEXT.above
        self.drawn += [*_column(labels, LEFT, self.bottom, LABEL), *_column(values, SECOND, self.bottom, look)]
        self.bottom += TEXT.row * max(len(labels), len(values)) + 4
        self.drawn.append(
            f'<rect x="{LEFT}" y="{self.bottom}" width="{WIDTH - 2 * LEFT}" height="1" fill-opacity="0.4"/>'
        )

    def _item(self, lead: str, text: str) -> None:
        rows = TEXT.wrapped(f"{lead} {text}".strip(), WIDTH - 2 * LEFT - 16)
        self.bottom += TEXT.above // 2
        self.drawn += _column(["•"], LEFT, self.bottom, TEXT)
        drawn = _column(rows, LEFT + 16, self.bottom, TEXT)
        self.drawn += [next(drawn).replace(f">{lead}", f'><tspan font-weight="bold">{lead}</tspan>', 1), *drawn]
        self.bottom += TEXT.row * len(rows)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", re.sub(r"<(https?://[^>]*)>", r"\1", text))


def _column(rows: list[str], left: int, top: int, look: Look) -> Iterator[str]:
    looks = f' font-size="{look.size}"' if look.size != TEXT.size else ""
    looks += ' font-weight="bold"' if look.bold else ""
    for number, row in enumerate(rows):
        yield f'<text x="{left}" y="{top + look.size + number * look.row}"{looks}>{escape(row, quote=False)}</text>'
