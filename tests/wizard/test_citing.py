"""The clauses of the Code where the breach type brings none: chosen from a list, or written."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview.citing import offered_clauses
from breach_wizard.interview.context import Context
from breach_wizard.prompts import Back, Checklist, Text
from breach_wizard.wizard import asking
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK
from tests.kit.today import GUIDANCE

WORLD = Context(now=runs.NOW, guidance=GUIDANCE)
OTHER: Any = {"breach_type": "other", "occurrences": [{"key": "1", "date": "4 May 2023"}]}


def opened(folder: Path, answers: Any, *given: Any) -> tuple[Scripted, Any]:
    """Open the row with these answers, and give these ones, each to the next question; return what is kept, too."""
    prompter = Scripted({"references": ("again", *given)})
    with runs.store(folder).create() as kept:
        session = runs.session(kept, prompter)
        session.put_all(answers)
        asking.ask(session, ("references",))
        return prompter, session.answers["references"]


def test_what_is_ticked_brings_its_clauses_and_is_ticked_again(tmp_path: Path) -> None:
    _, kept = opened(tmp_path, OTHER, ["not-announced", "error-not-corrected"])
    assert [text.split()[0] for text in kept] == ["T3.1", "T3.9", "Q3.4"]
    prompter, again = opened(tmp_path, OTHER | {"references": kept}, None)
    (ask,) = prompter.asked
    assert isinstance(ask, Checklist)
    assert ask.ticked == ("not-announced", "error-not-corrected")
    assert again == kept


def test_what_is_written_besides_stands_beside_what_is_ticked(tmp_path: Path) -> None:
    (clause,) = offered_clauses(OTHER, WORLD)["not-announced"]
    prompter, kept = opened(tmp_path, OTHER | {"references": ["T5.2"]}, ["not-announced", "own"], None)
    _, text = prompter.asked
    assert isinstance(text, Text)
    assert kept == [clause.written, "T5.2"]
    assert opened(tmp_path, OTHER | {"references": kept}, ["own"], None)[1] == ["T5.2"]
    assert opened(tmp_path, OTHER, ["?"])[1] == "?"


def test_going_back_from_what_is_written_keeps_the_answer_before(tmp_path: Path) -> None:
    with runs.store(tmp_path).create() as kept:
        session = runs.session(kept, Scripted({"references": ("again", ["own"], BACK, BACK, None, None)}))
        session.put_all(OTHER | {"references": ["T5.2"]})
        with pytest.raises(Back):
            asking.ask(session, ("references",))
        assert session.answers["references"] == ["T5.2"]
        asking.ask(session, ("references",))
        assert session.answers["references"] == ["T5.2"]


def test_the_clauses_of_another_kind_stay(tmp_path: Path) -> None:
    late = OTHER | {"breach_type": "late-publication", "also": ["other"], "due": "4 May 2023, 9.30am"}
    prompter, kept = opened(tmp_path, late, ["access-to-data"])
    assert [text.split()[0] for text in kept] == ["T3.6", "T6"]
    (ask,) = prompter.asked
    assert isinstance(ask, Checklist)
    assert ask.ticked == ()
