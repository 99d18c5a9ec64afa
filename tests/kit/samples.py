"""An answer to every question, made from the table: what is typed, what is kept, what a document shows; and a wrong one.

A new question is covered by being there; only what is code of its own is written down here.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from breach_wizard import guidance
from breach_wizard.guidance import Guidance
from breach_wizard.interview.asked import all_questions
from breach_wizard.interview.questions import Part, Question
from tests.kit.today import GUIDANCE


class Sample(NamedTuple):
    """An answer: as typed, as kept, as a document shows it; and what is refused, or empty where nothing is."""

    typed: str
    value: Any
    shown: tuple[str, ...]
    wrong: str = ""


def sample(asked: Question | Part, name: str, number: int = 1) -> Sample:
    """Return the answer of this number to a question or a part; another number gives another answer."""
    words = f"The {number}. answer to {name.replace('_', ' ').replace('.', ' ')}"
    day = f"{10 + number} March 2017"
    match asked.kind:
        case "text":
            return Sample(words, words, (words,))
        case "long-text":
            text = f"{words} | with *stars*\n\n- an item\n- and # another\n\n| a head | of *two* |\n| --- | --- |\n| 9am | a \\| bar |"
            return Sample(text, text, (f"{words} | with *stars*", "an item", "and # another"))
        case "day":
            return Sample(day, day, (day,), "some day")
        case "moment":
            return Sample(f"{day} 5.30pm", f"{day}, 5.30pm", (f"{day}, 5.30pm",), "31 February 2017")
        case "choice":
            choices = asked.choices if isinstance(asked, Question) else ()
            return Sample(choices[number - 1], choices[number - 1], (choices[number - 1],), "none of them")
        case "yes-no":
            return Sample(("Yes", "No")[number - 1], number == 1, (("Yes", "No")[number - 1],), "perhaps")
        case "address":
            address = f"https://www.gov.uk/{number}?a=b#c_d"
            return Sample(address, address, (address,), "somewhere on the web")
        case "count":
            return Sample(f"about {number},234", f"about {number},234", (f"about {number},234",), "a few")
        case "list":
            return Sample(f"{words}\n{words} too", [words, f"{words} too"], (words, f"{words} too"))
    raise NotImplementedError(f"{name}: a sample for the kind {asked.kind!r}")


OF_THEIR_OWN: Mapping[str, Any] = {
    "breach_type": ("early-release", "pre-release-leak"),
    "also": (["late-publication"], ["other"]),
    "ongoing": (False, True),
    "exemption": (True, "?"),
    "access_ended": (False, True),
    "considerations": ({}, {}),
    "due": ("22 March 2017, 9.30am", "23 March 2017, 9.30am"),
    "occurrences": (
        [{"key": "1", "date": "20 March 2017, 5pm", "note": "The note beside it"}],
        [{"key": "1", "date": "20 March 2017, 5pm", "note": "Another note"}],
    ),
    "outputs": (
        [{"key": "1", "title": "The output", "link": "https://www.gov.uk/output"}],
        [{"key": "1", "title": "The output", "link": "To be published"}],
    ),
    "actions": (
        [
            {
                "key": "1",
                "text": "Withdrew it.",
                "status": "taken",
                "when": "at once",
                "who": "Desk",
                "reason": "It helps",
            }
        ],
        [
            {
                "key": "1",
                "text": "Withdrew it.",
                "status": "taken",
                "when": "at once",
                "who": "Team",
                "reason": "It helps",
            }
        ],
    ),
}
"""The answers to the questions that are code of their own, and another one to each."""


def answers(content: Guidance = GUIDANCE, **changed: Any) -> Any:
    """Return an answer to every question."""
    return {one.id: kept(one) for one in all_questions(content)} | changed


def kept(question: Question, number: int = 1) -> Any:
    """Return the answer of this number to a question, as it is kept."""
    if question.id in OF_THEIR_OWN:
        return OF_THEIR_OWN[question.id][number - 1]
    return sample(question, question.id, number).value


MORE = {"choice": 'choices = ["The first way", "Another way"]\n'}
KINDS = ("text", "long-text", "day", "moment", "choice", "yes-no", "address", "count", "list")
SECTIONS = ("core", "circumstances", "impact", "actions")


def own_fields(**changed: str) -> str:
    """Return a body's fields.toml with a question of each kind, in each section and place in turn; changed by id."""
    entries = []
    for number, kind in enumerate((*KINDS, *KINDS)):
        name = f"own_{kind.replace('-', '_')}_{number // len(KINDS) + 1}"
        section = SECTIONS[(number + number // len(KINDS) * 2) % len(SECTIONS)]
        asked = ("interview", "check page")[number % 2]
        entries.append(
            f'[{name}]\nkind = "{kind}"\nsection = "{section}"\nasked = "{asked}"\npart = {number % 5 + 1}\n'
            f'label = "Label of {kind} {number}"\nquestion = "What about {kind} {number}?"\n'
            f"{MORE.get(kind, '')}{changed.get(name, '')}"
        )
    return "\n".join(entries)


def folder(path: Path, fields: str) -> Path:
    """Make a body's own folder with these fields."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "fields.toml").write_text(fields, encoding="utf-8")
    return path


def own(path: Path, fields: str = "") -> Guidance:
    """Return the guidance with a body's own questions: those given, else one of each kind."""
    return guidance.load(folder(path, fields or own_fields()))
