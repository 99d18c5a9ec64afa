"""A copy for publication: asks of each name, number and role whether it is kept, or what stands in its place."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from breach_wizard import files
from breach_wizard.errors import StorageError
from breach_wizard.exports import FOR_PUBLICATION, load
from breach_wizard.exports.naming import file_name
from breach_wizard.guidance import Guidance
from breach_wizard.interview.paths import get
from breach_wizard.output import copy
from breach_wizard.prompts import Back, Checklist, Choice, Keeps, Line, Prompter, Select, Text
from breach_wizard.publication import are_out
from breach_wizard.publishing import LEFT_OUT, NOT_OUT_YET, READ_IT, Copy, Passage, Piece, copied, passages, pieces
from breach_wizard.report import Report, from_answers
from breach_wizard.text import clean
from breach_wizard.wizard import where
from breach_wizard.wizard.session import Session

KEEP, LEAVE_OUT, WORDS, NONE = "keep", "leave-out", "words", "none"

ORDER: Final = {
    "role": (KEEP, WORDS, LEAVE_OUT),
    "circumstance": (WORDS, LEAVE_OUT, KEEP),
}
"""In which order the choices stand, where leaving it out is not the first."""
KEPT: Final = ""
"""In place of words that stand for a passage: it is kept."""
USUAL_ORDER: Final = (LEAVE_OUT, WORDS, KEEP)

ABOUT: Final = {
    "person": "It names or reaches somebody who is left out elsewhere.",
    "reach": "An address or a number.",
    "web": "A web address that the public may not be able to open.",
    "name": "It may be a person's name. A role is enough.",
    "role": "One person may hold this role, and be known by it.",
    "circumstance": "It may tell of somebody's leave, illness or conduct.",
}


def decide(
    prompter: Prompter,
    report: Report,
    guidance: Guidance,
    notices: tuple[str, ...] = (),
    *,
    marking: str = "",
    keeps: Keeps = "the report",
    last: Sequence[Callable[[], None]] = (),
) -> Copy:
    """Ask about each piece, then about each passage; return the copy.

    Args:
        prompter: the face.
        report: an approved one.
        guidance: in which the labels are.
        notices: what the first question shows above itself.
        marking: of the body, which is left out.
        keeps: what is kept where this is stopped; what was answered here is not.
        last: further questions, from which one goes back to these.

    Raises:
        Back: from the first question.
    """
    asking = _Asking(prompter, report, guidance, notices, keeps=keeps)
    place = 0
    while place < len(steps := [*asking.steps(), *last]):
        try:
            steps[place]()
        except Back:
            if place == 0:
                raise
            place -= 1
        else:
            place += 1
    return copied(report, asking.kept, asking.words, guidance, marking=marking)


class _Asking:
    """The questions about one report; what was answered is where it comes again."""

    def __init__(
        self, prompter: Prompter, report: Report, guidance: Guidance, notices: tuple[str, ...], *, keeps: Keeps
    ) -> None:
        self.prompter = prompter
        self.keeps = keeps
        self.report = report
        self.guidance = guidance
        self.notices = notices
        listed = pieces(report, guidance)
        self.proposed = [one for one in listed if one.proposed]
        self.others = [one for one in listed if not one.proposed]
        self.kept = {one.id for one in self.proposed}
        self.decided: dict[Passage, str] = {}
        self.found: list[Passage] = []

    @property
    def words(self) -> dict[Passage, str]:
        """What stands in place of each passage that is not kept."""
        listed = {one: self.decided.get(one, LEFT_OUT if one.is_sure else KEPT) for one in self.found}
        return {one: instead for one, instead in listed.items() if instead != KEPT}

    def steps(self) -> list[Callable[[], None]]:
        """Return every question that there is, by what is kept so far."""
        self.found = passages(self.report, self.kept, self.guidance)
        return [
            *(partial(self.ask_piece, one) for one in self.proposed),
            *([self.ask_others] if self.others else []),
            *(partial(self.ask_passage, one) for one in self.found),
        ]

    def ask_piece(self, piece: Piece) -> None:
        """Ask whether a piece that is proposed to be kept is."""
        answer = self.prompter.select(
            Select(
                id=f"publish.{piece.id}",
                question=f"Publish this? {piece.label}: {piece.value}",
                label=piece.label,
                hint="Names of senior officials are usually published. Users must be able to reach the team.",
                notices=self._taken(),
                keeps=self.keeps,
                choices=(Choice(KEEP, "Yes, keep it"), Choice(LEAVE_OUT, "No, leave it out")),
                default=KEEP if piece.id in self.kept else LEAVE_OUT,
            )
        )
        self.kept = self.kept | {piece.id} if answer == KEEP else self.kept - {piece.id}

    def ask_others(self) -> None:
        """Ask which of the rest are kept, if any."""
        ticked = self.prompter.checklist(
            Checklist(
                id="publish.others",
                question="These are left out of the copy. Tick what is to be kept",
                label="Kept",
                notices=self._taken(),
                keeps=self.keeps,
                choices=(
                    *(Choice(one.id, f"{one.label}: {one.value}") for one in self.others),
                    Choice(NONE, "None: leave all of it out", alone=True),
                ),
                ticked=tuple(one.id for one in self.others if one.id in self.kept) or (NONE,),
                if_none=NONE,
            )
        )
        self.kept = (self.kept - {one.id for one in self.others}) | (set(ticked) - {NONE})

    def ask_passage(self, passage: Passage) -> None:
        """Ask what becomes of a passage."""
        named = {
            KEEP: "Keep it as it is",
            LEAVE_OUT: f"Leave it out: {LEFT_OUT} stands in its place",
            WORDS: "Put other words in its place",
        }
        number = [one for one in self.found if one.place == passage.place].index(passage) + 1
        while True:
            answer = self.prompter.select(
                Select(
                    id=f"publish.{'.'.join(map(str, passage.place))}.{number}",
                    question=f'In "{passage.label}": {passage.text}',
                    label=passage.text,
                    hint=f"{ABOUT[passage.what]}\n{passage.around}",
                    notices=self._taken(),
                    keeps=self.keeps,
                    choices=tuple(Choice(one, named[one]) for one in ORDER.get(passage.what, USUAL_ORDER)),
                )
            )
            if answer != WORDS:
                break
            try:
                self.decided[passage] = clean(self._instead(passage))
            except Back:
                continue
            return
        self.decided[passage] = KEPT if answer == KEEP else LEFT_OUT

    def _instead(self, passage: Passage) -> str:
        return self.prompter.text(
            Text(
                id="publish.words",
                keeps=self.keeps,
                question=f'Which words stand in place of "{passage.text}"?',
                label="Instead",
                hint=passage.around,
                default="a member of staff" if passage.what in ("person", "name", "role") else LEFT_OUT,
                offered=True,
                check=lambda typed: None if clean(typed) else "Write the words, or go back and leave it out.",
            )
        )

    def _taken(self) -> tuple[str, ...]:
        taken, self.notices = self.notices, ()
        return taken


def offered(session: Session) -> bool:
    """Is the report approved? Only then there is a copy."""
    return isinstance(get(session.whole(), ("approved",)), dict)


def publish(session: Session) -> None:
    """Make a copy of the report that was written and write it; what was left out is told.

    Raises:
        Back: from the first question.
    """
    report = from_answers(session.whole(), session.guidance)
    notices = () if are_out(session.answers, session.context) else (NOT_OUT_YET,)
    chosen: list[str] = []

    def choose() -> None:
        chosen[:] = [ask_format(session.prompter)]

    made = decide(session.prompter, report, session.guidance, notices, marking=session.profile.marking, last=[choose])
    while True:
        data = copy(made.report, chosen[0], session.guidance)
        try:
            path = _where(session, made.report, chosen[0])
        except Back:
            choose()
            continue
        try:
            notes = files.write_privately(path, data, overwrite=False)
        except StorageError as error:
            session.notices.append(str(error))
            continue
        session.notices.extend(notes)
        session.prompter.show(_written(path, made), alone=True, choices=1)
        return


def _written(path: Path, made: Copy) -> list[Line]:
    heading, *listed = told(made.left_out) or [""]
    return [
        Line("Written, for publication. Not sent to anyone.", "done"),
        Line(str(path), "copy"),
        Line(""),
        Line(heading, "heading"),
        *(Line(one.strip(), "item", "-") for one in listed),
        Line(""),
        Line(READ_IT),
    ]


def told(left_out: Sequence[str]) -> list[str]:
    """Return what was left out, beneath a heading."""
    return ["Left out of the copy:", *(f"  {one}" for one in left_out)] if left_out else []


def ask_format(prompter: Prompter, *, keeps: Keeps = "the report") -> str:
    """Ask in which format the copy is written; that of GOV.UK is the first."""
    return prompter.select(
        Select(
            id="publish.format",
            keeps=keeps,
            question="Write the copy for publication: in which format?",
            label="Format",
            leaves_line=False,
            choices=tuple(Choice(one, load(one).LABEL, HINTS.get(one, load(one).HINT)) for one in FOR_PUBLICATION),
        )
    )


HINTS: Final = {
    "word": "To look at, or to publish as a file.",
    "html": "One file, to publish or print.",
    "markdown": "Reads as plain text.",
    "email": "A draft, for whoever publishes it, with the copy in it. It is not sent.",
}
"""What a format is good for, where a report's own hint would mislead."""


def _where(session: Session, report: Report, name: str) -> Path:
    """Ask where the copy is written, beside the report; a file that is there is not replaced."""
    written = session.kept.draft.written or {}
    folder = where.folder(str(Path(written.get("path", "")).parent) if written.get("path") else "")
    proposed = folder / f"{file_name(report)}-for-publication{load(name).EXTENSION}"
    answer = session.prompter.text(
        Text(
            id="publish.output",
            question="Where is the copy to be written?",
            label="File",
            leaves_line=False,
            keeps="the report",
            notices=session.take_notices(),
            hint="A file name, or a folder and a name. It is readable by you only until you publish it.",
            default=str(proposed),
            offered=True,
            check=lambda typed: _problem(where.file_named(typed, proposed)),
        )
    )
    return where.file_named(answer, proposed)


def _problem(path: Path) -> str | None:
    if not path.name:
        return "Enter a file name, such as copy-for-publication"
    return f"{path} is there already. Choose another name." if files.is_there(path) else None
