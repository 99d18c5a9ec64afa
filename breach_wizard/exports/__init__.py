"""The formats of a report: each a module with ``EXTENSION`` and a pure ``render(report) -> bytes``."""

from importlib import import_module
from typing import Protocol, cast

from breach_wizard.report import Report


class Format(Protocol):
    """What a module of this package offers."""

    EXTENSION: str

    def render(self, report: Report) -> bytes:
        """Return the report as a document."""


FORMATS: dict[str, str] = {
    "markdown": "breach_wizard.exports.markdown",
    "html": "breach_wizard.exports.html",
    "email": "breach_wizard.exports.email",
}
"""Each format's module, loaded when it is asked for: some bring large libraries with them."""


def load(name: str) -> Format:
    """Return the module of a format named in `FORMATS`."""
    return cast(Format, import_module(FORMATS[name]))
