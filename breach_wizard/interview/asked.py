"""Which questions there are: ours, and those of the body whose folder is in use."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from breach_wizard import form
from breach_wizard.errors import GuidanceError
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.own_problems import own_problems
from breach_wizard.interview.questions import OURS, QUESTIONS, Labels, Part, Question

AFTER_OURS: Final = 1000
"""The places of a body's own questions begin here: they stand after ours in their section."""


# Kept for each guidance: a check of many files asks for these a hundred times a file.
@lru_cache(maxsize=8)
def all_questions(guidance: Guidance) -> tuple[Question, ...]:
    """Return ours, and the own questions of the body whose folder is in use, in the order of the interview.

    Raises:
        GuidanceError: an own question can't be used; the message names its file, key and what to do.
    """
    for problem in own_problems(guidance):
        raise GuidanceError(problem)
    listed = (*QUESTIONS, *_own(guidance))
    return tuple(sorted(listed, key=lambda one: guidance.fields[one.id].part))


def _own(guidance: Guidance) -> Iterator[Question]:
    """The questions of the body's own folder."""
    for place, field in enumerate(guidance.own_fields.values(), AFTER_OURS):
        if field.kind and field.section and field.asked:
            section = form.section(field.section)
            yield Question(
                field.id, field.kind, section, place, Labels(field.label), field.label,
                stands="row" if section.column else "heading",
                asked=field.asked,
                applies=_for_types(field.types),
                required=field.required, published=field.published, print_empty=field.print_empty,
                choices=field.choices,
                own=True,
            )  # fmt: skip


def _for_types(ids: tuple[str, ...]) -> Callable[[Sequence[BreachType]], bool]:
    """Whether a question applies where one of the report's kinds is among these; to all where none is named."""
    return lambda kinds: not ids or any(kind.id in ids for kind in kinds)


def question(name: str, guidance: Guidance) -> Question | None:
    """Return the question of this id, ours or the body's; None where there is none."""
    return OURS.get(name) or _own_by_id(guidance).get(name)


@lru_cache(maxsize=8)
def _own_by_id(guidance: Guidance) -> dict[str, Question]:
    return {one.id: one for one in all_questions(guidance) if one.own}


def asked_at(path: tuple[str, ...], guidance: Guidance) -> Question | Part | None:
    """Return the question at a path, or the part of an item; None where there is none."""
    asked = question(path[0], guidance)
    return asked.part(path[-1]) if asked is not None and len(path) == 3 else asked


def own_questions(guidance: Guidance) -> tuple[Question, ...]:
    """Return the body's own questions."""
    return tuple(_own_by_id(guidance).values())


@lru_cache(maxsize=40)
def on_the_form(guidance: Guidance, section: form.Section | None = None) -> tuple[Question, ...]:
    """Return the questions in the order of the report, or those of one section of it."""
    wanted = [one for one in all_questions(guidance) if section in (None, one.section)]
    return tuple(sorted(wanted, key=lambda one: (form.SECTIONS.index(one.section), one.place)))
