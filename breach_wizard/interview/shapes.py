"""The answers as the interview keeps them, as types: one key for each question.

Written out, so that the type checker has something to check; a test holds them equal to the table of questions. The
answers to a body's own questions stand beside these under their ids, and are reached by path only.
"""

from typing import Literal, Required, TypedDict

NotKnown = Literal["?"]

MORE_KEYS = {"occurrences": ("time",), "actions": ("suggestion",)}
"""What an item may hold besides the parts that are asked for; in a file the time may stand apart from its date."""

SCREENS = ("do_now", "guidance")
"""Steps that show and ask nothing; that they were passed is kept beside the answers."""

TO_FIND_OUT = "to find out"
NOT_RELEVANT = "not relevant"
"""A consideration that is marked so, in place of a note on it."""

STATUSES = ("taken", "planned", "not-taken", "")
"""Of an action."""


class OutputAnswers(TypedDict, total=False):
    """A statistical output."""

    key: Required[str]
    title: str
    link: str


class OccurrenceAnswers(TypedDict, total=False):
    """An occurrence; all but its date only where it is its own."""

    key: Required[str]
    date: str
    note: str
    type: str
    due: str
    ended: str


class ActionAnswers(TypedDict, total=False):
    """A corrective action: one on offer, in words of its own, or both."""

    key: Required[str]
    suggestion: str
    text: str
    status: str
    when: str
    who: str
    reason: str


class MoreAnswers(TypedDict, total=False):
    """What a report answers under a label that no question here has."""

    key: Required[str]
    id: str
    section: str
    label: str
    value: str


class ApprovalAnswers(TypedDict):
    """Who approved the report, as a role, and on which day."""

    by: str
    on: str


class Answers(TypedDict, total=False):
    """Every answer; an absent key was not asked yet, "" and [] were left empty, "?" is not known yet."""

    breach_type: str
    also: list[str]
    ongoing: bool | str
    exemption: bool | str
    exemption_note: str
    outputs: list[OutputAnswers] | NotKnown
    statistics_status: str
    due: str
    occurrences: list[OccurrenceAnswers] | NotKnown
    noticed: str
    access_ended: bool | str
    ended: str
    market_sensitive: bool | str
    people_with_access: str
    downloads: str
    addresses: str
    told: str
    circumstances: str
    timeline: str
    previous_breaches: str
    references: list[str] | NotKnown
    considerations: dict[str, str] | NotKnown
    impact: str
    actions: list[ActionAnswers] | NotKnown
    producer: str
    contact_name: str
    contact_details: str
    head_of_profession: str
    statement_link: str
    own_reference: str
    report_date: str
    approved: str | ApprovalAnswers
    more: list[MoreAnswers]
    updates: str
    changes: list[str]
