"""The name to propose for the file of a report. Pure."""

from datetime import date

from breach_wizard.report import Report
from breach_wizard.text import ascii_slug

TITLE_LENGTH = 40


def file_name(report: Report) -> str:
    """Return ``breach-report-<date>-<output>``, without an ending; what is not known is left out."""
    day = report.report_date.isoformat() if isinstance(report.report_date, date) else ""
    title = "" if isinstance(report.outputs, str) else ascii_slug(report.outputs[0].title, TITLE_LENGTH)
    return "-".join(part for part in ("breach-report", day, title) if part)
