"""The report as JSON: the canonical form for machines, with a published JSON Schema."""

import json
from typing import Any

from breach_wizard.report import Report

EXTENSION = ".json"


def render(report: Report) -> bytes:
    """Return the report as UTF-8 JSON, its keys in the order of the schema."""
    held = report.model_dump(mode="json", by_alias=True)
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode()


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what `render` writes."""
    found = Report.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
