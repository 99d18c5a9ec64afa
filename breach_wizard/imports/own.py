"""Reads our own form back into answers, whatever document its blocks come from: the inverse of `exports.content`.

What belongs to no answer is listed with its line, never dropped.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from breach_wizard import approval, form
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import parse_date
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.blocks import Block, items, long_text, parts, plain, with_tables
from breach_wizard.imports.imported import Imported
from breach_wizard.imports.own_computed import BENEATH_THE_TITLE, UNTIL, Computed, outdated
from breach_wizard.imports.own_more import More
from breach_wizard.imports.own_parts import (
    FIRST_PARTS,
    Row,
    action,
    cell,
    chosen,
    date_of,
    gathered,
    is_ours,
    is_structure,
    says_something,
    spread,
    text_of_item,
)
from breach_wizard.interview.asked import question
from breach_wizard.interview.ending import answers_of
from breach_wizard.interview.labels import by_label, is_of_access
from breach_wizard.interview.own_answers import from_report
from breach_wizard.interview.paths import with_keys
from breach_wizard.interview.questions import OURS, Kind
from breach_wizard.interview.shapes import Answers
from breach_wizard.standing import NOT_KNOWN_WORDS, PUBLISHED, WORDS, value_of
from breach_wizard.text import NOT_KNOWN


def is_own(blocks: Sequence[Block]) -> bool:
    """Is it a report in the form that we write: under its title, with one of its four headings at least?"""
    titled = any(block.kind == "h1" and block.text.startswith(form.TITLE) for block in blocks)
    return titled and any(block.kind == "h2" and form.section_headed(block.text) for block in blocks)


def read(blocks: Sequence[Block], lines: Sequence[str], guidance: Guidance) -> Imported:
    """Return the answers that a report in our own form holds.

    Args:
        blocks: of the document, in order.
        lines: the lines that the blocks count, to name what could not be placed.
        guidance: in which the types' titles, the labels and the body's own questions are.
    """
    return _Reader(lines, guidance).read(_without_marking(blocks))


def _without_marking(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out a first line above the title: that is where a body's marking stands, whatever its text."""
    first = blocks[0]
    is_marking = first.kind == "paragraph" and not first.item and "\n" not in first.text
    return blocks[1:] if is_marking else blocks


