"""What stands in an answer where there is no text and no time, and its words in a report: one table, both ways."""

from typing import Final

from breach_wizard.text import NOT_KNOWN

NOT_ANNOUNCED: Final = "not announced"
"""An announced time that there never was."""

GOING_ON: Final = "ongoing"
STAYS_UP: Final = "stays-up"
"""In place of when it ended: it has not, or what came out early stays up, its release time having come."""

NOT_TIMES: Final = ("", NOT_KNOWN, NOT_ANNOUNCED, GOING_ON, STAYS_UP)
"""What may stand where a time is asked for, and is none."""

NOT_GIVEN_WORDS: Final = "Not given"
NOT_KNOWN_WORDS: Final = "Not yet known"
GOING_ON_WORDS: Final = "Not yet: still going on"

WORDS: Final = {
    "": NOT_GIVEN_WORDS,
    NOT_KNOWN: NOT_KNOWN_WORDS,
    NOT_ANNOUNCED: "Not announced",
    GOING_ON: GOING_ON_WORDS,
    STAYS_UP: "Stayed up: its release time had come",
}
"""The words of a report, by the value they stand for."""

FORMER_WORDS: Final[dict[str, str]] = {}
"""Words that earlier reports hold, by their value's side: such a report is read for ever."""

_VALUES: Final = FORMER_WORDS | {words: value for value, words in WORDS.items()}


def words_for(value: str) -> str | None:
    """Return the words of a report for a value that is no text and no time; None for any other text."""
    return WORDS.get(value)


def value_of(words: str) -> str | None:
    """Return the value that words of ours stand for, those of earlier reports included; None where they are none."""
    return _VALUES.get(words)
