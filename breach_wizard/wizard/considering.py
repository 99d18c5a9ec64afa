"""The things to consider: one list, to which short notes are written in any order."""

from breach_wizard.facts import by_kind
from breach_wizard.guidance.content import Consideration
from breach_wizard.interview import wording
from breach_wizard.interview.steps import NOT_RELEVANT, TO_FIND_OUT, all_types
from breach_wizard.prompts import Back, Choice, Select, Text
from breach_wizard.text import NOT_KNOWN, clean, plural
from breach_wizard.wizard import screens
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Session

GO_ON = "go-on"


def considerations(session: Session) -> None:
    """Offer the list until the user goes on."""
    words = wording(("considerations",), session.answers, session.context)
    pointed = ""
    while True:
        listed = relevant(session)
        choices = [
            Choice(one.id, one.text, _beneath(session, one), key=str(number)) for number, one in enumerate(listed, 1)
        ]
        nouns = " and ".join(kind.noun_with_article for kind in all_types(session.answers, session.context))
        question = f"{plural(len(listed), 'thing')} to consider for {nouns}"
        answer = session.prompter.select(
            Select(
                **around(session, ("considerations",), words._replace(question=question)),
                choices=(*choices, Choice(GO_ON, "Go on")),
                pointed=pointed,
            )
        )
        if answer == GO_ON:
            if not isinstance(session.answers.get("considerations"), dict):
                session.set(("considerations",), {})
            return
        try:
            consider(session, answer)
        except Back:
            pointed = answer
            continue
        later = [one.id for one in listed][[one.id for one in listed].index(answer) + 1 :]
        pointed = later[0] if later else GO_ON


def relevant(session: Session) -> list[Consideration]:
    """Return the considerations of the main type and of the further ones, each once."""
    ids = dict.fromkeys(one for kind in all_types(session.answers, session.context) for one in kind.considerations)
    return [session.guidance.considerations[one] for one in ids]


def consider(session: Session, name: str) -> None:
    """Ask for a note on one consideration: a text, "to find out" or "not relevant"."""
    path = ("considerations", name)
    one = session.guidance.considerations[name]
    note = _note(session, name)
    fate = session.prompter.select(
        Select(
            id=f"considerations.{name}",
            question=one.text,
            label=f"{one.short[0].upper()}{one.short[1:]}",
            hint=_beneath(session, one),
            help=one.note,
            notices=session.take_notices(),
            now=screens.do_now(session),
            choices=(
                Choice("note", "Write a short note"),
                Choice(TO_FIND_OUT, "To find out: I do not know it yet"),
                Choice(NOT_RELEVANT, "Not relevant here"),
            ),
            default=note if note == NOT_RELEVANT else "note",
        )
    )
    if fate != "note":
        session.set(path, fate)
        return
    half_typed = session.partial((*path, "note"))
    written = session.prompter.text(
        Text(
            id=f"considerations.{name}.note",
            question=one.text,
            label=f"{one.short[0].upper()}{one.short[1:]}",
            hint="One or two sentences; they become part of the first text of the impact. Empty takes the note away.",
            help=one.note,
            now=screens.do_now(session),
            default=half_typed if isinstance(half_typed, str) else "" if note in (TO_FIND_OUT, NOT_RELEVANT) else note,
            keep=session.keep((*path, "note")),
        )
    )
    session.kept.draft.partial.pop(".".join((*path, "note")), None)
    text = clean(written)
    session.set(path, TO_FIND_OUT if text == NOT_KNOWN else text)


def _note(session: Session, name: str) -> str:
    notes = session.answers.get("considerations")
    note = notes.get(name, "") if isinstance(notes, dict) else ""
    return TO_FIND_OUT if note == NOT_KNOWN else str(note)


def _beneath(session: Session, one: Consideration) -> str:
    """What stands beneath a consideration: the fact that bears on it, and the note so far."""
    note = _note(session, one.id)
    fact = by_kind(session.answers, session.guidance).get(one.fact, "") if one.fact else ""
    lines = [f"From your dates: {fact}"] if fact else []
    lines.append(note if note in (TO_FIND_OUT, NOT_RELEVANT) else f"Your note: {note or '(none yet)'}")
    return "\n".join(line[0].upper() + line[1:] for line in lines)
