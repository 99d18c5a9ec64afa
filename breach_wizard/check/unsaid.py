"""Words that only their author can place: a day counted from that of writing in an action, "me" for a person. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from breach_wizard.check.finding import Finding
from breach_wizard.interview.actions import ONESELF, TOLD_FROM_TODAY
from breach_wizard.interview.paths import get, items
from breach_wizard.interview.shapes import Answers
from breach_wizard.patterns import pattern

OF_A_DAY: Final = pattern(r"\bthis (?:morning|afternoon|evening)\b|\btonight\b", re.IGNORECASE)


def about_unsaid(answers: Answers) -> Iterator[Finding]:
    """Return what its readers can't place in the actions and in who deals with the report."""
    for one in items(answers, "actions"):
        for part in ("text", "when"):
            text = str(one.get(part, ""))
            found = TOLD_FROM_TODAY.search(text) or OF_A_DAY.search(text)
            if found:
                message = f'"{found[0]}" is another day to whoever reads it. Write the date.'
                yield Finding("only-its-author-knows", "warning", f"actions.{one['key']}.{part}", message)
    for name in ("contact_name", "head_of_profession"):
        text = str(get(answers, (name,)) or "")
        if text.casefold() in ONESELF:
            message = f'Readers can\'t tell who "{text}" is. Write the role.'
            yield Finding("only-its-author-knows", "warning", name, message)
