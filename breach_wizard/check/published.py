"""What would better not be published: addresses, numbers and names in texts that users will read. Pure."""

from collections.abc import Iterator

from breach_wizard.check.finding import Finding
from breach_wizard.check.personal import details
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions, asked_at
from breach_wizard.interview.own_answers import as_printed
from breach_wizard.interview.paths import Path, get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.patterns import pattern
from breach_wizard.text import holds_one

# It begins where a word does: looked for from each letter, a long text without the sign takes minutes.
EMAIL = pattern(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# It begins with a sign, and looks behind it after that: so the rest of a text is passed over at once.
PHONE = pattern(r"(?:\+44(?<![\w.,/-]\+44)|0(?<![\w.,/-]0))[\s\d()-]{8,14}\d(?![\w/-])")
BODIES = "Team|Office|Department|Statistics|Press|Unit|Government|Ministers?|Authority|Agency|Service|Board|Council"
PERSON = pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor|Lord|Lady)\.? [A-Z][\w'’-]+"
    r"|\b(?:sent|shown|forwarded|copied|e-?mailed|addressed) to "
    rf"(?!(?:\S+ )?(?:{BODIES})\b)([A-Z][a-z'’-]+ [A-Z][a-z'’-]+)(?! (?:team|{BODIES})\b)"
)
"""A title with a name, or a recipient of two capitalised words that are no part of an organisation's name."""
BEFORE_A_PERSON = (
    "Mr", "Ms", "Miss", "Dr", "Sir", "Dame", "Prof", "Lord", "Lady",
    "sent to", "shown to", "forwarded to", "copied to", "mailed to", "addressed to",
)  # fmt: skip
"""One of these is in every text in which `PERSON` finds anything; most texts hold none."""


def published(answers: Answers, guidance: Guidance) -> Iterator[tuple[Path, str]]:
    """Return the texts that are published, each with its path.

    They must name nobody. The contact and the Head of Profession are meant to be named, and are none of these.
    """
    for one in all_questions(guidance):
        value = get(answers, (one.id,))
        if one.published and isinstance(value, str | list):
            yield (one.id,), as_printed(value)
        for part in one.parts:
            if part.published:
                for item in items(answers, one.id):
                    yield (one.id, item["key"], part.id), item.get(part.id) or ""
    for item in items(answers, "more"):
        yield ("more", item["key"], "value"), item.get("value", "")


def is_published(path: Path, guidance: Guidance) -> bool:
    """Is what stands at a path read by users of the statistics?"""
    asked = asked_at(path, guidance)
    return path[0] == "more" or (asked is not None and asked.published)


def findings_for(text: str, where: str) -> list[Finding]:
    """Return what in one text that is published would better not be.

    Args:
        text: the answer.
        where: its path as one word, such as ``impact`` or ``actions.2.text``.
    """
    found = []
    for match in EMAIL.finditer(text) if "@" in text else ():
        message = (
            f"It holds the email address {masked(match[0])} The report may be published; "
            'a role, such as "a member of the publishing team", is enough.'
        )
        found.append(Finding("e-mail-address", "warning", where, message))
    for match in PHONE.finditer(text):
        number = f"{match[0].strip()[:5]}..."
        message = f"It holds what looks like a phone number ({number}). The report may be published; leave it out."
        found.append(Finding("phone-number", "warning", where, message))
    for one in details(text):
        code = "e-mail-address" if one.what == "an email address" else "personal-detail"
        shown = f"{text[one.start : one.end][:4].strip()}..."
        message = f"It holds what looks like {one.what} ({shown}). The report may be published; leave it out."
        found.append(Finding(code, "warning", where, message))
    for match in PERSON.finditer(text) if holds_one(text, BEFORE_A_PERSON) else ():
        message = (
            f'It seems to name a person ("{match[1] or match[0]}"). The report may be published; a role is enough.'
        )
        found.append(Finding("name", "warning", where, message))
    return list({(one.code, one.message): one for one in found}.values())


def masked(address: str) -> str:
    """Return the beginning of an email address, so that the warning doesn't repeat all of it: ``a.name@...``."""
    return f"{address.split('@', maxsplit=1)[0]}@..."
