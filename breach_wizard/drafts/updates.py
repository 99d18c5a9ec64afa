"""A draft as it is gone on with: with the guidance of today, and as a correction or an update of the report before."""

from datetime import datetime

from breach_wizard.approval import NOT_APPROVED
from breach_wizard.dates import moment_at
from breach_wizard.drafts.draft import Draft
from breach_wizard.guidance import Guidance
from breach_wizard.interview.adopting import adopted
from breach_wizard.interview.shapes import Answers, ApprovalAnswers


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


def report_before(draft: Draft) -> Answers | None:
    """Return the answers of the report that the draft goes on from: written from it, or read; None for a first one."""
    return (draft.written or {}).get("answers") or draft.base


def waits_for_approval(draft: Draft) -> bool:
    """Was the report before not approved when it was last asked?"""
    return (report_before(draft) or {}).get("approved") == NOT_APPROVED


def update_what_was_written(draft: Draft, now: datetime) -> None:
    """Make the draft an update of what was last written from it, dated anew, where that was approved.

    Where it doesn't say whether it was, as reports made before don't, it is one from the next day on; on the same day
    it stays the same report.

    Args:
        draft: changed in place.
        now: the present, aware.
    """
    written = draft.written or {}
    if not {"answers", "at"} <= written.keys() or waits_for_approval(draft):
        return
    if "approved" in written["answers"] or _day(datetime.fromisoformat(written["at"])) < _day(now):
        draft.base = written["answers"]
        draft.answers.pop("report_date", None)


def correct(draft: Draft) -> None:
    """Go on with a report that is not approved as the same report, dated anew.

    One that itself updates another still tells of what has changed since that.
    """
    if draft.written is None and draft.base is not None and not draft.base.get("updates"):
        draft.base = None
    draft.answers.pop("report_date", None)


def approve(draft: Draft, approved: ApprovalAnswers) -> None:
    """Note by whom and when the report before was approved, and make the draft an update of it.

    Where there is none, it is noted of the draft's own report.
    """
    draft.answers["approved"] = approved
    before = report_before(draft)
    if before is None:
        return
    draft.base = {**before, "approved": approved}
    if draft.written is not None:
        draft.written["answers"] = draft.base
    draft.answers.pop("report_date", None)


def _day(moment: datetime) -> str:
    return moment_at(moment).date.isoformat()
