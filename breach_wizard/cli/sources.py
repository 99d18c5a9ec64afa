"""What an argument names: a report, an answers file or a draft; and the report that it makes."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from breach_wizard import folders, guidance
from breach_wizard.check import about_notes
from breach_wizard.cli import inout, named
from breach_wizard.cli.named import draft_number, is_draft, shown
from breach_wizard.cli.printing import say
from breach_wizard.cli.world import context
from breach_wizard.errors import AnswersError, InputError, UsageError
from breach_wizard.guidance.unknown import no_such_type
from breach_wizard.imports import recognise
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import get, put
from breach_wizard.interview.proposals import complete
from breach_wizard.interview.shapes import Answers
from breach_wizard.invoked import command
from breach_wizard.report import from_answers
from breach_wizard.terminal.visible import on_one_line
from breach_wizard.text import plural, shortened

if TYPE_CHECKING:
    from breach_wizard.drafts import Draft

NOT_READ = (".doc", ".docm", ".eml", ".msg", ".pages", ".pdf", ".rtf")
"""Endings of documents that may be reports, and that nothing here reads."""

WHY_NOT_READ = "Such a document can't be read. Name the report in Word, ODT, Markdown, JSON or as a web page."
NO_REPORT = "Nothing in it is a part of the form."
"""Why files in folders are passed over."""


def listed(names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each file that arguments name, those of folders too, and whether it was found in a folder."""
    endings = recognise.endings()
    for name in names:
        if name == "-" or not named.is_folder(name):
            yield name, False
            continue
        try:
            for path in named.files_in(name):
                if path.suffix.lower() in endings:
                    yield str(path), True
        except OSError:  # said when it is read
            yield name, False


def not_read(names: Iterable[str]) -> list[str]:
    """Return the documents in the folders that arguments name that may be reports, and that nothing here reads."""
    found: list[str] = []
    for name in names:
        if name != "-" and named.is_folder(name):
            with contextlib.suppress(OSError):  # said when it is read
                found += [str(path) for path in named.files_in(name) if path.suffix.lower() in NOT_READ]
    return found


def say_passed_over(names: Mapping[str, str]) -> None:
    """Say which files of folders were passed over, and why, each reason once."""
    for why in dict.fromkeys(names.values()):
        files = ", ".join(on_one_line(shown(name)) for name, one in names.items() if one == why)
        say(f"Passed over: {files}. {why}")


def read(source: str) -> Imported:
    """Return the answers of what an argument names: a path that exists is a path, else a number is a draft's.

    Raises:
        InputError: it names neither, or what it names can't be read.
        AnswersError: a key or a value isn't right.
        StorageError: the draft is open in another window.
    """
    if is_draft(source):
        draft, world = draft_of(source), context()
        full = _whole(draft.answers, draft.proposed, draft.base, world)
        return Imported(full, records=draft.proposed)
    return recognise.read(inout.read(source), guidance.active())


def _whole(answers: Answers, proposed: Mapping[str, Any], base: Answers | None, world: Context) -> Answers:
    """With what is proposed, and what has changed since the report before."""
    from breach_wizard.changes import updated

    return updated(complete(answers, proposed, world), base, world)


def draft_of(source: str) -> "Draft":
    """Return the draft that an argument names by its number, as today's guidance has it; raises as `read` does."""
    from breach_wizard.drafts import Store
    from breach_wizard.drafts.updates import adopt

    with Store(folders.drafts()).open(draft_number(source)) as kept:
        draft = kept.draft
    adopt(draft, guidance.active())
    return draft


def whole(found: Imported, world: Context) -> Answers:
    """Return the answers as a report is made of them: to those of an answers file, what is proposed is added."""
    if found.source != "answers":
        return found.answers
    answers = found.answers
    for name, value in world.remembered.items():
        if value and name not in answers:
            answers = put(answers, (name,), value)
    full = _whole(answers, {}, None, world)
    for name in answers:  # what is written in a file is printed, also where the breach type doesn't ask for it
        if name not in full and get(answers, (name,)) not in ("", [], {}):
            full = put(full, (name,), get(answers, (name,)))
    return full


