"""Finds the web addresses in typed text."""

import re
from collections.abc import Iterator

from breach_wizard.patterns import pattern

# The last character is none that ends a sentence. Characters that can't be seen end an address, since with them it
# would lead elsewhere than it seems to; so does a backslash, which browsers take for a slash.
ADDRESS = pattern(
    r"(https?://\w(?:[^\s<>\"`\\\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[\w/=#%+~&-])?)",
    re.IGNORECASE,
)


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text piece by piece, each with whether it is an address that begins with http or https."""
    for number, piece in enumerate(ADDRESS.split(text)):
        if piece:
            yield piece, number % 2 == 1
