"""Writing the report: in which formats, where, and all of them or none."""

import sys
from pathlib import Path

from breach_wizard import files
from breach_wizard.errors import StorageError
from breach_wizard.exports import FORMATS, USUAL, format_of, load
from breach_wizard.exports.naming import file_name, is_refused_by_windows
from breach_wizard.files import is_there, named, write_together
from breach_wizard.interview import Answers
from breach_wizard.output import document, mail
from breach_wizard.prompts import Checklist, Choice, Select, Text
from breach_wizard.report import from_answers
from breach_wizard.text import join
from breach_wizard.wizard.session import Session


def write(session: Session, given: Path | None) -> tuple[Path, ...]:
    """Write the report where the user says, and note it in the draft.

    Args:
        session: with answers that make a report.
        given: where the command line says; its ending tells the format. None asks for formats and a name, and proposes
            one in the current folder.

    Returns:
        the files written, in the order of the formats.

    Raises:
        AnswersError: the answers make no report.
        ExportError: a document doesn't hold the whole report; nothing was written.
        Back: the user goes back to the answers.
    """
    full = session.whole()
    report = from_answers(full, session.guidance)
    formats = (format_of(given.suffix),) if given else _ask_formats(session)
    documents = {name: _document(session, full, name) for name in formats}
    name = file_name(report)
    while True:
        if given is None:
            stem = _ask_where(session, name, formats)
            paths = {one: stem.with_name(stem.name + load(one).EXTENSION) for one in formats}
        else:
            stem = _without_ending(given, formats)
            paths = {formats[0]: given}
        name, given = str(stem), None
        there = [path for path in paths.values() if is_there(path)]
        if there and not _may_replace(session, there):
            continue
        try:
            notes = write_together({paths[one]: data for one, data in documents.items()}, overwrite=bool(there))
        except StorageError as error:
            session.notices.append(str(error))
            continue
        break
    session.notices.extend(notes)
    written = tuple(paths.values())
    at = session.clock().isoformat(timespec="seconds")
    session.kept.draft.written = {"path": str(files.absolute(written[0])), "at": at, "answers": full}
    session.save()
    return written


def _document(session: Session, full: Answers, name: str) -> bytes:
    if name == "email":
        return mail(full, session.guidance, hop_email=session.profile.hop_email)
    return document(full, name, session.guidance)


def _ask_formats(session: Session) -> tuple[str, ...]:
    return session.prompter.checklist(
        Checklist(
            id="formats",
            question="In which formats is the report to be written?",
            label="Formats",
            hint="They are written beside each other, all of them or none.",
            choices=tuple(Choice(name, load(name).LABEL, load(name).HINT) for name in FORMATS),
            ticked=(USUAL,),
        )
    )


def _ask_where(session: Session, name: str, formats: tuple[str, ...]) -> Path:
    """Ask for a name, and return it without the ending of a format."""
    endings = [load(one).EXTENSION for one in formats]
    shown = name if len(formats) > 1 else f"{name}{endings[0]}"
    several = f" Each format adds its ending: {join(endings)}." if len(formats) > 1 else ""
    answer = session.prompter.text(
        Text(
            id="output",
            question="Where is the report to be written?",
            label="File",
            hint=f"A file name, or a folder and a name. It is readable by you only.{several}",
            notices=session.take_notices(),
            default=shown,
            offered=True,
            check=_name_problem,
        )
    )
    return _without_ending(named(answer.strip()), formats)


def _name_problem(text: str) -> str | None:
    name = named(text.strip()).name
    if name in ("", ".."):
        return "Enter a file name, such as breach-report"
    if sys.platform == "win32" and is_refused_by_windows(name):
        return f"Windows has no files of the name {name}. Enter another, such as breach-report"
    return None


def _without_ending(path: Path, formats: tuple[str, ...]) -> Path:
    return path.with_suffix("") if path.suffix.lower() in [load(one).EXTENSION for one in formats] else path


def _may_replace(session: Session, there: list[Path]) -> bool:
    names = join([str(path) for path in there])
    one = len(there) == 1
    answer = session.prompter.select(
        Select(
            id="replace",
            question=f"{names} {'is' if one else 'are'} there already. Replace {'it' if one else 'them'}?",
            choices=(Choice("no", "No, choose another name"), Choice("yes", "Yes, replace")),
        )
    )
    return answer == "yes"
