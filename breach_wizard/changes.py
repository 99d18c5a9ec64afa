"""What has changed between a report and its update, as lines that stand at the end of the update. Pure."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from breach_wizard import form
from breach_wizard.approval import NOT_APPROVED
from breach_wizard.dates.moment import Moment
from breach_wizard.interview.actions import whatever_its_status
from breach_wizard.interview.asked import on_the_form
from breach_wizard.interview.context import Context
from breach_wizard.interview.labels import labels_of
from breach_wizard.interview.moments import moment_of
from breach_wizard.interview.paths import ABSENT, Path, get, items, keyed
from breach_wizard.interview.questions import Question
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import main_type
from breach_wizard.interview.wording import wording
from breach_wizard.records import Record
from breach_wizard.text import NOT_KNOWN, shortened

KINDS = frozenset({"breach_type", "also", "type"})
"""Answers that are ids of breach types. Elsewhere "other" is a word that somebody typed."""

UNTOLD = frozenset({"considerations", "report_date"})
"""What an update doesn't tell of: notes are not printed, and the date is another each time."""


class Change(Record, kw_only=False):
    """One change: the answer that is another now, and the line that says so."""

    path: Path
    text: str


def updated(full: Answers, base: Answers | None, context: Context) -> Answers:
    """Return the answers of a report with what it says of the one that it updates, and whether it is approved.

    Args:
        full: complete answers.
        base: those of the report before, or None for a first report. One without a date can't be named, and isn't.
        context: the interview's view of the world.
    """
    lines = [one.text for one in since(base, full, context)]
    before: Answers = base or {}
    if "approved" not in full and (base is None or lines):
        full = {**full, "approved": NOT_APPROVED}
    elif base is not None and not lines and isinstance(full.get("approved"), dict):
        full = {**full, "report_date": base.get("report_date", "")}  # it is the report that was approved
    # An update of an update goes on from the first report: who holds that one sees all that has changed.
    day = before.get("updates") or base_day(base)
    lines = [*(before.get("changes") or ()), *lines]
    return {**full, "updates": day, "changes": lines} if lines and day else full


def base_day(base: Answers | None) -> str:
    """Return the date of the report before, in words; empty where there is none."""
    written = moment_of((base or {}).get("report_date"))
    return "" if written is None else str(Moment(written.date))


def since(base: Answers | None, full: Answers, context: Context) -> list[Change]:
    """Return what is another now than in the report before, in the order of the report; nothing without one.

    Nor where that was not approved: then it is corrected. One that itself updates another tells of what has changed
    since that.
    """
    if base is None or (base.get("approved") == NOT_APPROVED and not base.get("updates")):
        return []
    return list(_changes(base, full, context))


def _changes(base: Answers, full: Answers, context: Context) -> Iterator[Change]:
    full = keyed(full)
    listed = [one for one in on_the_form(context.guidance) if one.id not in UNTOLD and one.id != "actions"]
    for one in (one for one in listed if one.kind == "items"):
        yield from _items(one, base, full, context)
    for one in (one for one in listed if one.kind != "items"):
        before, after = (_spelled(one.id, get(answers, (one.id,)), full, context) for answers in (base, full))
        if before != after:
            label = wording((one.id,), full, context).label
            yield Change((one.id,), f"{label}: {_told(before, after, is_long=one.kind == 'long-text')}")
    yield from _more(base, full)
    yield from _actions(base, full, context)


def _more(base: Answers, full: Answers) -> Iterator[Change]:
    """What stands under labels that no question here has."""
    before, after = ({one["label"]: one for one in items(answers, "more")} for answers in (base, full))
    for label in before | after:
        was, now = (found[label]["value"] if label in found else "" for found in (before, after))
        if was != now:
            path = ("more", after[label]["key"], "value") if label in after else ("more",)
            is_long = "\n" in was or "\n" in now
            yield Change(path, f"{label}: {_told(_words(was), _words(now), is_long=is_long)}")


