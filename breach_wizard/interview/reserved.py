"""The labels of our questions in all the reports there are, and that no two questions share one. Pure."""

from collections.abc import Iterator
from functools import lru_cache

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.interview.questions import QUESTIONS, Labels, with_parts


def every_label(name: str, labels: Labels, guidance: Guidance) -> set[str]:
    """Return every label under which a report may hold an answer: present and former, an edition's and a type's."""
    found = {labels.general, *labels.former, *(text for _, text in labels.by_edition)}
    for kind in guidance.types.values():
        own = [kind.fields[name]] if name in kind.fields else []
        for words in [*own, kind.access.ended] if name == "ended" else own:
            found |= {words.form_label, *words.former_labels}
    return found - {""}


@lru_cache(maxsize=8)
def reserved_labels(guidance: Guidance) -> frozenset[str]:
    """Return the labels and headings of the form, present and former, in lower case: no own question may have one."""
    words = {form.TIMING, form.DETAILS, form.SEE_BELOW, form.CHANGES, form.UPDATES, form.TO_FOLLOW}
    for section in form.SECTIONS:
        words |= {section.heading, section.short, section.column, *section.former}
    for name, asked in with_parts(QUESTIONS):
        words |= every_label(name, asked.labels, guidance) if asked.labels is not None else set()
    return frozenset(word.casefold() for word in words - {""})


@lru_cache(maxsize=8)
def headings(guidance: Guidance) -> frozenset[str]:
    """Return what our sections and questions are called, `folded`: a reader would take one of this label for them."""
    words = [word for one in form.SECTIONS for word in (one.id, one.heading, one.short, *one.former)]
    ours = set(guidance.fields) - set(guidance.own_fields)
    words += [guidance.fields[name].label for name in ours]
    return frozenset(map(folded, words))


def folded(text: str) -> str:
    """Return a label by its words alone: no number before them, no capitals, no signs."""
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0].isdigit() else words)


def shared_labels(guidance: Guidance) -> Iterator[str]:
    """Yield a sentence for each label that means two of our questions in one section: a type's file may name one."""
    for section in form.SECTIONS:
        owners: dict[str, str] = {}
        for one in QUESTIONS:
            if one.section != section or one.labels is None:
                continue
            for text in every_label(one.id, one.labels, guidance):
                before = owners.setdefault(text, one.id)
                if before != one.id:
                    yield f"The label {text!r} would mean both {before!r} and {one.id!r}. Give one of them another."