def answers_of(source: str, kind: str | None = None) -> Answers:
    """Return the answers of the report that an argument names, and say what was taken as a default or left out.

    Args:
        source: a path, ``-`` for standard input, or the number of a draft.
        kind: the breach type, where the document may not say it.

    Raises:
        InputError, AnswersError, StorageError: as `read`; or the answers do not make a report.
        UsageError: nothing tells the breach type, and none was given; or there is no such type.
    """
    if kind is not None and kind not in guidance.active().types:
        raise UsageError(no_such_type(kind, guidance.active()))
    found = read(source)
    refuse_unplaced(source, found)
    try:
        return made_from(found, kind)
    except AnswersError as error:
        if not is_draft(source):
            raise
        lacks = plural(len(error.problems), "answer")
        raise InputError(f"Draft {source} still lacks {lacks}. Go on with it: {command(f'resume {source}')}") from error


def refuse_unplaced(source: str, found: Imported) -> None:
    """Refuse a report of our own in which a line belongs to no part: somebody wrote it, and it would be lost.

    Raises:
        InputError: there is such a line; each is named.
    """
    if found.source == "own" and found.unplaced:
        raise InputError(
            f"{shown(source)} has lines that belong to no part of the report. Put them where they belong:\n"
            + "\n".join(f"  line {number}: {text}" for number, text in found.unplaced)
        )


def no_type(when: str = "") -> str:
    """Return what is said of a report on a form of others that does not tell its breach type."""
    types = ", ".join(guidance.active().types)
    return f"Nothing tells which kind of breach it is. Say it{when} with --type, one of: {types}."


def whole_of_type(found: Imported, kind: str | None, world: Context) -> Answers:
    """Return the answers as `whole` does, of the breach type that was given where the document tells none.

    Raises:
        UsageError: nothing tells the breach type, and none was given.
    """
    full = whole(found, world)
    if kind is not None and ("breach_type" not in found.answers or "breach_type" in found.proposed):
        full["breach_type"] = kind
    if found.source == "form" and not full.get("breach_type"):
        raise UsageError(no_type())
    return full


def made_from(found: Imported, kind: str | None = None) -> Answers:
    """Return the answers of a report, complete, and say what was taken as a default or could not be taken over.

    Raises:
        AnswersError: they make none.
        UsageError: nothing tells the breach type, and none was given.
    """
    world = context()
    full = whole_of_type(found, kind, world)
    from_answers(full, world.guidance)
    noted = [*found.remarks, *_defaults(found, full, world), *_proposed(found, full, kind), *left_out(found)]
    noted += [one.message for one in about_notes(full, found.records, world) if one.code == "note-left-out"]
    if noted:
        say("Noted:\n" + "\n".join(f"  {one}" for one in noted))
    return full


def _defaults(found: Imported, full: Answers, world: Context) -> list[str]:
    if found.source != "answers":
        return []
    named = ("references", "report_date", "occurrences", *world.remembered)
    return [
        f"{name}: {_spelled(get(full, (name,)))}, taken as a default"
        for name in sorted(set(full) - set(found.answers))
        if get(full, (name,)) and name in named
    ]


def _spelled(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    return "; ".join(one["date"] if isinstance(one, dict) else one for one in value)


def _proposed(found: Imported, full: Answers, kind: str | None) -> list[str]:
    if "breach_type" not in found.proposed or kind is not None:
        return []
    return [f"breach_type: {full['breach_type']}, proposed from the account and the clause; --type says another"]


def left_out(found: Imported) -> list[str]:
    """Return a word on the lines that are no part of the report, such as the form's own guidance: how many, where."""
    noted = [f"line {one.line}: {one.message}" for one in found.noted]
    if not found.unplaced:
        return noted
    lines = plural(len(found.unplaced), "line")
    listed = [f"  line {number}: {shortened(text, 90)}" for number, text in found.unplaced]
    return [*noted, f"{lines} of no part of the form left out:", *listed]
