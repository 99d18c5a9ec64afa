"""What would better not be published: addresses, numbers and names in texts that users will read. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from breach_wizard.check.finding import Finding
from breach_wizard.interview import Path, question_id

PUBLISHED = frozenset({"circumstances", "previous_breaches", "impact", "actions.text", "occurrences.note"})
"""Texts that are published and must name nobody. The contact and the Head of Profession are meant to be named."""

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.,/-])(?:\+44|0)[\s\d()-]{8,14}\d(?![\w/-])")
BODIES = "Team|Office|Department|Statistics|Press|Unit|Government|Ministers?|Authority|Agency|Service|Board|Council"
PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor|Lord|Lady)\.? [A-Z][\w'’-]+"
    r"|\b(?:sent|shown|forwarded|copied|e-?mailed|addressed) to "
    rf"(?!(?:\S+ )?(?:{BODIES})\b)([A-Z][a-z'’-]+ [A-Z][a-z'’-]+)(?! (?:team|{BODIES})\b)"
)
"""A title with a name, or a recipient of two capitalised words that are no part of an organisation's name."""


def published(answers: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Return the texts that are published, each with its path."""
    for name in ("circumstances", "previous_breaches", "impact"):
        yield (name,), answers.get(name) or ""
    for name, part in (("actions", "text"), ("occurrences", "note")):
        listed = answers.get(name)
        for one in listed if isinstance(listed, list) else []:
            yield (name, one["key"], part), one.get(part) or ""


def findings_for(text: str, where: str) -> list[Finding]:
    """Return what in one text would better not be published; nothing for a field that may hold it.

    Args:
        text: the answer.
        where: its path as one word, such as ``impact`` or ``actions.2.text``.
    """
    if question_id(tuple(where.split("."))) not in PUBLISHED:
        return []
    found = []
    for match in EMAIL.finditer(text):
        message = (
            f"It holds the e-mail address {masked(match[0])} The report is published; "
            'a role, such as "a member of the publishing team", is enough.'
        )
        found.append(Finding("e-mail-address", "warning", where, message))
    for match in PHONE.finditer(text):
        number = f"{match[0].strip()[:5]}..."
        message = f"It holds what looks like a telephone number ({number}). The report is published; leave it out."
        found.append(Finding("phone-number", "warning", where, message))
    for match in PERSON.finditer(text):
        message = f'It seems to name a person ("{match[1] or match[0]}"). The report is published; a role is enough.'
        found.append(Finding("name", "warning", where, message))
    return list({(one.code, one.message): one for one in found}.values())


def masked(address: str) -> str:
    """Return the beginning of an e-mail address, so that the warning doesn't repeat all of it: ``a.name@...``."""
    return f"{address.split('@', maxsplit=1)[0]}@..."
