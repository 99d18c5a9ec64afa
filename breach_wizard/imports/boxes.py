"""What stands in a box of the form, taken apart: two outputs, a date with its time and clause, name and number."""

import re
from typing import Any, NamedTuple

from breach_wizard.check.published import EMAIL, PHONE
from breach_wizard.dates import Moment, read, read_day, read_one
from breach_wizard.errors import InputError
from breach_wizard.imports.labels import is_nothing, standing_for
from breach_wizard.text import clean

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
PARTS = re.compile(r"\n+|;|\s+and\s+|\s*&\s*", re.IGNORECASE)
BRACKETS = re.compile(r"\(([^()]*)\)?")
DIGIT = re.compile(r"[0-9]")
CLOSED = re.compile(r"\([^()]*\)")


def outputs(text: str) -> list[dict[str, str]]:
    """Return the outputs of a box, parted by blank lines; an address at the end, or by itself, is the link."""
    found: list[dict[str, str]] = []
    for part in text.split("\n\n"):
        addresses = ADDRESS.findall(part)
        title = ADDRESS.sub("", part).strip() if len(addresses) == 1 and part.endswith(addresses[0]) else part
        if not title and found and not found[-1]["link"]:
            found[-1]["link"] = addresses[0]
        elif not title or title == part:
            found.append({"title": part, "link": ""})
        else:
            found.append({"title": clean(title), "link": addresses[0]})
    return found


def contact(text: str) -> dict[str, str]:
    """Return name and details of a contact: parted at the first line's end, or before the first number or address."""
    name, _, details = text.partition("\n")
    if not details:
        starts = [match.start() for pattern in (EMAIL, PHONE, ADDRESS) for match in pattern.finditer(text)]
        before = text[: min(starts, default=0)].rstrip(" ,;:–-")
        if before and "(" not in before:
            name, details = before, text[min(starts) :]
    return {"contact_name": name.strip(), "contact_details": details.strip()}


def moments(text: str) -> list[dict[str, str]] | None:
    """Return the occurrences of a date box, each with what stands beside it as its note; None where it holds no date.

    One date or a span; or several, each with its clause, parted by lines, commas, semicolons or "and".
    """
    found = _read(text)
    if found:
        return found
    notes: list[list[str]] = [[]]
    for part in _parts(text):
        dated = _dated(part)
        if not dated:
            notes[-1].append(part)
        for number, one in enumerate(dated):
            if found or number:
                notes.append([])
            notes[-1].append(one.get("note", ""))
            found.append(one)
    for one, several in zip(found, notes, strict=False):  # one more where there is no date
        note = clean("\n".join(filter(None, several)))
        if note:
            one["note"] = note
    return found or None


def _parts(text: str) -> list[str]:
    """The parts of a box, not parted within brackets; empty ones left out."""
    without_brackets = CLOSED.sub(lambda found: "x" * len(found[0]), text)
    ends = [0, *(place for found in PARTS.finditer(without_brackets) for place in found.span()), len(text)]
    return list(filter(None, (clean(text[start:end]) for start, end in zip(ends[::2], ends[1::2], strict=True))))


def _dated(text: str) -> list[dict[str, str]]:
    """The dates in a part of a box, the rest of it their note; none where there is no date."""
    if not DIGIT.search(text):
        return []
    bracketed = clean(" ".join(BRACKETS.findall(text)))
    bare = clean(BRACKETS.sub(" ", text))
    beside, _, after = bare.partition(": ")
    for day, note in (
        (bare, bracketed),
        (beside, clean(f"{after} {bracketed}")),
        (after, clean(f"{beside} {bracketed}")),
    ):
        found = _read(day, note)
        if found:
            return found
    return []


def _read(text: str, note: str = "") -> list[dict[str, str]]:
    """The dates that a text names, what of it was not used in their note."""
    try:
        found = read(text)
    except InputError:
        return []
    note = clean("\n".join([*(one.text.removeprefix("(").removesuffix(")") for one in found.unused), note]))
    dates = [str(one) for one in found.moments if isinstance(one, Moment)]
    return [{"date": date, "note": note} if note else {"date": date} for date in dates]


class Dated(NamedTuple):
    """The one date of a box in its one spelling, or what stands in its place; ``is_whole`` where nothing is left."""

    value: str
    is_whole: bool = True


def moment(text: str, *, is_day: bool = False) -> Dated | None:
    """Return the one date of a box; None where it can't be read. With ``is_day`` a time beside it is left."""
    if not text or is_nothing(text):
        return Dated("")
    known = standing_for(text)
    if known is not None:
        return Dated(known)
    try:
        if is_day:
            day, notes = read_day(text)
            return Dated(str(Moment(day)), not notes)
        found, notes = read_one(text)
    except InputError:
        return None
    return Dated(str(found), not notes) if isinstance(found, Moment) else None


def actions(texts: list[str]) -> list[dict[str, Any]]:
    """Return an action for each text; a text that ends in a colon is the heading of the one after it."""
    found: list[dict[str, Any]] = []
    heading = ""
    for text in texts:
        if text.endswith(":") and "\n" not in text:
            heading = f"{heading}\n{text}".strip()
            continue
        found.append({"text": f"{heading}\n{text}".strip()})
        heading = ""
    return [*found, {"text": heading}] if heading else found
