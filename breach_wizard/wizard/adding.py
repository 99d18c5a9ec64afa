"""Another date, a further kind, another output; or taking one out again.

What is added takes effect when its last question is answered. Until then its answers are half typed: a run that ends
keeps them, and the next goes on there; who goes back from its first question drops them, and finds them put aside.
"""

import contextlib
from typing import cast

from breach_wizard.interview.occurrences import OF_ANOTHER, further, with_late_day, without_one
from breach_wizard.interview.paths import Path, drop, items, new_key, put, spell
from breach_wizard.interview.shapes import Answers
from breach_wizard.interview.steps import main_type, steps
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Choice, Select
from breach_wizard.text import join
from breach_wizard.wizard import when
from breach_wizard.wizard.rows import spelled
from breach_wizard.wizard.session import Session
from breach_wizard.wizard.walking import walk_open, walk_way

OUTPUT, DATE, KIND, DROP = "output", "date", "kind", "drop:"


def is_begun(session: Session) -> bool:
    """Was something being added when the run ended?"""
    return bool(session.kept.draft.adding)


def add(session: Session) -> None:
    """Ask what to add or take out, and the questions that belong to it; go on with what is begun."""
    chosen = ""
    while True:
        if is_begun(session):
            chosen = _begun_as(session)
        else:
            try:
                chosen = _choose(session, chosen)
            except Back:
                return
        if chosen.startswith(DROP):
            _, name, key = chosen.split(":", 2)
            take_out(session, name, key)
            break
        if _is_added(session, chosen):
            break
    walk_open(session)


def _choose(session: Session, pointed: str) -> str:
    answers = session.answers
    extra = []
    for name, part, words in (("outputs", "title", "the output"), ("occurrences", "date", "the date")):
        listed = items(answers, name)
        if len(listed) > 1:
            extra += [
                Choice(f"{DROP}{name}:{one['key']}", f"Take out {words} {spelled(one.get(part, ''))}") for one in listed
            ]
    return session.prompter.select(
        Select(
            id="add",
            question="What is to be added or taken out?",
            notices=session.take_notices(),
            choices=(
                Choice(DATE, "Another date on which it happened"),
                Choice(KIND, "A further kind of breach, with a date of its own"),
                Choice(OUTPUT, "Another statistical output"),
                *extra,
            ),
            pointed=pointed,
        )
    )


def _begun_as(session: Session) -> str:
    name, _, kind, _ = session.kept.draft.adding
    return OUTPUT if name == "outputs" else KIND if kind else DATE


def _is_added(session: Session, chosen: str) -> bool:
    """Add what was chosen, or go on with it; False where the user goes back to the list."""
    draft = session.kept.draft
    kind = ""
    while True:
        if not is_begun(session):
            if chosen == KIND:
                try:
                    kind = _further_kind(session, kind)
                except Back:
                    return False
                if not kind:
                    return False
            name = "outputs" if chosen == OUTPUT else "occurrences"
            draft.adding = [name, new_key(_explicit(session), name), kind, "0"]
        kind = draft.adding[2]
        try:
            _ask_all(session)
        except Back:
            if not kind:
                return False
        else:
            return True


def _further_kind(session: Session, before: str) -> str:
    """Ask for a further kind of breach; return its id, or nothing where all are named already."""
    words = wording(("also",), session.answers, session.context)
    taken = {session.answers["breach_type"], *session.answers.get("also", [])}
    choices = tuple(
        Choice(one.id, one.choice, one.covers) for one in session.guidance.types.values() if one.id not in taken
    )
    if not choices:
        session.notices.append("All kinds are named already. Add another date instead.")
        return ""
    return session.prompter.select(
        Select(
            id="also",
            question=words.question,
            label=words.label,
            leaves_line=False,
            hint=words.hint,
            help=words.help,
            choices=choices,
            pointed=before,
        )
    )


def _ask_all(session: Session) -> None:
    """Ask the questions of what is being added, from the first that is not answered; then it is there.

    Raises:
        Back: from the first question; what was given is put aside.
    """
    draft = session.kept.draft
    name, key, kind, answered = draft.adding
    answers = _with_item(session, name, key, kind)
    way = [step for step in steps(answers, session.context) if step[:2] == (name, key)]
    way = [("do_now",), *way] if kind else way
    place = min(int(answered), len(way) - 1)

    def note(place: int) -> None:
        draft.adding = [name, key, kind, str(place)]
        session.save()

    try:
        with session.trying(answers):
            for step in way[:place]:
                if isinstance(typed := session.partial(step), str):
                    when.give_again(session, step, typed)
            walk_way(session, way, place, note)
    except Back:
        _drop_begun(session, way)
        raise
    draft.adding = []
    session.save()
    if kind:
        with contextlib.suppress(Back):  # it is there, whatever of it was looked at again
            walk_way(session, [*way, ("considerations",)], len(way))


def _drop_begun(session: Session, way: list[Path]) -> None:
    for step in way:
        session.put_aside(step, "")
        session.kept.draft.partial.pop(spell(step), None)
    session.kept.draft.adding = []
    session.save()


def _with_item(session: Session, name: str, key: str, kind: str) -> Answers:
    """The answers with an item of which nothing is known yet, but its kind where it is of a further one."""
    answers = _explicit(session)
    added = {"key": key, "type": kind} if kind else {"key": key}
    answers = put(answers, (name,), [*items(answers, name), added])
    return cast("Answers", {**answers, "also": [*answers.get("also", []), kind]}) if kind else answers


def take_out(session: Session, name: str, key: str) -> None:
    """Take out an item; a further kind goes with its last date. Dates that were typed together with it stay."""
    if name == "occurrences":
        stay = [spelled(one.get("date", "")) for one in further(session.answers, key)]
        if stay:
            session.notices.append(f"Taken out. What was typed together with it is still there: {join(stay)}.")
        typed_at = (name, key.split(OF_ANOTHER, maxsplit=1)[0], "date")
        session.kept.draft.partial.pop(spell(typed_at), None)  # it held what is out now, too
        answers = without_one(session.answers, key)
    else:
        answers = drop(session.answers, name, key)
    kinds = {one.get("type") for one in items(answers, "occurrences")}
    answers["also"] = [one for one in answers.get("also", []) if one in kinds]
    session.put_all(answers)
    session.save()


def _explicit(session: Session) -> Answers:
    """The answers with the day of a late publication that went without saying, before another date joins it."""
    listed = with_late_day(session.answers, main_type(session.answers, session.context))
    return {**session.answers, "occurrences": listed} if isinstance(listed, list) else session.answers
