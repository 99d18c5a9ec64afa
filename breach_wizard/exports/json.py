"""The report as JSON: the canonical form for machines, with a published JSON Schema."""

import json
from typing import Any

from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.guidance import Guidance
from breach_wizard.imports import json as reader
from breach_wizard.imports.imported import Imported
from breach_wizard.interview.questions import QUESTIONS
from breach_wizard.report import Report
from breach_wizard.report.written import plain

EXTENSION = ".json"
BINARY = False
LABEL = "JSON"
HINT = "For other programs."


def render(report: Report, _guidance: Guidance, furniture: Furniture = BARE) -> bytes:
    """Return the report as UTF-8 JSON, its keys in the order of the schema; a marking is no part of it.

    A copy for publication says so under a first key, and has none for what was left out, nor for what is empty.
    """
    held = report._asdict()
    if furniture.notice:
        held = {reader.COPY: furniture.notice} | {name: one for name, one in held.items() if one not in ("", None)}
    return (json.dumps(held, default=plain, ensure_ascii=False, indent=2) + "\n").encode()


def held(data: bytes, guidance: Guidance) -> Imported:
    """Return what a document of this format holds, be it a copy for publication."""
    return reader.read(data, guidance)


TIME = {
    "type": "string",
    "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]:00$",
    "description": "hour and minute by the clock in Europe/London, such as 09:30:00; a moment has no offset of its own",
}
"""A time of day. The format "time" of JSON Schema wants an offset (RFC 3339), which nobody writes on a form."""

MEANINGS = {
    "schema": "the number of this shape; older ones are read for ever",
    "breach_type": "the breach type, by its name in the guidance",
    "also": "further breach types, by name",
    "access_ended": "whether a leak ended because access was taken away",
    "more": "answers to questions of a body's own: section, label and value as printed",
    "approved": "by which role and when it was approved, or no; null where nothing was said",
    "changes": "what has changed since the report that it updates",
    "updates": "the day of the report that it updates",
}
"""What the keys mean that are no question's, or hold something else than what is printed."""


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what `render` writes, which also holds where formats are asserted."""
    from breach_wizard.report import validating

    found: dict[str, Any] = _plainly(validating.schema())
    meanings = {one.id: one.meaning for one in QUESTIONS} | MEANINGS
    for name, held in found["properties"].items():
        held["description"] = meanings[name]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def _plainly(node: Any) -> Any:
    """The schema with times as they are written, and without what is for programmers only."""
    if isinstance(node, list):
        return [_plainly(one) for one in node]
    if not isinstance(node, dict):
        return node
    if node.get("format") == "time":
        return TIME
    kept = {name: _plainly(one) for name, one in node.items() if not (name == "title" and isinstance(one, str))}
    if isinstance(node.get("description"), str):  # the further paragraphs of a docstring are about code
        kept["description"] = " ".join(node["description"].partition("\n\n")[0].split())
    return kept
