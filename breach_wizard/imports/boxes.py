"""What stands in a box of the form, taken apart: two outputs, a date with its time and clause, name and number."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from breach_wizard.check.published import EMAIL, PHONE
from breach_wizard.dates.moment import Moment
from breach_wizard.dates.reading import read, read_day, read_one
from breach_wizard.errors import InputError
from breach_wizard.patterns import pattern
from breach_wizard.text import clean

ADDRESS = pattern(r"https?://\S+", re.IGNORECASE)
BRACKETS = pattern(r"\(([^()]*)\)?")
CUT = pattern(r"[()\n;&]|\s{1,9}and\s{1,9}", re.IGNORECASE)
ORDINAL = pattern(r"\s{0,9}\d{1,2}[.)]\s+(?=\d)")
DAY_ALONE = pattern(r"(\d{1,2})\s?(?:st|nd|rd|th)?", re.IGNORECASE)
MONTH_AND_YEAR = pattern(r"([A-Z][a-z]+) (\d{4})")
CLAUSE = pattern(
    r"\b[TQV]\s?\d(?:\.\d{1,2})?\b|\b(?:principle|practice|protocol|standard|paragraph)s?\s+[TQV]?\d{1,2}(?:\.\d{1,2})?",
    re.IGNORECASE,
)
SPAN = pattern(r"\d|\b(?:between|from|to|until|till|since|after|before)\b", re.IGNORECASE)
"""What beside a date makes another moment of it than the date."""

OF_A_DATE = pattern(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\b\.?\s{0,9}\d|\d\s{0,9}(?:st|nd|rd|th)?\s{0,9}(?:of\s)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[/.-]\d{1,2}[/.-]\d",
    re.IGNORECASE,
)  # fmt: skip
LONGEST_DATES = 2_000
"""No box of dates is longer."""


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
        starts = [match.start() for pattern in (EMAIL, PHONE, ADDRESS) if (match := pattern.search(text))]
        before = text[: min(starts, default=0)].rstrip(" ,;:–-")
        if before and "(" not in before:
            name, details = before, text[min(starts) :]
    return {"contact_name": name.strip(), "contact_details": details.strip()}


def with_date(text: str) -> tuple[str, str]:
    """Return a contact and the date of the report that stand in one box; an empty date where none stands at its end."""
    for sign in ("\n", ";", ","):
        before, found, last = text.rpartition(sign)
        day = moment(last.removeprefix("Date:").strip(), is_day=True) if found else None
        if day and day.is_whole:
            return before.strip(" ,;"), day.value
    return text, ""


class _Part(NamedTuple):
    """A part of a box of dates: its text, whether it begins a line, and what parts it from the one before."""

    text: str
    is_line: bool
    sign: str = "\n"


def moments(text: str) -> list[dict[str, str]] | None:
    """Return the occurrences of a date box, each with what stands beside it as its note; None where it can't be told.

    One date or a span, with times or without; or several, each with its clause, parted by lines, semicolons, commas or
    "and"; "14 and 15 July 2021" are two. A number beside a date that is none of its parts is not guessed at.
    """
    if len(text) > LONGEST_DATES:
        return None
    text = "\n".join(map(_unnumbered, text.split("\n")))
    whole = _read(text)
    if whole:
        return whole
    found: list[dict[str, str]] = []
    after: list[_Part] = []
    shared = ""
    for part in reversed([one for whole_part in _parts(text) for one in _by_commas(whole_part)]):
        date, note = _dated(part.text) or _shared(part.text, shared) or ("", part.text)
        if date:
            shared = _month_and_year(date)
            found.append({"date": date, "note": clean(f"{note}\n{_as_it_stood(after)}")})
            after = []
        elif OF_A_DATE.search(note) or (not part.is_line and SPAN.search(CLAUSE.sub("", note))):
            return None
        elif note:
            after.append(part)
    if found and after:
        found[-1]["note"] = clean(f"{_as_it_stood(after)}\n{found[-1]['note']}")
    return [{name: value for name, value in one.items() if value} for one in reversed(found)] or None


def _as_it_stood(backwards: Sequence[_Part]) -> str:
    """Parts that are no dates, as one text again: "and" is a word of it, though it may part two dates."""
    text = ""
    for part in reversed(backwards):
        sign = "\n" if part.is_line or "\n" in part.sign else f"{part.sign} " if part.sign == ";" else f" {part.sign} "
        text += f"{sign if text else ''}{part.text}"
    return text


def _parts(text: str) -> Iterator[_Part]:
    """The parts of a box: at line ends, semicolons, "and" and "&", but not within brackets."""
    begin, depth, is_line, before = 0, 0, True, "\n"
    for match in CUT.finditer(text):
        sign = match[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif not depth or sign == "\n":
            depth = 0
            yield _Part(clean(text[begin : match.start()]), is_line and sign == "\n", before)
            begin, is_line, before = match.end(), sign == "\n", sign.strip() or "\n"
    yield _Part(clean(text[begin:]), is_line, before)


def _by_commas(part: _Part) -> Iterator[_Part]:
    """A part, or what its commas part it into, where all of that is dates or their days."""
    pieces = [one.strip() for one in part.text.split(",")]
    if len(pieces) > 1 and not _dated(part.text) and all(moment(one) or DAY_ALONE.fullmatch(one) for one in pieces):
        yield from (_Part(one, is_line=False) for one in pieces)
    elif part.text:
        yield part._replace(text=_unnumbered(part.text))


def _unnumbered(text: str) -> str:
    """A date without the number that it has in a list."""
    number = ORDINAL.match(text)
    return text[number.end() :] if number else text


def _dated(text: str) -> tuple[str, str] | None:
    """The date in a part of a box, and the rest of the part; None where there is none."""
    bracketed = clean(" ".join(BRACKETS.findall(text)))
    bare = clean(BRACKETS.sub(" ", text))
    beside, _, after = bare.partition(": ")
    for day, note in (
        (bare, bracketed),
        (beside, clean(f"{after} {bracketed}")),
        (after, clean(f"{beside} {bracketed}")),
    ):
        found = _read(day, note)
        if len(found) == 1:
            return found[0]["date"], found[0].get("note", "")
    return None


def _shared(text: str, month_and_year: str) -> tuple[str, str] | None:
    """The date of a day whose month and year, or whose year, stand with the date after it: "14 and 15 July 2021"."""
    note = clean(" ".join(BRACKETS.findall(text)))
    bare = clean(BRACKETS.sub(" ", text))
    alone = DAY_ALONE.fullmatch(bare)
    tried = f"{alone[1]} {month_and_year}" if alone else f"{bare} {month_and_year.rpartition(' ')[2]}"
    found = moment(tried) if month_and_year and bare else None
    return (found.value, note) if found and found.is_whole else None


def _month_and_year(date: str) -> str:
    found = MONTH_AND_YEAR.search(date)
    return found[0] if found else ""


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
    """The one date of a box in its one spelling; ``is_whole`` where nothing else stands there."""

    value: str
    is_whole: bool = True


def moment(text: str, *, is_day: bool = False) -> Dated | None:
    """Return the one date of a box; None where it can't be read. With ``is_day`` a time beside it is left."""
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
