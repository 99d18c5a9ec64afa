"""Esc, which is a key and the beginning of others: the two keys that a terminal's input makes of it."""

import os

from prompt_toolkit.keys import Keys

ESC_ALONE = Keys.F23
"""Esc, and no part of another key."""

ESC_WAS_NONE = Keys.F24
"""The Esc just before was the beginning of the key that comes next. No keyboard that we know has these two keys."""


def acts_after() -> float:
    """Return after how many seconds Esc alone acts: over a network, keys come in pieces."""
    return 0.2 if os.environ.get("SSH_CONNECTION") else 0.05
