"""What has changed between a report and its update, as lines that stand at the end of the update. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from breach_wizard import form
from breach_wizard.dates import Moment, parse_moment
from breach_wizard.interview import Answers, Context, Path, wording
from breach_wizard.interview.paths import items
from breach_wizard.interview.steps import main_type
from breach_wizard.text import NOT_KNOWN, shortened

LONG = frozenset({"circumstances", "previous_breaches", "impact"})
TEXTS = (
    "producer", "contact_name", "contact_details", "head_of_profession", "statement_link", "breach_type", "also",
    "ongoing", "exemption", "references", "due", "noticed", "ended", "circumstances", "previous_breaches", "impact",
)  # fmt: skip
KINDS = frozenset({"breach_type", "also", "type"})
"""Answers that are ids of breach types. Elsewhere "other" is a word that somebody typed."""

ITEMS = {"outputs": ("title", "link"), "occurrences": ("date", "note", "type", "due", "ended")}


class Change(NamedTuple):
    """One change: the answer that is another now, and the line that says so."""

    path: Path
    text: str


def updated(full: Answers, base: Mapping[str, Any] | None, context: Context) -> Answers:
    """Return the answers of a report with what it says of the one that it updates.

    Args:
        full: complete answers.
        base: those of the report before, or None for a first report. One without a date can't be named, and isn't.
        context: the interview's view of the world.
    """
    lines = [one.text for one in since(base, full, context)]
    before = base or {}
    # An update of an update goes on from the first report: who holds that one sees all that has changed.
    day = before.get("updates") or base_day(base)
    lines = [*(before.get("changes") or ()), *lines]
    return {**full, "updates": day, "changes": lines} if lines and day else full


def base_day(base: Mapping[str, Any] | None) -> str:
    """Return the date of the report before, in words; empty where there is none."""
    written = (base or {}).get("report_date", "")
    return "" if written in ("", NOT_KNOWN) else str(Moment(parse_moment(written).date))


def since(base: Mapping[str, Any] | None, full: Mapping[str, Any], context: Context) -> list[Change]:
    """Return what is another now than in the report before, in the order of the report; nothing without one."""
    return list(_changes(base, full, context)) if base is not None else []


def _changes(base: Mapping[str, Any], full: Mapping[str, Any], context: Context) -> Iterator[Change]:
    for name, parts in ITEMS.items():
        yield from _items(name, parts, base, full, context)
    for name in TEXTS:
        before, after = _spelled(name, base.get(name), full, context), _spelled(name, full.get(name), full, context)
        if before != after:
            label = wording((name,), full, context).label
            yield Change((name,), f"{label}: {_told(before, after, is_long=name in LONG)}")
    yield from _actions(base, full)


def _told(before: str, after: str, *, is_long: bool) -> str:
    if is_long:
        return "written" if before in (NONE, UNKNOWN) else "taken out" if after == NONE else "changed"
    return f"was {shortened(before)}, now {shortened(after)}"


NONE, UNKNOWN = "not given", "not yet known"


def _spelled(name: str, value: Any, full: Mapping[str, Any], context: Context) -> str:
    """A value in words; an id by what the report or the question calls it."""
    if value in (None, "", [], ()):
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
        return "; ".join(context.guidance.types[one].title for one in listed)
    return "; ".join(" ".join(str(one).split()) for one in listed)


def _items(
    name: str, parts: tuple[str, ...], base: Mapping[str, Any], full: Mapping[str, Any], context: Context
) -> Iterator[Change]:
    """Items are the same where their first part is; beyond that, one is added and another taken out."""
    before, after = items(base, name), items(full, name)
    if len(before) == len(after):
        pairs = list(zip(before, after, strict=True))
    else:
        first = parts[0]
        pairs = [(old, new) for old in before for new in after if old.get(first) == new.get(first)]
        for words, listed, others in (("added", after, before), ("taken out", before, after)):
            known = [one.get(first) for one in others]
            for one in listed:
                if one.get(first) not in known:
                    label = wording((name, one["key"], first), full, context).label
                    told = shortened(_spelled(first, one.get(first), full, context))
                    yield Change((name, one["key"], first), f"{label}: {words}, {told}")
    for old, new in pairs:
        for part in parts:
            was, now = (_spelled(part, one.get(part), full, context) for one in (old, new))
            if was != now:
                path = (name, new["key"], part)
                yield Change(path, f"{wording(path, full, context).label}: {_told(was, now, is_long=False)}")


def _actions(base: Mapping[str, Any], full: Mapping[str, Any]) -> Iterator[Change]:
    """Actions are the same where their words are; then status, by when and who may have changed."""
    before = {one.get("text", ""): one for one in items(base, "actions")}
    after = {one.get("text", ""): one for one in items(full, "actions")}
    for text, one in after.items():
        path = ("actions", one["key"])
        quoted = f'"{shortened(text)}"'
        old = before.get(text)
        if old is None:
            yield Change(path, f"Corrective action added: {quoted}")
            continue
        for part in ("status", "when", "who"):
            was, now = old.get(part) or "", one.get(part) or ""
            if was != now and part == "status":
                yield Change(path, f"Corrective action {quoted}: {_status(was)} before, now {_status(now)}")
            elif was != now:
                label = {"when": form.WHEN, "who": form.WHO}[part]
                yield Change(path, f"Corrective action {quoted}, {label} {shortened(now) or NONE}")
    for text in before:
        if text not in after:
            yield Change(("actions",), f'Corrective action taken out: "{shortened(text)}"')


def _status(status: str) -> str:
    return form.STATUS_MARKS[status].rstrip(":").lower() if status else "not stated"
