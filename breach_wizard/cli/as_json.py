"""JSON on standard output."""

import json
import sys
from typing import Any

from breach_wizard.terminal import is_utf8


def as_json(held: Any) -> str:
    """Return a value as JSON for standard output: what can't be seen, and what the output can't take, is escaped."""
    text = json.dumps(held, ensure_ascii=not is_utf8(sys.stdout), indent=1)
    return "".join(one if one == "\n" or one.isprintable() else json.dumps(one)[1:-1] for one in text)
