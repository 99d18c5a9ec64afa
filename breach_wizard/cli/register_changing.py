"""``register mark``, ``hold``, ``erase`` and ``rebuild``: what changes a case that is there."""

import argparse
from typing import Final

from breach_wizard import guidance
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.registering import day, now, sure, today
from breach_wizard.register import erasing, marking, reading, rebuilding, statements
from breach_wizard.register.database import Register
from breach_wizard.register.standing import HELD, RELEASED
from breach_wizard.text import clean, plural

BEFORE_ERASING: Final = (
    "Has anybody asked for this under freedom of information, or for their own data? Then do not erase it; ask your "
    "information team. Erasing to prevent disclosure can be an offence."
)


def mark(register: Register, options: argparse.Namespace) -> int:
    """Make a mark on a case."""
    made = marking.Mark(
        kind=options.kind,
        day=day(options.on) or today().isoformat(),
        by=clean(options.by),
        to=clean(options.to),
        outcome=options.outcome,
        note=clean(options.note),
        link=clean(options.link),
        takes_back=options.mark,
    )
    return _marked(register, options.reference, made)


def hold(register: Register, options: argparse.Namespace) -> int:
    """Hold a case, or let it go."""
    kind = RELEASED if options.release else HELD
    made = marking.Mark(kind=kind, day=today().isoformat(), by=clean(options.by), note=clean(options.note))
    return _marked(register, options.reference, made)


def _marked(register: Register, named: str, made: marking.Mark) -> int:
    reference = reading.case(register, named)["reference"]
    with register.writing():
        notes = marking.mark(register, reference, made, guidance.active(), now())
    for note in notes:
        say(note)
    say(f"{reference}: {made.kind}.")
    return 0


def erase(register: Register, options: argparse.Namespace) -> int:
    """Erase answers of a case, or all of its reports, once that is confirmed."""
    names = [name for part in (options.fields or "").split(",") if (name := part.strip())]
    reference = reading.case(register, options.reference)["reference"]
    what = f"{', '.join(names)} of {reference}" if names else f"all reports of {reference}"
    sure(f"{BEFORE_ERASING}\nErase {what}, in every version? It can't be taken back.", yes=options.yes)
    with register.writing():
        erasing.erase(register, reference, names, clean(options.by), clean(options.why), guidance.active(), now())
    register.forget_erased()
    say(f"Erased: {what}. {register.beyond}")
    return 0


def rebuild(register: Register, _: argparse.Namespace) -> int:
    """Derive every column anew."""
    failed = rebuilding.rebuild(register, guidance.active())
    for reference, why in failed.items():
        say(f"{reference} was left as it is: {why}")
    (number,) = (one["total"] for one in register.rows(statements.CASES_IN_ALL))
    write(f"{plural(number - len(failed), 'case')} derived anew.\n")
    return 1 if failed else 0
