"""Reads our own form back into answers, whatever document its blocks come from.

What belongs to no answer is listed with its line, never dropped.
"""

from collections.abc import Callable, Sequence
from typing import Any

from breach_wizard import form, guidance
from breach_wizard.dates import parse_moment
from breach_wizard.errors import InputError
from breach_wizard.facts import timing
from breach_wizard.imports.blocks import Block, Inline, items, long_text, parts, plain
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.paths import with_keys
from breach_wizard.text import NOT_KNOWN

SECTIONS = (form.CORE, form.CIRCUMSTANCES, form.IMPACT, form.ACTIONS)
STANDING_FOR = {
    form.NOT_GIVEN: "",
    form.NOT_YET_KNOWN: NOT_KNOWN,
    form.NOT_ANNOUNCED: "not announced",
    form.STILL_GOING_ON: "ongoing",
    form.STAYED: "stays-up",
    form.AGREED: True,
}
STATUSES = {mark: status for status, mark in form.STATUS_MARKS.items()}


def is_own(blocks: Sequence[Block]) -> bool:
    """Is it a report in the form that we write: under its title, with one of its four headings at least?"""
    titled = any(block.kind == "h1" and block.text.startswith(form.TITLE) for block in blocks)
    return titled and any(block.kind == "h2" and block.text in SECTIONS for block in blocks)


def read(blocks: Sequence[Block], lines: Sequence[str]) -> Imported:
    """Return the answers that a report in our own form holds.

    Args:
        blocks: of the document, in order.
        lines: the lines that the blocks count, to name what could not be placed.
    """
    return _Reader(lines).read(blocks)


