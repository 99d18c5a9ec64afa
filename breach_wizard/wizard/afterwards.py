"""Anything else? What can be done once the report is written, and what is remembered for the next one.

An entry more is a line more in `ENTRIES`.
"""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from breach_wizard import files
from breach_wizard.errors import refusal_of
from breach_wizard.profile_values import kept
from breach_wizard.prompts import Back, Choice, Line, Select, Stopped, Text
from breach_wizard.publication import are_out
from breach_wizard.text import join
from breach_wizard.wizard import publishing, recording, telling, writing
from breach_wizard.wizard.session import Session

NO = "no"
ENDED = 130
"""Ctrl-C, or the end of the input: here, where all is written, it is a no."""


Paths = Mapping[str, Path]
"""The files written, by format."""


class Entry(NamedTuple):
    """One entry.

    Attributes:
        id: of the entry; where it is a text of the profile, what that holds is shown beside the words.
        words: what the list says.
        act: what choosing it does; takes the id and the files written too.
        offered: whether it is there.
    """

    id: str
    words: str | Callable[[Session], str]
    act: Callable[[Session, str, Paths], None]
    offered: Callable[[Session], bool] = lambda _: True


def anything_else(session: Session, paths: Paths) -> None:
    """Ask whether there is anything else, until there is not; ``paths`` are the files written.

    What is still to be said then is left for the last screen.

    Raises:
        Back: to the question before.
    """
    for_the_end = session.take_notices()
    session.prompter.show([Line("Written:"), *(Line(str(files.absolute(path)), "copy") for path in paths.values())])
    try:
        while (answer := _choose(session)) != NO:
            marking = session.profile.marking
            with contextlib.suppress(Back):
                next(one for one in ENTRIES if one.id == answer).act(session, answer, paths)
            if session.profile.marking != marking:
                writing.write_again(session, paths)
    except Stopped as stopped:
        if stopped.code != ENDED:
            raise
    finally:
        session.notices[:0] = for_the_end


def _choose(session: Session) -> str:
    return session.prompter.select(
        Select(
            id="anything_else",
            question="Anything else?",
            notices=session.take_notices(),
            choices=(
                Choice(NO, "No, that is all"),
                *(Choice(one.id, _label(session, one)) for one in ENTRIES if one.offered(session)),
            ),
            default=NO,
            on_request=True,
        )
    )


def _label(session: Session, entry: Entry) -> str:
    if callable(entry.words):
        return entry.words(session)
    held = getattr(session.profile, entry.id, None)
    if held is None:
        return entry.words
    nation = session.guidance.nations.get(held) if entry.id == "nation" else None
    return f"{entry.words} ({nation.name if nation else held or 'not said'})"


def _asks(question: str, hint: str = "") -> Callable[[Session, str, Paths], None]:
    """Return what asks for a text of the profile, one line, and keeps it."""

    def ask(session: Session, name: str, _: Paths) -> None:
        before = getattr(session.profile, name)
        hint_and_end = f"{hint} Empty forgets it.".strip()
        typed = session.prompter.text(
            Text(
                id=name,
                question=question,
                hint=hint_and_end,
                default=before,
                check=lambda typed: refusal_of(lambda: kept(name, typed, session.guidance)),
            )
        )
        changed: dict[str, Any] = {name: kept(name, typed, session.guidance)}
        session.profile = session.profile._replace(**changed)

    return ask


def _nation(session: Session, name: str, _: Paths) -> None:
    answer = session.prompter.select(
        Select(
            id=name,
            question="For which nation do you produce statistics?",
            hint="The first screens name its Head of Profession and its rules on pre-release access.",
            choices=tuple(Choice(one.id, one.name) for one in session.guidance.nations.values()),
            default=session.profile.nation,
        )
    )
    session.profile = session.profile._replace(nation=answer)


def _site(session: Session, name: str, paths: Paths) -> None:
    sites = join([*session.guidance.sites, "the name of another site"], "or")
    while True:
        _asks(
            "Where does your organisation publish its statistics?",
            f"{sites}. The first screen then says how a page is taken down there.",
        )(session, name, paths)
        if not session.profile.site or session.profile.site in session.guidance.sites:
            return
        with contextlib.suppress(Back):
            _asks("How is a page taken down there, in a line?")(session, "take_down_note", paths)
            return


def _needs_a_marking(session: Session) -> bool:
    return bool(session.profile.marking) or not are_out(session.answers, session.context)


ask_marking = _asks(
    "Which marking does your organisation use for this?",
    "It stands at head and foot of each page, and first in an email. You know the words; we have no list of them.",
)

ENTRIES = (
    Entry(
        "publish",
        "A copy for publication: asks what is left out of it",
        lambda session, *_: publishing.publish(session),
        publishing.offered,
    ),
    Entry("messages", "Messages ready to copy", lambda session, *_: telling.messages(session, is_written=True)),
    Entry("marking", "Which marking does your organisation use for this?", ask_marking, _needs_a_marking),
    Entry(
        "hop_number",
        "Whom to phone next time: Head of Profession",
        _asks("Your Head of Profession's phone number", "It is shown on the first screen, and printed nowhere."),
    ),
    Entry(
        "publishing_number",
        "Whom to phone next time: publishing team",
        _asks("Your publishing team's phone number", "It is shown on the first screen, and printed nowhere."),
    ),
    Entry("nation", "Nation", _nation),
    Entry("site", "Where your statistics are published", _site),
    Entry("register_add", recording.words, recording.turn, lambda session: isinstance(session.register, Path)),
)
