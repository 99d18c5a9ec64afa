"""A draft whose report was written on an earlier day: what is written next is an update of that report."""

from datetime import datetime

from breach_wizard.dates import moment_at
from breach_wizard.drafts.draft import Draft


def update_what_was_written(draft: Draft, now: datetime) -> None:
    """Make the draft an update of what was last written from it, dated anew; on the same day it stays the same report.

    Args:
        draft: changed in place.
        now: the present, aware.
    """
    written = draft.written or {}
    if not {"answers", "at"} <= written.keys() or _day(datetime.fromisoformat(written["at"])) >= _day(now):
        return
    draft.base = written["answers"]
    draft.answers.pop("report_date", None)


def _day(moment: datetime) -> str:
    return moment_at(moment).date.isoformat()
