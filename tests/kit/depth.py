"""How deep the property tests go: a look in everybody's run, all of it where `.ci/run` asks for that."""

import os

FULL = os.environ.get("BREACH_WIZARD_TESTS") == "full"


def examples(number: int) -> int:
    """Return how many examples a property is tried on: so many at full depth, a few otherwise."""
    return number if FULL else min(number, max(8, number // 25))