class _Reader:
    """Reads one report; keeps the lines that were not placed."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.unplaced: list[tuple[int, str]] = []
        self.answers: dict[str, Any] = {}
        self.places: dict[str, int] = {}

    def read(self, blocks: Sequence[Block]) -> Imported:
        handlers: dict[str, Callable[[Sequence[Block]], None]] = {
            form.CORE: self.core,
            form.CIRCUMSTANCES: self.circumstances,
            form.IMPACT: lambda part: self.long("impact", part),
            form.ACTIONS: self.actions,
        }
        for heading, part in parts(blocks, "h2"):
            title = heading.text if heading is not None else ""
            if title in handlers:
                handlers.pop(title)(part)
            elif title.startswith(form.CHANGES):
                self.changes(title, part)
            else:
                strangers = [one for one in ([heading] if heading else []) + list(part) if one.kind != "h1"]
                self.leave(strangers)
        self.compare_timing()
        return Imported(self.answers, tuple(sorted(self.unplaced)), self.places)

    def leave(self, blocks: Sequence[Block]) -> None:
        """Note that these blocks belong to no answer."""
        for block in blocks:
            self.unplaced += [
                (number, self.lines[number - 1])
                for number in range(block.line, max(block.end, block.line) + 1)
                if number <= len(self.lines) and number <= block.end
            ]

    def rows(self, blocks: Sequence[Block]) -> tuple[list[tuple[str, Any, Block]], list[tuple[Block, list[Block]]]]:
        """The rows with their values, those that stand below put in their place; and the other parts of the section."""
        top, *below = parts(blocks, "h3")
        waiting = [(heading, part) for heading, part in below if heading is not None]
        rows: list[tuple[str, Any, Block]] = []
        for block in top[1]:
            if block.kind == "head" and plain(block.cells[-1]) == form.DETAILS:
                continue
            if block.kind != "row" or len(block.cells) < 2:
                self.leave([block])
                continue
            label, value = plain(block.cells[0]), _cell(block.cells[1])
            if _is_structure(block.cells[1], form.SEE_BELOW):
                place = next((number for number, (heading, _) in enumerate(waiting) if heading.text == label), None)
                if place is None:
                    self.leave([block])
                    continue
                value = long_text(waiting.pop(place)[1])
            rows.append((label, value, block))
            if label in form.QUESTION_OF:
                self.places.setdefault(form.QUESTION_OF[label], block.line)
        return rows, waiting

    def core(self, blocks: Sequence[Block]) -> None:
        rows, others = self.rows(blocks)
        outputs: list[dict[str, Any]] = []
        for label, value, block in rows:
            if label == form.OUTPUT:
                outputs.append({"title": value})
            elif label == form.LINK and outputs and "link" not in outputs[-1]:
                outputs[-1]["link"] = value
            elif label in form.SINGLE_ROWS and form.SINGLE_ROWS[label] not in self.answers:
                self.answers[form.SINGLE_ROWS[label]] = value
            elif label == form.REPORT_DATE and "report_date" not in self.answers:
                self.moment("report_date", value, block)
            else:
                self.leave([block])
        if outputs:
            self.answers["outputs"] = NOT_KNOWN if outputs == [{"title": NOT_KNOWN}] else with_keys(outputs)
        for heading, part in others:
            self.leave([heading, *part])

    def moment(self, name: str, value: Any, block: Block, into: dict[str, Any] | None = None) -> None:
        """Keep a date under its name, in the one spelling; leave the row where it is none."""
        target = self.answers if into is None else into
        if not isinstance(value, str) or value in STANDING_FOR.values():
            target[name] = value
            return
        try:
            target[name] = str(parse_moment(value))
        except InputError:
            self.leave([block])

    def circumstances(self, blocks: Sequence[Block]) -> None:
        rows, others = self.rows(blocks)
        references: list[str] = []
        occurrences: list[dict[str, Any]] = []
        last = {label: number for number, (label, _, _) in enumerate(rows)}
        for number, (label, value, block) in enumerate(rows):
            if label in (form.TYPE, form.FURTHER_TYPE):
                self.type(label, value, block)
            elif label == form.EXEMPTION:
                self.answers["exemption"] = value
            elif label == form.REFERENCE:
                references.append(value)
            elif label == form.OCCURRENCE:
                occurrences.append({})
                self.moment("date", value, block, occurrences[-1])
            elif label in (form.DUE, form.NOTICED, form.ENDED) and number == last[label]:
                self.moment({form.DUE: "due", form.NOTICED: "noticed", form.ENDED: "ended"}[label], value, block)
            elif occurrences and label in (form.DUE, form.ENDED):
                self.moment({form.DUE: "due", form.ENDED: "ended"}[label], value, block, occurrences[-1])
            elif occurrences and label == form.NOTE:
                occurrences[-1]["note"] = value
            elif occurrences and label == form.OWN_TYPE and _type_id(value):
                occurrences[-1]["type"] = _type_id(value)
            elif label == form.TIMING:
                self.timing = (value, block)
            else:
                self.leave([block])
        if references:
            self.answers["references"] = NOT_KNOWN if references == [NOT_KNOWN] else references
        if occurrences:
            self.answers["occurrences"] = NOT_KNOWN if occurrences == [{"date": NOT_KNOWN}] else with_keys(occurrences)
        stage = self.answers.get("ended")
        self.answers["ongoing"] = True if stage == "ongoing" else stage if stage == "stays-up" else False
        if stage in ("ongoing", "stays-up"):
            self.answers["ended"] = ""
        for heading, part in others:
            names = {form.WHAT_HAPPENED: "circumstances", form.PREVIOUS: "previous_breaches"}
            if heading.text in names:
                self.long(names[heading.text], part)
            else:
                self.leave([heading, *part])

    timing: tuple[Any, Block] | None = None

    def type(self, label: str, value: Any, block: Block) -> None:
        name = _type_id(value)
        if not name:
            self.leave([block])
        elif label == form.TYPE:
            self.answers["breach_type"] = name
        else:
            self.answers.setdefault("also", []).append(name)

    def compare_timing(self) -> None:
        """The timing is computed, never taken; where the dates now say something else, the row is left over."""
        if self.timing is not None and self.timing[0] != " ".join(timing(self.answers)):
            self.leave([self.timing[1]])

    def long(self, name: str, part: Sequence[Block]) -> None:
        """Keep a long text; headings and tables in it are left."""
        texts = [block for block in part if block.kind == "paragraph"]
        if texts:
            self.places[name] = texts[0].line
        self.leave([block for block in part if block.kind != "paragraph"])
        if len(texts) == 1 and _is_structure(texts[0].content, form.NOT_YET_KNOWN):
            self.answers[name] = NOT_KNOWN
        elif texts:
            self.answers[name] = long_text(texts)

    def actions(self, part: Sequence[Block]) -> None:
        if part:
            self.places["actions"] = part[0].line
        loose = [block for block in part if not block.item]
        if len(loose) == 1 and _is_structure(loose[0].content, form.NO_ACTION):
            self.answers["actions"] = []
        elif len(loose) == 1 and _is_structure(loose[0].content, form.NOT_YET_KNOWN):
            self.answers["actions"] = NOT_KNOWN
        else:
            self.leave(loose)
        found = [_action(item) for item in items(part)]
        if found:
            self.answers["actions"] = with_keys(found)

    def changes(self, title: str, part: Sequence[Block]) -> None:
        try:
            self.answers["updates"] = str(parse_moment(title.removeprefix(form.CHANGES)))
        except InputError:
            self.leave(part)
            return
        self.answers["changes"] = [long_text([_without_item(block) for block in item]) for item in items(part)]
        self.leave([block for block in part if not block.item])


def _without_item(block: Block) -> Block:
    return Block(block.kind, block.line, block.end, block.content)


def _is_structure(runs: Sequence[Inline], words: str) -> bool:
    """Is the whole of it our emphasis on these words? Typed text never is: its asterisks are escaped."""
    return list(runs) == [Inline(words, "*")]


def _cell(runs: Sequence[Inline]) -> Any:
    """The value of a cell: what our emphasis stands for, or the text."""
    if len(runs) == 1 and runs[0].mark == "*" and runs[0].text in STANDING_FOR:
        return STANDING_FOR[runs[0].text]
    return plain(runs)


def _type_id(value: Any) -> str:
    types = guidance.active().types.values()
    return next((kind.id for kind in types if value in (kind.title, kind.id)), "")


def _action(item: Sequence[Block]) -> dict[str, str]:
    """One action: a mark for its status, its text, then by when and who, each after a mark of its own."""
    texts = {"text": "", "when": "", "who": ""}
    found: dict[str, str] = {}
    part = "text"
    marks = {form.WHEN: "when", form.WHO: "who"}
    previous: Block | None = None
    for block in item:
        if previous is not None:
            texts[part] += "\n\n" if block.line > previous.end + 1 else "\n"
        for run in block.content:
            if run.mark == "**" and run.text in STATUSES and "status" not in found and not texts["text"]:
                found["status"] = STATUSES[run.text]
            elif run.mark == "**" and run.text in marks:
                part = marks[run.text]
            elif run.mark == "*" and run.text == form.NOT_YET_KNOWN:
                texts[part] += NOT_KNOWN
            else:
                texts[part] += run.text
        previous = block
    return found | {name: text.strip("\n ") for name, text in texts.items()}
