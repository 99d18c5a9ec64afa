"""The formats of a report: each a module with ``EXTENSION`` and a pure ``render(report) -> bytes``."""

from typing import Protocol

from breach_wizard.exports import json, markdown
from breach_wizard.report import Report


class Format(Protocol):
    """What a module of this package offers."""

    EXTENSION: str

    def render(self, report: Report) -> bytes:
        """Return the report as a document."""


FORMATS: dict[str, Format] = {"markdown": markdown, "json": json}
