"""The corrective actions: which ones, which are done, and who does the planned ones by when."""

from typing import Any

from breach_wizard.guidance.content import Action
from breach_wizard.interview import wording
from breach_wizard.interview.paths import items, new_key
from breach_wizard.interview.steps import all_types
from breach_wizard.prompts import Checklist, Choice
from breach_wizard.text import NOT_KNOWN
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Session

NONE = "none"
OWN = "own"
NOT_YET = "not-yet"


def actions(session: Session) -> None:
    """Offer all suggestions, the type's own first; nothing is ticked for the user."""
    words = wording(("actions",), session.answers, session.context)
    listed = items(session.answers, "actions")
    own = [one for one in listed if not one.get("suggestion") and one.get("text")]
    chosen = session.answers.get("actions")
    ticked = [one.get("suggestion") or (one["key"] if one.get("text") else OWN) for one in listed]
    if chosen == []:
        ticked = [NONE]
    elif chosen == NOT_KNOWN:
        ticked = [NOT_KNOWN]
    half_ticked = session.partial(("actions",))
    picked = session.prompter.checklist(
        Checklist(
            **around(session, ("actions",), words),
            keep=session.keep(("actions",)),
            choices=(
                *(Choice(one.id, one.text, one.note, group=group) for group, one in grouped(session)),
                *(Choice(one["key"], one["text"], group="Your own") for one in own),
                Choice(OWN, "Write your own", group="Your own"),
                Choice(NONE, "None: no action has been taken or is planned", group="Or", alone=True),
                Choice(NOT_KNOWN, "Not known yet", group="Or", alone=True),
            ),
            ticked=tuple(half_ticked if half_ticked and isinstance(half_ticked, list) else ticked),
        )
    )
    session.set(("actions",), _picked(session, picked))


def _picked(session: Session, picked: tuple[str, ...]) -> Any:
    """The actions for what was ticked; what had been said of an action before stays with it."""
    if NOT_KNOWN in picked:
        return NOT_KNOWN
    listed = items(session.answers, "actions")
    before = {one.get("suggestion") or one["key"]: one for one in listed}
    chosen = [before.get(one) or {"key": one, "suggestion": one} for one in picked if one not in (NONE, OWN)]
    if OWN in picked:
        unwritten = [one for one in listed if not one.get("suggestion") and not one.get("text")]
        chosen += unwritten or [{"key": new_key(session.answers, "actions")}]
    return chosen


def grouped(session: Session) -> list[tuple[str, Action]]:
    """Return the suggestions with their headings: the types' own, those of other types, then by source."""
    kinds = all_types(session.answers, session.context)
    known = session.guidance.actions
    seen: dict[str, str] = {}
    for kind in kinds:
        for one in kind.actions:
            seen.setdefault(one, f"Suggested for {kind.noun_with_article}")
    for kind in session.guidance.types.values():
        for one in kind.actions:
            seen.setdefault(one, "Suggested for other kinds of breach")
    for action in known.values():
        seen.setdefault(action.id, session.guidance.sources[action.source].heading)
    # One action in the letters of two lists is offered once, in those of the list that comes first.
    twins = [{one, known[one].twin} for one in seen if known[one].twin]
    later = {next(one for one in reversed(seen) if one in pair) for pair in twins if pair <= seen.keys()}
    return [(group, known[one]) for one, group in seen.items() if one not in later]


def statuses(session: Session) -> None:
    """Ask which of the chosen actions are done already; the rest are planned."""
    words = wording(("actions", "status"), session.answers, session.context)
    listed = items(session.answers, "actions")
    done = [one["key"] for one in listed if one.get("status") == "taken"]
    some_known = any("status" in one for one in listed)
    full = session.whole()
    texts = {one["key"]: one.get("text", "") for one in items(full, "actions")}
    picked = session.prompter.checklist(
        Checklist(
            **around(session, ("actions", "status"), words),
            choices=(
                *(Choice(one["key"], texts[one["key"]] or "Your own, not written yet") for one in listed),
                Choice(NOT_YET, "None of them yet: all are planned", alone=True),
            ),
            ticked=tuple(done or ([NOT_YET] if some_known else [])),
            if_none=NOT_YET,
        )
    )
    told = {
        one["key"]: "taken"
        if one["key"] in picked
        else one.get("status")
        if one.get("status") == "not-taken"
        else "planned"
        for one in listed
    }
    session.set(("actions",), [{**one, "status": told[one["key"]]} for one in listed])
