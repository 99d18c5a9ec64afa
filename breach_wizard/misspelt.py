"""Which of the names that there are somebody may have meant by one that there is not."""

from collections.abc import Iterable


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return " Did you mean due?" where one of the known names is near to what was given; else nothing."""
    from difflib import get_close_matches

    spelled = {one.casefold().replace("-", "_"): one for one in known}
    near = get_close_matches(given.casefold().replace("-", "_"), spelled, n=1)
    return f" Did you mean {spelled[near[0]]}?" if near else ""
