"""``drafts``: the list of what was begun, and the way to delete one, or all that are old."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from breach_wizard import folders, guidance
from breach_wizard.approval import NOT_APPROVED
from breach_wizard.cli import named
from breach_wizard.cli.printing import say, write
from breach_wizard.dates.moment import moment_at
from breach_wizard.drafts import Draft, Store
from breach_wizard.errors import InputError, StorageError, UsageError
from breach_wizard.interview.context import Context
from breach_wizard.interview.following import to_follow
from breach_wizard.interview.paths import items
from breach_wizard.invoked import command
from breach_wizard.patterns import pattern
from breach_wizard.terminal import columns, is_terminal
from breach_wizard.terminal.visible import as_json
from breach_wizard.text import NOT_KNOWN, plural, without_controls

AGE = pattern(r"([0-9]{1,5})([dwm])")
DAYS = {"d": 1, "w": 7, "m": 30}
LISTED = 50
"""So many drafts are listed where not all are asked for: reading 10,000 takes two seconds, and few read on so long."""


def run(options: argparse.Namespace) -> int:
    """List the drafts, or delete one, or those that are old."""
    store = Store(folders.drafts())
    if options.action == "delete":
        if options.all:
            raise UsageError(f"--all goes with the list: {command('drafts --all')}. Nothing was deleted.")
        return _delete(store, options)
    if options.older_than is not None or options.yes:
        raise UsageError(f"--older-than and --yes go with delete: {command('drafts delete --older-than 90d')}")
    if options.json:
        found = store.drafts()
        _say_what_is_no_draft(store)
        write(as_json([_as_json(one, _now()) for one in found], sys.stdout) + "\n")
    else:
        _list(store, all_of_them=options.all)
    return 0


def _list(store: Store, *, all_of_them: bool) -> None:
    """Write the drafts saved last, and how many more there are; or all of them."""
    count = store.count()
    found = store.drafts() if all_of_them else list(islice(store.last_saved(), LISTED))
    _say_what_is_no_draft(store)
    if not found:
        say(f"There are no drafts. Start with: {command()}")
    for one in found:
        write(_entry(one))
    more = count - len(found) - len(store.left_out)
    if len(found) == LISTED and more > 0 and not all_of_them:
        say(f"{plural(more, 'more draft')}, saved before these. All of them: {command('drafts --all')}")


def _now() -> datetime:
    return datetime.now(UTC)


def _entry(draft: Draft) -> str:
    """A draft in the list: two lines, folded where a terminal shows them."""
    number, told, rest = f"{draft.number}  ", name(draft), state(draft, _now())
    indent = " " * len(number)
    if not is_terminal(sys.stdout):
        return f"{number}{told}\n{indent}{rest}\n"
    from breach_wizard.terminal.folding import fold  # its library is not needed where nothing is drawn

    width = columns() - 1
    return (
        "\n".join([*fold(told, width, number, indent, whole=True), *fold(rest, width, indent, indent, whole=True)])
        + "\n"
    )


def _say_what_is_no_draft(store: Store) -> None:
    """Name what stands among the drafts and is none: damaged, unreadable, or a copy that a synced folder made."""
    for sentence in store.left_out:
        say(sentence)
    strangers = store.strangers()
    for number, path in enumerate(strangers, store.free_number() if strangers else 0):
        say(
            f"{path} is not read as a draft. A synced folder makes such a copy where two computers changed one draft. "
            f"To look at it, rename it to {number}.json; if you need it no more, delete it."
        )


def _delete(store: Store, options: argparse.Namespace) -> int:
    if options.older_than is not None:
        if options.draft:
            raise UsageError("Name one draft by its number, or those that are old with --older-than, not both.")
        return _delete_old(store, _days(options.older_than), sure=options.yes)
    if not named.is_number(options.draft or ""):
        raise UsageError(
            f"Say which draft, by its number: {command('drafts delete 1')}. Or how old: "
            f"{command('drafts delete --older-than 90d')}"
        )
    number = named.draft_number(options.draft)
    if options.yes:
        store.delete(number)
        say(f"Draft {number} is deleted.")
        return 0
    draft = store.look(number)
    write(_entry(draft))
    if not is_terminal(sys.stdin):
        raise UsageError("Nothing was deleted. Add --yes to delete this draft.")
    if not _is_sure(number):
        say("Nothing was deleted.")
        return 0
    store.delete(number, draft.saved)
    say(f"Draft {number} is deleted: {name(draft)}")
    return 0


def _is_sure(number: int) -> bool:
    """Ask whether a draft is to be deleted; going back is a no."""
    from breach_wizard.cli import face
    from breach_wizard.prompts import Back, Choice, Select

    question = Select(
        id="delete",
        question=f"Delete draft {number}? It can't be had back.",
        choices=(Choice("no", "No, keep it"), Choice("yes", "Yes, delete it")),
    )
    with face.opened() as load:
        try:
            return load().select(question) == "yes"
        except Back:
            return False


def _days(age: str) -> int:
    found = AGE.fullmatch(age)
    if found is None:
        raise UsageError(
            f"{age!r} is no age. Write a number with d for days, w for weeks or m for months of 30 days, such as 90d."
        )
    return int(found[1]) * DAYS[found[2]]


def _delete_old(store: Store, days: int, *, sure: bool) -> int:
    """Delete what was last saved more than so many days ago; without being sure, only show what that is.

    Raises:
        UsageError: nobody is there to be asked, and the command doesn't say that it is sure.
    """
    found = store.drafts()
    _say_what_is_no_draft(store)
    old = list(_older(found, days))
    if not old:
        say(f"No draft is older than {plural(days, 'day')}. Nothing was deleted.")
        return 0
    if sure:
        return max([_delete_one(store, one) for one in old])
    for one in old:
        write(_entry(one))
    if not is_terminal(sys.stdin):
        raise UsageError("Nothing was deleted. Add --yes to delete the drafts listed here.")
    say(f"Nothing was deleted yet. Add --yes to delete {'it' if len(old) == 1 else f'these {len(old)}'}.")
    return 0


def _older(found: list[Draft], days: int) -> Iterator[Draft]:
    for one in found:
        age = age_in_days(one, _now())
        if age is None:
            say(f"Draft {one.number} does not tell when it was saved, so it is left. Delete it by its number.")
        elif age > days:
            yield one


def _delete_one(store: Store, draft: Draft) -> int:
    """Delete an old draft; return 1 where that failed. One that is in use is passed over, which is no failure."""
    try:
        store.delete(draft.number, draft.saved)
    except InputError:  # another window was quicker
        return 0
    except StorageError as error:
        say(f"Passed over: {error}")
        return 1 if isinstance(error.__cause__, OSError) else 0
    say(f"Draft {draft.number} is deleted: {name(draft)}")
    return 0


def name(draft: Draft) -> str:
    """Return a draft's name for a list: the output, the kind of breach and the day; of which report it is an update."""
    kinds = guidance.active().types
    outputs = items(draft.answers, "outputs")
    title = outputs[0].get("title", "") if outputs else ""
    kind = kinds.get(draft.answers.get("breach_type", ""))
    occurrences = items(draft.answers, "occurrences")
    day = occurrences[0].get("date", "") if occurrences else draft.answers.get("due", "")
    shown = (title if title != NOT_KNOWN else "", kind.noun if kind else "", day if day != NOT_KNOWN else "")
    parts = [_on_a_line(part) for part in shown if part] or ["Nothing answered yet"]
    return ", ".join([*parts, *filter(None, [goes_on_from(draft)])])


