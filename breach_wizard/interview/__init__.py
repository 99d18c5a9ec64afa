"""The interview as pure code: which questions apply, what an answer means, what is proposed.

Nothing here reads a clock, a file or a terminal: a `Context` brings the moment, the guidance and what is remembered.
"""

from breach_wizard.interview.context import Context
from breach_wizard.interview.following import to_follow
from breach_wizard.interview.paths import ABSENT, Path, get, put, question_id, spell
from breach_wizard.interview.proposals import complete, propose, shown, stale
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import after, applies, before, first_open, is_open, steps, way_back
from breach_wizard.interview.values import Accepted, accept, refusal
from breach_wizard.interview.wording import wording

__all__ = [
    "ABSENT",
    "Accepted",
    "Answers",
    "Context",
    "Path",
    "accept",
    "after",
    "applies",
    "before",
    "complete",
    "first_open",
    "get",
    "is_open",
    "propose",
    "put",
    "question_id",
    "refusal",
    "shown",
    "spell",
    "stale",
    "steps",
    "to_follow",
    "way_back",
    "wording",
]
