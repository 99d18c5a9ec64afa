"""``check``: what is missing, to follow, or worth another look, in reports, answers files and drafts."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from breach_wizard import form, guidance
from breach_wizard.check import CODES, Finding, about_notes, findings
from breach_wizard.cli import door, inout, named, sources, waiting
from breach_wizard.cli.printing import folded, write
from breach_wizard.cli.world import context
from breach_wizard.errors import (
    AnswersError,
    BreachWizardError,
    CopyForPublication,
    GuidanceError,
    InputError,
    NotAReport,
    StreamError,
)
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.asked import question
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.terminal.progress import Shown
from breach_wizard.terminal.visible import as_json, as_shown, on_one_line
from breach_wizard.text import plural, shortened

_UNTOLD = ("", None)

PASSAGE = 6
"""Lines that are no further apart belong to one passage; between them are blank ones and rules."""

PACKAGES = (".docx", ".odt")
"""Endings of documents that are packages, whose first letters are always the same."""

SLOW = 2.0
"""Seconds; which file takes longer is said."""

GROUPS = {"error": "Can't be sent yet", "to-follow": "To follow", "warning": "To look at"}


NOT_SEEN = "No program sees every name and every figure: read each text once for both.\n"
"""What is said once where nothing was found."""


class Placed(NamedTuple):
    """A finding with the heading of its section and its line, where they can be told."""

    finding: Finding
    section: str
    line: int | None


class Checked(NamedTuple):
    """A file with what was found; whether it was too much for the program."""

    name: str
    found: Sequence[Placed]
    is_broken: bool = False


def run(options: argparse.Namespace) -> int:
    """Check every file named, and those in the folders named; say what was found, and sum up."""
    names, world = list(sources.listed(options.files)), context()
    counts: Counter[str] = Counter()
    passed_over: dict[str, str] = {}
    faulty = files = broken = without = 0
    for name, in_folder in names if options.json else Shown(names, "Checking"):
        with waiting.told(f"Still reading {on_one_line(named.shown(name))} ...", SLOW):
            checked = _guarded(name, world, in_folder=in_folder)
        if checked is None:
            passed_over[name] = sources.NO_REPORT
            continue
        write(_as_json(checked, first=not files) if options.json else _as_text(checked))
        counts.update(one.finding.code for one in checked.found)
        faulty += any(one.finding.level == "error" for one in checked.found)
        broken += checked.is_broken
        without += not checked.found
        files += 1
    passed_over |= dict.fromkeys(sources.not_read(options.files), sources.WHY_NOT_READ)
    if options.json:
        for number, (name, why) in enumerate(passed_over.items()):
            over = Checked(name, [Placed(Finding("passed-over", "warning", "", why), *_UNTOLD)])
            write(_as_json(over, first=not files and not number))
        write("\n]\n" if files or passed_over else "[]\n")
    sources.say_passed_over(passed_over)
    if not files:
        raise InputError("There is no report here. Name a report, an answers file, or a folder that holds some.")
    if without and not options.json:
        write(NOT_SEEN)
    if files > 1 and not options.json:
        write(_summary(files, faulty, counts))
    return 3 if broken else 1 if faulty else 0


def _guarded(name: str, world: Context, *, in_folder: bool) -> Checked | None:
    """As `_checked`; a file that breaks the program is told of as well, so that those after it are looked at."""
    try:
        return _checked(name, world)
    except (StreamError, GuidanceError):  # true of every file
        raise
    except CopyForPublication as error:
        return Checked(name, [Placed(Finding("copy", "warning", "", str(error)), *_UNTOLD)])
    except NotAReport as error:
        return None if in_folder and not _is_half_written(name) else _unreadable(name, str(error))
    except AnswersError as error:
        found = [Placed(Finding("missing", "error", one.where, str(one)), *_UNTOLD) for one in error.problems]
        return Checked(name, found)
    except BreachWizardError as error:
        return _unreadable(name, str(error))
    except Exception as error:
        return _unreadable(name, door.unforeseen(error), is_broken=True)


def _is_half_written(name: str) -> bool:
    """Is it empty, or a document that is no package, as a disk leaves it that was full? Locks of Office are neither."""
    path = PurePath(name)
    if path.name.startswith("~$"):
        return False
    data = inout.read(name)
    return not data.strip() or (path.suffix.lower() in PACKAGES and not data.startswith(b"PK"))


def _checked(name: str, world: Context) -> Checked:
    """What was found in a file."""
    imported = sources.read(name)
    about = list(_about_reading(imported))
    has_no_kind = any(one.code == "no-type" for one in about)  # said already, and in other words
    answers = sources.whole(imported, world)
    found = [
        one
        for one in (*findings(answers, world), *about_notes(answers, imported.records, world))
        if not (has_no_kind and one.where == "breach_type")
    ]
    places = _Places(imported)
    return Checked(name, [Placed(one, *places.of(one)) for one in (*about, *found)])


def _unreadable(name: str, message: str, *, is_broken: bool = False) -> Checked:
    return Checked(name, [Placed(Finding("unreadable", "error", "", message), *_UNTOLD)], is_broken)


def _about_reading(imported: Imported) -> Iterator[Finding]:
    """What is to be said of how a document was read."""
    if imported.source == "form" and not imported.answers.get("breach_type"):
        yield Finding("no-type", "error", "breach_type", sources.no_type(" when exporting,"))
    for name in imported.proposed:
        message = f"Nobody wrote it; {get(imported.answers, (name,))} is proposed from the account and the clause."
        yield Finding("proposed", "warning", name, message)
    for remark in imported.remarks if imported.source != "answers" else ():
        yield Finding("as-read", "warning", "", remark)
    for one in imported.noted:
        yield Finding(one.code, "warning", "", one.message, one.line)
    for lines in _near(imported):
        number = lines[0][0]
        text = shortened(" / ".join(one.strip() for _, one in lines), 200)
        which = "It belongs" if len(lines) == 1 else f"From here to line {lines[-1][0]} the lines belong"
        yield Finding("unplaced", "warning", "", f"{which} to no part of the form: {text}", number)


def _near(imported: Imported) -> Iterator[list[tuple[int, str]]]:
    """The unplaced lines in groups: those of a passage, such as the form's own guidance, are told of together."""
    placed = imported.placed | set(imported.lines.values())
    group: list[tuple[int, str]] = []
    for one in imported.unplaced:
        between = range(group[-1][0] + 1, one[0]) if group else range(0)
        if group and (len(between) >= PASSAGE or not placed.isdisjoint(between)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


class _Places:
    """Where in a document the findings about it stand."""

    def __init__(self, imported: Imported) -> None:
        self.lines = imported.lines
        self.more = {f"more.{one['key']}.value": one["section"] for one in items(imported.answers, "more")}

    def of(self, found: Finding) -> tuple[str, int | None]:
        """The section and the line of a finding; empty and None where they can't be told."""
        if found.where in self.more:
            heading = form.section(self.more[found.where]).heading
            return heading, found.line or self.lines.get(found.where.removesuffix(".value"))
        name = found.where.partition(".")[0].partition("[")[0]
        asked = question(name, guidance.active())
        return asked.section.heading if asked else "", found.line or self.lines.get(name)


def _as_text(checked: Checked) -> str:
    name = on_one_line(named.shown(checked.name))
    lines = [name] if checked.found else [name, "  Nothing found to mend."]
    for level, heading in GROUPS.items():
        mine = [one for one in checked.found if one.finding.level == level]
        lines += [f"  {heading}: {len(mine)}"] if mine else []
        for one, section, line in mine:
            place = ", ".join(filter(None, [section, f"line {line}" if line else ""]))
            lines.append(f"    {f'{place}: ' if place else ''}{one.message} [{one.code}]")
    return "".join(f"{part}\n" for line in lines for part in folded(as_shown(line, sys.stdout)))


def left_open(answers: Answers, world: Context) -> str:
    """Return what is to follow and to look at in a report that was made; empty where there is nothing."""
    listed, lines = findings(answers, world), []
    for level, heading in GROUPS.items():
        mine = [one for one in listed if one.level == level]
        lines += [f"{heading}:"] if mine else []
        lines += [f"  {f'{one.where}: ' if one.where else ''}{one.message} [{one.code}]" for one in mine]
    return "\n".join(lines)


def _as_json(checked: Checked, *, first: bool) -> str:
    found = [
        {"code": one.code, "level": one.level, "where": one.where, "section": section, "line": line}
        | {"message": one.message}
        for one, section, line in checked.found
    ]
    return ("[\n" if first else ",\n") + as_json({"file": checked.name, "findings": found}, sys.stdout)


def _summary(files: int, faulty: int, counts: Counter[str]) -> str:
    lines = [f"\n{plural(files, 'file')}, {faulty or 'none'} with something that keeps it from being sent."]
    lines += [f"  {counts[code]:>5}  {code}: {meaning}" for code, (_, meaning) in CODES.items() if counts[code]]
    return "\n".join(lines) + "\n"
