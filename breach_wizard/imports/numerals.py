"""The numbers of lists as a document shows them: 2, b, ii."""

from typing import Final

ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS: Final = 26
MOST: Final = 3999
"""Beyond this a number is shown in figures."""


def numeral(number: int, form: str) -> str:
    """Return a number from 1 on; ``form`` is the first of its kind: "1", "a", "A", "i" or "I"."""
    if form.lower() == "a" and number <= MOST:
        shown = chr(ord("a") + (number - 1) % LETTERS) * ((number - 1) // LETTERS + 1)
    elif form.lower() == "i" and number <= MOST:
        shown = ""
        for worth, sign in ROMAN:
            shown += sign * (number // worth)
            number %= worth
    else:
        return str(number)
    return shown.upper() if form.isupper() else shown
