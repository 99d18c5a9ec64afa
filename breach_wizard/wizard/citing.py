"""The clauses of the Code to choose from, where the breach type brings none."""

from breach_wizard.interview.citing import offered_clauses
from breach_wizard.interview.paths import Path
from breach_wizard.interview.proposals import propose
from breach_wizard.interview.values import lines as clauses_of
from breach_wizard.interview.values import typed
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Checklist, Choice
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Session

REFERENCES: Path = ("references",)
OWN = "own"


def has_choice(session: Session) -> bool:
    """Is there something to choose from?"""
    return bool(offered_clauses(session.answers, session.context))


def choose(session: Session) -> bool:
    """Offer what the breach may be about and keep the clauses of what is ticked.

    Returns:
        Whether the user writes clauses too: then those ticked are not kept yet, but stand in the text field.
    """
    offered = offered_clauses(session.answers, session.context)
    brought = propose(REFERENCES, session.answers, session.context)
    given = session.shown(REFERENCES)
    half_done = session.partial(REFERENCES)
    listed = clauses_of(half_done) if isinstance(half_done, str) else given if isinstance(given, list) else []
    written = {name: [clause.written for clause in clauses] for name, clauses in offered.items()}
    known = {*brought, *(clause for clauses in written.values() for clause in clauses)}
    own = [one for one in listed if one not in known]
    ticked = [name for name, clauses in written.items() if set(clauses) <= set(listed) and set(clauses) - set(brought)]
    ticked += [OWN] if own or isinstance(half_done, str) else []
    ticked += [NOT_KNOWN] if given == NOT_KNOWN else []
    words = wording(REFERENCES, session.answers, session.context)
    picked = session.prompter.checklist(
        Checklist(
            **around(session, REFERENCES, words._replace(hint="Tick what it was about. Each brings its clauses.")),
            keep=session.keep(REFERENCES),
            choices=(
                *(
                    Choice(name, session.guidance.matters[name].text, "; ".join(one.reference for one in clauses))
                    for name, clauses in offered.items()
                ),
                Choice(OWN, "Write them yourself", apart=True),
                Choice(NOT_KNOWN, "Not known yet", alone=True),
            ),
            ticked=tuple(half_done if isinstance(half_done, list) else ticked),
        )
    )
    chosen = [one for one in brought if one in listed]
    chosen += [clause for name in picked for clause in written.get(name, ())]
    chosen = list(dict.fromkeys(chosen))
    if OWN in picked:
        session.keep(REFERENCES)(typed([*chosen, *own]))
        return True
    session.set(REFERENCES, NOT_KNOWN if NOT_KNOWN in picked else chosen, brought or None)
    return False
