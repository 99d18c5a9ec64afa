"""The things to consider: one list, to which short notes are written in any order."""

from breach_wizard.facts import by_kind
from breach_wizard.guidance.content import Consideration
from breach_wizard.interview import notes
from breach_wizard.interview.shapes import NOT_RELEVANT, TO_FIND_OUT
from breach_wizard.interview.steps import all_types, dates_tell, is_to_find_out, note_on
from breach_wizard.interview.wording import wording
from breach_wizard.prompts import Back, Choice, Select, Text
from breach_wizard.text import plural
from breach_wizard.wizard import noting, screens
from breach_wizard.wizard.around import around
from breach_wizard.wizard.session import Session

GO_ON = "go-on"


def considerations(session: Session) -> None:
    """Offer the list until the user goes on; the notes are then put into what is written already."""
    pointed = ""
    while True:
        listed = notes.considered(session.answers, session.context)
        try:
            answer = session.prompter.select(_list(session, listed, pointed))
        except Back:
            noting.settle(session)
            raise
        if answer == GO_ON:
            if not isinstance(session.answers.get("considerations"), dict):
                session.set(("considerations",), {})
            noting.settle(session)
            return
        try:
            consider(session, answer)
        except Back:
            pointed = answer
            continue
        later = [one.id for one in listed][[one.id for one in listed].index(answer) + 1 :]
        pointed = later[0] if later else GO_ON


def _list(session: Session, listed: list[Consideration], pointed: str) -> Select:
    words = wording(("considerations",), session.answers, session.context)
    nouns = " and ".join(kind.noun_with_article for kind in all_types(session.answers, session.context))
    question = f"{plural(len(listed), 'thing')} to consider for {nouns}"
    return Select(
        **around(session, ("considerations",), words._replace(question=question)),
        leaves_line=False,
        choices=(
            *(
                Choice(one.id, one.text, "\n".join(_beneath(session, one)), key=str(number))
                for number, one in enumerate(listed, 1)
            ),
            Choice(GO_ON, "Go on"),
        ),
        pointed=pointed,
        goes_on=GO_ON,
    )


def consider(session: Session, name: str) -> None:
    """Ask for a note on one consideration: a text, or a mark for "to find out" or "not relevant"."""
    path = ("considerations", name)
    one = session.guidance.considerations[name]
    half_typed = session.partial(path)
    told = _fact(session, one) if dates_tell(one, session.answers) else ""

    def refusal(typed: str) -> str | None:
        if told and notes.taken(typed) == TO_FIND_OUT:
            return f"Your dates tell it: {told}. Leave this empty, or write a note"
        return None

    written = session.prompter.text(
        Text(
            id=f"considerations.{name}",
            question=one.text,
            label=f"{one.short[0].upper()}{one.short[1:]}",
            hint="\n".join(
                [
                    *_facts(session, one),
                    f'It goes into "{noting.part_of(session, one)}" as: {one.stem}: ...',
                    "Empty is no note. ? is to find out, - is not relevant here.",
                ]
            ),
            help=one.note,
            notices=session.take_notices(),
            now=screens.do_now(session),
            default=half_typed if isinstance(half_typed, str) else notes.as_typed(note_on(one, session.answers)),
            begun=isinstance(half_typed, str),
            check=refusal,
            keep=session.keep(path),
        )
    )
    session.set(path, notes.taken(written))


def _fact(session: Session, one: Consideration) -> str:
    return by_kind(session.answers, session.guidance).get(one.fact, "") if one.fact else ""


def _facts(session: Session, one: Consideration) -> list[str]:
    fact = _fact(session, one)
    return [f"From your dates: {fact}"] if fact else []


def _beneath(session: Session, one: Consideration) -> list[str]:
    """What stands beneath a consideration: the fact that bears on it, and the note so far with where it goes."""
    note = note_on(one, session.answers)
    if note == TO_FIND_OUT and not is_to_find_out(one, session.answers):
        return _facts(session, one)
    if note in (TO_FIND_OUT, NOT_RELEVANT):
        return [*_facts(session, one), f"{note[0].upper()}{note[1:]}"]
    return [*_facts(session, one), *([f"Note for {noting.part_of(session, one)}: {note}"] if note else [])]
