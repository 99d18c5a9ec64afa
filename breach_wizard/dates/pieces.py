"""The pieces that a text about when something was is made of: days, times, and the words that join them."""

from typing import Any, Final, NamedTuple

from breach_wizard.dates.calendar_days import day_written, month_written
from breach_wizard.dates.clock_times import clock_time
from breach_wizard.dates.tokens import NUMBER_NAMES, WEEKDAY_NAMES, Tokens
from breach_wizard.records import Record


class Piece(NamedTuple):
    """One piece.

    Attributes:
        kind: "day", "month", "number", "time", "stranger" and the like; see `pieces_in`.
        value: what it says; its text, where there is nothing more.
        start: where it begins in the text.
        end: where it ends.
    """

    kind: str
    value: Any
    start: int
    end: int


class Ago(Record, kw_only=False):
    """A time before now: so many of a unit."""

    number: float
    unit: str


SIMPLE: Final = {
    "about": "about", "around": "about", "approximately": "about", "roughly": "about", "circa": "about", "~": "about",
    "between": "between", "from": "from", "to": "to", "until": "to", "till": "to", "through": "to", "-": "dash",
    "and": "and", "&": "and", ",": "comma", ";": "break", "\n": "break",
    "before": "relation", "after": "relation", "by": "relation",
    "morning": "part", "afternoon": "part", "evening": "part",
    "now": "now", "this": "this", "last": "last", "next": "next",
    "gmt": "zone", "bst": "zone", "utc": "zone", "z": "zone",
    "(": "open", ")": "close",
}  # fmt: skip
"""Words and signs that are a piece by themselves."""

FILLING: Final = frozenset({"at", "on", "the", "of", "in", "@", "."})
"""What says nothing by itself."""

SHORT_FORMS: Final = frozenset({"approx", "c", "ca"})
"""Words for "about" that may have a full stop."""

RELATIVE_DAYS: Final = {"today": 0, "yesterday": 1, "tomorrow": -1}
"""Days counted back from today."""

UNITS: Final = {
    "minute": "minutes", "minutes": "minutes", "min": "minutes", "mins": "minutes",
    "hour": "hours", "hours": "hours", "hr": "hours", "hrs": "hours", "day": "days", "days": "days",
}  # fmt: skip
WEEK_BEGINS: Final = frozenset({"of", "commencing", "beginning", "starting"})
NEAR: Final = frozenset({"just", "shortly"})


def pieces_in(tokens: Tokens) -> list[Piece]:
    """Return the pieces of a text in their order; what belongs to none is a "stranger".

    Raises:
        InputError: there is no such day or time.
    """
    found = []
    at = 0
    while at < len(tokens):
        kind, value, after = _piece(tokens, at)
        if kind:
            found.append(Piece(kind, value, tokens[at].start, tokens[after - 1].end))
        at = after
    return found


def _piece(tokens: Tokens, at: int) -> tuple[str, Any, int]:
    """The kind of the piece at a place, its value and the place after it; no kind for what says nothing."""
    text = tokens[at].text
    ago = _ago(tokens, at)
    if ago is not None:
        return "ago", *ago
    written = day_written(tokens, at)
    if written is not None:
        return "day", *written
    clock = clock_time(tokens, at)
    if clock is not None:
        return "time", *clock
    month = month_written(tokens, at)
    if month is not None:
        return "month", month[:2], month[2]
    phrase = _phrase(tokens, at)
    if phrase is not None:
        return phrase
    if tokens.digits(at, (1, 2)) is not None:
        after = at + 1
        if tokens[after].text in ("st", "nd", "rd", "th") and tokens[after].joined:
            after += 1
        return "number", tokens[at].number, after
    if text in WEEKDAY_NAMES:
        return "weekday", WEEKDAY_NAMES[text], at + 1
    if text in RELATIVE_DAYS:
        return "relative", RELATIVE_DAYS[text], at + 1
    if text in FILLING:
        return "", None, at + 1
    return SIMPLE.get(text, "stranger"), text, at + 1


def _phrase(tokens: Tokens, at: int) -> tuple[str, Any, int] | None:
    """A piece of several words."""
    text, after = tokens[at].text, tokens[at + 1].text
    if text in SHORT_FORMS:
        return "about", text, tokens.past(at + 1, ".")
    if text in NEAR and after in ("before", "after"):
        return "relation", f"just {after}", at + 2
    if text == "just" and after == "now":
        return "now", text, at + 2
    for sign, kind in (("c", "week"), ("b", "week"), ("e", "week ending")):
        if tokens.follows(at, "w", "/", sign):
            return kind, text, at + 3
    if text == "week" and (after in WEEK_BEGINS or after == "ending"):
        return "week ending" if after == "ending" else "week", text, at + 2
    if text in ("uk", "local") and after == "time":
        return "", None, at + 2
    return None


def _ago(tokens: Tokens, at: int) -> tuple[Ago, int] | None:
    """ "10 minutes ago", "half an hour ago"."""
    half = tokens.follows(at, "half", "an", "hour", "ago")
    if half:
        return Ago(0.5, "hours"), half
    one = 1 if tokens[at].text in ("a", "an") else None
    count = one or NUMBER_NAMES.get(tokens[at].text) or tokens.digits(at, (1, 2, 3))
    unit = UNITS.get(tokens[at + 1].text)
    return (Ago(count, unit), at + 3) if count and unit and tokens[at + 2].text == "ago" else None
