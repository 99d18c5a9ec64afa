"""``register add``: reports and folders of them, in batches, so that a stop loses none that was said to be added."""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from breach_wizard import guidance
from breach_wizard.cli import door, face, named, sources
from breach_wizard.cli.printing import say, write
from breach_wizard.cli.registering import now
from breach_wizard.cli.world import context
from breach_wizard.errors import BreachWizardError, GuidanceError, InputError, NotAReport, StreamError, UsageError
from breach_wizard.imports.imported import Imported
from breach_wizard.invoked import command
from breach_wizard.prompts import Back, Prompter
from breach_wizard.register import adding
from breach_wizard.register.database import Register
from breach_wizard.register.derived import Derived, derived
from breach_wizard.report import from_answers
from breach_wizard.terminal import can_type, stream
from breach_wizard.terminal.progress import Shown
from breach_wizard.terminal.visible import as_json, on_one_line
from breach_wizard.text import join, plural
from breach_wizard.wizard.recording import update_of

BATCH: Final = 0.5
"""Seconds of reading that are kept together: each batch costs a wait for the disk."""

AN_ANSWERS_FILE: Final = "It holds answers, and is no report yet. Name it by itself to add what it makes."

WORDS: Final = {"new": "added as {}", "version": "added as version {version} of {}", "there": "there already, as {}"}


@dataclass
class Told:
    """What became of the files.

    Attributes:
        added: of each that is in the register, by its name.
        failed: why each other one is not.
        passed_over: files of folders that are no reports, or can't be read, and why.
        broken: was one of them too much for the program?
    """

    added: dict[str, adding.Added] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    passed_over: dict[str, str] = field(default_factory=dict)
    broken: bool = False


def add(register: Register, options: argparse.Namespace) -> int:
    """Add the reports named, and those in the folders named; say what became of each."""
    names = list(sources.listed(options.files))
    if options.of is not None and len(names) > 1:
        raise UsageError("--as goes with one report. Name one file, or leave --as out.")
    asks = options.of is None and not options.no_input and can_type() and stream() is not None
    bar = Shown(names, "Adding")
    batch = _Batch(register, options.of, _asker(options, bar) if asks else None)
    for name, in_folder in names if options.json else bar:
        if batch.is_due:
            batch.keep()
        try:
            found = _read(name, options.type, in_folder=in_folder)
            if found is None:
                batch.told.passed_over[name] = AN_ANSWERS_FILE
            else:
                batch.take(name, found)
        except (StreamError, GuidanceError):
            raise
        except NotAReport as error:
            told = batch.told.passed_over if in_folder else batch.told.failed
            told[name] = sources.NO_REPORT if in_folder else str(error)
        except BreachWizardError as error:
            batch.told.failed[name] = str(error)
        except Exception as error:
            batch.told.failed[name] = door.unforeseen(error)
            batch.told.broken = True
    batch.keep()
    batch.told.passed_over |= dict.fromkeys(sources.not_read(options.files), sources.WHY_NOT_READ)
    return _tell(batch.told, as_json_too=options.json)


def _read(name: str, kind: str | None, *, in_folder: bool) -> Derived | None:
    """The report of a file, ready to be added; None for an answers file in a folder, of which a report may be made yet.

    Raises:
        InputError: it makes none.
        UsageError: nothing tells which breach type it is.
    """
    if named.is_draft(name):
        raise InputError("A draft is never added. Finish it, and add the report.")
    found = sources.read(name)
    if in_folder and found.source == "answers":
        return None
    sources.refuse_unplaced(name, found)
    full = sources.whole_of_type(found, kind, context())
    _say_what_is_left_out(name, found)
    return derived(from_answers(full, guidance.active()), guidance.active())


def _say_what_is_left_out(name: str, found: Imported) -> None:
    if found.unplaced or found.noted:
        told = [plural(len(found.unplaced), "line")] if found.unplaced else []
        told += [plural(len(found.noted), "remark")] if found.noted else []
        file = on_one_line(named.shown(name))
        say(f"{file}: {join(told)} to look at, left out of the report. See: {command('check')} {file}")


Asker = Callable[[str, list[str]], str]


def _asker(options: argparse.Namespace, bar: Shown[tuple[str, bool]]) -> Asker:
    """What asks whether a report is an update of one of these cases; "" where it is another breach."""
    prompters: list[Prompter] = []  # made when the first question comes

    def ask(name: str, references: list[str]) -> str:
        file = on_one_line(Path(name).name)
        with bar.put_aside():
            if not prompters:
                prompters.append(face.bare(options.plain))
            while True:
                try:
                    return update_of(prompters[0], f"{file}: an update, or another breach?", references, file)
                except Back:  # nothing comes before it
                    continue

    return ask


class _Batch:
    """Reports that were read and are kept together."""

    def __init__(self, register: Register, of: str | None, ask: Asker | None) -> None:
        self.told = Told()
        self._register = register
        self._of = of
        self._ask = ask
        self._waiting: list[tuple[str, Derived, str | None]] = []
        self._since = time.monotonic()

    @property
    def is_due(self) -> bool:
        """Has enough been read?"""
        return time.monotonic() - self._since > BATCH

    def take(self, name: str, report: Derived) -> None:
        """Take a report; ask, where somebody is there to be asked, whether it is an update."""
        of = self._of
        if self._ask is not None:
            self.keep()  # what it may be an update of may be among those that wait
            likely = [] if adding.same(self._register, report) else adding.alike(self._register, report)
            of = self._ask(name, likely) if likely else of
        self._waiting.append((name, report, of))

    def keep(self) -> None:
        """Keep the reports that wait, all of them or none; say then what became of each."""
        made: dict[str, adding.Added] = {}
        failed: dict[str, str] = {}
        if self._waiting:
            with self._register.writing():
                for name, report, of in self._waiting:
                    try:
                        source = "" if name == "-" else Path(name).name
                        made[name] = adding.add(self._register, report, source, now(), of)
                    except InputError as error:
                        failed[name] = str(error)
        self.told.added |= made
        self.told.failed |= failed
        self._waiting = []
        self._since = time.monotonic()


def _tell(told: Told, *, as_json_too: bool) -> int:
    if as_json_too:
        listed: list[dict[str, Any]] = [
            {"file": name, "what": one.what, "reference": one.reference, "version": one.version, "notes": one.notes}
            for name, one in told.added.items()
        ]
        listed += [{"file": name, "what": "failed", "why": why} for name, why in told.failed.items()]
        listed += [{"file": name, "what": "passed-over", "why": why} for name, why in told.passed_over.items()]
        write(as_json(listed, sys.stdout) + "\n")
    else:
        for name, one in told.added.items():
            became = WORDS[one.what].format(one.reference, version=one.version)
            notes = "".join(f" {note}" for note in one.notes)
            write(f"{on_one_line(named.shown(name))}: {became}.{notes}\n")
    for name, why in told.failed.items():
        say(f"Not added: {on_one_line(named.shown(name))}: {why}")
    sources.say_passed_over(told.passed_over)
    if not told.added and not told.failed:
        raise InputError("There is no report here. Name a report, or a folder that holds some.")
    if len(told.added) + len(told.failed) > 1:
        failed = f", {plural(len(told.failed), 'file')} not added" if told.failed else ""
        cases = plural(len({one.reference for one in told.added.values()}), "case")
        say(f"{plural(len(told.added), 'report')} in the register, of {cases}{failed}.")
    return 3 if told.broken else 1 if told.failed else 0
