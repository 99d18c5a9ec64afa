"""Reads an answers file, TOML or JSON, that stands where a report may stand too."""

from collections.abc import Mapping
from typing import Any

from breach_wizard import answers, parsing
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.imported import Imported


def recognised(data: bytes, guidance: Guidance) -> Imported | None:
    """Return the answers that a file holds, or None where none of its keys is a question's.

    Raises:
        InputError: it looks like TOML or JSON, and can't be read as such.
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    found = _parsed(data.decode("utf-8-sig"))
    if found is None or not answers.keys(guidance) & found.keys():
        return None
    given, remarks = answers.normalise(found, guidance)
    return Imported(given, remarks=remarks, source="answers")


def _parsed(text: str) -> Mapping[str, Any] | None:
    if text.lstrip().startswith("{"):
        try:
            found = parsing.from_json(text)
        except parsing.Unreadable as error:
            raise InputError(f"This can't be read as JSON: {error}. Mend that place and try again.") from error
        return found if isinstance(found, dict) else None
    try:
        return parsing.toml(text)
    except parsing.Unreadable as error:
        if parsing.LIKE_TOML.search(text):
            raise InputError(f"This can't be read as TOML: {error}. Mend that place and try again.") from error
        return None
