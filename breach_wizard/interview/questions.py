"""The questions: one record for each, from which everything that lists questions is derived.

Their wording is in guidance/fields.toml. A body's own questions come from its folder (`interview.asked`) and are
records as ours are; what is truly of its own (type, still going on, occurrences, actions, things to consider) is code
under its id.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from breach_wizard import form
from breach_wizard.guidance.content import BreachType

Kind = Literal[
    "text", "long-text", "day", "moment", "choice", "yes-no", "address", "count", "list", "items", "notes"
]  # fmt: skip
"""What an answer is. All but the last two can be those of a body's own question."""

Stands = Literal["row", "heading", "body", ""]
"""How an answer stands on the form: as a row of its section's table, under a heading of its own, as the section's own
text or list, or not by itself."""


class Labels(NamedTuple):
    """The label of a question on the form.

    Attributes:
        general: where nothing else is said.
        by_edition: in reports that an edition of the Code heads, by the edition's id.
        former: of earlier reports; they are read for ever.
    """

    general: str
    by_edition: tuple[tuple[str, str], ...] = ()
    former: tuple[str, ...] = ()


class Part(NamedTuple):
    """One answer about an item: the title of an output.

    ``labels`` is None where it is printed under the label of the question that it stands for, or as the item itself;
    ``follows`` is what it is called where it is to follow.
    """

    id: str
    kind: Kind
    labels: Labels | None = None
    follows: str = ""
    required: bool = False
    expected: bool = False
    published: bool = False


def always(_: Sequence[BreachType]) -> bool:
    """Apply to every breach type."""
    return True


def announced(kinds: Sequence[BreachType]) -> bool:
    """Apply where it is a matter of the announced time; other breaches may have none, and need not be over."""
    return kinds[0].timing != "none"


class Question(NamedTuple):
    """One question.

    Attributes:
        id: its key in answers, drafts and reports.
        kind: what an answer to it is.
        section: where the answer stands on the form.
        place: its place there among the others.
        labels: what it is called there; None where it is not printed by itself.
        meaning: what it holds, in a line, for whoever makes a Word form or reads the JSON.
        follows: what it is called where it is to follow, where that is not its meaning.
        stands: how it stands there.
        asked: in the interview; on the check page only; or where something else opens it.
        applies: for which breach types it is asked, the main one first.
        needed: for which breach types ``required`` and ``expected`` hold; for the others it may be left empty.
        required: a report can't be made without an answer.
        expected: the wizard doesn't let it pass empty; a file may.
        published: its text is read by users of the statistics, so it should name nobody.
        print_empty: "Not given" stands in the report where it was left empty; only of a body's own.
        remembered: last time's answer is offered.
        parts: those of an item, where the answer is a list of items.
        choices: what can be chosen.
        own: it is a body's own question.
    """

    id: str
    kind: Kind
    section: form.Section
    place: int
    labels: Labels | None
    meaning: str
    follows: str = ""
    stands: Stands = "row"
    asked: Literal["interview", "check page", "opened"] = "interview"
    applies: Callable[[Sequence[BreachType]], bool] = always
    needed: Callable[[Sequence[BreachType]], bool] = always
    required: bool = False
    expected: bool = False
    published: bool = False
    print_empty: bool = False
    remembered: bool = False
    parts: tuple[Part, ...] = ()
    choices: tuple[str, ...] = ()
    own: bool = False

    def part(self, name: str) -> Part | None:
        """Return the part of this id, or None."""
        return next((one for one in self.parts if one.id == name), None)


HEAD_OF_PROFESSION: Final = Labels(
    "Head of Profession for Statistics or Lead Official",
    by_edition=tuple(
        (edition, "Name and contact details of Head of Profession for Statistics or Lead Official")
        for edition in ("2.0", "2.1", "3.0")
    ),
)
"""In the words of the form of 2018 from the edition on that was in force then."""
DUE_LABELS: Final = Labels("Announced for")
ENDED_LABELS: Final = Labels("Ended", former=("Put right",))
"""Where the breach type's own doesn't stand: nearly each type's file names one."""

