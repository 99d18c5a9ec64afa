"""Puts the notes on the things to consider into the report, and keeps them there while nobody has changed the words."""

from breach_wizard.guidance.content import Consideration
from breach_wizard.interview import notes
from breach_wizard.interview.notes import Standing
from breach_wizard.interview.paths import Path, drop, get, item, put
from breach_wizard.interview.wording import part, wording
from breach_wizard.text import NOT_KNOWN, shortened
from breach_wizard.wizard.session import Session


def settle(session: Session, section: str = "") -> None:
    """Put each new note into the section that is written already, let each changed one follow, and say so; save.

    ``section`` is the only one to be looked at; all where it is empty.
    """
    before = session.answers, dict(session.proposed)
    for one, standing in list(notes.standings(session.answers, session.proposed, session.context)):
        if section not in ("", one.goes_to):
            continue
        if standing in (Standing.NEW, Standing.FOLLOWS):
            _put(session, one)
        if standing in (Standing.NEW, Standing.FOLLOWS, Standing.THERE):
            record(session, one)
        elif standing is Standing.SETTLED:
            _in_half_typed(session, one)
    if before != (session.answers, session.proposed):
        session.save()


def _put(session: Session, one: Consideration) -> None:
    path = notes.place(one, session.answers)
    text = get(session.answers, path)
    now, last = notes.words(one, session.answers), session.proposed.get(notes.record_of(one), "")
    told = "Added to" if not last else "Changed in" if now else "Taken out of"
    if not now and path[0] not in notes.TEXTS:
        session.put_all(drop(session.answers, "actions", notes.action_key(one)))
    else:
        session.put_all(put(session.answers, path, notes.replaced(text, last, now) if last else f"{text}\n\n{now}"))
    session.notices.append(f'{told} "{part_of(session, one)}": {now or last}')


def _in_half_typed(session: Session, one: Consideration) -> None:
    """Let a note follow in what was typed of its section and not accepted yet."""
    word = notes.place(one, session.answers)[0]
    now, last = notes.words(one, session.answers), session.proposed.get(notes.record_of(one), "")
    half_typed = session.partial((word,))
    if last and now != last and isinstance(half_typed, str) and notes.stands_in(last, half_typed):
        session.kept.draft.partial[word] = notes.replaced(half_typed, last, now)
        record(session, one)


def record(session: Session, one: Consideration) -> None:
    """Remember what a note has put into the report."""
    session.kept.draft.proposed[notes.record_of(one)] = notes.words(one, session.answers)


def show(session: Session, path: Path, text: str) -> None:
    """Remember which notes stand in the text with which a field begins: whoever accepts it has seen them."""
    for one in _standing_at(session, path):
        words = notes.words(one, session.answers)
        if words and notes.stands_in(words, text):
            record(session, one)


def accept(session: Session, path: Path, before: str) -> None:
    """Take a text as accepted with the notes that its author has seen; put in those that came since.

    Of those that stood in it ``before`` and are told no longer, say so: one who writes it anew may not have meant that.
    """
    text = get(session.answers, path)
    is_unknown = text == NOT_KNOWN
    for one in _standing_at(session, path):
        words = notes.words(one, session.answers)
        if words and notes.stands_in(words, before) and notes.is_gone(words, str(text)):
            session.notices.append(f'Your note does not stand in "{part_of(session, one)}" now: {shortened(words)}')
        if is_unknown:
            session.kept.draft.proposed.pop(notes.record_of(one), None)
        elif session.proposed.get(notes.record_of(one)):
            record(session, one)
    settle(session, path[0])


def choose(session: Session) -> None:
    """Remember which notes are among the actions chosen, in the words that they have now."""
    for one in going_to(session, "actions"):
        chosen = item(session.answers, "actions", notes.action_key(one))
        if chosen and chosen["text"] == notes.words(one, session.answers):
            record(session, one)
    session.save()


def _standing_at(session: Session, path: Path) -> list[Consideration]:
    """The things to consider whose notes stand, or would stand, at a path."""
    return [one for one in going_to(session, path[0]) if notes.place(one, session.answers) == path]


def going_to(session: Session, section: str) -> list[Consideration]:
    """Return the things to consider whose notes stand in a section."""
    return [one for one in notes.considered(session.answers, session.context) if one.goes_to == section]


def part_of(session: Session, one: Consideration) -> str:
    """Return what the part of the interview is called in which a note goes."""
    return part(wording((one.goes_to,), session.answers, session.context)).title
