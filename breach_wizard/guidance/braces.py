"""The names in braces in a breach type's own words: which each text has, and those that nothing is put in for."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from breach_wizard.guidance.content import BreachType
from breach_wizard.guidance.slips import meant
from breach_wizard.patterns import pattern

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "began": ("gap",),
    "unnoticed": ("unnoticed",),
    "over": ("open", "span"),
    "still": ("open", "clock"),
    "until": ("open", "clock"),
    "late": ("delay", "due", "out", "day"),
    "not_early": ("it_began", "began", "due"),
}
"""By key: the names that the texts of ``timing_words`` and ``access`` may have, as `breach_wizard.facts` fills them."""

STILL_LATE: Final = ("delay", "clock")
"""Those of ``still`` where the type's timing is "late"."""

IN_BRACES = pattern(r"\{[^{}]{0,99}\}|[{}]")


def in_braces(kind: BreachType) -> Iterator[tuple[str, str]]:
    """Yield key and sentence for each text in which braces hold anything but a name that is filled in."""
    for table, words in (("timing_words", kind.timing_words), ("access", kind.access)):
        for key, value in words._asdict().items():
            names = STILL_LATE if key == "still" and kind.timing == "late" else NAMES.get(key, ())
            what = _wrong(value, names)
            if what:
                yield f"{table}: {key}", what


def _wrong(text: Any, names: tuple[str, ...]) -> str:
    """The first thing in braces that is no such name, in a sentence; empty where all are, or it is no text."""
    allowed = [f"{{{name}}}" for name in names]
    left = re.sub("|".join(map(re.escape, allowed)), "", text) if allowed and isinstance(text, str) else text
    found = IN_BRACES.search(left) if isinstance(left, str) else None
    if found is None:
        return ""
    if not names:
        return f"nothing is put in for {found[0]} here. Take it out, and write the words themselves."
    wrong = found[0] if len(found[0]) > 1 else f"a lone {found[0]}"
    return f"nothing is put in for {wrong} here.{meant(found[0], allowed)} Take it out, or use {', '.join(allowed)}."