def _words(text: str) -> str:
    return {"": NONE, NOT_KNOWN: UNKNOWN}.get(text, text)


def _told(before: str, after: str, *, is_long: bool) -> str:
    if is_long:
        return "written" if before in (NONE, UNKNOWN) else "taken out" if after == NONE else "changed"
    return f"was {shortened(before)}, now {shortened(after)}"


NONE, UNKNOWN = "not given", "not yet known"


def _spelled(name: str, value: Any, full: Answers, context: Context) -> str:
    """A value in words; an id by what the report or the question calls it."""
    if value is ABSENT or value in (None, "", [], ()):
        return NONE
    if value == NOT_KNOWN:
        return UNKNOWN
    kind = main_type(full, context)
    if name == "ongoing" and kind is not None:
        return kind.ongoing.said(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    listed = value if isinstance(value, list) else [value]
    if name in KINDS:
        return "; ".join(_title(one, context) for one in listed)
    return "; ".join(" ".join(str(one).split()) for one in listed)


def _title(name: str, context: Context) -> str:
    """What a breach type is called; its id, where the guidance of today doesn't have it."""
    kind = context.guidance.types.get(name)
    return kind.title if kind else name


def _items(question: Question, base: Answers, full: Answers, context: Context) -> Iterator[Change]:
    """Items are the same where their first part is; beyond that, one is added and another taken out."""
    name, parts = question.id, [one.id for one in question.parts]
    before, after = items(base, name), items(full, name)
    if len(before) == len(after):
        pairs = list(zip(before, after, strict=True))
    else:
        first = parts[0]
        pairs, added, taken_out = _paired(before, after, first)
        for words, listed in (("added", added), ("taken out", taken_out)):
            for one in listed:
                label = wording((name, one["key"], first), full, context).label
                told = shortened(_spelled(first, one.get(first), full, context))
                yield Change((name, one["key"], first), f"{label}: {words}, {told}")
    for old, new in pairs:
        for part in parts:
            was, now = (_spelled(part, one.get(part), full, context) for one in (old, new))
            if was != now:
                path = (name, new["key"], part)
                yield Change(path, f"{wording(path, full, context).label}: {_told(was, now, is_long=False)}")


def _paired(before: list[Any], after: list[Any], first: str) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Return the items of which both lists have one with that part, each with one other; those added, and taken out."""
    waiting: dict[Any, deque[Any]] = {}
    for one in after:
        waiting.setdefault(one.get(first), deque()).append(one)
    pairs, taken_out = [], []
    for one in before:
        same = waiting.get(one.get(first))
        if same:
            pairs.append((one, same.popleft()))
        else:
            taken_out.append(one)
    return pairs, [one for left in waiting.values() for one in left], taken_out


def _actions(base: Answers, full: Answers, context: Context) -> Iterator[Change]:
    """Actions are the same where their words are, whatever their status: that, by when and who may have changed."""
    before, after = (
        {whatever_its_status(one.get("text", ""), context.guidance): one for one in items(answers, "actions")}
        for answers in (base, full)
    )
    for name, one in after.items():
        path = ("actions", one["key"])
        quoted = f'"{shortened(one.get("text", ""))}"'
        old = before.get(name)
        if old is None:
            yield Change(path, f"Corrective action added: {quoted}")
            continue
        for part in ("status", "when", "who", "reason"):
            was, now = (str(found.get(part) or "") for found in (old, one))
            if was != now and part == "status":
                yield Change(path, f"Corrective action {quoted}: {_status(was)} before, now {_status(now)}")
            elif was != now:
                label = labels_of(f"actions.{part}", context.guidance).general
                yield Change(path, f"Corrective action {quoted}, {label} {shortened(now) or NONE}")
    for name, one in before.items():
        if name not in after:
            yield Change(("actions",), f'Corrective action taken out: "{shortened(one.get("text", ""))}"')


def _status(status: str) -> str:
    return form.STATUS_MARKS[status].rstrip(":").lower() if status else "not stated"
