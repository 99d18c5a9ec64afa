"""What a question is: the records from which the table of questions is made."""

from collections.abc import Callable, Sequence
from typing import Literal

from breach_wizard import form
from breach_wizard.guidance.content import BreachType
from breach_wizard.records import Record

Kind = Literal[
    "text", "long-text", "day", "moment", "choice", "yes-no", "address", "count", "list", "items", "notes"
]  # fmt: skip
"""What an answer is. All but the last two can be those of a body's own question."""

Stands = Literal["row", "heading", "body", ""]
"""How an answer stands on the form: as a row of its section's table, under a heading of its own, as the section's own
text or list, or not by itself."""


class Labels(Record, kw_only=False):
    """The label of a question on the form.

    Attributes:
        general: where nothing else is said.
        by_edition: in reports that an edition of the Code heads, from the edition of this id on, oldest first.
        former: of earlier reports; they are read for ever.
    """

    general: str
    by_edition: tuple[tuple[str, str], ...] = ()
    former: tuple[str, ...] = ()


class Part(Record, kw_only=False):
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


class Question(Record, kw_only=False):
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
