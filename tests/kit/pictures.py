"""Pictures of the screens, drawn from the emulator's cells, and of a report; run as a module it draws those of the documentation.

python -m tests.kit.pictures
"""

import tempfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import pyte

from tests.kit import paper
from tests.kit.driver import Driver
from tests.kit.palettes import DARK, LIGHT, Palette
from tests.kit.stories import SCREENS, STOP, STORIES, Table
from tests.kit.told import scripted

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
THEMES = {"light": LIGHT, "dark": DARK}
SHOWN = {
    "breach_type": "what-has-happened",
    "ongoing": "still-going-on",
    "do_now": "do-now",
    "guidance": "guidance",
    "due": "due",
    "occurrences.1.date": "facts",
    "circumstances": "circumstances",
    "considerations": "things-to-consider",
    "actions": "actions",
    "check": "check-your-answers",
}
"""The questions at which the first screen is drawn, and the picture's name."""

WIDTH, HEIGHT, MARGIN = 8.4, 18, 10
"""Of a cell and around all of them, in pixels."""

Cell = Any


def svg(screen: pyte.Screen, palette: Palette) -> str:
    """Return the screen as a picture in the colours of a palette."""
    width, height = screen.columns * WIDTH + 2 * MARGIN, screen.lines * HEIGHT + 2 * MARGIN
    inside = [part for row in range(screen.lines) for part in _row(screen, row, palette)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="{palette.text}">',
            f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="6" fill="{palette.ground}" '
            f'stroke="{palette.text}" stroke-opacity="0.4"/>',
            *inside,
            "</svg>\n",
        ]
    )


def _row(screen: pyte.Screen, row: int, palette: Palette) -> Iterator[str]:
    cells = [screen.buffer[row][column] for column in range(screen.columns)]
    column = 0
    for looks, run in groupby(cells, _looks):
        text = "".join(cell.data for cell in run)
        yield from _run(text, column, row, looks, palette)
        column += len(text)


def _looks(cell: Cell) -> tuple[str, bool, bool]:
    return cell.fg, cell.bold, cell.reverse


def _run(text: str, column: int, row: int, looks: tuple[str, bool, bool], palette: Palette) -> Iterator[str]:
    colour, bold, reverse = looks
    left, top = MARGIN + column * WIDTH, MARGIN + row * HEIGHT
    if reverse:
        yield f'<rect x="{left:g}" y="{top}" width="{len(text) * WIDTH:g}" height="{HEIGHT}" fill="{palette.text}"/>'
    words = text.strip()
    if words:
        left += (len(text) - len(text.lstrip())) * WIDTH
        fill = palette.ground if reverse else f"#{colour}" if colour != "default" else ""
        looks_of = f' fill="{fill}"' if fill else ""
        looks_of += ' font-weight="bold"' if bold else ""
        yield (
            f'<text x="{left:g}" y="{top + 14}" textLength="{len(words) * WIDTH:g}" xml:space="preserve"{looks_of}>'
            f"{escape(words, quote=False)}</text>"
        )


def drawn(folder: Path) -> dict[str, str]:
    """Return the pictures by the names of their files, light and dark: screens of one story at 80x24, and its report."""
    driver = Driver(["new", "-o", "report.md"], folder / "home", pasting=True)
    table = Table(STORIES["early"][0], SCREENS | {"page": "more"})
    found: dict[str, str] = {}
    for event in driver.questions():
        name = SHOWN.get(event["id"])
        if name and f"{name}-light.svg" not in found:
            driver.wait_until_whole(event)
            found |= {f"{name}-{theme}.svg": svg(driver.terminal.screen, THEMES[theme]) for theme in THEMES}
        driver.type(event, STOP if event["id"] == "check" else table.answer(event["id"]))
    assert driver.close() == 130
    report = scripted("early", folder / "told")[0].decode()
    return found | {f"report-{theme}.svg": paper.svg(report, palette) for theme, palette in THEMES.items()}


def main() -> None:
    """Draw the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in drawn(Path(folder)).items():
            (PICTURES / name).write_text(picture)


if __name__ == "__main__":
    main()
