"""The guidance that the tests use, unless they bring their own."""

from breach_wizard import guidance
from breach_wizard.interview.labels import label

GUIDANCE = guidance.active()


def named(question: str) -> str:
    """Return what a question is called on the form."""
    return label(question, GUIDANCE)
