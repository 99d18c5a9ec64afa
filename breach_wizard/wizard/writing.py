"""Writing the report: in which formats, where, and all of them or none."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path

from breach_wizard import devices, files, folders
from breach_wizard.destination import ending, ending_problem, extension, format_told, name_problem
from breach_wizard.errors import StorageError
from breach_wizard.exports import FORMATS, USUAL, is_installed, load
from breach_wizard.exports.furniture import marked
from breach_wizard.exports.naming import file_name
from breach_wizard.files import is_there, write_together
from breach_wizard.interview.paths import spell
from breach_wizard.interview.shapes import Answers
from breach_wizard.output import document, mail, remarks
from breach_wizard.prompts import Back, Checklist, Choice, Select, Text
from breach_wizard.report import from_answers
from breach_wizard.text import join
from breach_wizard.wizard import where
from breach_wizard.wizard.session import Session

NAME = "name"
"""The entry of the list of formats that asks for another name."""

FORMATS_TICKED, FILE_NAMED = ("formats",), ("output",)
"""Where what is ticked and typed there is kept until the report is written."""

AT_FIRST = ("word", "markdown")
"""The formats that are ticked where none is remembered: the one is for reading, the other opens again anywhere."""


def write(session: Session, given: Path | None) -> dict[str, Path]:
    """Write the report where the user says, and note it in the draft.

    Args:
        session: with answers that make a report.
        given: where the command line says; the draft says in which format. None asks for formats and name together.

    Returns:
        the files written, by format.

    Raises:
        AnswersError: the answers make no report.
        ExportError: a document doesn't hold the whole report; nothing was written.
        Back: the user goes back to the answers.
    """
    return Writing(session, given).run()


class Writing:
    """One writing; each question leads back to the one asked before it, and what was ticked and named stays."""

    def __init__(self, session: Session, given: Path | None) -> None:
        self.session = session
        self.full = session.whole()
        self.before = session.kept.draft.written or {}
        self.asked: list[Step] = []
        self.is_written = False
        if given is None:
            self.formats = _last_formats(session)
            self.proposed = self._proposed()
            self._name(self.proposed)
            self.first: Step = self.ask_formats
        else:
            self.formats = (session.kept.draft.to or USUAL,)
            self.stem = self.proposed = _without_ending(files.absolute(given), self.formats)
            self.paths = {self.formats[0]: given}
            self.first = self.make_folder

    def run(self) -> dict[str, Path]:
        """Go through the questions, and write; return the files by format. Once written, begin with the last question.

        Raises as `write`.
        """
        step: Step | None = self._step_back() if self.is_written else self.first
        while step is not None:
            self.asks = False
            try:
                following = step()
            except Back:
                step = self._step_back()
            else:
                self.asked += [step] if self.asks else []
                step = following
        self._note()
        self.is_written = True
        return self.paths

    def _step_back(self) -> "Step":
        if not self.asked:
            raise Back
        return self.asked.pop()

    def ask_formats(self) -> "Step":
        """Ask for the formats and, where the user wants another, for the name; all on one screen."""
        self.asks = True
        half_ticked = self.session.partial(FORMATS_TICKED)
        picked = self.session.prompter.checklist(
            Checklist(
                id="formats",
                question="Write the report: in which formats?",
                label="Formats",
                leaves_line=False,
                hint="Each has its own ending. All of them are written or none, readable by you only. Enter writes:\n"
                f"{self.stem}",
                notices=self.session.take_notices(),
                keep=self.session.keep(FORMATS_TICKED),
                choices=(
                    *(Choice(one, load(one).LABEL, load(one).HINT) for one in FORMATS if is_installed(one)),
                    Choice(NAME, "Another name or folder", "It is asked for next."),
                ),
                ticked=tuple(half_ticked) if isinstance(half_ticked, list) else self.formats,
            )
        )
        self.session.keep(FORMATS_TICKED)(list(picked))
        self.formats = tuple(one for one in picked if one != NAME) or self.formats
        self._name(self.stem)
        return self.ask_name if NAME in picked else self.make_folder

    def ask_name(self) -> "Step":
        """Ask where to; the whole path stands in the field."""
        self.asks = True
        endings = [load(one).EXTENSION for one in self.formats]
        several = f" Each format adds its ending: {join(endings)}." if len(endings) > 1 else ""
        half_typed = self.session.partial(FILE_NAMED)
        shown = str(self.stem) if several else f"{self.stem}{endings[0]}"
        answer = self.session.prompter.text(
            Text(
                id="output",
                question="Where is the report to be written?",
                label="File",
                leaves_line=False,
                hint=f"A file name, or a folder and a name. It is readable by you only.{several}",
                notices=self.session.take_notices(),
                keep=self.session.keep(FILE_NAMED),
                default=half_typed if isinstance(half_typed, str) else shown,
                offered=not isinstance(half_typed, str),
                check=lambda typed: name_problem(typed) or ending_problem(typed, self.formats),
            )
        )
        self.session.kept.draft.partial.pop(spell(FILE_NAMED), None)
        self._name(_without_ending(where.file_named(answer, self.proposed), self.formats))
        return self.make_folder

    def make_folder(self) -> "Step":
        """Make the folder where it is missing, if the user wants it."""
        folder = next(iter(self.paths.values())).parent
        if os.path.lexists(folder):
            return self.replace
        self.asks = True
        answer = self.session.prompter.select(
            Select(
                id="folder",
                question="There is no such folder. Make it?",
                hint=str(files.absolute(folder)),
                notices=self.session.take_notices(),
                choices=(Choice("yes", "Yes, make it"), Choice("no", "No, choose another name")),
            )
        )
        if answer == "no":
            return self.ask_name
        try:
            folders.make(files.absolute(folder))
        except StorageError as error:
            self.session.notices.append(str(error))
            return self.ask_name
        return self.replace

    def replace(self) -> "Step | None":
        """Ask where some of the files are there already; then write them, and say it where that fails."""
        there = [path for path in self.paths.values() if is_there(path)]
        if there:
            self.asks = True
            if not _may_replace(self.session, there):
                self._name_otherwise()
                return self.ask_name
        documents = {path: _document(self.session, self.full, one) for one, path in self.paths.items()}
        try:
            self.session.notices.extend(write_together(documents, overwrite=bool(there)))
            told = (remarks(documents[path], one) for one, path in self.paths.items())
            self.session.notices.extend(filter(None, told))
        except StorageError as error:
            self.session.notices.append(str(error))
            return self.ask_name
        return None

    def _name(self, stem: Path) -> None:
        """Give the files a name, each with the ending of its format."""
        self.stem = stem
        self.paths = {one: stem.with_name(stem.name + load(one).EXTENSION) for one in self.formats}

    def _name_otherwise(self) -> None:
        """Give the files the same name with a number behind it, by which none of them is there."""
        taken = self.stem
        for number in count(2):
            self._name(taken.with_name(f"{taken.name}-{number}"))
            if not any(map(is_there, self.paths.values())):
                return

    def _proposed(self) -> Path:
        """The name of last time where the report would be called the same; else its own, in the folder of the last."""
        name = file_name(from_answers(self.full, self.session.guidance))
        last = Path(self.before.get("path", ""))
        folder = where.folder(str(last.parent) if last.name else "", self.session.profile.folder)
        earlier = self.before.get("answers")
        if last.parent == folder and earlier and name == file_name(from_answers(earlier, self.session.guidance)):
            return last.with_suffix("")
        return folder / name

    def _note(self) -> None:
        """Note in the draft what was written, and for next time where and in which formats."""
        session, draft = self.session, self.session.kept.draft
        written = {one: files.absolute(path) for one, path in self.paths.items()}
        if not self.full.get("updates") and self.full != self.before.get("answers"):
            earlier = [Path(one) for one in self.before.get("files", {}).values()]
            session.out_of_date = [one for one in earlier if one not in written.values() and is_there(one)]
        first = next(iter(written.values()))
        draft.written = {
            "path": str(first),
            "files": {one: str(path) for one, path in written.items()},
            "at": session.clock().isoformat(timespec="seconds"),
            "answers": self.full,
        }
        draft.partial.pop(spell(FORMATS_TICKED), None)
        session.save()
        if self.first == self.ask_formats:
            session.profile = session.profile._replace(formats=", ".join(self.formats))
        if str(first.parent).isprintable() and not devices.is_device(first):
            session.profile = session.profile._replace(folder=str(first.parent))


Step = Callable[[], "Step | None"]


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


def _document(session: Session, full: Answers, name: str) -> bytes:
    furniture = marked(session.profile.marking)
    if name == "email":
        return mail(full, session.guidance, hop_email=session.profile.hop_email, furniture=furniture)
    return document(full, name, session.guidance, furniture)


def _last_formats(session: Session) -> tuple[str, ...]:
    """The format that the command line named, else those of this report or of the last one that are still there.

    Where this one was not written yet, that of the file that was resumed is among them.
    """
    draft = session.kept.draft
    if draft.to in FORMATS:
        return (draft.to,)
    written = draft.written or {}
    last = _known(written.get("files", [format_told(written.get("path", ""))]))
    return last or _known([*(_known(session.profile.formats.replace(",", " ").split()) or AT_FIRST), draft.resumed])


def _known(formats: Iterable[str]) -> tuple[str, ...]:
    named = set(formats)
    return tuple(one for one in FORMATS if one in named and is_installed(one))


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
