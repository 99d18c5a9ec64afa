"""``register stats`` and ``register export``: the register counted, and written as a table."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from breach_wizard import guidance
from breach_wizard.cli import inout, register_lines
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.registering import columns, today
from breach_wizard.invoked import command
from breach_wizard.register import figures, tables
from breach_wizard.register.database import Register
from breach_wizard.register.figures import Figure
from breach_wizard.register.page import page
from breach_wizard.register.rebuilding import outdated
from breach_wizard.register.statistics import statistics
from breach_wizard.terminal.visible import as_json
from breach_wizard.text import day, plural, shortened

TITLE: Final = "Breaches of the Code of Practice for Statistics"
LONGEST_LABEL: Final = 44
BAR: Final = 20
"""Characters of the longest bar."""


def stats(register: Register, options: argparse.Namespace) -> int:
    """Count, and show it as bars, in sentences, as a page or as JSON."""
    if earlier := outdated(register):
        anew = f"Derive anew what is counted: {command('register rebuild')}"
        say(f"Counted by the rules of an earlier breach-wizard: {plural(earlier, 'case')}. {anew}")
    found = statistics(register, options.years, today())
    listed = list(figures.figures(found, guidance.active()))
    paragraph = figures.summary(found, day(today()))
    if options.json:
        write(as_json(figures.as_json(found, listed), sys.stdout) + "\n")
    elif options.html:
        inout.write(page(TITLE, paragraph, listed), options.html, force=options.force)
        say(f"Written: {options.html}")
    elif options.summary:
        write(f"{paragraph}\n")
    else:
        shown = columns(options)
        register_lines.show(_sentences(listed) if shown is None else _bars(listed), shown)
    return 0


def _bars(listed: Sequence[Figure]) -> Iterator[str]:
    """Each table with a bar for the last number of each line."""
    for one in listed:
        yield one.title
        for line in one.lines:
            number = line.numbers[-1]
            bar = "█" * max(round(number / one.largest * BAR), 1) if number else ""
            yield f"  {shortened(line.label, LONGEST_LABEL):<{LONGEST_LABEL}} {number:>5}  {bar}".rstrip()
        yield from _beneath(one)


def _sentences(listed: Sequence[Figure]) -> Iterator[str]:
    """Each table a line for each of its lines, with the numbers of all years."""
    for one in listed:
        yield one.title
        for line in one.lines:
            *years, total = line.numbers
            named = [f"{name}: {number}" for name, number in zip(one.columns, years, strict=False) if number]
            yield f"  {line.label}: {total}" + (f" ({', '.join(named)})" if named else "")
        yield from _beneath(one)


def _beneath(one: Figure) -> Iterator[str]:
    if not one.lines:
        yield "  None."
    if one.note:
        yield f"  {one.note}"
    yield ""


def export(register: Register, options: argparse.Namespace) -> int:
    """Write all cases as a table."""
    data = tables.FORMATS[options.to](tables.rows(register))
    inout.write(data, options.output or "-", force=options.force)
    return 0