class _Reader:
    """Reads one report; keeps the lines that were not placed."""

    def __init__(self, lines: Sequence[str], guidance: Guidance) -> None:
        self.lines = lines
        self.guidance = guidance
        self.unplaced: list[tuple[int, str]] = []
        self.answers: dict[str, Any] = {}
        self.more = More(guidance)
        self.places: dict[str, int] = {}
        self.computed: list[Computed] = []

    def read(self, blocks: Sequence[Block]) -> Imported:
        waiting = list(form.SECTIONS)
        for heading, part in parts(blocks, "h2"):
            title = heading.text if heading is not None else ""
            section = form.section_headed(title)
            if section in waiting:
                waiting.remove(section)
                self.section(section, part)
            elif title.startswith(form.CHANGES):
                self.changes(title, part)
            elif heading is None:
                self.beneath_the_title([one for one in part if one.kind != "h1"])
            else:
                self.leave([one for one in [heading, *part] if one.kind != "h1"])
        if self.more.items:
            self.answers["more"] = self.more.items
        found = cast("Answers", self.answers)
        noted = tuple(outdated(self.computed, found, self.guidance))  # what is computed is never taken
        return Imported(found, tuple(sorted(self.unplaced)), self.places, noted=noted)

    def leave(self, blocks: Sequence[Block]) -> None:
        """Note that these blocks belong to no answer."""
        for block in blocks:
            last = min(block.end, len(self.lines))
            self.unplaced += [(number, self.lines[number - 1]) for number in range(block.line, last + 1)]

    def section(self, section: form.Section, blocks: Sequence[Block]) -> None:
        """A section: its table or its own text first, then what stands under headings."""
        (_, top), *below = parts(blocks, "h3")
        waiting = [(heading, part) for heading, part in below if heading is not None]
        if section.column:
            self.table(section, list(self.rows(section, top, waiting)))
        elif section == form.ACTIONS:
            self.actions(top)
        else:
            self.long("impact", top)
        headings, labels = by_label(self.guidance, section, "heading"), by_label(self.guidance, section, "row")
        for heading, part in waiting:
            name = headings.get(heading.text) or labels.get(heading.text, "")
            if name in headings.values() and name in OURS:
                self.long(name, part)
            elif name.partition(".")[0] in OURS:
                self.leave([heading, *part])
            else:
                self.answer_under(section, heading, part)

    def rows(
        self, section: form.Section, blocks: Sequence[Block], waiting: list[tuple[Block, list[Block]]]
    ) -> Iterator[Row]:
        """The rows of a table with their values, those that stand below put in their place."""
        names = by_label(self.guidance, section, "row")
        for block in blocks:
            if block.kind == "head" and plain(block.cells[-1]) == form.DETAILS:
                continue
            if block.kind != "row" or len(block.cells) < 2:
                self.leave([block])
                continue
            label, value = plain(block.cells[0]), cell(block.cells[1])
            if is_structure(block.cells[1], form.SEE_BELOW):
                place = next((number for number, (heading, _) in enumerate(waiting) if heading.text == label), None)
                if place is None:
                    self.leave([block])
                    continue
                value = long_text(waiting.pop(place)[1])
            name = "timing" if (section, label) == (form.CIRCUMSTANCES, form.TIMING) else names.get(label, "")
            if name:
                self.places.setdefault(name.partition(".")[0], block.line)
            yield from spread(Row(name, label, value, block), self.guidance)

    def table(self, section: form.Section, rows: Sequence[Row]) -> None:
        """Put each row into its answer.

        A row whose label comes several times belongs to an occurrence, but for the last, which is the report's own. A
        label that no question has is an answer to another body's question where such rows stand, after all of ours.
        """
        last = {row.id: number for number, row in enumerate(rows)}
        last_of_ours = max((number for name, number in last.items() if name.partition(".")[0] in OURS), default=-1)
        several: dict[str, list[Any]] = {}
        for number, row in enumerate(rows):
            name, _, part = row.id.partition(".")
            asked = question(name, self.guidance)
            if row.id == "timing":
                self.computed.append(Computed(form.TIMING, str(row.value), row.block.line))
            elif asked is None and (number < last_of_ours or not row.label or not says_something(row)):
                self.leave([row.block])
            elif asked is None or asked.own:
                self.keep(section, row.label, row.value, [row.block])
            elif asked.kind == "list":
                several.setdefault(name, []).append(self.in_list(name, row))
            elif asked.kind == "items" and not part:
                several.setdefault(name, []).append({})
                self.put_part(several[name], name, FIRST_PARTS[name], row)
            elif part or (number != last[row.id] and OURS["occurrences"].part(name)):
                owner = name if part else "occurrences"
                self.put_part(several.get(owner, []), owner, part or name, row)
            else:
                self.single(name, row)
        for name, found in several.items():
            self.answers[name] = gathered(name, [one for one in found if one is not None])
        if section == form.CIRCUMSTANCES:  # what the report's own row says of the end is several answers
            kind = self.guidance.types.get(self.answers.get("breach_type", ""))
            by_access = "ended" in last and is_of_access(rows[last["ended"]].label, self.guidance)
            self.answers |= answers_of(self.answers.get("ended", ""), kind, by_access=by_access)

    def beneath_the_title(self, blocks: Sequence[Block]) -> None:
        """Take whether it is approved; what it updates and what is to follow is said again further down."""
        for block in blocks:
            approved = approval.of_line(block.text)
            if approved is not None and "approved" not in self.answers:
                self.answers["approved"] = approved
            elif kind := next((one for one in BENEATH_THE_TITLE if block.text.startswith(one)), ""):
                self.computed.append(Computed(kind, block.text, block.line))
            else:
                self.leave([block])

    def in_list(self, name: str, row: Row) -> str | None:
        """One answer of several; None for a breach type that the guidance doesn't have."""
        value = self.chosen("choice", row) if name == "also" else row.value
        return value if isinstance(value, str) else None

    def put_part(self, listed: list[dict[str, Any]], name: str, part: str, row: Row) -> None:
        """Put a row into the item that stands before it; leave one that has no place there."""
        asked = OURS[name].part(part)
        if not listed or asked is None or part in listed[-1]:
            self.leave([row.block])
        elif asked.kind == "moment":
            self.moment(part, row, listed[-1])
        else:
            value = self.chosen("choice", row) if part == "type" else row.value
            if value is not None:
                listed[-1][part] = value

    def single(self, name: str, row: Row) -> None:
        """Put a row into an answer of its own."""
        if name in self.answers:
            self.leave([row.block])
        elif name == "ended" and is_ours(row.block.cells[1]) and str(row.value).startswith(WORDS[PUBLISHED]):
            self.answers[name] = PUBLISHED
            self.computed.append(Computed(UNTIL, str(row.value), row.block.line))
        elif OURS[name].kind in ("moment", "day"):
            self.moment(name, row, self.answers)
        else:
            value = self.chosen(OURS[name].kind, row) if OURS[name].kind in ("choice", "yes-no") else row.value
            if value is not None:
                self.answers[name] = value

    def moment(self, name: str, row: Row, into: dict[str, Any]) -> None:
        """Keep a date under its name, in the one spelling; leave the row where it is none."""
        found = date_of(OURS[name].kind if name in OURS else "moment", row.value)
        if found is not None:
            into[name] = found
        elif says_something(row):
            self.leave([row.block])

    def chosen(self, kind: Kind, row: Row) -> Any:
        """A breach type, or yes or no, for the words of a report; leaves the row where they are none of these."""
        found = chosen(kind, row.value, self.guidance)
        if found is None and says_something(row):
            self.leave([row.block])
        return found

    def answer_under(self, section: form.Section, heading: Block, part: Sequence[Block]) -> None:
        """Keep what stands under a heading of its own, as the answer to a body's own question."""
        whole = list(with_tables(part))
        texts = [block for block in whole if block.kind == "paragraph"]
        self.leave([block for block in whole if block.kind != "paragraph"])
        if not texts or not heading.text:
            self.leave([heading])
            return
        words = texts[0].content
        ours = value_of(words[0].text) if len(texts) == 1 and is_ours(words) else None
        self.keep(section, heading.text, long_text(texts) if ours is None else ours, [heading, *texts])

    def keep(self, section: form.Section, label: str, value: Any, blocks: Sequence[Block]) -> None:
        """Keep an answer to the body's own question of this label; under the label where the question is not here."""
        name = self.more.asked_by(section, label)
        asked = question(name, self.guidance) if name else None
        text = form.AGREED if value is True else str(value)
        if asked is not None and name not in self.answers:
            self.answers[name] = from_report(asked, text)
            self.places.setdefault(name, blocks[0].line)
        elif key := self.more.add(section, label, text):
            self.places[f"more.{key}"] = blocks[0].line
        else:
            self.leave(blocks)

    def long(self, name: str, part: Sequence[Block]) -> None:
        """Keep a long text, with the tables in it."""
        whole = list(with_tables(part))
        texts = [block for block in whole if block.kind == "paragraph"]
        if texts:
            self.places[name] = texts[0].line
        self.leave([block for block in whole if block.kind != "paragraph"])
        if len(texts) == 1 and is_structure(texts[0].content, NOT_KNOWN_WORDS):
            self.answers[name] = NOT_KNOWN
        elif texts:
            self.answers[name] = long_text(texts)

    def actions(self, part: Sequence[Block]) -> None:
        if part:
            self.places["actions"] = part[0].line
        loose = [block for block in part if not block.item]
        if len(loose) == 1 and is_structure(loose[0].content, form.NO_ACTION):
            self.answers["actions"] = []
        elif len(loose) == 1 and is_structure(loose[0].content, NOT_KNOWN_WORDS):
            self.answers["actions"] = NOT_KNOWN
        else:
            self.leave(loose)
        found = [action(item, self.guidance) for item in items(part)]
        if found:
            self.answers["actions"] = with_keys(found)

    def changes(self, title: str, part: Sequence[Block]) -> None:
        try:
            self.answers["updates"] = str(Moment(parse_date(title.removeprefix(form.CHANGES))))
        except InputError:
            self.leave(part)
            return
        self.answers["changes"] = [text_of_item(item) for item in items(part)]
        self.leave([block for block in part if not block.item])
