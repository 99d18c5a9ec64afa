"""The report: exactly what is printed, validated once."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from breach_wizard import form
from breach_wizard.approval import THE
from breach_wizard.dates import EARLIEST_YEAR, Moment, Words, on_one_line, parse_moment
from breach_wizard.errors import InputError
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


Cleaned = Annotated[str, AfterValidator(clean)]
Given = Annotated[Cleaned, AfterValidator(_given)]
Role = Annotated[Given, AfterValidator(_role)]
Label = Annotated[Given, AfterValidator(_on_one_line)]
When = Annotated[Moment | Words | Unknown, BeforeValidator(_as_moment)]
Due = Annotated[Moment | Words | Unknown | Literal["not announced"] | None, BeforeValidator(_as_moment)]
Status = Literal["taken", "planned", "not-taken", ""]


# Looking through all that is installed for plugins of pydantic takes a tenth of the time to load this; and what is
# typed here is for no plugin to see.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)


class Output(_Frozen):
    """A statistical output: its title, and its link or what is said in its place."""

    title: Given
    link: Cleaned = ""


class Occurrence(_Frozen):
    """One occurrence of the breach, with what is its own."""

    moment: When
    note: Cleaned = ""
    type: Cleaned = ""
    due: Due = None
    ended: When | None = None


class Action(_Frozen):
    """A corrective action in its final words."""

    text: Given
    status: Status = ""
    when: Cleaned = ""
    who: Cleaned = ""
    reason: Cleaned = ""


class Approval(_Frozen):
    """Who approved the report, as a role, and on which day."""

    by: Role
    on: date


class More(_Frozen):
    """The answer to a body's own question: in which section it stands, its label and its value as printed."""

    id: Given
    section: Literal["core", "circumstances", "impact", "actions"]
    label: Label
    value: Cleaned = ""

    @property
    def is_row(self) -> bool:
        """Is it a row of its section's table? Else it stands under its label, after the section's own text."""
        return bool(form.section(self.section).column) and "\n" not in self.value


SAY_NOTHING: Final = {
    name: (one, one.model_dump(), one.model_dump(exclude_defaults=True))
    for name, one in {"occurrences": Occurrence(moment=NOT_KNOWN), "outputs": Output(title=NOT_KNOWN)}.items()
}
"""The items that say nothing but "not known", in each way in which they are given."""


class Report(_Frozen):
    """A report of a breach, schema 3. "?" is not known yet, in every field that can hold it.

    Whether its breach types are known is for `from_answers` and `from_json` to say, which are told the guidance.
    """

    schema_number: Literal[3] = Field(default=SCHEMA, alias="schema")
    breach_type: Given
    also: tuple[Given, ...] = ()
    exemption: bool | Unknown = False
    exemption_note: Cleaned = ""
    outputs: tuple[Output, ...] | Unknown
    statistics_status: Cleaned = ""
    due: Due = None
    occurrences: tuple[Occurrence, ...] | Unknown
    noticed: When | None = None
    access_ended: bool = False
    ended: Annotated[
        Moment | Words | Unknown | Literal["ongoing", "published", "stays-up"] | None, BeforeValidator(_as_moment)
    ] = None
    market_sensitive: bool | Unknown | None = None
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
    actions: tuple[Action, ...] | Unknown
    more: tuple[More, ...] = ()
    approved: Literal["no"] | Approval | None = None
    changes: tuple[Given, ...] = ()
    updates: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_spelling(cls, values: Any) -> Any:
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

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for name in ("outputs", "occurrences", "references"):
            if not getattr(self, name):
                raise ValueError(f"{name}: Name at least one")
        if len(set(self.also)) != len(self.also):
            raise ValueError("also: Name each kind once")
        if self.access_ended and self.ended != NOT_KNOWN and not isinstance(self.ended, Moment | Words):
            raise ValueError("access_ended: Say when access was taken away, or that it is not known")
        if self.changes and self.updates is None:
            raise ValueError("updates: Name the date of the report before this one, since there are changes")
        if len({(one.section, one.label) for one in self.more}) != len(self.more):
            raise ValueError("more: Use each label once in a section")
        if list(self.more) != in_order(self.more):
            raise ValueError("more: Put these in order: by section, and values of one line before longer ones")
        days = {name: getattr(self, name) for name in ("report_date", "updates")}
        if isinstance(self.approved, Approval):
            days["approved"] = self.approved.on
        for name, value in days.items():
            if isinstance(value, date) and value.year < EARLIEST_YEAR:
                raise ValueError(f"{name}: Write the year with four digits")
        return self


def in_order(listed: Sequence[More]) -> list[More]:
    """Return the answers to own questions as a report prints them: by section, the rows of its table first."""
    sections = [one.id for one in form.SECTIONS]
    return sorted(listed, key=lambda one: (sections.index(one.section), not one.is_row))
