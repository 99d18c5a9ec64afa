"""What a body's own texts leave as it stands, and may have been meant to be filled in: worth a look, no slip."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from breach_wizard.guidance import Guidance
from breach_wizard.guidance.problems import PARTS, path_of
from breach_wizard.messages import MARKS
from breach_wizard.patterns import pattern

FILLED = (*MARKS, "standing", "needed", "inside", "office")
"""The marks of messages."""

WORD = pattern(r"\[(\w{1,40})\]")
BRACES = pattern(r"\{\w{1,40}\}")
LIKE = 0.7
"""How like a mark a word in brackets must be, from 0 to 1: other brackets are for the user to fill in."""

WITH_BRACES = ("timing_words: ", "access: ")
"""Texts of a breach type in which names in braces are filled in; what is wrong there is a slip."""


def doubtful(guidance: Guidance) -> Iterator[str]:
    """Yield a sentence for each word in brackets in a body's messages that is nearly a mark, and for braces elsewhere.

    Raises:
        SlipsError: there is a slip in a file.
    """
    guidance = Guidance(guidance.folders, guidance.left_out)
    for part in PARTS:
        getattr(guidance, part)
    for name, layers in guidance.layers.items():
        for key, record in layers.records.items():
            at = path_of(guidance, name, key)
            if at.path.is_relative_to(guidance.folders[0]):
                continue
            for place, text in _texts(record, ""):
                found = [*_near_marks(text)] if name == "messages.toml" else []
                found += [] if place.startswith(WITH_BRACES) else [*_in_braces(text)]
                for what in found:
                    yield str(at._replace(place=": ".join(filter(None, (at.place, place))), what=what))


def _near_marks(text: str) -> Iterator[str]:
    for name in dict.fromkeys(found[1] for found in WORD.finditer(text) if found[1] not in FILLED):
        near = get_close_matches(name.casefold(), FILLED, 1, LIKE)
        if near:
            yield f"[{name}] is left for the user to fill in. Did you mean [{near[0]}]?"


def _in_braces(text: str) -> Iterator[str]:
    for braces in dict.fromkeys(BRACES.findall(text)):
        yield f"nothing is put in for {braces} here, and it stands so wherever this is shown."


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """The texts of a record and of what is in it, each with its place: "standing: over", "items[2]"."""
    if isinstance(value, str):
        yield place, value
    elif hasattr(value, "_asdict"):
        for key, inner in value._asdict().items():
            yield from _texts(inner, f"{place}: {key}" if place else key)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{place}.{key}")
    elif isinstance(value, tuple):
        for number, inner in enumerate(value, 1):
            yield from _texts(inner, f"{place}[{number}]")
