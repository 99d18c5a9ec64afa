"""What stands around every question of the interview: its words, its help, and what cannot wait."""

from collections.abc import Callable
from functools import partial
from typing import TypedDict

from breach_wizard.guidance.content import Field
from breach_wizard.interview.paths import Path, spell
from breach_wizard.interview.wording import place, progress
from breach_wizard.patterns import pattern
from breach_wizard.prompts import OFFICIAL, Screen
from breach_wizard.wizard import screens
from breach_wizard.wizard.session import Session

SENTENCE = pattern(r"(?<=[.?!])\s+(?=[A-Z])")
"""What stands between two sentences; not the blank in "e.g. ‘Principle 2, practice 3’"."""


class Around(TypedDict):
    """The fields of `prompts.Ask` that are filled alike for every question."""

    id: str
    question: str
    label: str
    hint: str
    help: str
    progress: str
    part: tuple[int, int]
    notices: tuple[str, ...]
    now: Screen
    messages: Callable[[], None]


def messages(session: Session) -> None:
    """Offer the messages ready to copy, as they are so far."""
    from breach_wizard.wizard import telling

    telling.messages(session)


def around(session: Session, path: Path, words: Field) -> Around:
    """Return what stands around the question at a path, in these words; takes the session's notices."""
    return Around(
        id=spell(path),
        question=words.question,
        label=words.label,
        hint="\n".join(filter(None, (words.hint, _official(words)))),
        help=help_text(words),
        progress=progress(words),
        part=place(words),
        notices=session.take_notices(),
        now=screens.do_now(session),
        messages=partial(messages, session),
    )


def _official(words: Field) -> str:
    """The official guidance for the field in a line: its first sentence, where there are more."""
    first, *more = SENTENCE.split(words.official)
    rest = " The rest is in the help." if more else ""
    return f"{OFFICIAL}{first}{rest}" if first else ""


def help_text(words: Field) -> str:
    """Return the help of a question: ours, the official guidance for the field, an example."""
    parts = [words.help]
    if words.official:
        parts.append(f"The official guidance: {words.official}")
    if words.example:
        parts.append(f"Example: {words.example}")
    return "\n\n".join(part for part in parts if part)
