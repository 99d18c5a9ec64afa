"""``new --example``: a walk through a case that is filled in, of which nothing is kept."""

import argparse
import contextlib
from datetime import UTC, datetime

from breach_wizard import folders, guidance
from breach_wizard.cli import face
from breach_wizard.cli.printing import say
from breach_wizard.drafts import Draft, Store, Unkept
from breach_wizard.errors import UsageError
from breach_wizard.invoked import asking
from breach_wizard.profile import Profile
from breach_wizard.prompts import Stopped
from breach_wizard.wizard import example
from breach_wizard.wizard.session import Leave, Session

BESIDE = ("answers", "no_input", "output", "to", "approved_by", "approved_on")
"""Options that say something of a report, which an example is not."""


def run(options: argparse.Namespace) -> int:
    """Show the example; the details in it are not remembered, nor is what the user changes."""
    for name in BESIDE:
        if getattr(options, name) not in (None, False):
            raise UsageError(f"--{name.replace('_', '-')} and --example can't stand together. Leave one out.")
    known = guidance.active()
    draft = Draft(0, answers=example.case(known))
    kept = Unkept(Store(folders.drafts()), draft)
    try:
        with face.opened(options.plain, face.OF_AN_EXAMPLE) as load, contextlib.suppress(Leave):
            example.show(Session(kept, example.Told(load()), known, Profile(), lambda: datetime.now(UTC)))
    except Stopped:
        say("Stopped. It was an example, and nothing of it is kept.")
        raise
    say(f"That was the example. Start with a report of your own:  {asking()}")
    return 0
