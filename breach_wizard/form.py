"""The form of the report: its sections and the headings that answer no question.

Headings are those of the official form of 2016-17, but for capitals and for the title, which is ours as is what that
form doesn't have. The labels of the questions stand with the questions, in `interview.questions`.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from breach_wizard.records import Record


class Section(Record, kw_only=False):
    """One of the four sections.

    Attributes:
        id: by which a body's own question names it.
        heading: as it is printed.
        short: in lists of what is to follow.
        column: the head of its table's first column; empty where it has no table.
        former: headings of earlier reports, which are read for ever.
    """

    id: str
    heading: str
    short: str
    column: str = ""
    former: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, str]:
        """The heads of its table."""
        return self.column, DETAILS


TITLE: Final = "Report of a breach of the"
DETAILS: Final = "Details"
CORE: Final = Section("core", "1. Core information", "Core information", column="Core information")
CIRCUMSTANCES: Final = Section(
    "circumstances", "2. Circumstances of breach", "Circumstances of breach", column="Circumstances"
)
IMPACT: Final = Section("impact", "3. Impact of the breach", "Impact of the breach")
ACTIONS: Final = Section(
    "actions", "4. Corrective actions (taken or planned) to prevent re-occurrence", "Corrective actions"
)
SECTIONS: Final = (CORE, CIRCUMSTANCES, IMPACT, ACTIONS)
CHANGES: Final = "Changes since the report of"
UPDATES: Final = "Updates the report of"
AT_THE_END: Final = "changes are at the end."
TO_FOLLOW: Final = "To follow:"
TIMING: Final = "Timing"
"""The one row that answers no question: it is computed from the times."""

AGREED: Final = "Agreed beforehand"
YES: Final = "Yes"
NO: Final = "No"
NO_ACTION: Final = "None: no action has been taken or is planned"
SEE_BELOW: Final = "See below"

COPY: Final = "Copy for publication. Names and contact details of staff have been left out."
"""The first line of a copy of a report that is for publication. By it the copy is known for what it is."""

AMONG_THE_FIRST: Final = 3
"""Lines with something on them: somebody may have put a line of theirs above."""
AROUND_A_LINE: Final = " \t\r\ufeff*_#>\\"
"""What may stand around it in Markdown."""

STATUS_MARKS: Final = {"taken": "Taken:", "planned": "Planned:", "not-taken": "Considered, not taken:"}


def section(name: str) -> Section:
    """Return the section of this id."""
    return next(one for one in SECTIONS if one.id == name)


def section_headed(heading: str) -> Section | None:
    """Return the section with this heading, present or former; None where there is none."""
    return next((one for one in SECTIONS if heading in (one.heading, *one.former)), None)


def is_copy(lines: Iterable[str]) -> bool:
    """Do these lines, from the top of a document, begin a copy of a report that is for publication?"""
    said = (bare for line in lines if (bare := line.strip(AROUND_A_LINE)))
    return COPY in islice(said, AMONG_THE_FIRST)
