"""What a question is called on the form, and which question a label of a report belongs to. Pure."""

from collections.abc import Iterable
from functools import lru_cache

from breach_wizard import form
from breach_wizard.dates.moment import Moment, When, may_be_standard_time
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.asked import on_the_form, question
from breach_wizard.interview.questions import Labels, Stands
from breach_wizard.interview.reserved import every_label
from breach_wizard.standing import PUBLISHED


def label(name: str, guidance: Guidance, edition: str = "", kind: BreachType | None = None) -> str:
    """Return the label of a question or a part (``actions.when``) on the form.

    Args:
        name: its id.
        guidance: in which the body's own questions and the types' labels are.
        edition: the id of the edition that heads the report.
        kind: the report's breach type, whose file may name a label of its own.
    """
    labels = labels_of(name, guidance)
    fields = kind.fields if kind is not None else {}
    # What is an occurrence's own is called as the question is that it stands for: its "ended" as "ended".
    own = [fields[one].form_label for one in (name, name.partition(".")[2]) if one in fields]
    return next(filter(None, own), "") or _in_edition(labels, edition, guidance)


def _in_edition(labels: Labels, edition: str, guidance: Guidance) -> str:
    """The label in the newest words that are not newer than the edition; an edition may be a body's own."""
    until = list(guidance.editions)[: list(guidance.editions).index(edition) + 1] if edition else []
    return next((words for since, words in reversed(labels.by_edition) if since in until), labels.general)


def ended_label(
    guidance: Guidance, kind: BreachType, ended: object, *, by_access: bool = False, edition: str = ""
) -> str:
    """Return the label of when it ended: "Taken down", "Access ended"; that of no type where it was published since."""
    if ended == PUBLISHED:
        return labels_of("ended", guidance).general
    own = kind.access.ended.form_label if by_access else ""
    return own or label("ended", guidance, edition, kind)


def is_of_access(text: str, guidance: Guidance) -> bool:
    """Does this label say that it ended because access was taken away?"""
    words = [kind.access.ended for kind in guidance.types.values()]
    return any(text in (one.form_label, *one.former_labels) for one in words)


def type_title(kind: BreachType, dues: Iterable[When | str | None]) -> str:
    """Return the title of a type on the form, for statistics announced for these times: the standard one, or others."""
    announced = [due for due in dues if isinstance(due, Moment)]
    is_standard = not announced or any(map(may_be_standard_time, announced))
    return kind.title if is_standard else kind.title_at_other_time or kind.title


def called(name: str, guidance: Guidance, kind: BreachType | None = None, *, by_access: bool = False) -> str:
    """Return what an answer is called where it is to follow: "when it was noticed".

    Args:
        name: the id of a question or of a part.
        guidance: in which the body's own questions are; those are called by their labels.
        kind: the breach type, which says how it ended.
        by_access: it ended because access was taken away.
    """
    first, _, part = name.partition(".")
    asked = question(first, guidance)
    if asked is None:
        raise KeyError(name)
    if "ended" in (first, part) and kind is not None:
        return f"when {kind.access.it_ended if by_access else kind.timing_words.it_ended}"
    if asked.own and asked.labels is not None:
        return asked.labels.general
    found = asked.part(part) if part else None
    return (found.follows if found else "") or asked.follows or asked.meaning


def labels_of(name: str, guidance: Guidance) -> Labels:
    """Return the labels of a question or a part; a part without any has those of its question."""
    first, _, part = name.partition(".")
    asked = question(first, guidance)
    if asked is None:
        raise KeyError(name)
    found = asked.part(part) if part else None
    return (found.labels if found else None) or asked.labels or Labels(asked.section.short)


def known_labels(name: str, guidance: Guidance) -> set[str]:
    """Return every label under which a report may hold the answer, present and former."""
    return every_label(name, labels_of(name, guidance), guidance)


@lru_cache(maxsize=8)
def by_label(guidance: Guidance, section: form.Section, stands: Stands) -> dict[str, str]:
    """Return the ids of questions and parts by label, for the rows or the headings of a section.

    A part that is printed under the label of a question, such as the announced time of one occurrence, is told from it
    by its place; here the label leads to the question.
    """
    found: dict[str, str] = {}
    for one in on_the_form(guidance, section):
        if one.stands != stands or one.labels is None:
            continue
        names = [one.id, *(f"{one.id}.{part.id}" for part in one.parts if part.labels)]
        for name in names:
            for text in known_labels(name, guidance):
                found.setdefault(text, name)
    for one in on_the_form(guidance, section):
        if one.stands == stands and one.labels is not None:
            found |= dict.fromkeys(known_labels(one.id, guidance), one.id)
    return found
