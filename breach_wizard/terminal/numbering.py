"""The numbers and letters by which the plain face offers choices, and what is typed to name them. Pure."""

import re
from collections.abc import Sequence

from breach_wizard.patterns import pattern
from breach_wizard.prompts import Choice
from breach_wizard.text import join

PART = pattern(r"(\d+)\s*(?:-|to)\s*(\d+)|[^\s,;&]+", re.IGNORECASE)

A_WORD = 4
"""So many letters amid a label name it; fewer stand in too many."""


def names(choices: Sequence[Choice]) -> list[str]:
    """Return what is typed for each choice: its key, else the next number that no key takes."""
    last = max((int(one.key) for one in choices if one.key.isdecimal()), default=0)
    found = []
    for one in choices:
        if not one.key:
            last += 1
        found.append(one.key or str(last))
    return found


def on_offer(choices: Sequence[Choice]) -> str:
    """Return the names in words: "1 or 2", "1 to 5", "1 to 20, A, P, W or L"."""
    called = list(dict.fromkeys(names(choices)))
    numbers = sorted(int(one) for one in called if one.isdecimal())
    letters = [one for one in called if not one.isdecimal()]
    span = [f"{numbers[0]} to {numbers[-1]}"] if len(numbers) > 2 else [str(number) for number in numbers]
    return join([*span, *letters], "or")


def on_the_line(choices: Sequence[Choice]) -> str:
    """Return the names as they stand on the line that is typed on: where letters were said before, not each of them."""
    letters = [one for one in choices if one.key.isalpha()]
    return "number or letter" if len(letters) > 2 else on_offer(choices)


def one(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """Return the choice named by number, letter or label, or by words that only its label has, best at its beginning.

    Returns:
        the choice; None where nothing names one, or more than one is named.
    """
    wanted = typed.strip().rstrip(".").casefold()
    called = [name.casefold() for name in names(choices)]
    if wanted in called:
        return choices[called.index(wanted)]
    labels = [choice.label.casefold().rstrip(".") for choice in choices]
    if wanted in labels:
        return choices[labels.index(wanted)]
    begun = [choice for choice, label in zip(choices, labels, strict=True) if wanted and label.startswith(wanted)]
    if not begun and len(wanted) >= A_WORD:
        begun = [choice for choice, label in zip(choices, labels, strict=True) if f" {wanted}" in label]
    return begun[0] if len(begun) == 1 else None


def several(typed: str, choices: Sequence[Choice]) -> list[Choice] | None:
    """Return the choices named as in "1, 3, 5", "1 3 and 5" or "2-4"; None where a name is none of theirs."""
    called = names(choices)
    wanted: set[str] = set()
    for part in PART.finditer(typed):
        if part[1]:
            first, last = int(part[1]), int(part[2])
            if not 1 <= first <= last <= len(choices):
                return None
            wanted |= {str(number) for number in range(first, last + 1)}
        elif part[0].casefold() != "and":
            wanted.add(part[0].rstrip(".").upper())
    if not wanted or not wanted <= {name.upper() for name in called}:
        return None
    return [choice for choice, name in zip(choices, called, strict=True) if name.upper() in wanted]
