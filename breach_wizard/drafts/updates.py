"""A draft as it is gone on with: with the guidance of today, and as a correction or an update of the report before."""

from datetime import datetime
from typing import cast

from breach_wizard.approval import NOT_APPROVED
from breach_wizard.dates.moment import moment_at
from breach_wizard.drafts.draft import Draft
from breach_wizard.guidance import Guidance
from breach_wizard.interview.actions import as_typed
from breach_wizard.interview.adopting import adopted
from breach_wizard.interview.notes import record_of, words
from breach_wizard.interview.paths import item, items, path_of, put, spell
from breach_wizard.interview.shapes import Answers, ApprovalAnswers
from breach_wizard.interview.steps import WHEN_AND_WHO


def adopt(draft: Draft, guidance: Guidance) -> None:
    """Put each answer that the draft holds in the place that the guidance has for it (`adopting`).

    Args:
        draft: changed in place.
        guidance: of today; the draft may have been saved with another.
    """
    draft.answers = adopted(draft.answers, guidance)
    _with_half_typed_moved(draft)
    if draft.proposed.pop("impact", None) is not None:
        _of_former_notes(draft, guidance)
    _with_words_as_written(draft, guidance)
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


def _with_half_typed_moved(draft: Draft) -> None:
    """Put what was half typed where it is asked for now: a note, by when and by whom are a question less each."""
    listed = items(draft.answers, "actions")
    for word in [word for word, typed in draft.partial.items() if isinstance(typed, str)]:
        first, *middle = path_of(word)
        if first == "considerations" and word.endswith(".note"):
            draft.partial[word.removesuffix(".note")] = draft.partial.pop(word)
        elif first == "actions" and len(middle) == 2 and middle[1] in WHEN_AND_WHO:
            key, part = middle
            one = item(draft.answers, "actions", key) or {}
            if not one.keys() >= WHEN_AND_WHO:
                said = one | {part: draft.partial.pop(word)}
                path = ("actions", "status") if len(listed) == 1 else ("actions", key, "when")
                draft.partial[spell(path)] = as_typed(said.get("when", ""), said.get("who", ""))


def _of_former_notes(draft: Draft, guidance: Guidance) -> None:
    """Count the notes as dealt with: they were not printed when the impact was written, only offered as its first text.

    The impact was a proposal in drafts of those versions, and is none in later ones.
    """
    given = draft.answers.get("considerations")
    for name in given if isinstance(given, dict) else ():
        one = guidance.considerations.get(name)
        if one is not None:
            draft.proposed.setdefault(record_of(one), words(one, draft.answers))


def _with_words_as_written(draft: Draft, guidance: Guidance) -> None:
    """Keep an action in the words in which it was written where those of the guidance were others then."""
    written = cast("Answers", (draft.written or {}).get("answers") or {})
    before = {(one["key"], one.get("status")): one.get("text") for one in items(written, "actions")}
    for one in items(draft.answers, "actions"):
        text = before.get((one["key"], one.get("status")))
        known = guidance.actions.get(one.get("suggestion", ""))
        if text and known and text in known.former and not one.get("text"):
            draft.answers = put(draft.answers, ("actions", one["key"], "text"), text)


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
    """Go on with a report that is not approved as the same report, dated anew."""
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
