"""``register``: the commands that read it, and the way from a command to the register that it is about."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

from breach_wizard.cli import place, register_lines
from breach_wizard.cli.printing import say, write
from breach_wizard.errors import InputError, UsageError
from breach_wizard.invoked import command
from breach_wizard.register import opened, reading
from breach_wizard.register.database import Register
from breach_wizard.terminal.visible import as_json
from breach_wizard.text import clean, plural

CHANGING = {
    "add": ("breach_wizard.cli.register_adding", "add"),
    "mark": ("breach_wizard.cli.register_changing", "mark"),
    "hold": ("breach_wizard.cli.register_changing", "hold"),
    "copy": ("breach_wizard.cli.register_copying", "copy"),
    "erase": ("breach_wizard.cli.register_changing", "erase"),
    "rebuild": ("breach_wizard.cli.register_changing", "rebuild"),
    "stats": ("breach_wizard.cli.register_counting", "stats"),
    "export": ("breach_wizard.cli.register_counting", "export"),
}
"""Where the commands are that need more than is loaded here."""

OF_ALL = ("list", "search", "due", "stats", "export")
"""The commands whose answer is about all cases, so that it is said where it is not."""


def run(options: argparse.Namespace) -> int:
    """Open the register that is meant, and do with it what the command says."""
    register = opened(place.register())
    try:
        if options.action in OF_ALL and (hidden := register.hidden()):
            say(f"{plural(hidden, 'case')} of others not looked at: your database user may not see them.")
        if options.action in CHANGING:
            module, name = CHANGING[options.action]
            act: Callable[[Register, Any], int] = getattr(import_module(module), name)
            return act(register, options)
        return READING[options.action](register, options)
    finally:
        register.close()


def now() -> datetime:
    """Return the present, aware."""
    return datetime.now(UTC)


def today() -> date:
    """Return today as this computer has it: time zones cost a list more than all the rest."""
    return date.today()  # noqa: DTZ011


def day(text: str | None) -> str | None:
    """Return the ISO day that an option names; None where it names none.

    Raises:
        InputError: it is no day.
    """
    if text is None:
        return None
    from breach_wizard.dates.reading import read_day

    return read_day(text, now=now())[0].isoformat()


def columns(options: argparse.Namespace) -> int | None:
    """Return how wide a terminal the answer is shown on; None where it is spoken, or piped: lines then."""
    return None if options.plain else register_lines.width()


def _list(register: Register, options: argparse.Namespace) -> int:
    if options.overdue:
        return _overdue(register, options)
    wanted = reading.Wanted(is_open=True if options.open else None, **_filters(register, options))
    return _page(register, options, wanted)


def _search(register: Register, options: argparse.Namespace) -> int:
    return _page(register, options, reading.Wanted(words=" ".join(options.words), **_filters(register, options)))


def _filters(register: Register, options: argparse.Namespace) -> dict[str, Any]:
    return {
        "type": _type(register, options.type),
        "clause": _clause(options.clause),
        "producer": options.producer,
        "output": options.output,
        "since": day(options.since),
        "until": day(options.until),
    }


def _type(register: Register, text: str | None) -> str | None:
    """The breach type that an option names: one that cases have, or that of the guidance."""
    if text is None:
        return None
    named, held = clean(text), reading.types(register)
    if named not in held:
        from breach_wizard.guidance import active
        from breach_wizard.guidance.unknown import no_such_type

        if named not in active().types:
            raise UsageError(no_such_type(named, active(), sorted(held)))
    return named


def _clause(text: str | None) -> str | None:
    """The clause that an option names, as the register has it."""
    if text is None:
        return None
    from breach_wizard.guidance import active
    from breach_wizard.register import clauses

    found = clauses.read(text, active()) or clauses.read(f"practice {text}", active())
    if len(found) != 1:
        raise UsageError(f"{text!r} is no clause. Write one, such as T3.6, practice 3.4, or Protocol 2 practice 8.")
    return found[0].id


def _page(register: Register, options: argparse.Namespace, wanted: reading.Wanted) -> int:
    found = reading.page(register, wanted, options.page)
    if options.json:
        told = {"total": found.total, "is_all": found.is_all, "page": found.number, "pages": found.pages}
        write(as_json({**told, "cases": [reading.as_json(one) for one in found.cases]}, sys.stdout) + "\n")
        return 0
    if not found.total:
        is_asked = wanted != reading.ANY
        begin = f"Add a report with: {command('register add FILE')}"
        unknown = _unknown_clause(wanted.clause, options.clause) if wanted.clause else ""
        say(
            f"No case is like that. {unknown}".rstrip()
            if is_asked
            else f"The register {register.name} is empty. {begin}"
        )
        return 0
    register_lines.show(register_lines.cases(found.cases, columns(options), today()), columns(options))
    shown = "" if found.pages == 1 else f", page {found.number} of {found.pages}"
    more = f" The next: --page {found.number + 1}" if found.number < found.pages else ""
    say(f"{plural(found.total, 'case')}{'' if found.is_all else ' or more'}{shown}.{more}")
    return 0


def _unknown_clause(clause: str, text: str) -> str:
    """That no clause is called so, where none in the guidance is."""
    from breach_wizard.guidance import active
    from breach_wizard.register import clauses

    listed = [one.clause.id for one in clauses.known(active())]
    is_known = any(one == clause or one.startswith(f"{clause}.") for one in listed)
    return "" if is_known else f"The guidance has no clause {text!r}: look at how it is written."


def _overdue(register: Register, options: argparse.Namespace) -> int:
    found = reading.overdue(register, today())
    if options.json:
        told = {
            "passed": [reading.as_json(one) for one in found.passed],
            "without_a_day": [reading.as_json(one) for one in found.without_a_day],
        }
        write(as_json(told, sys.stdout) + "\n")
        return 0
    if not found.passed and not found.without_a_day:
        say("Nothing that was planned is overdue.")
        return 0
    register_lines.show(register_lines.overdue(found), columns(options))
    return 0


def _show(register: Register, options: argparse.Namespace) -> int:
    import json

    from breach_wizard.exports import load
    from breach_wizard.guidance import active
    from breach_wizard.report import from_json

    found = reading.whole(register, options.reference)
    version = found.version(options.version)
    if options.json:
        told = {**reading.as_json(found.columns), "version": version["number"], "report": json.loads(version["report"])}
        write(as_json(told, sys.stdout) + "\n")
        return 0
    report = from_json(json.loads(version["report"]), active())
    text = load("markdown").render(report, active()).decode()
    heads = register_lines.head(found, version["number"], today())
    register_lines.show([*heads, "", *text.split("\n")], columns(options))
    return 0


def _history(register: Register, options: argparse.Namespace) -> int:
    found = reading.whole(register, options.reference)
    if options.json:
        told = {
            "case": reading.as_json(found.columns),
            "versions": [{**reading.as_json(one), "report": None} for one in found.versions],
            "marks": [reading.as_json(one) for one in found.marks],
        }
        write(as_json(told, sys.stdout) + "\n")
        return 0
    register_lines.show([*register_lines.head(found, None, today()), "", *_events(found)], columns(options))
    return 0


def _events(found: reading.Case) -> Iterator[str]:
    """Versions and marks by the moment at which they came into the register."""
    events: list[tuple[str, int, str]] = [(one["added_at"], 0, register_lines.version(one)) for one in found.versions]
    events += [(one["entered_at"], one["number"], register_lines.mark(one)) for one in found.marks]
    yield from (text for _, _, text in sorted(events))


def _due(register: Register, options: argparse.Namespace) -> int:
    from breach_wizard.register.erasing import due

    found: Sequence[Any] = due(register, options.older_than, today())
    if options.json:
        write(as_json([reading.as_json(one) for one in found], sys.stdout) + "\n")
    elif not found:
        say("No closed case is as old as that.")
    else:
        register_lines.show([register_lines.disposable(one) for one in found], columns(options))
        say("Nothing was done to them. Your records schedule says what is to be: see register erase.")
    return 0


READING: dict[str, Callable[[Register, argparse.Namespace], int]] = {
    "list": _list,
    "search": _search,
    "show": _show,
    "history": _history,
    "due": _due,
}


def sure(question: str, *, yes: bool) -> None:
    """Ask whether to go on, unless that was said.

    Raises:
        UsageError: nobody is there to be asked.
        InputError: the answer is no.
    """
    from breach_wizard.terminal import can_type

    if yes:
        return
    if not can_type():
        raise UsageError(f"{question} Nothing was done. Say yes to it with --yes.")
    say(f"{question} Type yes to go on.")
    if sys.stdin.readline().strip().casefold() != "yes":
        raise InputError("Nothing was done.")
