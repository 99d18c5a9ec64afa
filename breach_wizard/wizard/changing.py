"""Changing one answer from the check page, and asking what a change has opened."""

from breach_wizard.check import Finding
from breach_wizard.interview import Path, first_open, propose, spell, stale
from breach_wizard.interview.paths import drop, item, items
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.wizard import asking, considering
from breach_wizard.wizard.rows import STATUS_WORDS, spelled
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.walking import walk_open


def change(session: Session, path: Path) -> None:
    """Ask the question at the path again; then what the change has opened, if anything."""
    try:
        if path[0] == "actions" and len(path) == 2:
            change_action(session, path[1])
        elif path[0] == "considerations" and len(path) == 2:
            considering.consider(session, path[1])
        else:
            asking.ask(session, path)
    except Back:
        return
    ask_open(session)


def ask_open(session: Session) -> None:
    """Ask every question that is open."""
    if first_open(session.answers, session.context) is not None:
        walk_open(session)


def change_action(session: Session, key: str) -> None:
    """Offer what can be changed of one action."""
    one = item(session.answers, "actions", key) or {}
    status = one.get("status", "")
    others = [(name, words) for name, words in STATUS_WORDS.items() if name != status and name]
    text = session.shown(("actions", key, "text"))
    answer = session.prompter.select(
        Select(
            id=f"actions.{key}",
            question=str(text),
            hint=f"Now: {STATUS_WORDS[status]}.",
            choices=(
                Choice("text", "Change its words"),
                *(Choice(f"status:{name}", f"Mark it as {words}") for name, words in others),
                Choice("when", f"By when: {spelled(one.get('when', ''))}"),
                Choice("who", f"Who: {spelled(one.get('who', ''))}"),
                Choice("drop", "Take it out"),
            ),
        )
    )
    if answer == "drop":
        session.put_all(drop(session.answers, "actions", key))
        session.save()
    elif answer.startswith("status:"):
        session.set(("actions", key, "status"), answer.removeprefix("status:"))
    else:
        asking.text(session, ("actions", key, answer))


def stale_findings(session: Session) -> list[Finding]:
    """Return the edited texts whose facts have changed since they were written."""
    paths: list[Path] = [("impact",), ("references",)]
    paths += [("actions", one["key"], "text") for one in items(session.answers, "actions")]
    return [
        Finding(
            "facts-changed",
            "warning",
            spell(path),
            f"The facts have changed since it was written. Proposed now: {_spelled(session, path)}",
        )
        for path in paths
        if stale(path, session.answers, session.proposed, session.context)
    ]


def _spelled(session: Session, path: Path) -> str:
    return spelled(propose(path, session.answers, session.context))
