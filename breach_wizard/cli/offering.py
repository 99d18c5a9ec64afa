"""Which draft to go on with, where some are kept: asked before what going on needs is loaded."""

import contextlib
from itertools import islice

from breach_wizard import folders
from breach_wizard.cli import face
from breach_wizard.cli.drafts import name, state
from breach_wizard.cli.printing import say
from breach_wizard.drafts import Draft, Store
from breach_wizard.prompts import Back, Choice, Prompter, Select

MOST_OFFERED = 9
"""So many drafts are offered to go on with, each under a key of one digit; `drafts` lists them all."""


def offered(load: face.Load) -> tuple[int, face.Load]:
    """Ask which draft to go on with; return its number, 0 for a new one, and what gives the face that asks on."""
    store = Store(folders.drafts())
    waiting = list(islice(store.last_saved(), MOST_OFFERED))
    for sentence in store.left_out:
        say(f"{sentence}\n")
    if not waiting:
        return 0, load
    prompter = load()
    return _which(prompter, waiting), lambda: prompter


def _which(prompter: Prompter, waiting: list[Draft]) -> int:
    """Ask; 0 stands for a new one."""
    choices = [Choice(str(one.number), name(one), state(one)) for one in waiting]
    question = Select(
        id="draft",
        question="Go on with a draft, or start a new one?",
        label="Draft",
        leaves_line=False,
        choices=(*choices, Choice("0", "Start a new one")),
    )
    while True:
        with contextlib.suppress(Back):  # nothing comes before it
            return int(prompter.select(question))
