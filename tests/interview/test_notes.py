"""What a note puts into the report, and what it takes for it to be found there."""

from typing import Any

import pytest

from breach_wizard.interview import notes
from breach_wizard.interview.context import Context
from breach_wizard.interview.following import to_follow
from breach_wizard.interview.notes import Standing
from breach_wizard.interview.proposals import propose
from tests.kit.runs import NOW
from tests.kit.today import GUIDANCE

WORLD = Context(now=NOW, guidance=GUIDANCE)
ACCESSED = GUIDANCE.considerations["accessed"]
HAD_IT = GUIDANCE.considerations["time-with-recipients"]


def early(note: str = "", **more: Any) -> Any:
    return {"breach_type": "early-release", "considerations": {"accessed": note}, **more}


@pytest.mark.parametrize(
    ("typed", "note"),
    [(" 54 people ", "54 people"), ("", ""), ("?", "to find out"), ("-", "not relevant"), ("- ", "not relevant")],
)
def test_a_note_is_one_text_or_a_mark(typed: str, note: str) -> None:
    assert notes.taken(typed) == note
    assert notes.taken(notes.as_typed(note)) == note


def test_no_heading_is_proposed_and_nothing_without_a_note() -> None:
    for kind in GUIDANCE.types.values():
        for note in ("", "to find out", "not relevant"):
            given: Any = {"breach_type": kind.id, "considerations": dict.fromkeys(kind.considerations, note)}
            proposed = str(propose(("impact",), given, WORLD))
            assert "organisation" not in proposed
            assert not proposed or note == "to find out"


def test_what_the_dates_tell_is_never_not_known_yet() -> None:
    given: Any = {"breach_type": "pre-release-leak", "considerations": {HAD_IT.id: "to find out"}}
    assert notes.words(HAD_IT, given)
    assert to_follow(given, WORLD) == (("considerations", HAD_IT.id),)
    dated = given | {
        "occurrences": [{"key": "1", "date": "20 March 2017, 5pm"}],
        "noticed": "20 March 2017, 5.20pm",
    }
    assert not notes.words(HAD_IT, dated)
    assert not to_follow(dated, WORLD)
    for noticed in ("by 5.20pm on 20 March 2017", "the week of 20 March 2017", "“the same day”"):
        assert to_follow(dated | {"noticed": noticed}, WORLD) == (("considerations", HAD_IT.id),)


def standing(given: Any, last: str = "") -> Standing:
    return notes.standing(ACCESSED, given, {notes.record_of(ACCESSED): last} if last else {})


def test_how_a_note_stands() -> None:
    was, now = (notes.words(ACCESSED, early(note)) for note in ("54", "55"))
    assert standing(early("55")) is Standing.SETTLED
    assert standing(early("55", impact="None.")) is Standing.NEW
    assert standing(early("55", impact=f"None.\n\n{now}")) is Standing.THERE
    assert standing(early("55", impact="None.\n55\nSmall.")) is Standing.THERE
    assert standing(early("55", impact=f"None.\n\n{was}"), was) is Standing.FOLLOWS
    assert standing(early("", impact=f"None.\n\n{was}"), was) is Standing.FOLLOWS
    assert standing(early("55", impact=f"None.\n\n{was}, or more"), was) is Standing.EDITED
    assert standing(early("54", impact="None."), was) is Standing.LEFT_OUT
    assert standing(early("54", impact=f"Small: {was}, or more."), was) is Standing.SETTLED
    assert standing(early("55", impact="?"), now) is Standing.LEFT_OUT
    assert standing(early("not relevant", impact="None.")) is Standing.SETTLED


def test_a_paragraph_is_replaced_and_taken_out_alone() -> None:
    text = "One.\n\nTwo.\n\nThree."
    assert notes.replaced(text, "Two.", "2.") == "One.\n\n2.\n\nThree."
    assert notes.replaced(text, "Two.", "") == "One.\n\nThree."
    assert notes.replaced(text, "Three.", "") == "One.\n\nTwo."
    assert not notes.stands_in("Two", text)
