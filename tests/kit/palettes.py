"""The ground and the text of common terminals, light and dark, and what is seen of one colour on another."""

from typing import NamedTuple


class Palette(NamedTuple):
    """The ground of a terminal and its text, as #rrggbb."""

    ground: str
    text: str


PALETTES = {
    "xterm, light": Palette("#ffffff", "#000000"),
    "xterm, dark": Palette("#000000", "#e5e5e5"),
    "GNOME Terminal, Tango light": Palette("#ffffff", "#2e3436"),
    "GNOME Terminal, Tango dark": Palette("#2e3436", "#d3d7cf"),
    "GNOME Terminal, light": Palette("#ffffff", "#171421"),
    "GNOME Terminal, dark": Palette("#171421", "#d0cfcc"),
    "Terminal.app, Basic light": Palette("#ffffff", "#000000"),
    "Terminal.app, Pro dark": Palette("#000000", "#f2f2f2"),
    "Windows Terminal, One Half Light": Palette("#fafafa", "#383a42"),
    "Windows Terminal, One Half Dark": Palette("#282c34", "#dcdfe4"),
    "Windows Terminal, Campbell": Palette("#0c0c0c", "#cccccc"),
    "VS Code, light": Palette("#ffffff", "#333333"),
    "VS Code, dark": Palette("#1e1e1e", "#cccccc"),
    "Konsole, black on white": Palette("#ffffff", "#000000"),
    "Konsole, Breeze": Palette("#232627", "#fcfcfc"),
    "Solarized, light": Palette("#fdf6e3", "#657b83"),
    "Solarized, dark": Palette("#002b36", "#839496"),
    "Gruvbox, light": Palette("#fbf1c7", "#3c3836"),
    "Gruvbox, dark": Palette("#282828", "#ebdbb2"),
    "Ubuntu": Palette("#300a24", "#eeeeec"),
    "PuTTY": Palette("#000000", "#bbbbbb"),
    "Linux console": Palette("#000000", "#aaaaaa"),
    "kitty": Palette("#000000", "#dddddd"),
    "iTerm2, dark": Palette("#000000", "#bbbbbb"),
    "iTerm2, light": Palette("#ffffff", "#000000"),
}

LIGHT, DARK = PALETTES["VS Code, light"], PALETTES["VS Code, dark"]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as the Web Content Accessibility Guidelines define it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
