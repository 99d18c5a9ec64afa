"""A report as JSON holds it."""

import json
from typing import Any

from breach_wizard.records import Record
from breach_wizard.report.model import Report


def as_json(report: Report) -> str:
    """Return a report as JSON on one line, its keys in the order of the schema."""
    return json.dumps(report, default=plain, ensure_ascii=False, separators=(",", ":"))


def plain(value: Any) -> Any:
    """Return what JSON has in place of a part of a report, a day or a time of day, for ``json.dumps``."""
    return value._asdict() if isinstance(value, Record) else value.isoformat()
