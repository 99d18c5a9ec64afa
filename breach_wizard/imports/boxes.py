"""What stands in a box of the form, taken apart: two outputs, a date with its time and clause, name and number."""

import re
from collections.abc import Iterator
from typing import Any

from breach_wizard.check.published import EMAIL, PHONE
from breach_wizard.dates import Moment, parse_date, parse_moment
from breach_wizard.errors import InputError
from breach_wizard.imports.labels import is_nothing, standing_for
from breach_wizard.text import clean

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
PARTS = re.compile(r"\n+|;|\s+and\s+|\s*&\s*", re.IGNORECASE)
BRACKETS = re.compile(r"\(([^()]*)\)?")


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

    One date, with a time or without; or several, each with its clause, parted by lines, semicolons or "and".
    """
    whole = _moment(text)
    if whole:
        return [{"date": whole}]
    found: list[dict[str, str]] = []
    before: list[str] = []
    for part in PARTS.split(text):
        for date, note in _dated(part):
            if date:
                found.append({"date": date, "note": note})
            elif found:
                found[-1]["note"] = clean(f"{found[-1]['note']}\n{note}")
            else:
                before.append(note)
    if found and before:
        found[0]["note"] = clean("\n".join([*before, found[0]["note"]]))
    return [{name: value for name, value in one.items() if value} for one in found] or None


def _dated(part: str) -> Iterator[tuple[str, str]]:
    """The date in a part of a box, and the rest of the part; no date where there is none."""
    text = clean(part)
    if not text:
        return
    bracketed = clean(" ".join(BRACKETS.findall(text)))
    bare = clean(BRACKETS.sub(" ", text))
    beside, _, after = bare.partition(": ")
    for day, note in (
        (bare, bracketed),
        (beside, clean(f"{after} {bracketed}")),
        (after, clean(f"{beside} {bracketed}")),
    ):
        found = _moment(day)
        if found:
            yield found, note
            return
    yield "", text


def _moment(text: str) -> str:
    try:
        return str(parse_moment(text))
    except InputError:
        return ""


def moment(text: str, *, is_day: bool = False) -> str | None:
    """Return the one date of a box in its one spelling, or what stands in its place; None where it can't be read.

    With ``is_day`` a time beside the date is more than the box can hold, and None too.
    """
    if not text or is_nothing(text):
        return ""
    known = standing_for(text)
    if known is not None:
        return known
    try:
        return str(Moment(parse_date(text)) if is_day else parse_moment(text))
    except InputError:
        return None


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