QUESTIONS: Final = (
    Question(
        "breach_type", "choice", form.CIRCUMSTANCES, 10, Labels("Type of breach"),
        "the type of breach, in words",
        required=True,
    ),
    Question(
        "also", "list", form.CIRCUMSTANCES, 20, Labels("Further type"),
        "further types",
        asked="opened",
    ),
    Question(
        "ongoing", "choice", form.CIRCUMSTANCES, 25, None,
        "whether it is still going on",
        stands="",  # printed as a value of "ended"
    ),
    Question(
        "exemption", "yes-no", form.CIRCUMSTANCES, 30, Labels("Exemption"),
        "empty, unless an exemption was agreed beforehand or that is not known",
        follows="whether it had been agreed beforehand",
        asked="check page",
    ),
    Question(
        "exemption_note", "text", form.CIRCUMSTANCES, 35, Labels("Agreed by whom and when"),
        "by whom and when an exemption was agreed",
        asked="opened",  # by the exemption
    ),
    Question(
        "outputs", "items", form.CORE, 10, Labels("Title and link to statistical output"),
        "the statistical outputs, each with title and link",
        follows="the statistical output",
        required=True,
        parts=(
            Part("title", "text", follows="the title of the output", required=True),
            Part("link", "text", Labels("Link"), "the link to the output"),  # often a sentence in its place
        ),
    ),
    Question(
        "due", "moment", form.CIRCUMSTANCES, 60, DUE_LABELS,
        "when the statistics were announced for",
        needed=announced, required=True,
    ),
    Question(
        "occurrences", "items", form.CIRCUMSTANCES, 50, Labels("Date of occurrence of breach"),
        "the occurrences, each with date, note, type, due and ended",
        follows="when it happened",
        required=True,
        parts=(
            Part("date", "moment", follows="when it happened", required=True),
            Part("note", "text", Labels("Note"), "the note beside a date", published=True),
            Part("type", "choice", Labels("Type"), "which kind it was on a date"),
            Part("due", "moment", DUE_LABELS, "when it was announced for", expected=True),
            Part("ended", "moment", ENDED_LABELS, expected=True),
        ),
    ),
    Question(
        "noticed", "moment", form.CIRCUMSTANCES, 70, Labels("Noticed"),
        "when it was noticed",
        applies=lambda kinds: kinds[0].noticed,
    ),
    Question(
        "access_ended", "yes-no", form.CIRCUMSTANCES, 75, None,
        "whether it ended because access was taken away",
        stands="",  # printed as the label of "ended"
        applies=lambda kinds: bool(kinds[0].access.yes),
    ),
    Question(
        "ended", "moment", form.CIRCUMSTANCES, 80, ENDED_LABELS,
        "when it ended",
        needed=announced, expected=True,
    ),
    Question(
        "market_sensitive", "yes-no", form.CIRCUMSTANCES, 90, Labels("Market sensitive"),
        "whether the statistics are market sensitive",
        asked="check page",
    ),
    Question(
        "circumstances", "long-text", form.CIRCUMSTANCES, 100, Labels("What happened"),
        "what happened",
        stands="heading", required=True, published=True,
    ),
    Question(
        "previous_breaches", "text", form.CIRCUMSTANCES, 110, Labels("Previous breaches"),
        "previous breaches in the same area",
        stands="heading", published=True,
    ),
    Question(
        "references", "list", form.CIRCUMSTANCES, 40, Labels("Relevant principle/protocol and practice"),
        "the parts of the Code",
        asked="check page", required=True,
    ),
    Question(
        "considerations", "notes", form.IMPACT, 10, None,
        "notes on the things to consider",
        stands="",
    ),
    Question(
        "impact", "long-text", form.IMPACT, 20, None,
        "the impact",
        stands="body", required=True, published=True,
    ),
    Question(
        "actions", "items", form.ACTIONS, 10, None,
        "the corrective actions, each with status, text, when and who",
        follows="the corrective actions",
        stands="body", required=True,
        parts=(
            Part("text", "long-text", required=True, published=True),
            Part("status", "choice"),
            Part("when", "text", Labels("When:")),
            Part("who", "text", Labels("Who:")),
        ),
    ),
    Question(
        "producer", "text", form.CORE, 20, Labels("Name of statistical producer"),
        "the name of the statistical producer",
        required=True, remembered=True,
    ),
    Question(
        "contact_name", "text", form.CORE, 30, Labels("Name and contact details of person dealing with report"),
        "the person or team dealing with the report",
        required=True, remembered=True,
    ),
    Question(
        "contact_details", "text", form.CORE, 40, Labels("Contact details"),
        "how to reach them",
        follows="how the contact can be reached",
        remembered=True,
    ),
    Question(
        "head_of_profession", "text", form.CORE, 50, HEAD_OF_PROFESSION,
        "the Head of Profession or Lead Official",
        remembered=True,
    ),
    Question(
        "statement_link", "text", form.CORE, 60,  # often a sentence in place of the address
        Labels("Link to published statement about the breach (if relevant)"),
        "the link to a published statement",
        asked="check page",
    ),
    Question(
        "report_date", "day", form.CORE, 70, Labels("Date of report"),
        "the date of the report",
        asked="check page", required=True,
    ),
)  # fmt: skip
"""Our questions, in the order of the interview; those asked elsewhere stand where they belong."""

OURS: Final = {one.id: one for one in QUESTIONS}
REMEMBERED: Final = tuple(one.id for one in QUESTIONS if one.remembered)
"""The questions that a profile answers."""


def with_parts(listed: Iterable[Question]) -> Iterator[tuple[str, Question | Part]]:
    """Yield each question and each part of an item with its id: ``outputs``, ``outputs.title``."""
    for one in listed:
        yield one.id, one
        yield from ((f"{one.id}.{part.id}", part) for part in one.parts)
