"""What tells of one person in a text by numbers and signs: a postcode, a staff number, an address. Pure."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from breach_wizard.patterns import pattern
from breach_wizard.text import holds_one

POSTCODE: Final = pattern(
    r"(?<![\w.-])"
    r"(?:\d{1,4}[A-Za-z]?,? (?:[\w'’-]{1,30},? ){1,4}"
    r"(?i:lane|street|st|road|rd|avenue|ave|close|drive|crescent|court|place|terrace|gardens|grove|way|square|hill),?"
    r"(?: [\w'’-]{1,30},?){0,3} )?"
    r"(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}"
    r"|(?:[A-PR-UWYZ]\d[A-Z\d]|[A-PR-UWYZ][A-HK-Y]\d[A-Z\d]?)\d[ABD-HJLNP-UW-Z]{2}"
    r"|[a-pr-uwyz][a-hk-y]?\d[a-z\d]? \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2})(?![\w-])"
)
"""As the Post Office gives them out, with what stands before it of the address; in small letters with its gap only."""
NATIONAL_INSURANCE: Final = pattern(r"(?<![\w-])(?:[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[a-z]{2}\d{6}[a-d])(?![\w-])")
ENDS: Final = pattern(r"\d(?:[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}|\d ?[A-Da-d])\b")
"""The end of every postcode and every such number: most texts hold none, and a whole one is looked for at each sign."""
OF_STAFF: Final = pattern(
    r"\b(?:staff|payroll|employee|personnel|badge|passport|NI|national insurance|NHS) "
    r"(?:number|no\.?|id|ref(?:erence)?)(?: is| was| of)?[ :#]{1,3}"
    r"(?P<number>[a-z]{0,4}-?\d(?:[ -]?\d){2,13})(?!\w|,\d)",
    re.IGNORECASE,
)
OWNERS: Final = ("staff ", "payroll ", "employee ", "personnel ", "badge ", "passport ", "ni ", "insurance ", "nhs ")
NUMBERED: Final = tuple(f"{owner}{number}" for owner in OWNERS for number in ("n", "i", "ı", "ref"))
"""One of each is in every text in which `OF_STAFF` finds anything; where case is nothing, "ı" is an "i" too."""
WRITTEN_OUT: Final = pattern(
    r"(?<![\w.+'-])[\w.+'-]{1,64}(?: ?[\[(] ?at ?[\])] ?[\w-]{1,63}(?:(?:\.| ?[\[(]? ?dot ?[\])]? ?)[\w-]{1,63}){1,5}"
    r"| at [\w-]{1,63}(?: [\[(]?dot[\])]? [\w-]{1,63}){1,5})",
    re.IGNORECASE,
)
"""An email address without its signs: "a.name at example dot gov dot uk"."""
IN_WORDS: Final = (" dot", "(dot", "[dot", "(at", "( at", "[at", "[ at")

What = Literal["a postcode", "a National Insurance number", "a staff number", "an email address"]


class Detail(NamedTuple):
    """One of them: where it stands, and what it is."""

    start: int
    end: int
    what: What


def details(text: str) -> Iterator[Detail]:
    """Yield what a text holds of them; of a number of staff, the number alone."""
    if ENDS.search(text):
        for match in POSTCODE.finditer(text):
            yield Detail(*match.span(), "a postcode")
        for match in NATIONAL_INSURANCE.finditer(text):
            yield Detail(*match.span(), "a National Insurance number")
    plain = text.casefold()
    for match in OF_STAFF.finditer(text) if holds_one(plain, OWNERS) and holds_one(plain, NUMBERED) else ():
        yield Detail(*match.span("number"), "a staff number")
    for match in WRITTEN_OUT.finditer(text) if holds_one(plain, IN_WORDS) else ():
        yield Detail(*match.span(), "an email address")
