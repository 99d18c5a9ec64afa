"""The fields that a body's own Word form can ask for: their names, what they mean, and their values for a report. Pure.

Each is what the report says in our own form; what was not given is empty here, so that a form can ask "if". They are
those of the questions that are printed, a body's own among them.
"""

from dataclasses import dataclass
from typing import Any

from breach_wizard.exports.content import Changes, Content, Entry, Heading, Items, Text, Value, content
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.labels import labels_of
from breach_wizard.interview.own_answers import items
from breach_wizard.interview.questions import OURS
from breach_wizard.report import Report
from breach_wizard.standing import NOT_GIVEN_WORDS, words_for
from breach_wizard.text import NOT_KNOWN

LIST = "list: "
"""What the meaning of a field begins with that is a list."""


def fields(guidance: Guidance) -> dict[str, str]:
    """Return every field with its meaning, in the order of the form."""
    found = {
        "title": "the title of the report, with the name of the Code",
        "approved": "whether it is approved, in a sentence; empty where that was not said",
        "updates": "which report it updates, in a sentence",
        "to_follow": f"{LIST}what is not yet known, by name",
    }
    for one in on_the_form(guidance):
        if one.stands:
            found[one.id] = f"{LIST if one.kind in ('items', 'list') else ''}{one.meaning}"
        if one.id == "ended":
            found["timing"] = "what follows from the times, in a sentence"
    return found | {
        "more": f"{LIST}what stands under labels that no question has, each with label and value",
        "changes_title": "the heading of the changes, in a report that updates another",
        "changes": f"{LIST}what has changed",
    }


def lists(guidance: Guidance) -> frozenset[str]:
    """Return the fields that are lists."""
    return frozenset(name for name, meaning in fields(guidance).items() if meaning.startswith(LIST))


@dataclass
class Output:
    """An output; as a whole its title and link, each on a line."""

    title: str
    link: str = ""

    def __str__(self) -> str:
        return _lines(self.title, self.link)


@dataclass
class Occurrence:
    """An occurrence; as a whole what is its own, each on a line. ``labels`` are those of its parts."""

    date: str
    labels: dict[str, str]
    note: str = ""
    type: str = ""
    due: str = ""
    ended: str = ""

    def __str__(self) -> str:
        given = [(label, getattr(self, name)) for name, label in self.labels.items()]
        return _lines(self.date, *(f"{label}: {text}" for label, text in given if text))


@dataclass
class Action:
    """An action; as a whole as in our own form. ``status`` is "Taken" and the like, or empty."""

    text: str
    status: str = ""
    when: str = ""
    who: str = ""
    reason: str = ""
    labels: tuple[str, ...] = ("", "", "")

    def __str__(self) -> str:
        given = zip(self.labels, (self.when, self.who, self.reason), strict=True)
        return _lines(
            f"{self.status}: {self.text}" if self.status else self.text,
            *(f"{label} {text}" for label, text in given if text),
        )


@dataclass
class More:
    """The answer to a question of another body; as a whole its label and its value."""

    label: str
    value: str

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"


PARTS = (
    "title",
    "link",
    "date",
    "note",
    "type",
    "due",
    "ended",
    "text",
    "status",
    "when",
    "who",
    "reason",
    "label",
    "value",
)
"""What may stand after a dot."""


def values(report: Report, guidance: Guidance) -> dict[str, Any]:
    """Return the value of each field: a text, or a tuple of texts, outputs, occurrences, actions or more."""
    said = content(report, guidance)
    known, several = fields(guidance), lists(guidance)
    gathered: dict[str, list[Any]] = {name: [] for name in known}
    for name, text in _texts(said):
        first, _, part = name.partition(".")
        if part:
            setattr(gathered[first][-1], part, text)
        elif first == "outputs":
            gathered[first].append(Output(text))
        elif first == "occurrences":
            parts = ("note", "type", "due", "ended")
            labels = {name: labels_of(f"occurrences.{name}", guidance).general for name in parts}
            gathered[first].append(Occurrence(text, labels))
        else:
            gathered[first].append(text)
    for item in report.more:
        words = words_for(item.value) if item.value == NOT_KNOWN else item.value
        if item.id in known and item.id not in OURS:
            gathered[item.id] += items(words or "") if item.id in several else [words]
        else:
            gathered["more"].append(More(item.label, words or ""))
    for one in said.parts:
        match one:
            case Items(entries=entries):
                gathered["actions"] = [_action(entry, guidance) for entry in entries]
            case Text(id="actions", value=value):
                gathered["actions"] = [Action(value.text)]
            case Changes(lines=lines):
                gathered["changes"] = list(lines)
            case Heading(id="changes", text=text):
                gathered["changes_title"] = [text]
    gathered |= {"title": [said.title], "approved": [said.approved], "updates": [said.updates]}
    gathered["to_follow"] = list(said.to_follow)
    return {name: tuple(found) if name in several else found[-1] if found else "" for name, found in gathered.items()}


def _texts(said: Content) -> list[tuple[str, str]]:
    """The rows of the tables and the texts under headings that answer our questions, by the question's id."""
    texts = [part for part in said.parts if isinstance(part, Text) and part.id != "actions"]
    found = [*((row.id, row.value) for row in said.rows), *((part.id, part.value) for part in texts)]
    return [(name, _words(value)) for name, value in found if name != "more"]


def _words(value: Value) -> str:
    return "" if value == Value(NOT_GIVEN_WORDS, ours=True) else value.text


def _action(entry: Entry, guidance: Guidance) -> Action:
    more = {row.id: _words(row.value) for row in entry.more}
    names = [f"actions.{part}" for part in ("when", "who", "reason")]
    when, who, reason = (more.get(name, "") for name in names)
    labels = tuple(labels_of(name, guidance).general for name in names)
    return Action(_words(entry.text), entry.mark.rstrip(":"), when, who, reason, labels)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
