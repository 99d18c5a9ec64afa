"""``drafts``: the list of what was begun, and the way to delete one."""

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from breach_wizard import folders, guidance
from breach_wizard.cli import say
from breach_wizard.dates import moment_at
from breach_wizard.drafts import Draft, Store
from breach_wizard.errors import UsageError
from breach_wizard.interview import Context, to_follow
from breach_wizard.interview.paths import items
from breach_wizard.terminal.lines import as_json, as_shown
from breach_wizard.text import NOT_KNOWN


def run(options: argparse.Namespace) -> int:
    """List the drafts, or delete one."""
    store = Store(folders.drafts())
    if options.action == "delete":
        if not (options.draft or "").isdecimal():
            raise UsageError("Say which draft, by its number: breach-wizard drafts delete 1")
        store.delete(int(options.draft))
        say(f"Draft {options.draft} is deleted.")
        return 0
    found = store.drafts()
    for path in store.set_aside:
        say(f"A damaged draft was set aside, not deleted: {path}")
    if options.json:
        sys.stdout.write(as_json([_as_json(one) for one in found], sys.stdout) + "\n")
    elif not found:
        say("There are no drafts. Start with: breach-wizard")
    for one in [] if options.json else found:
        sys.stdout.write(as_shown(f"{one.number}  {name(one)}\n   {state(one)}\n", sys.stdout))
    return 0


def name(draft: Draft) -> str:
    """Return a draft's name for a list: the output, the kind of breach and the day."""
    kinds = guidance.active().types
    outputs = items(draft.answers, "outputs")
    title = outputs[0].get("title", "") if outputs else ""
    kind = kinds.get(draft.answers.get("breach_type", ""))
    occurrences = items(draft.answers, "occurrences")
    day = occurrences[0].get("date", "") if occurrences else draft.answers.get("due", "")
    shown = (title if title != NOT_KNOWN else "", kind.noun if kind else "", day if day != NOT_KNOWN else "")
    return ", ".join(" ".join(part.split()) for part in shown if part) or "Nothing answered yet"


def state(draft: Draft) -> str:
    """Return when a draft was saved or written, and how much is to follow, in words."""
    follow = _to_follow(draft)
    more = f". To follow: {follow}." if follow else ""
    if draft.written:
        return f"written {_when(draft.written.get('at', ''))}{more}"
    return f"saved {_when(draft.saved)}{more}"


def _to_follow(draft: Draft) -> int:
    return len(to_follow(draft.answers, Context(now=datetime.now(UTC), guidance=guidance.active())))


def _when(text: str) -> str:
    try:
        return moment_at(datetime.fromisoformat(text)).full
    except ValueError:
        return text


def _as_json(draft: Draft) -> dict[str, Any]:
    return {
        "draft": draft.number,
        "name": name(draft),
        "started": draft.started,
        "saved": draft.saved,
        "to_follow": _to_follow(draft),
        "written": {name: draft.written[name] for name in ("path", "at")} if draft.written else None,
    }
