"""Changing one answer from the check page, and asking what a change has opened."""

from functools import partial
from typing import TYPE_CHECKING, cast

from breach_wizard.interview import actions as said
from breach_wizard.interview.paths import Path, drop, get, item, items, keyed, spell
from breach_wizard.interview.proposals import propose, stale
from breach_wizard.interview.shapes import ActionAnswers, Answers
from breach_wizard.interview.steps import steps
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.wizard import acting, asking, considering, reopening
from breach_wizard.wizard.rows import STATUS_WORDS, spelled
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.walking import walk_from

NOT_UNDONE = ("considerations",)
"""A list whose notes are each kept as they are written: going back from it takes none away."""

if TYPE_CHECKING:
    from breach_wizard.check import Finding


def change(session: Session, path: Path) -> None:
    """Ask the question at the path again; then what the change has opened, if anything.

    Who goes back out of it has changed nothing; texts that were given on the way are put aside.
    """
    draft = session.kept.draft
    before = draft.answers
    rest = draft.asked_again[:], draft.passed[:], draft.proposed.copy()
    try:
        walk_from(session, partial(ask_again, session, path))
    except Back:
        if path[0] in NOT_UNDONE:
            return
        _put_aside(session, before)
        draft.answers = before
        draft.asked_again, draft.passed, draft.proposed = rest
        session.save()


def ask_again(session: Session, path: Path) -> None:
    """Ask the question at the path, which may be a line of the check page.

    Raises:
        Back: from it.
    """
    if path[0] == "actions" and len(path) == 2:
        change_action(session, path[1])
    elif path[0] == "considerations" and len(path) == 2:
        considering.consider(session, path[1])
    elif path == ("approved",):
        reopening.approve(session)
    else:
        asking.ask(session, path)


def _put_aside(session: Session, before: Answers) -> None:
    after, before = keyed(session.answers), keyed(before)
    for step in steps(after, session.context):
        given = get(after, step)
        if isinstance(given, str) and given != get(before, step):
            session.put_aside(step, given)


def change_action(session: Session, key: str) -> None:
    """Offer what can be changed of one action, until something was.

    Raises:
        Back: nothing is to be changed.
    """
    pointed = ""
    while True:
        before = session.answers
        pointed = _what_of_action(session, key, pointed)
        try:
            _change_action(session, key, pointed)
        except Back:
            session.put_all(before)
            session.save()
        else:
            return


def _what_of_action(session: Session, key: str, pointed: str) -> str:
    one = item(session.answers, "actions", key) or {}
    status = one.get("status", "")
    others = [(name, words) for name, words in STATUS_WORDS.items() if name != status and name]
    when = "When" if status == "taken" else "By when"
    line = said.line_of(spelled(one.get("when", "")), one.get("who", ""))
    reason = spelled(one.get("reason", ""))
    text = session.shown(("actions", key, "text"))
    return session.prompter.select(
        Select(
            id=f"actions.{key}",
            question=str(text),
            hint=f"Now: {STATUS_WORDS[status]}.",
            notices=session.take_notices(),
            choices=(
                Choice("text", "Change its words"),
                *(Choice(f"status:{name}", f"Mark it as {words}") for name, words in others),
                Choice("when", f"{when}, and who: {line}"),
                *([Choice("reason", f"Why it was not taken: {reason}")] if status == "not-taken" else []),
                Choice("drop", "Take it out"),
            ),
            pointed=pointed,
        )
    )


def _change_action(session: Session, key: str, answer: str) -> None:
    if answer == "drop":
        session.put_all(drop(session.answers, "actions", key))
        session.save()
    elif answer.startswith("status:"):
        mark(session, key, answer.removeprefix("status:"))
    elif answer == "when":
        acting.when_and_who(session, ("actions", key, "when"))
    else:
        asking.text(session, ("actions", key, "reason" if answer == "reason" else "text"))


OWN_WORDS = {
    "taken": "Marked as taken. Its words are your own: let them say that it is done.",
    "planned": "Marked as planned. Its words are your own: let them say that it is to be done.",
    "not-taken": "Marked as considered, not taken. Its words are asked for, then why it was not.",
}
"""What is said where an action's words can't follow its status by themselves."""


def mark(session: Session, key: str, status: str) -> None:
    """Mark an action: its words follow, or are asked for; then when and by whom, or why it was not taken."""
    one = cast("ActionAnswers", item(session.answers, "actions", key))
    reworded = said.reworded(one, status, session.guidance)
    changed = {**(reworded or one), "status": status}
    changed.pop("reason", None)
    session.set(
        ("actions",), [changed if other["key"] == key else other for other in items(session.answers, "actions")]
    )
    if reworded is None or status == "not-taken":
        session.notices.append(OWN_WORDS[status])
        asking.text(session, ("actions", key, "text"))
    if status == "not-taken":
        asking.text(session, ("actions", key, "reason"))
    else:
        acting.when_and_who(session, ("actions", key, "when"))


def stale_findings(session: Session) -> "list[Finding]":
    """Return the edited texts whose facts or notes have changed since they were written, and notes left out."""
    from breach_wizard.check import Finding, about_notes  # for the check page alone

    answers, context = keyed(session.answers), session.context
    paths: list[Path] = [("references",)]
    paths += [("actions", one["key"], "text") for one in items(answers, "actions")]
    return [
        Finding(
            "facts-changed",
            "warning",
            spell(path),
            f"The facts have changed since it was written. Proposed now: {_spelled(session, path)}",
        )
        for path in paths
        if stale(path, answers, session.proposed, context)
    ] + list(about_notes(answers, session.proposed, context))


def _spelled(session: Session, path: Path) -> str:
    return spelled(propose(path, session.answers, session.context))
