"""``--approved-by`` and ``--approved-on``: that a report was approved, said on the command line."""

import argparse
from datetime import UTC, datetime

from breach_wizard import approval
from breach_wizard.errors import UsageError
from breach_wizard.interview.shapes import ApprovalAnswers


def approved(options: argparse.Namespace) -> ApprovalAnswers | None:
    """Return who approved the report and when, as the options say; None where they say nothing.

    Raises:
        UsageError: one of the two is missing.
        InputError: the role or the day is none.
    """
    by, on = options.approved_by, options.approved_on
    if by is None and on is None:
        return None
    if by is None or on is None:
        raise UsageError("--approved-by and --approved-on belong together. Give both, or neither.")
    return approval.given(by, on, datetime.now(UTC))
