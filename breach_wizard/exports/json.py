"""The report as JSON: the canonical form for machines, with a published JSON Schema."""

import json
from typing import Any

from breach_wizard.exports.furniture import BARE, Furniture
from breach_wizard.guidance import Guidance
from breach_wizard.imports import json as reader
from breach_wizard.imports.imported import Imported
from breach_wizard.report import Report

EXTENSION = ".json"
BINARY = False
LABEL = "JSON"
HINT = "For other programs."


def render(report: Report, _guidance: Guidance, _furniture: Furniture = BARE) -> bytes:
    """Return the report as UTF-8 JSON, its keys in the order of the schema; what stands around it is no part of it."""
    held = report.model_dump(mode="json", by_alias=True)
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode()


def held(data: bytes, guidance: Guidance) -> Imported:
    """Return what a document of this format holds."""
    return reader.read(data, guidance)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what `render` writes."""
    found = Report.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
