"""The words of a question: those of fields.toml, with what the breach type says differently."""

from collections.abc import Mapping

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType, Field, Wording
from breach_wizard.interview.context import Context
from breach_wizard.interview.paths import Path, item, items, question_id
from breach_wizard.interview.shapes import ActionAnswers, Answers
from breach_wizard.interview.steps import main_type
from breach_wizard.records import Record

MORE_THAN_ONE = "More than one? Give the first here; add the others on the check page."
FIRST_OF_SEVERAL = ("outputs.title", "occurrences.date")
"""The questions whose hint says so, while nothing stands beside the first."""


def wording(path: Path, answers: Answers, context: Context) -> Field:
    """Return the wording of the question at the path, for the breach type that the answers name.

    A part of an occurrence with a type of its own takes that type's words, and those of the question it stands for:
    the ``due`` of an occurrence is asked for as ``due`` is.
    """
    if path[0] == "more":
        return _of_another_guidance(item(answers, "more", path[1]) or {})
    kind = main_type(answers, context)
    name = question_id(path)
    field = context.guidance.fields[name]
    if path[0] == "occurrences" and len(path) == 3:
        own = (item(answers, "occurrences", path[1]) or {}).get("type", "")
        kind = context.guidance.types.get(own, kind)
        name = {"date": "occurrences"}.get(path[2], path[2])
    if path == ("ended",) and kind is not None and answers.get("access_ended") is True:
        return _in_place(field, kind.access.ended)
    words = _as_the_type_says(field, kind, name)
    if question_id(path) in FIRST_OF_SEVERAL and len(items(answers, path[0])) < 2:
        return words._replace(hint="\n".join(filter(None, (words.hint, MORE_THAN_ONE))))
    return words


def _of_another_guidance(more: Mapping[str, str]) -> Field:
    """The wording for what a report answers under a label that no question here has."""
    label = more.get("label", "")
    return Field(
        id="more",
        part=2,
        label=label,
        question=f"{label.rstrip(':')}:",
        hint="No question of this name is in the guidance in use. What stands here is kept in the report as it is.",
    )


def _as_the_type_says(field: Field, kind: BreachType | None, name: str) -> Field:
    if kind and name == "ongoing":  # its answers say what they mean only beside the type's own question
        return field._replace(question=kind.ongoing.question, label=kind.ongoing.question.rstrip("?"))
    if kind and name == "access_ended":
        return field._replace(question=kind.access.question)
    own = kind.fields.get(name) if kind else None
    return field if own is None else _in_place(field, own)


def _in_place(field: Field, own: Wording) -> Field:
    return field._replace(**{part: text for part, text in own._asdict().items() if text and part in field._fields})


def action_text(action: ActionAnswers, guidance: Guidance) -> str:
    """Return an action's own text, else what the guidance says for its suggestion and status."""
    known = guidance.actions.get(action.get("suggestion", ""))
    return action.get("text") or (known.wording(action.get("status", "")) if known else "")


class Part(Record, kw_only=False):
    """One of the five parts of the interview."""

    number: int
    title: str


PARTS = (
    Part(1, "What happened"),
    Part(2, "Circumstances"),
    Part(3, "Impact"),
    Part(4, "Actions"),
    Part(5, "Your details"),
)


def part(field: Field) -> Part:
    """Return the part in which a question is asked."""
    return PARTS[field.part - 1]


def place(field: Field) -> tuple[int, int]:
    """Return the number of the part in which a question is asked, and how many parts there are."""
    return part(field).number, len(PARTS)


def progress(field: Field) -> str:
    """Return "Part 2 of 5: Circumstances"."""
    found = part(field)
    return f"Part {found.number} of {len(PARTS)}: {found.title}"
