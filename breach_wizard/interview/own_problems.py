"""What keeps a body's own question from being used: each slip as a sentence with its place and what to do. Pure."""

from collections import Counter
from collections.abc import Iterator

from breach_wizard import form
from breach_wizard.guidance import Guidance
from breach_wizard.guidance.content import Field
from breach_wizard.guidance.slips import heading
from breach_wizard.interview.questions import OURS
from breach_wizard.interview.reserved import folded, headings, reserved_labels
from breach_wizard.patterns import pattern
from breach_wizard.standing import NOT_KNOWN_WORDS, WORDS
from breach_wizard.text import clean, join

NAME = pattern(r"[a-z][a-z0-9_]*")
TAKEN_NAMES = frozenset(
    {
        "approved", "more", "updates", "changes", "changes_title", "title", "to_follow", "timing", "loop", "output",
        "action", "change", "one", "as_last_time", "do_now", "guidance", "exempt", "check", "add", "preview", "formats",
        "replace", "page", "draft", "schema", "triage", "stop", "kind", "date",
        "true", "false", "none", "self", "not",
    }
)  # fmt: skip
"""Names of screens, of fields of a Word form and of keys of a report."""

WORDS_OF_OURS = frozenset(word.casefold() for word in (*WORDS.values(), form.AGREED, "?"))


def own_problems(guidance: Guidance) -> Iterator[str]:
    """Yield every problem of a body's own questions; nothing where all is well, or there are none."""
    ours = set(guidance.fields) - set(guidance.own_fields)
    for name in ours:
        if guidance.fields[name].kind or guidance.fields[name].section or guidance.fields[name].asked:
            yield (
                f"fields.toml: {heading(name)}: this is a question of ours, whose kind, section and place are fixed. "
                "Take out kind, section and asked, or give your own question another name."
            )
    labels = Counter((field.section, field.label.casefold()) for field in guidance.own_fields.values())
    for field in guidance.own_fields.values():
        twice = labels[field.section, field.label.casefold()] > 1
        for problem in (*_name(field), *_label(field, guidance, twice=twice), *_keys(field), *_choices(field)):
            yield f"fields.toml: {heading(field.id)}: {problem}"
        yield from _types(field, guidance)


def _name(field: Field) -> Iterator[str]:
    if not NAME.fullmatch(field.id):
        yield "a name is made of small letters, digits and underscores, and begins with a letter. Choose such a one."
    elif field.id in TAKEN_NAMES or field.id in OURS:
        yield "this name has a meaning of its own here. Choose another, such as one that begins with own_."


def _label(field: Field, guidance: Guidance, *, twice: bool) -> Iterator[str]:
    label = field.label
    if not label or clean(label) != label or "\n" in label or set(label) & {"\ufffe", "\uffff"}:
        yield "label: write one line of plain text, without blanks at its ends."
    elif label.casefold() in reserved_labels(guidance) or label.rstrip(":").casefold() in reserved_labels(guidance):
        yield f"label: {label!r} is a label of the form, now or in earlier reports. Choose another."
    elif folded(label) in headings(guidance):
        yield f"label: {label!r} is what a section or a question of ours is called. Choose another."
    elif twice:
        yield f"label: {label!r} stands in this section already. Choose another."


def _keys(field: Field) -> Iterator[str]:
    missing = [name for name in ("kind", "section", "asked") if not getattr(field, name)]
    if missing:
        yield (
            f"a question of your own needs {join(missing)} as well. Add what is missing; guidance/README.md says what "
            "each holds. If it is meant to be one of ours, look at its name."
        )
    if not 1 <= field.part <= 5:
        yield "part: write the number of a part of the interview, 1 to 5."
    if not field.question.strip():
        yield "question: write what is asked."


def _choices(field: Field) -> Iterator[str]:
    if field.kind != "choice":
        if field.choices:
            yield 'choices: only a question of the kind "choice" has them. Take them out, or change its kind.'
        return
    folded = [one.casefold() for one in field.choices]
    if len(folded) < 2:
        yield "choices: name two or more."
    if len(set(folded)) < len(folded):
        yield "choices: each may stand once. Take one out."
    for one in field.choices:
        if not one or clean(one) != one or "\n" in one:
            yield f"choices: {one!r} is not one line of plain text. Write it as it is to be printed."
        elif one.casefold() in WORDS_OF_OURS:
            yield f"choices: {one!r} has a meaning of its own; {NOT_KNOWN_WORDS!r} is always on offer. Take it out."


def _types(field: Field, guidance: Guidance) -> Iterator[str]:
    for name in field.types:
        if name not in guidance.types:
            known = ", ".join(guidance.types)
            yield f"fields.toml: {heading(field.id)}: types: there is no breach type {name!r}. Use one of: {known}."
    for kind in guidance.types.values():
        words = kind.fields.get(field.id)
        if words and (words.form_label or words.former_labels):
            yield (
                f"breach-types/{kind.id}.toml: [fields.{field.id}]: a question of your own has one label, that in "
                "fields.toml. Take form_label and former_labels out."
            )
