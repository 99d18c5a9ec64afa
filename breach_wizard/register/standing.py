"""What the marks of a case say together: whether it is decided, approved, sent, open, and what it waits for. Pure.

Marks are only ever added. One made in error is taken back by another; both stay to be read.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

RECEIVED, DECIDED, APPROVED, SENT, REPLIED = "received", "decided", "approved", "sent", "replied"
TOLD_USERS, PUBLISHED, CLOSED, REOPENED = "told-users", "published", "closed", "reopened"
TAKEN_BACK, HELD, RELEASED = "taken-back", "held", "released"

KINDS: Final = {
    RECEIVED: "received",
    DECIDED: "decided",
    APPROVED: "approved",
    SENT: "sent",
    REPLIED: "answered",
    TOLD_USERS: "users told",
    PUBLISHED: "published",
    CLOSED: "closed",
    REOPENED: "opened again",
    TAKEN_BACK: "mark taken back",
    HELD: "held: not to be erased",
    RELEASED: "no longer held",
}
"""What a mark says, by its kind."""

FORMAL, INSIDE, NO_BREACH = "formal", "inside", "not-a-breach"
OUTCOMES: Final = {
    FORMAL: "a breach: formal report",
    INSIDE: "a breach: handled inside",
    NO_BREACH: "not a breach",
}
"""What can be decided. Before that a case is reported, and counted as no breach."""

HOP = "Head of Profession"
OFFICE = "Head of Profession's office"


class Standing(NamedTuple):
    """What the marks say; days are ISO days, "" where there is none.

    Attributes:
        decided: one of `OUTCOMES`, or "".
        approved_day: of the last version; "" where a change has come after the approval.
        users_told_day: when users were told.
        closed_day: when it was closed, where it still is.
        held: may it not be erased?
        waits_for: what comes next.
        waits_on: who it waits for.
        waits_since: since when.
        link: where the report was published.
    """

    decided: str
    approved_day: str
    users_told_day: str
    closed_day: str
    held: bool
    waits_for: str
    waits_on: str
    waits_since: str
    link: str

    def columns(self, first_day: str, link: str) -> dict[str, Any]:
        """Return the columns of the table ``cases`` that follow, for a report with this first day and link."""
        return {
            "decided": self.decided,
            "is_breach": int(self.decided in (FORMAL, INSIDE)),
            "approved_day": self.approved_day,
            "users_told_day": self.users_told_day,
            "days_to_approval": days_between(first_day, self.approved_day),
            "days_to_users": days_between(first_day, self.users_told_day),
            "is_open": int(not self.closed_day),
            "is_held": int(self.held),
            "closed_day": self.closed_day,
            "waits_for": self.waits_for,
            "waits_on": self.waits_on,
            "waits_since": self.waits_since,
            "link": self.link or link,
        }


def days_between(first: str, last: str) -> int | None:
    """Return the days from one ISO day to another; None where one is not known, or they run backwards."""
    if not first or not last or last < first:
        return None
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def standing_marks(marks: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the marks that hold, in the order in which they were made: without those taken back."""
    listed = list(marks)
    back = {one["takes_back"] for one in listed if one["kind"] == TAKEN_BACK}
    return [one for one in listed if one["number"] not in back and one["kind"] != TAKEN_BACK]


def standing(marks: Iterable[Mapping[str, Any]], version: int, added_on: str) -> Standing:
    """Return what the marks of a case say together.

    Args:
        marks: all of them, in the order in which they were made.
        version: the number of the last version.
        added_on: the ISO day on which the case was added.
    """
    held = standing_marks(marks)
    last = {one["kind"]: one for one in held}
    approved = last.get(APPROVED)
    is_approved = approved is not None and approved["version"] == version
    closed = _is_last_of(held, CLOSED, REOPENED)
    waits_for, waits_on, waits_since = ("", "", "") if closed else _next(last, added_on, is_approved=is_approved)
    return Standing(
        decided=last[DECIDED]["outcome"] if DECIDED in last else "",
        approved_day=approved["day"] if approved is not None and is_approved else "",
        users_told_day=last[TOLD_USERS]["day"] if TOLD_USERS in last else "",
        closed_day=last[CLOSED]["day"] if closed else "",
        held=_is_last_of(held, HELD, RELEASED),
        waits_for=waits_for,
        waits_on=waits_on,
        waits_since=waits_since,
        link=last[PUBLISHED]["link"] if PUBLISHED in last else "",
    )


def _is_last_of(marks: Sequence[Mapping[str, Any]], kind: str, opposite: str) -> bool:
    """Is the last mark of these two kinds the first of them? The order of making counts: days may be out of order."""
    said = [one["kind"] for one in marks if one["kind"] in (kind, opposite)]
    return bool(said) and said[-1] == kind


def _next(last: Mapping[str, Mapping[str, Any]], added_on: str, *, is_approved: bool) -> tuple[str, str, str]:
    """What a case waits for, on whom, and since which day."""
    if DECIDED not in last:
        return "a decision", HOP, last[RECEIVED]["day"] if RECEIVED in last else added_on
    decided = last[DECIDED]
    if decided["outcome"] != FORMAL:
        return "closing", OFFICE, decided["day"]
    if not is_approved:
        return "approval", HOP, last[APPROVED]["day"] if APPROVED in last else decided["day"]
    if SENT not in last:
        return "sending", OFFICE, max(last[APPROVED]["day"], decided["day"])
    if REPLIED not in last:
        return "an answer", last[SENT]["recipient"] or "whom it was sent to", last[SENT]["day"]
    return "closing", OFFICE, last[REPLIED]["day"]