def goes_on_from(draft: Draft) -> str:
    """Return which report a draft updates, or corrects while that is not approved; empty for a first report."""
    if draft.base is None:
        return ""
    from breach_wizard.changes import base_day

    day = base_day(draft.base)
    what = "correction" if draft.base.get("approved") == NOT_APPROVED else "update"
    return f"{what} of the report of {day}" if day else f"{what} of a report without a date"


def _on_a_line(text: str) -> str:
    return " ".join(without_controls(text).split())


def state(draft: Draft, now: datetime | None = None) -> str:
    """Return when a draft was saved or written, and how much is to follow, in words.

    Args:
        draft: which.
        now: the present, where it is to be told how long ago it was saved, too.
    """
    follow = _to_follow(draft)
    more = f". To follow: {follow}." if follow else ""
    ago = _ago(draft, now) if now else ""
    if draft.written:
        return f"written {_when(draft.written.get('at', ''))}{f', last saved {ago}' if ago else ''}{more}"
    return f"saved {_when(draft.saved)}{f', {ago}' if ago else ''}{more}"


def age_in_days(draft: Draft, now: datetime) -> int | None:
    """Return how many days ago a draft was last saved; None where it doesn't tell. No clock set back makes it less."""
    try:
        saved = moment_at(datetime.fromisoformat(draft.saved))
    except ValueError:
        return None
    return max((moment_at(now).date - saved.date).days, 0)


def _ago(draft: Draft, now: datetime) -> str:
    age = age_in_days(draft, now)
    return "" if age is None else {0: "today", 1: "yesterday"}.get(age, f"{age} days ago")


def _to_follow(draft: Draft) -> int:
    return len(to_follow(draft.answers, Context(now=_now(), guidance=guidance.active())))


def _when(text: str) -> str:
    try:
        return moment_at(datetime.fromisoformat(text)).full
    except ValueError:
        return _on_a_line(text) or "at a time that is not known"


def _as_json(draft: Draft, now: datetime) -> dict[str, Any]:
    return {
        "draft": draft.number,
        "name": name(draft),
        "started": draft.started,
        "saved": draft.saved,
        "age_days": age_in_days(draft, now),
        "to_follow": _to_follow(draft),
        "written": {name: draft.written.get(name, "") for name in ("path", "at")} if draft.written else None,
    }
