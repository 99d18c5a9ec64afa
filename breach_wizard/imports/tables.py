"""The columns of a table, by its head row: what holds guidance, and the parts of an action. Pure."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from breach_wizard.guidance import Guidance
from breach_wizard.imports import furniture
from breach_wizard.imports.folding import fold_all, folded

GUIDANCE: Final = "guidance"
ACTION: Final = "text"
PARTS: Final = ("who", "when", "status")
OTHER: Final = ""

ENOUGH: Final = 2
"""So many parts of an action make a table one of actions, where no heading says so."""

Roles = tuple[str, ...]
"""What each column of a table holds: `GUIDANCE`, `ACTION`, one of `PARTS`, or `OTHER`."""


class Columns:
    """What the heads of columns are called."""

    def __init__(self, guidance: Guidance) -> None:
        self._furniture = furniture.of(guidance)
        words = guidance.forms.actions
        named = {ACTION: words.text, **{part: getattr(words, part) for part in PARTS}}
        self._parts = {key: name for name, texts in named.items() for key in fold_all(texts)}
        statuses = {"taken": words.taken, "planned": words.planned, "not-taken": words.not_taken}
        self._statuses = {key: name for name, texts in statuses.items() for key in fold_all(texts)}

    def of_head(self, cells: Sequence[str], section: str) -> Roles | None:
        """Return what the columns hold, where the cells are a head row; None where they are not.

        Args:
            cells: of the row.
            section: in which it stands. Among the actions a lone "Action" is a head, elsewhere it takes more, and in an
                account such a table tells what happened.
        """
        keys = [folded(cell) for cell in cells]
        parts = [self._parts.get(key, OTHER) for key in keys]
        enough = {"actions": 0, "": ENOUGH}.get(section, len(cells) + 1)
        if parts.count(ACTION) == 1 and sum(part in PARTS for part in parts) >= enough:
            return tuple(parts)
        if not self._furniture.are_columns(list(cells)):
            return None
        return tuple(GUIDANCE if key in self._furniture.guidance_columns else OTHER for key in keys)

    def status(self, text: str) -> str:
        """Return the status of an action that a cell says; empty where it says something else."""
        return self._statuses.get(folded(text), "")


@lru_cache(maxsize=8)
def of(guidance: Guidance) -> Columns:
    """Return the columns of the tables of a guidance's forms."""
    return Columns(guidance)
