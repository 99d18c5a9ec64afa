"""Notes on the things to consider that the report doesn't hold, or holds in other words than they have now. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from breach_wizard.check.finding import Finding
from breach_wizard.interview import notes
from breach_wizard.interview.context import Context
from breach_wizard.interview.notes import Standing
from breach_wizard.interview.paths import spell
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.wording import wording
from breach_wizard.text import shortened


def about_notes(answers: Answers, records: Mapping[str, Any], context: Context) -> Iterator[Finding]:
    """Return the notes that are to be looked at.

    Args:
        answers: as the interview keeps them.
        records: what each note has put into the report; empty for answers from a file.
        context: the interview's view of the world.
    """
    for one, standing in notes.standings(answers, records, context):
        where = spell(notes.place(one, answers))
        words = shortened(notes.words(one, answers))
        label = wording((one.goes_to,), answers, context).label
        if standing in (Standing.LEFT_OUT, Standing.NEW):
            message = f'A note of yours is not in "{label}". Put it there, or take the note away: {words}'
            yield Finding("note-left-out", "warning", where, message)
        elif standing is Standing.EDITED:
            now = f"It says now: {words}" if words else "It says nothing now."
            yield Finding("note-changed", "warning", where, f"A note was changed after you edited this text. {now}")
