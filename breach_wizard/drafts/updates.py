"""A draft as it is gone on with: an update of the report that was written from it, and with the guidance of today."""

from datetime import datetime

from breach_wizard.dates import moment_at
from breach_wizard.drafts.draft import Draft
from breach_wizard.guidance import Guidance
from breach_wizard.interview.adopting import adopted


def adopt(draft: Draft, guidance: Guidance) -> None:
    """Put each answer that the draft holds in the place that the guidance has for it (`adopting`).

    Args:
        draft: changed in place.
        guidance: of today; the draft may have been saved with another.
    """
    draft.answers = adopted(draft.answers, guidance)
    if draft.base is not None:
        draft.base = adopted(draft.base, guidance)
    if draft.written and "answers" in draft.written:
        draft.written["answers"] = adopted(draft.written["answers"], guidance)


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
