"""The report: exactly what is printed, validated once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal

from breach_wizard import form
from breach_wizard.approval import THE
from breach_wizard.dates.moment import EARLIEST_YEAR, Moment, Words, on_one_line
from breach_wizard.dates.reading import parse_moment
from breach_wizard.errors import InputError
from breach_wizard.records import Record
from breach_wizard.report.kinds import AsRecord, Exactly, Rule
from breach_wizard.standing import NOT_TIMES
from breach_wizard.text import NOT_KNOWN, clean

Unknown = Literal["?"]
SCHEMA: Final = 3
"""The number of this shape. A report of an older one is read for ever; see ``imports/json``."""


def _as_moment(value: Any) -> Any:
    if isinstance(value, Mapping) and list(value) == ["words"] and isinstance(value["words"], str):
        return Words(on_one_line(value["words"]))
    try:
        return parse_moment(value) if isinstance(value, str) and value not in NOT_TIMES else value
    except InputError as error:  # the library gathers errors of this kind, each with its key
        raise ValueError(str(error).removesuffix(".")) from error


def _given(text: str) -> str:
    if not text:
        raise ValueError("This is empty. Write something here")
    return text


def _role(text: str) -> str:
    if "\n" in text or THE.match(text):
        raise ValueError('Write a role on one line, without "the" before it')
    return text


def _on_one_line(text: str) -> str:
    if "\n" in text or "\ufffe" in text or "\uffff" in text:  # Word can't hold the last two
        raise ValueError("Write a label on one line, in letters and signs")
    return text


Cleaned = Annotated[str, Rule(clean)]
Given = Annotated[Cleaned, Rule(_given)]
Role = Annotated[Given, Rule(_role)]
Label = Annotated[Given, Rule(_on_one_line)]
YesOrNo = Annotated[bool, Exactly()]
Time = Annotated[Moment, AsRecord()] | Annotated[Words, AsRecord()] | Unknown
When = Annotated[Time, Rule(_as_moment, is_first=True)]
Due = Annotated[Time | Literal["not announced"] | None, Rule(_as_moment, is_first=True)]
Ended = Annotated[Time | Literal["ongoing", "published", "stays-up"] | None, Rule(_as_moment, is_first=True)]
Status = Literal["taken", "planned", "not-taken", ""]


class Output(Record):
    """A statistical output: its title, and its link or what is said in its place."""

    title: Given
    link: Cleaned = ""


class Occurrence(Record):
    """One occurrence of the breach, with what is its own."""

    moment: When
    note: Cleaned = ""
    type: Cleaned = ""
    due: Due = None
    ended: When | None = None


class Action(Record):
    """A corrective action in its final words."""

    text: Given
    status: Status = ""
    when: Cleaned = ""
    who: Cleaned = ""
    reason: Cleaned = ""


class Approval(Record):
    """Who approved the report, as a role, and on which day."""

    by: Role
    on: date


class More(Record):
    """The answer to a body's own question: in which section it stands, its label and its value as printed."""

    id: Given
    section: Literal["core", "circumstances", "impact", "actions"]
    label: Label
    value: Cleaned = ""

    @property
    def is_row(self) -> bool:
        """Is it a row of its section's table? Else it stands under its label, after the section's own text."""
        return bool(form.section(self.section).column) and "\n" not in self.value


class Report(Record):
    """A report of a breach, schema 3. "?" is not known yet, in every field that can hold it.

    Whether its breach types are known is for `from_answers` and `from_json` to say, which are told the guidance.
    """

    schema: Literal[3] = SCHEMA
    breach_type: Given
    also: tuple[Given, ...] = ()
    exemption: YesOrNo | Unknown = False
    exemption_note: Cleaned = ""
    outputs: tuple[Annotated[Output, AsRecord()], ...] | Unknown
    statistics_status: Cleaned = ""
    due: Due = None
    occurrences: tuple[Annotated[Occurrence, AsRecord()], ...] | Unknown
    noticed: When | None = None
    access_ended: YesOrNo = False
    ended: Ended = None
    market_sensitive: YesOrNo | Unknown | None = None
    people_with_access: Cleaned = ""
    downloads: Cleaned = ""
    addresses: Cleaned = ""
    told: Cleaned = ""
    producer: Given
    contact_name: Given
    contact_details: Cleaned = ""
    head_of_profession: Cleaned = ""
    statement_link: Cleaned = ""
    own_reference: Cleaned = ""
    report_date: date | Unknown
    references: tuple[Given, ...] | Unknown
    circumstances: Given
    timeline: Cleaned = ""
    previous_breaches: Cleaned = ""
    impact: Given
    actions: tuple[Annotated[Action, AsRecord()], ...] | Unknown
    more: tuple[Annotated[More, AsRecord()], ...] = ()
    approved: Literal["no"] | Annotated[Approval, AsRecord()] | None = None
    changes: tuple[Given, ...] = ()
    updates: date | None = None


SAY_NOTHING: Final = {
    name: (one, one._asdict(), {part: value for part, value in one._asdict().items() if value == NOT_KNOWN})
    for name, one in {"occurrences": Occurrence(moment=NOT_KNOWN), "outputs": Output(title=NOT_KNOWN)}.items()
}
"""The items that say nothing but "not known", in each way in which they are given."""


def _of_one_spelling(values: Any) -> Any:
    """Give a list that says nothing but "not known" the one spelling that stands for it."""
    if isinstance(values, Mapping):
        values = dict(values)
        named = values.get("references")
        if isinstance(named, Sequence) and tuple(named) == (NOT_KNOWN,):
            values["references"] = NOT_KNOWN
        for name, unknown in SAY_NOTHING.items():
            listed = values.get(name)
            if isinstance(listed, Sequence) and len(listed) == 1 and listed[0] in unknown:
                values[name] = NOT_KNOWN
    return values


def _whole(report: Report) -> Report:
    """Return the report if its answers go together; else raise, with the name of the one that doesn't."""
    for name in ("outputs", "occurrences", "references"):
        if not getattr(report, name):
            raise ValueError(f"{name}: Name at least one")
    if len(set(report.also)) != len(report.also):
        raise ValueError("also: Name each kind once")
    if report.access_ended and report.ended != NOT_KNOWN and not isinstance(report.ended, Moment | Words):
        raise ValueError("access_ended: Say when access was taken away, or that it is not known")
    if report.changes and report.updates is None:
        raise ValueError("updates: Name the date of the report before this one, since there are changes")
    if len({(one.section, one.label) for one in report.more}) != len(report.more):
        raise ValueError("more: Use each label once in a section")
    if list(report.more) != in_order(report.more):
        raise ValueError("more: Put these in order: by section, and values of one line before longer ones")
    days = {name: getattr(report, name) for name in ("report_date", "updates")}
    if isinstance(report.approved, Approval):
        days["approved"] = report.approved.on
    for name, value in days.items():
        if isinstance(value, date) and value.year < EARLIEST_YEAR:
            raise ValueError(f"{name}: Write the year with four digits")
    return report


def in_order(listed: Sequence[More]) -> list[More]:
    """Return the answers to own questions as a report prints them: by section, the rows of its table first."""
    sections = [one.id for one in form.SECTIONS]
    return sorted(listed, key=lambda one: (sections.index(one.section), not one.is_row))


Whole = Annotated[Report, AsRecord(), Rule(_of_one_spelling, is_first=True), Rule(_whole)]
"""A report whose answers go together."""
