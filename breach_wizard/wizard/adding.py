"""Another date, a further kind, another output; or taking one out again."""

from breach_wizard.interview import put, wording
from breach_wizard.interview.occurrences import with_late_day
from breach_wizard.interview.paths import drop, items, new_key
from breach_wizard.interview.steps import main_type
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.wizard import asking, considering, opening
from breach_wizard.wizard.rows import spelled
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.walking import walk_open


def add(session: Session) -> None:
    """Ask what to add or take out, and ask the questions that it opens."""
    answers = session.answers
    extra = []
    for name, part, words in (("outputs", "title", "the output"), ("occurrences", "date", "the date")):
        listed = items(answers, name)
        if len(listed) > 1:
            extra += [
                Choice(f"drop:{name}:{one['key']}", f"Take out {words} {spelled(one.get(part, ''))}") for one in listed
            ]
    try:
        answer = session.prompter.select(
            Select(
                id="add",
                question="What is to be added or taken out?",
                choices=(
                    Choice("date", "Another date on which it happened"),
                    Choice("kind", "A further kind of breach, with a date of its own"),
                    Choice("output", "Another statistical output"),
                    *extra,
                ),
            )
        )
        if answer == "kind":
            if further_kind(session):
                opening.do_now(session)
                walk_open(session)
                considering.considerations(session)
        elif answer == "date":
            another(session, "occurrences", "date")
        elif answer == "output":
            another(session, "outputs", "title")
        else:
            _, name, key = answer.split(":", 2)
            take_out(session, name, key)
    except Back:
        return
    walk_open(session)


def another(session: Session, name: str, part: str) -> None:
    """Ask for one more item of a list; it is there only once it is answered."""
    _make_explicit(session)
    asking.text(session, (name, new_key(session.answers, name), part))


def further_kind(session: Session) -> bool:
    """Ask for a further kind of breach; its date, and when it was due and put right, are then open.

    Returns:
        whether one was added.
    """
    words = wording(("also",), session.answers, session.context)
    taken = {session.answers["breach_type"], *session.answers.get("also", [])}
    choices = tuple(
        Choice(one.id, one.choice, one.covers) for one in session.guidance.types.values() if one.id not in taken
    )
    if not choices:
        session.notices.append("All kinds are named already. Add another date instead.")
        return False
    kind = session.prompter.select(
        Select(id="also", question=words.question, label=words.label, hint=words.hint, help=words.help, choices=choices)
    )
    _make_explicit(session)
    key = new_key(session.answers, "occurrences")
    answers = put(session.answers, ("occurrences", key, "type"), kind)
    session.put_all({**answers, "also": [*session.answers.get("also", []), kind]})
    session.save()
    return True


def take_out(session: Session, name: str, key: str) -> None:
    """Take out an item; a further kind goes with its last date."""
    answers = drop(session.answers, name, key)
    kinds = {one.get("type") for one in items(answers, "occurrences")}
    answers["also"] = [one for one in answers.get("also", []) if one in kinds]
    session.put_all(answers)
    session.save()


def _make_explicit(session: Session) -> None:
    """Write down the day of a late publication that went without saying, before another date joins it."""
    listed = with_late_day(session.answers, main_type(session.answers, session.context))
    if isinstance(listed, list):
        session.put_all({**session.answers, "occurrences": listed})
