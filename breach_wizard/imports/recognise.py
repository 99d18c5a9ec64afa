"""What a file is, told from its content alone: a report of ours, a report on a form, or an answers file."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from breach_wizard import answers
from breach_wizard.errors import InputError, NotAReport
from breach_wizard.guidance import Guidance
from breach_wizard.imports import json as json_form
from breach_wizard.imports import markdown, word
from breach_wizard.imports.imported import Imported

LOOKS_LIKE_TOML = re.compile(r"^\s*(?:\[\[?[\w.-]+\]\]?\s*$|[\w-]+\s*=)", re.MULTILINE)
TO_LOOK_AT = re.compile(r"\s*(?:<!doctype html|<html\b|(?:[\w-]+: .*\r?\n)*(?:MIME-Version|X-Unsent): )", re.IGNORECASE)
"""How a web page and an e-mail begin."""

WORD = (b"PK", b"\xd0\xcf\x11\xe0")
"""How a Word document begins, and an old or a locked one, which are refused with words of their own."""

MOST_LINES, MOST_MARKS = 30_000, 200_000
MARK = re.compile(r"[*_`\\\[\]<>|]")
"""Reading Markdown takes up to 5 kB of memory for a line and 1 kB for a mark; so many stay below 200 MB."""

WHAT_CAN_BE_READ = "a report (Markdown, Word or JSON) or an answers file (TOML or JSON)"
NOTHING_OF_IT = f"This is no report and no answers file: nothing in it is a part of the form. Name {WHAT_CAN_BE_READ}."


def read(data: bytes, guidance: Guidance) -> Imported:
    """Return what the bytes hold.

    Raises:
        NotAReport: they hold neither a report nor answers.
        InputError: they can't be read.
        AnswersError: a key or a value of an answers file, or of a report in JSON, isn't right; holds every problem.
    """
    if data.startswith(WORD):
        return word.read(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAReport(f"This is not text in UTF-8, nor a Word document. Name {WHAT_CAN_BE_READ}.") from error
    if TO_LOOK_AT.match(text):
        raise NotAReport(
            "This is a web page or an e-mail, which can't be read back. Name the report in Markdown, Word or JSON."
        )
    if not text.strip():
        raise NotAReport(f"This is empty. Name {WHAT_CAN_BE_READ}.")
    if "\x00" in text:
        raise NotAReport(f"This is not text. Name {WHAT_CAN_BE_READ}.")
    if text.lstrip().startswith("{"):
        return _from_json(data, guidance)
    if text.count("\n") > MOST_LINES or len(MARK.findall(text)) > MOST_MARKS:
        raise NotAReport(
            f"This is larger than any report: over {MOST_LINES} lines, or {MOST_MARKS} marks. Name another file."
        )
    found = markdown.of(text)
    return _answers(text, guidance) if found is None else found


def _from_json(data: bytes, guidance: Guidance) -> Imported:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"This can't be read as JSON: {error}. Mend that place and try again.") from error
    if "partial" in found and "answers" in found:
        raise InputError("This is the file of a draft. Name the draft by its number; the list: breach-wizard drafts")
    if "schema" in found:
        return json_form.of(found)
    return _as_answers(found, guidance)


def _as_answers(found: Mapping[str, Any], guidance: Guidance) -> Imported:
    if not answers.KEYS & found.keys():
        raise NotAReport(NOTHING_OF_IT)
    given, remarks = answers.normalise(found, guidance)
    return Imported(given, remarks=remarks, source="answers")


def _answers(text: str, guidance: Guidance) -> Imported:
    try:
        found = tomllib.loads(markdown.LINE_END.sub("\n", text))
    except tomllib.TOMLDecodeError as error:
        if LOOKS_LIKE_TOML.search(text):
            raise InputError(f"This can't be read as TOML: {error}. Mend that place and try again.") from error
        raise NotAReport(NOTHING_OF_IT) from error
    return _as_answers(found, guidance)
