"""Prints a screen to standard output as plain text, folded to the terminal's width."""

import sys
import textwrap

from breach_wizard.cli.printing import write
from breach_wizard.screen import Screen
from breach_wizard.terminal import columns
from breach_wizard.terminal.visible import as_shown


def print_lines(screen: Screen) -> None:
    """Print the lines of a screen; text to copy is left as it is."""
    width = min(columns(), 100)
    written = []
    for line in screen:
        text = as_shown(line.text, sys.stdout)
        if line.style == "copy":
            written.append(text)
            continue
        indent = " " * (len(line.marker) + 1) if line.marker else ""
        first = f"{line.marker} " if line.marker else ""
        for part in text.split("\n"):
            folded = textwrap.wrap(
                part,
                width,
                initial_indent=first,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            written.append("\n".join(folded))
            first = indent
    write("".join(f"{one}\n" for one in written))
