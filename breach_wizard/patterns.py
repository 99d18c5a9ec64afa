"""Patterns that are made when they are first used: making all of them takes longer than most commands."""

import re
from typing import Any


class Later:
    """Stands for a pattern; what it is asked for is kept, so that it is asked once."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what can be used as the pattern; it is made, and may raise, when it is."""
    return Later(text, flags)  # type: ignore[return-value]


def of_bytes(text: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """Return the same for bytes."""
    return Later(text, flags)  # type: ignore[return-value]
