"""The form of the report: its headings, its labels and the words that stand where nothing was typed.

Headings and labels are those of the official form of 2016-17, word for word; the rows that it doesn't have are ours.
"""

from typing import Final

TITLE: Final = "Report of a breach of the"
CORE: Final = "1. Core information"
CIRCUMSTANCES: Final = "2. Circumstances of breach"
IMPACT: Final = "3. Impact of the breach"
ACTIONS: Final = "4. Corrective actions (taken or planned) to prevent re-occurrence"
CHANGES: Final = "Changes since the report of"
WHAT_HAPPENED: Final = "What happened"
PREVIOUS: Final = "Previous breaches"
TO_FOLLOW: Final = "To follow:"
DETAILS: Final = "Details"
CORE_COLUMNS: Final = ("Core information", DETAILS)
CIRCUMSTANCES_COLUMNS: Final = ("Circumstances", DETAILS)

OUTPUT: Final = "Title and link to statistical output"
LINK: Final = "Link"
PRODUCER: Final = "Name of statistical producer"
CONTACT: Final = "Name and contact details of person dealing with report"
CONTACT_DETAILS: Final = "Contact details"
HEAD_OF_PROFESSION: Final = "Head of Profession for Statistics or Lead Official"
STATEMENT: Final = "Link to published statement about the breach (if relevant)"
REPORT_DATE: Final = "Date of report"

TYPE: Final = "Type of breach"
FURTHER_TYPE: Final = "Further type"
EXEMPTION: Final = "Exemption"
REFERENCE: Final = "Relevant principle/protocol and practice"
OCCURRENCE: Final = "Date of occurrence of breach"
NOTE: Final = "Note"
OWN_TYPE: Final = "Type"
DUE: Final = "Announced for"
NOTICED: Final = "Noticed"
ENDED: Final = "Put right"
TIMING: Final = "Timing"

WHEN: Final = "When:"
WHO: Final = "Who:"

NOT_YET_KNOWN: Final = "Not yet known"
NOT_GIVEN: Final = "Not given"
NOT_ANNOUNCED: Final = "Not announced"
STILL_GOING_ON: Final = "Not yet: still going on"
STAYED: Final = "Stayed up: its release time had come"
AGREED: Final = "Agreed beforehand"
NO_ACTION: Final = "None: no action has been taken or is planned"
SEE_BELOW: Final = "See below"

STATUS_MARKS: Final = {"taken": "Taken:", "planned": "Planned:", "not-taken": "Considered, not taken:"}

SECTION_OF: Final = {
    **dict.fromkeys(
        (
            "outputs", "producer", "contact_name", "contact_details", "head_of_profession", "statement_link",
            "report_date",
        ),
        CORE,
    ),
    **dict.fromkeys(
        (
            "breach_type", "also", "ongoing", "exemption", "references", "occurrences", "due", "noticed", "ended",
            "circumstances", "previous_breaches",
        ),
        CIRCUMSTANCES,
    ),
    **dict.fromkeys(("considerations", "impact"), IMPACT),
    "actions": ACTIONS,
}  # fmt: skip
"""The section in which the answer to a question stands, by the first word of its path."""

SINGLE_ROWS: Final = {
    PRODUCER: "producer",
    CONTACT: "contact_name",
    CONTACT_DETAILS: "contact_details",
    HEAD_OF_PROFESSION: "head_of_profession",
    STATEMENT: "statement_link",
}
"""The rows of the first table that hold one plain text each, with the question that it answers."""

QUESTION_OF: Final = SINGLE_ROWS | {
    OUTPUT: "outputs",
    REPORT_DATE: "report_date",
    TYPE: "breach_type",
    FURTHER_TYPE: "also",
    EXEMPTION: "exemption",
    REFERENCE: "references",
    OCCURRENCE: "occurrences",
    DUE: "due",
    NOTICED: "noticed",
    ENDED: "ended",
}
"""The rows of both tables that begin an answer, with its question."""
