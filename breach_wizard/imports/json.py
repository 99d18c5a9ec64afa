"""Reads a report in our JSON form, of this schema number or an older one, into answers."""

import json
from typing import Any

from breach_wizard.errors import InputError
from breach_wizard.imports.imported import Imported
from breach_wizard.report import SCHEMA, from_json, to_answers


def read(data: bytes) -> Imported:
    """Return the answers of a report.

    Raises:
        InputError: it is no JSON, or was written by a newer breach-wizard.
        AnswersError: a key or a value isn't right; it holds every problem.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"This can't be read as JSON: {error}. Mend that place and try again.") from error
    return of(found)


def of(found: Any) -> Imported:
    """Return the answers of a report that was parsed already; raises as `read` does."""
    number = found.get("schema") if isinstance(found, dict) else None
    if not isinstance(number, int):
        raise InputError('This is not a report in JSON: it has no number under "schema". Name another file.')
    if number > SCHEMA:
        raise InputError("This report was written by a newer breach-wizard. Install the newest to read it.")
    return Imported(to_answers(from_json(found)))
