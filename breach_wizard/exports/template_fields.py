"""The fields that a body's own Word form can ask for: their names, what they mean, and their values for a report. Pure.

Each is what the report says in our own form; what was not given is empty here, so that a form can ask "if". They are
those of the questions that are printed, a body's own among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from breach_wizard.exports.content import Changes, Content, Entry, Heading, Items, Text, Value, content
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.labels import labels_of
from breach_wizard.interview.own_answers import items
from breach_wizard.interview.questions import OURS
from breach_wizard.report import Report
from breach_wizard.standing import NOT_GIVEN_WORDS, NOT_KNOWN_WORDS
from breach_wizard.tables import segments, spelled
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
            found["ended_label"] = "what the end is called for this kind of breach"
            found["timing"] = "what follows from the times, in a sentence"
        if one.id == "actions":
            found["actions_words"] = "words in place of the actions: that there are none, or are not yet known"
    return found | {
        "more": f"{LIST}what stands under labels that no question has, each with label and value",
        "changes_title": "the heading of the changes, in a report that updates another",
        "changes": f"{LIST}what has changed",
    }


def lists(guidance: Guidance) -> frozenset[str]:
    """Return the fields that are lists."""
    return frozenset(name for name, meaning in fields(guidance).items() if meaning.startswith(LIST))


class Ours(str):
    """Words of ours in place of an answer, such as "Not yet known": set apart in the filled form, as in our own."""


class Mark(StrEnum):
    """How a piece of what a tag prints is set apart."""

    NONE = ""
    BOLD = "bold"
    ITALIC = "italic"
    GRID = "grid"


class Piece(NamedTuple):
    """A piece of what a tag prints."""

    text: str
    mark: Mark = Mark.NONE


class Item:
    """An item of a list; as a whole what it says, each part on a line."""

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """Yield the lines of the item as a whole."""
        raise NotImplementedError

    def __str__(self) -> str:
        """Return the item as a whole."""
        return "".join(one.text for one in pieces(self))


@dataclass
class Output(Item):
    """An output; as a whole its title and link, each on a line."""

    title: str
    link: str = ""

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """Yield its parts."""
        yield from ((_piece(one),) for one in (self.title, self.link) if one)


@dataclass
class Occurrence(Item):
    """An occurrence; as a whole what is its own, each on a line. ``labels`` are those of its parts."""

    date: str
    labels: dict[str, str]
    note: str = ""
    type: str = ""
    due: str = ""
    ended: str = ""

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """Yield its parts."""
        yield (_piece(self.date),)
        given = [(label, getattr(self, name)) for name, label in self.labels.items()]
        yield from ((Piece(f"{label}: "), _piece(text)) for label, text in given if text)


@dataclass
class Action(Item):
    """An action; as a whole as in our own form. ``status`` is "Taken" and the like, or empty."""

    text: str
    status: str = ""
    when: str = ""
    who: str = ""
    reason: str = ""
    labels: tuple[str, ...] = ("", "", "")

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """Yield its status and text, then by when, who and why."""
        status = (Piece(f"{self.status}:", Mark.BOLD), Piece(" ")) if self.status else ()
        yield (*status, _piece(self.text))
        given = zip(self.labels, (self.when, self.who, self.reason), strict=True)
        yield from ((Piece(label, Mark.BOLD), Piece(" "), _piece(text)) for label, text in given if text)


@dataclass
class More(Item):
    """The answer to a question of another body; as a whole its label and its value.

    Attributes:
        section: in which it stands.
        stands: "row" of its table, or under a "heading".
    """

    label: str
    value: str
    section: str = ""
    stands: str = ""

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """Yield its parts."""
        yield (Piece(f"{self.label}: "), _piece(self.value))


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
    "section",
    "stands",
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
        words = Ours(NOT_KNOWN_WORDS) if item.value == NOT_KNOWN else item.value
        if item.id in known and item.id not in OURS:
            gathered[item.id] += items(words) if item.id in several else [words]
        else:
            gathered["more"].append(
                More(item.label, words or Ours(NOT_GIVEN_WORDS), item.section, "row" if item.is_row else "heading")
            )
    for one in said.parts:
        match one:
            case Items(entries=entries):
                gathered["actions"] = [_action(entry, guidance) for entry in entries]
            case Text(id="actions", value=value):
                gathered["actions"] = [Action(_words(value))]
                gathered["actions_words"] = [_words(value)]
            case Changes(lines=lines):
                gathered["changes"] = list(lines)
            case Heading(id="changes", text=text):
                gathered["changes_title"] = [text]
    ended = [row.label for row in said.rows if row.id == "ended"]
    gathered["ended_label"] = ended[-1:] or [labels_of("ended", guidance).general]
    gathered |= {"title": [said.title], "approved": [said.approved], "updates": [said.updates]}
    gathered["to_follow"] = list(said.to_follow)
    return {name: tuple(found) if name in several else found[-1] if found else "" for name, found in gathered.items()}


def _texts(said: Content) -> list[tuple[str, str]]:
    """The rows of the tables and the texts under headings that answer our questions, by the question's id."""
    texts = [part for part in said.parts if isinstance(part, Text) and part.id != "actions"]
    found = [*((row.id, row.value) for row in said.rows), *((part.id, part.value) for part in texts)]
    return [(name, _words(value)) for name, value in found if name != "more"]


def _words(value: Value) -> str:
    if value == Value(NOT_GIVEN_WORDS, ours=True):
        return ""
    return Ours(value.text) if value.ours else value.text


def _action(entry: Entry, guidance: Guidance) -> Action:
    more = {row.id: _words(row.value) for row in entry.more}
    names = [f"actions.{part}" for part in ("when", "who", "reason")]
    when, who, reason = (more.get(name, "") for name in names)
    labels = tuple(labels_of(name, guidance).general for name in names)
    return Action(_words(entry.text), entry.mark.rstrip(":"), when, who, reason, labels)


def pieces(value: Any) -> Iterator[Piece]:
    """Yield what a tag prints for a value, piece by piece."""
    match value:
        case tuple():
            for number, one in enumerate(value):
                yield from (Piece("\n"),) * bool(number)
                yield from pieces(one)
        case Item():
            for number, line in enumerate(value.lines()):
                yield from (Piece("\n"),) * bool(number)
                yield from line
        case str() if not isinstance(value, Ours):
            for number, one in enumerate(segments(value)):
                yield from (Piece("\n\n"),) * bool(number)
                yield Piece(one) if isinstance(one, str) else Piece(spelled(one), Mark.GRID)
        case _:
            yield _piece(value)


def _piece(text: Any) -> Piece:
    return Piece(str(text), Mark.ITALIC if isinstance(text, Ours) else Mark.NONE)
