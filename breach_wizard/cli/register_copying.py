"""``register copy``: all of a register into another, from a file to a server or back."""

import argparse
from collections.abc import Sequence
from typing import Final

from breach_wizard import folders
from breach_wizard.cli import place
from breach_wizard.cli.printing import say, write
from breach_wizard.errors import UsageError
from breach_wizard.register import copying, opened
from breach_wizard.register.database import Register
from breach_wizard.terminal.progress import Shown
from breach_wizard.text import join, plural

MOST: Final = 20
"""So many cases are named."""


def copy(register: Register, options: argparse.Namespace) -> int:
    """Copy it, and say whether the two registers are the same then."""
    to = folders.register_named(options.to)
    if to == place.register():
        raise UsageError("That is the register itself. Name another with --to.")
    target = opened(to)
    try:
        told = copying.copy(register, target, Shown)
        where = target.name
    finally:
        target.close()
    if told.changed:
        say(f"Changed, added or erased in {where}, and left so: {_listed(told.changed)}.")
    differing = [one for one in told.differing if one not in told.changed]
    if differing:
        say(f"Not the same in both, since somebody works in one of them: {_listed(differing)}. Copy again.")
    counted = join([plural(number, table.removesuffix("s")) for table, number in told.counted.items()])
    write(f"{plural(told.copied, 'case')} copied into {where}. The same in both: {counted}.\n")
    return 1 if told.differing else 0


def _listed(references: Sequence[str]) -> str:
    more = [f"{len(references) - MOST} more"] if len(references) > MOST else []
    return join([*references[:MOST], *more])
