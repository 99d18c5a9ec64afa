"""What a question is called on the form, and which question a label of a report belongs to. Pure."""

from functools import lru_cache

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import BreachType
from breach_wizard.interview.asked import on_the_form, question
from breach_wizard.interview.questions import Labels, Stands
from breach_wizard.interview.reserved import every_label


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
    return next(filter(None, own), "") or dict(labels.by_edition).get(edition) or labels.general


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
