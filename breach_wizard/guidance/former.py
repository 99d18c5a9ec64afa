"""Keys that a body's own guidance had in 0.2.0: read as what they are called now, or named with where they went."""

from collections.abc import Mapping
from typing import Any

RENAMED: Mapping[str, Mapping[str, str]] = {
    "BreachType": {"do_now_stays": "do_now_published"},
    "Ongoing": {"stays": "published"},
    "TimingWords": {"stays": "published"},
}
"""By the name of the record: the old key and the one that holds the same now."""

NEEDLESS: Mapping[str, frozenset[str]] = {"DoNow": frozenset({"ours"})}
"""Said of every list now, so that leaving it out loses nothing."""

MOVED: Mapping[str, Mapping[str, str]] = {
    "BreachType": {
        "reason": (
            "of 0.2.0, is now in triage.toml, as 'reason' under the answer that leads to this kind. Take it out here, "
            "and write it there if yours differs."
        )
    },
}
"""What is no longer read; the sentence goes on behind the key."""


def understood(shape: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table under the keys of today. What stands under both names is left, and refused as an unknown key."""
    renamed, needless = RENAMED.get(shape, {}), NEEDLESS.get(shape, frozenset())
    found = {
        renamed[key] if key in renamed and renamed[key] not in given else key: value
        for key, value in given.items()
        if key not in needless
    }
    if shape == "ClauseText" and isinstance(found.get("matter"), str) and "matters" not in found:
        found["matters"] = [found.pop("matter")]
    return found
