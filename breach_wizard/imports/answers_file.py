"""Reads an answers file, TOML or JSON, that stands where a report may stand too."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from breach_wizard import answers
from breach_wizard.errors import InputError
from breach_wizard.guidance import Guidance
from breach_wizard.imports.imported import Imported
from breach_wizard.text import unread

NAME = ""
ENDINGS = (".toml", ".json")
BINARY = False

LINE_END = re.compile(r"\r\n?|\n")
LOOKS_LIKE_TOML = re.compile(r"^\s*(?:\[\[?[\w.-]+\]\]?\s*$|[\w-]+\s*=)", re.MULTILINE)


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
        found = json.loads(text)  # the reader of reports in JSON has looked at it before
        return found if isinstance(found, dict) else None
    try:
        return tomllib.loads(LINE_END.sub("\n", text))
    except (ValueError, RecursionError) as error:  # what lies too deep gives the latter, a number too long the first
        if LOOKS_LIKE_TOML.search(text):
            raise InputError(f"This can't be read as {unread('TOML', error)}") from error
        return None
