"""Writing the report: in which formats, where, and all of them or none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from breach_wizard import devices, files
from breach_wizard.destination import ending, ending_problem, extension, name_problem
from breach_wizard.errors import StorageError
from breach_wizard.exports import FORMATS, USUAL, load
from breach_wizard.exports.furniture import marked
from breach_wizard.exports.naming import file_name
from breach_wizard.files import is_there, named, write_together
from breach_wizard.interview import Answers
from breach_wizard.output import document, mail
from breach_wizard.prompts import Back, Checklist, Choice, Select, Text
from breach_wizard.report import from_answers
from breach_wizard.text import join
from breach_wizard.wizard.session import Session

NAME = "name"
"""The entry of the list of formats that asks for another name."""

AT_FIRST = ("word", "markdown")
"""The formats that are ticked where none is remembered: the one is for reading, the other opens again anywhere."""


def write(session: Session, given: Path | None) -> dict[str, Path]:
    """Write the report where the user says, and note it in the draft.

    Args:
        session: with answers that make a report.
        given: where the command line says; the draft says in which format. None asks for formats and name together, and
            proposes a name in the current folder.

    Returns:
        the files written, by format.

    Raises:
        AnswersError: the answers make no report.
        ExportError: a document doesn't hold the whole report; nothing was written.
        Back: the user goes back to the answers.
    """
    full = session.whole()
    name = file_name(from_answers(full, session.guidance))
    if given is None:
        formats, name = _ask(session, _last_formats(session), name)
        paths = _paths(name, formats)
    else:
        formats = (session.kept.draft.to or USUAL,)
        paths = {formats[0]: given}
        name = str(_without_ending(given, formats))
    documents = {one: _document(session, full, one) for one in formats}
    while not _is_written(session, {paths[one]: documents[one] for one in formats}):
        name = _ask_name(session, name, formats)
        paths = _paths(name, formats)
    at = session.clock().isoformat(timespec="seconds")
    session.kept.draft.written = {"path": str(files.absolute(paths[formats[0]])), "at": at, "answers": full}
    session.save()
    return paths


def write_again(session: Session, paths: Mapping[str, Path]) -> None:
    """Write the same files once more, with the marking that is set now; say what became of that."""
    if any(devices.is_device(path) for path in paths.values()):  # what went there can't be taken back
        session.notices.append("The marking is on the next report: what was written can't be written again there.")
        return
    full = session.whole()
    try:
        write_together({path: _document(session, full, name) for name, path in paths.items()})
    except StorageError as error:
        session.notices.append(f"{error} So it is as it was before, without that marking.")
    else:
        session.notices.append("Written again, with that marking.")


def _is_written(session: Session, documents: Mapping[Path, bytes]) -> bool:
    """Write the files, after asking where some are there already; say it where that fails."""
    there = [path for path in documents if is_there(path)]
    if there and not _may_replace(session, there):
        return False
    try:
        session.notices.extend(write_together(documents, overwrite=bool(there)))
    except StorageError as error:
        session.notices.append(str(error))
        return False
    return True


def _paths(name: str, formats: Sequence[str]) -> dict[str, Path]:
    """Where a report of this name goes in each format."""
    stem = named(name)
    return {one: stem.with_name(stem.name + load(one).EXTENSION) for one in formats}


def _document(session: Session, full: Answers, name: str) -> bytes:
    furniture = marked(session.profile.marking)
    if name == "email":
        return mail(full, session.guidance, hop_email=session.profile.hop_email, furniture=furniture)
    return document(full, name, session.guidance, furniture)


def _last_formats(session: Session) -> tuple[str, ...]:
    """The format that the command line named, else those of the last report that are still there."""
    if session.kept.draft.to in FORMATS:
        return (session.kept.draft.to,)
    last = session.profile.formats.replace(",", " ").split()
    return tuple(one for one in FORMATS if one in last) or AT_FIRST


def _ask(session: Session, formats: tuple[str, ...], name: str) -> tuple[tuple[str, ...], str]:
    """Ask for the formats and, where the user wants another, for the name; all on one screen."""
    while True:
        picked = session.prompter.checklist(
            Checklist(
                id="formats",
                question="Write the report: in which formats?",
                label="Formats",
                hint=f"Enter writes {files.absolute(named(name))}, each format with its own ending: all of them "
                "or none, readable by you only.",
                notices=session.take_notices(),
                choices=(
                    *(Choice(one, load(one).LABEL, load(one).HINT) for one in FORMATS),
                    Choice(NAME, "Another name or folder", "It is asked for next."),
                ),
                ticked=formats,
            )
        )
        formats = tuple(one for one in picked if one != NAME) or formats
        if NAME in picked:
            try:
                name = _ask_name(session, name, formats)
            except Back:
                continue
        session.profile = replace(session.profile, formats=", ".join(formats))
        return formats, name


def _ask_name(session: Session, name: str, formats: Sequence[str]) -> str:
    endings = [load(one).EXTENSION for one in formats]
    several = f" Each format adds its ending: {join(endings)}." if len(formats) > 1 else ""
    answer = session.prompter.text(
        Text(
            id="output",
            question="Where is the report to be written?",
            label="File",
            hint=f"A file name, or a folder and a name. It is readable by you only.{several}",
            notices=session.take_notices(),
            default=name if several else f"{name}{endings[0]}",
            offered=True,
            check=lambda text: name_problem(text) or ending_problem(text, formats),
        )
    )
    return str(_without_ending(named(answer.strip()), formats))


def _without_ending(path: Path, formats: Sequence[str]) -> Path:
    return path.with_suffix("") if ending(str(path)) in [extension(one) for one in formats] else path


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
