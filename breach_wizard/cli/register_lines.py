"""What the register holds, as lines to be read: columns on a wide terminal, sentences elsewhere."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from breach_wizard.cli.printing import folded, write
from breach_wizard.register.database import Row
from breach_wizard.register.reading import Case, Overdue
from breach_wizard.register.standing import KINDS, OUTCOMES, TAKEN_BACK
from breach_wizard.terminal import columns, is_terminal
from breach_wizard.terminal.visible import on_one_line
from breach_wizard.text import day, plural

FEWEST_COLUMNS: Final = 72
"""A terminal narrower than this has no room for a table."""

HEADS: Final = ("Case", "Day", "Kind", "Output", "State")
LONGEST: Final = {"Day": 10, "Kind": 14, "State": 26}
DECIDED: Final = {"formal": "formal", "inside": "inside", "not-a-breach": "no breach", "": "reported"}


def width() -> int | None:
    """Return the width of the terminal that standard output is; None where it is none, or too narrow for a table."""
    if not is_terminal(sys.stdout):
        return None
    found = columns()
    return found if found >= FEWEST_COLUMNS else None


def show(lines: Iterable[str], width: int | None) -> None:
    """Write lines; through the pager where a terminal has no room for all of them."""
    listed = [part for line in lines for part in folded(on_one_line(line))]
    text = "\n".join(listed) + "\n"
    if width is not None and _is_long(listed):
        import pydoc  # only a long answer waits for it

        pydoc.pager(text)
    else:
        write(text)


def _is_long(lines: Sequence[str]) -> bool:
    import shutil  # a short answer in a pipe is not held against a screen

    return len(lines) >= shutil.get_terminal_size().lines


def cases(found: Sequence[Row], width: int | None, today: date) -> Iterator[str]:
    """Yield the cases of a page: a table of so many columns, or a sentence each."""
    if width is None:
        yield from (_sentence(one, today) for one in found)
        return
    rows = [_cells(one, today) for one in found]
    widths = [
        min(max(len(head), *(len(row[place]) for row in rows)), LONGEST.get(head, width))
        for place, head in enumerate(HEADS)
    ]
    output = HEADS.index("Output")
    widths[output] = max(12, min(widths[output], width - 1 - sum(widths) + widths[output] - 2 * (len(HEADS) - 1)))
    for row in (HEADS, *rows):
        fitted = (_fitted(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True))
        yield "  ".join(fitted).rstrip()


def _fitted(cell: str, size: int) -> str:
    return cell if len(cell) <= size else f"{cell[: size - 3].rstrip()}..."


def _cells(one: Row, today: date) -> tuple[str, ...]:
    return (one["reference"], one["first_day"] or one["happened"], one["kind"], one["output"], _state(one, today))


def _state(one: Row, today: date) -> str:
    if one["erased_on"]:
        return "erased"
    decided = DECIDED[one["decided"]]
    if not one["is_open"]:
        return f"{decided}, closed"
    waits = f"{one['waits_for']}, {_days(one['waits_since'], today)}"
    return f"{decided}: {waits}" if one["decided"] else waits


def _days(since: str, today: date) -> str:
    passed = max((today - date.fromisoformat(since)).days, 0) if since else 0
    return plural(passed, "day")


def _sentence(one: Row, today: date) -> str:
    own = f" ({one['own_reference']})" if one["own_reference"] else ""
    like = f" It may be the same as {one['may_be']}." if one["may_be"] else ""
    return (
        f"{one['reference']}{own}: {one['kind']}, {one['happened']}, {one['output']}, {one['producer']}. "
        f"{_standing(one, today)}{like}"
    )


def _standing(one: Row, today: date) -> str:
    """What was decided and what it waits for, in sentences."""
    if one["erased_on"]:
        return f"Erased on {_told(one['erased_on'])}."
    decided = OUTCOMES.get(one["decided"], "reported, not decided yet")
    first = f"{decided[0].upper()}{decided[1:]}."
    if not one["is_open"]:
        return f"{first} Closed on {_told(one['closed_day'])}."
    since = _days(one["waits_since"], today)
    return f"{first} It waits for {one['waits_for']}, on the {one['waits_on']}, for {since}."


def _told(iso: str) -> str:
    if not iso:
        return "a day not known"
    return day(date.fromisoformat(iso))


def head(found: Case, number: int | None, today: date) -> Iterator[str]:
    """Yield what is said of a case before its report or its history."""
    one = found.columns
    which = f"Version {number} of {len(found.versions)}" if number else plural(len(found.versions), "version")
    yield _sentence(one, today)
    yield f"{which}. {'Approved.' if one['approved_day'] else 'Not approved.'}"
    if one["is_held"]:
        yield "It is held, and can't be erased."


def version(one: Row) -> str:
    """Return one line on a version of a report."""
    source = f" from {one['source']}" if one["source"] else " with a mark"
    return f"Version {one['number']}, added on {_told(one['added_at'][:10])}{source}{_user(one)}."


def mark(one: Row) -> str:
    """Return one line on a mark."""
    outcome = f" as {OUTCOMES[one['outcome']]}" if one["outcome"] else ""
    back = f" {one['takes_back']}" if one["kind"] == TAKEN_BACK else ""
    to = f" to {one['recipient']}" if one["recipient"] else ""
    by = f" by {one['by_role']}" if one["by_role"] else ""
    more = "".join(f" {text}" for text in (one["note"], one["link"]) if text)
    return f"Mark {one['number']}: {KINDS[one['kind']]}{back}{outcome}{to}{by}{_user(one)}, {_told(one['day'])}.{more}"


def _user(one: Row) -> str:
    return f" (user {one['db_user']})" if one["db_user"] else ""


def overdue(found: Overdue) -> Iterator[str]:
    """Yield what was planned and is overdue, in two groups."""
    if found.passed:
        yield "The day has passed"
        for one in found.passed:
            who = f", {one['who']}" if one["who"] else ""
            yield f"  {one['reference']}: {one['text']} ({_told(one['due_day'])}{who})"
    if found.passed and found.without_a_day:
        yield ""
    if found.without_a_day:
        yield "No day was planned, and the case is older than three months"
        for one in found.without_a_day:
            when = f" ({one['due_text']})" if one["due_text"] else ""
            yield f"  {one['reference']}: {one['text']}{when}"


def disposable(one: Row) -> str:
    """Return one line on a case that is old enough to be disposed of."""
    held = " It is held." if one["is_held"] else ""
    return f"{one['reference']}: {one['kind']}, {one['output']}, closed on {_told(one['closed_day'])}.{held}"
