"""The guidance that the tests use, unless they bring their own."""

from breach_wizard import guidance
from breach_wizard.interview.labels import label

GUIDANCE = guidance.active()


def named(question: str) -> str:
    """Return what a question is called on the form."""
    return label(question, GUIDANCE)


FIRST_IN_PLAIN_LINES = f"1 to {len(GUIDANCE.types) + 1}:"
"""How the plain face asks the first question: the types, and that the user isn't sure."""
