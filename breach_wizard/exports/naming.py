"""The name to propose for the file of a report, and which names Windows refuses. Pure."""

import re
from datetime import date
from typing import TYPE_CHECKING

from breach_wizard.patterns import pattern
from breach_wizard.text import ascii_slug

if TYPE_CHECKING:
    from breach_wizard.report import Report

TITLE_LENGTH = 40
REFUSED = pattern(
    r'.*[<>:"/\\|?*\x00-\x1f]|.*[. ]$|.{256}|(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\..*)?$|$',
    re.IGNORECASE | re.DOTALL,
)
"""What Windows can't name a file: one of its devices, with any ending; with a sign of its own; over 255 characters."""


def file_name(report: "Report", title_length: int = TITLE_LENGTH) -> str:
    """Return ``breach-report-<date>-<output>``, without an ending; what is not known is left out.

    Args:
        report: which.
        title_length: so long the name of the output may be.
    """
    day = report.report_date.isoformat() if isinstance(report.report_date, date) else ""
    title = "" if isinstance(report.outputs, str) else ascii_slug(report.outputs[0].title, title_length)
    return "-".join(part for part in ("breach-report", day, title) if part)


def is_refused_by_windows(name: str) -> bool:
    """Would Windows refuse a file of this name, or hide what is written to it? ``a:b`` is a part of ``a`` there."""
    return REFUSED.match(name) is not None
