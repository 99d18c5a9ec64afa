"""The shapes of what guidance/code/ holds, the editions of the Code, and of guidance/matters.toml."""

from datetime import date

from breach_wizard.records import Record


class ClauseText(Record):
    """A clause of one edition of the Code, as the wizard may propose it."""

    reference: str  # "Protocol 2, principle 8"
    title: str  # what it asks for, in a few words; beside the reference, in brackets
    matters: tuple[str, ...]  # those of breach types, and of matters.toml, that it is about
    confirmed: bool  # False: the number was never seen; the reference then leaves it out
    note: str = ""  # what is not confirmed, and what to do

    @property
    def written(self) -> str:
        """The clause as it is written in a report."""
        return f"{self.reference} ({self.title})"


class Duty(Record):
    """What an edition asks to be done at once about a breach; said when the report is written."""

    matters: tuple[str, ...]
    text: str


class Edition(Record):
    """An edition of the Code. Between ``starts`` and ``sure_from`` the day it came into force is not known."""

    id: str
    name: str  # "Code of Practice for Official Statistics"
    note: str
    starts: date
    sure_from: date
    clauses: tuple[ClauseText, ...]
    duties: tuple[Duty, ...] = ()
    numbered_like: str = ""  # an edition whose clauses are written alike; itself where empty
    written: tuple[str, ...] = ()  # its own way of writing clauses: "Rule N", where N is a number and A a letter
    checked: date | None = None  # when it was last looked up
    source: str = ""  # where

    @property
    def cited_as(self) -> str:
        """The edition that its clauses are read as being of."""
        return self.id if self.written else self.numbered_like or self.id


class Matter(Record):
    """What a breach may be about, on offer where the breach type names no matters."""

    id: str
    text: str
