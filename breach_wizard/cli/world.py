"""The world as a command finds it: the moment, the guidance in use, and what the profile remembers."""

from datetime import UTC, datetime

from breach_wizard import guidance
from breach_wizard.cli.remembered import remembered
from breach_wizard.interview.context import Context


def context() -> Context:
    """Return the interview's view of the world now."""
    return Context(now=datetime.now(UTC), guidance=guidance.active(), remembered=remembered().details)
