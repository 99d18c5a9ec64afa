"""The labels and headings of the template's forms, of 2016-17 and of 2018, as people leave or retype them."""

import re
from typing import NamedTuple

from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.standing import NOT_ANNOUNCED, value_of
from breach_wizard.text import NOT_KNOWN, clean

GUIDANCE_MARK = re.compile(r"\s*\[+\s*guidance\s*\]+\s*", re.IGNORECASE)
NUMBERED = r"(?:section\s+)?(?:\d{1,2}\s*[.):]?\s*)?"
OPTIONAL = r"(?:\s*\([^()\n]*\))?"
"""What stands in brackets after a label or a heading is a hint: "(if relevant)"."""

TAIL = r"(?: [^:\n]{1,45}(?=:))?"
"""A label's own words may go on, where a colon ends them: "... or Lead Official submitting this report:"."""

LABELS = {
    "outputs": r"(?:title (?:of|and link to)(?: the)? (?:statistical )?(?:outputs?|statistics|release)"
    r"|statistical outputs?)",
    "link": r"link(?: to (?:the )?statistical outputs?)?",
    "producer": r"(?:name of (?:the )?)?(?:statistical )?producer(?: (?:organisation|body|organisation/body))?",
    "contact": r"(?:name and contact details of (?:the )?person (?:dealing with|responsible for) (?:the |this )?report"
    rf"{TAIL}|contact(?: name)?)",
    "contact_details": r"contact details",
    "head_of_profession": r"(?:name and contact details of )?(?:the )?head of profession(?: for statistics)?"
    rf"(?:(?:,| or|/)? ?(?:chief statistician|lead official))*{TAIL}",
    "statement_link": r"link to (?:the |a |any )?published statement(?: about the breach)?",
    "report_date": r"date of (?:the )?(?:breach )?report",
    "references": r"relevant (?:principle|protocol)\S*(?: ?/ ?(?:principle|protocol)\S*)?(?: and practice\S*)?",
    "occurrences": r"date\S*(?: and time\S*)? of (?:the )?(?:occurrence\S*(?: of (?:the )?breach)?|breach)",
    "breach_type": r"type of breach",
    "due": r"announced for",
    "noticed": r"noticed",
    "ended": r"(?:put right|taken down|came out|deletion confirmed|access ended)",
    "previous_breaches": r"previous breaches",
    "circumstances": r"what happened",
}
"""The boxes of the two forms, and of ours, by the question that each answers; ``contact`` is two in one."""

SECTIONS = {
    "": r"core information",
    "circumstances": r"(?:circumstances|description|nature)(?: and circumstances)?(?: of (?:the )?breach)?",
    "impact": r"impact(?: of (?:the )?breach)?",
    "actions": r"(?:corrective )?actions?(?: \(?(?:taken|planned)(?: or planned| and planned)?\)?)?"
    r"(?: to prevent (?:re-?occurrence|recurrence)(?: of (?:such a|the|this) breach)?)?",
}
"""The headings of the sections, by the question that text beneath them answers; the first has boxes only."""

LONG = frozenset(one.id for one in QUESTIONS if one.stands in ("heading", "body"))
"""Boxes that hold several paragraphs."""

TITLE = re.compile(r"report(?:ing)?(?: of)? an? (?:\w+ )?breach of the code of practice\b.*", re.IGNORECASE)
"""The title of the forms, which answers nothing."""

END = re.compile(r"guidance (?:on|for) completing the (?:template|form|report)\b.*", re.IGNORECASE | re.DOTALL)
"""What follows is the form's own guidance, and nothing of the report."""


TO_FOLLOW = re.compile(
    r"(?:tb[cd]|to be (?:confirmed|determined)|unknown|not (?:yet )?known(?: yet)?)\.?", re.IGNORECASE
)


class Found(NamedTuple):
    """A label or heading at the start of a text: the question it stands for, and the text after it."""

    name: str
    rest: str


def _at_start(patterns: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (
            name,
            re.compile(rf"{NUMBERED}{words}{OPTIONAL}(?P<after>\s*[:\t]\s*|\s+[–—-]\s+|\s*\n\s*|\s*$)", re.IGNORECASE),
        )
        for name, words in patterns.items()
    ]


_LABELS, _SECTIONS = _at_start(LABELS), _at_start(SECTIONS)


def label(text: str) -> Found | None:
    """Return the box that a text begins with, followed by a colon, a dash, a line's end or nothing; else None."""
    return _found(text, _LABELS)


def section(text: str) -> Found | None:
    """Return the section that a text begins with the heading of, as `label` does."""
    return _found(text, _SECTIONS)


def _found(text: str, patterns: list[tuple[str, re.Pattern[str]]]) -> Found | None:
    shown = GUIDANCE_MARK.sub(" ", text).strip()
    for name, pattern in patterns:
        match = pattern.match(shown)
        if match:
            return Found(name, shown[match.end() :])
    return None


def is_nothing(text: str) -> bool:
    """Does a box say that there is nothing to say: "N/A", "none", a dash?"""
    return bool(re.fullmatch(r"n\s*[./]?\s*a\.?|not applicable\.?|none\.?|nil\.?|[-–—]+", clean(text), re.IGNORECASE))


def standing_for(text: str) -> str | None:
    """Return what our own words for a missing answer, or "TBC", stand for; None where they are none."""
    text = clean(text)
    if TO_FOLLOW.fullmatch(text):
        return NOT_KNOWN
    value = value_of(text)
    return value if value in ("", NOT_KNOWN, NOT_ANNOUNCED) else None
