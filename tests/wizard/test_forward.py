"""Going on after going back or changing the kind: step by step, with what means another thing asked anew."""

from pathlib import Path
from typing import Any

import pytest

from breach_wizard.interview.steps import first_open
from breach_wizard.prompts import Ask, Text
from breach_wizard.wizard import asking, run
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, OFSTED, PROFILED, SCREENS


class OnceBack(Scripted):
    """Goes back the first time that it comes to certain questions."""

    def __init__(self, story: dict[str, Any], *back: str) -> None:
        super().__init__(story, SCREENS)
        self.back = set(back)

    def choose(self, ask: Ask) -> Any:
        if ask.id in self.back:
            self.back.remove(ask.id)
            return BACK
        return super().choose(ask)


def test_who_went_back_comes_forward_one_by_one(tmp_path: Path) -> None:
    """In a resumed draft too, in which all that lies between is answered."""
    store = runs.store(tmp_path)
    with store.create() as kept:
        run.start(runs.session(kept, Scripted(OFSTED, SCREENS)), tmp_path / "report.md")
        kept.draft.answers.pop("impact")
        kept.save()
    prompter = OnceBack(
        {"considerations": "go-on", "previous_breaches": "None.", "impact": "None."}, "impact", "considerations"
    )
    with store.open(1) as kept:
        run.resume(runs.session(kept, prompter), tmp_path / "again.md")
    ids = [ask.id for ask in prompter.asked]
    back_and_forth = ["impact", "considerations", "previous_breaches", "considerations", "impact"]
    assert ids[:6] == ["approved", *back_and_forth]


@pytest.mark.parametrize(
    ("later", "ended", "then"),
    [("late-publication", "5.30pm", ()), ("other", "20 March 2017 5.30pm", ("missing:references",))],
)
def test_another_kind_asks_anew_whether_it_goes_on(
    tmp_path: Path, later: str, ended: str, then: tuple[str, ...]
) -> None:
    story = OFSTED | {
        "check": ("again", "row:breach_type", *then, "write"),
        "references": ["unequal-access", "not-announced"],
        "breach_type": ("again", "early-release", later),
        "ended": ("again", "20 March 2017 5.30pm", ended),
        "ended.look": "keep",
    }
    prompter = Scripted(story, SCREENS)
    with runs.store(tmp_path).create() as kept:
        session = runs.session(kept, prompter)
        run.start(session, tmp_path / "report.md")
        assert first_open(session.answers, session.context) is None
    ids = [ask.id for ask in prompter.asked]
    after = ids[ids.index("check") :]
    assert after[:4] == ["check", "breach_type", "ongoing", "do_now"]
    again = next(ask for ask in prompter.asked[::-1] if ask.id == "ended")
    assert isinstance(again, Text)
    assert again.default == "20 March 2017, 5.30pm"


def test_a_further_kind_shows_what_cannot_wait_and_what_to_consider(tmp_path: Path) -> None:
    table = OFSTED | {
        "check": ("again", "add", "write"),
        "add": "kind",
        "also": "pre-release-leak",
        "occurrences.2.due": "22 March 2017",
        "occurrences.2.date": "20 March 2017 16:00",
        "occurrences.2.ended": "?",
        "considerations": ("again", "accessed", "go-on"),
    }
    prompter = Scripted(table, SCREENS)
    with runs.store(tmp_path).create() as kept:
        run.start(runs.session(kept, prompter), tmp_path / "report.md")
    ids = [ask.id for ask in prompter.asked]
    after = ids[ids.index("also") :]
    assert after[:6] == [
        "also",
        "do_now",
        "occurrences.2.due",
        "occurrences.2.date",
        "occurrences.2.ended",
        "considerations",
    ]
    words = " ".join(line.text for screen in prompter.screens for line in screen)
    assert "Deleted" in words or "delete it everywhere" in words


def test_what_has_ended_meanwhile_is_asked_for_when(tmp_path: Path) -> None:
    """A late publication that was not out: on coming back, that it is out opens the question when it came out."""
    store = runs.store(tmp_path)
    with store.create() as kept:
        run.start(runs.session(kept, Scripted(PROFILED, SCREENS), runs.KNOWN), tmp_path / "report.md")
    prompter = Scripted({"ongoing": "no", "ended": "9.38"}, SCREENS)
    with store.open(1) as kept:
        session = runs.session(kept, prompter, runs.KNOWN)
        run.resume(session, tmp_path / "again.md")
        assert session.answers["ended"] == "22 March 2017, 9.38am"
    prompter.verify()
    ids = [ask.id for ask in prompter.asked]
    assert ids.index("ended") < ids.index("check")  # and not only when the report is to be written
    assert "8 minutes late" in (tmp_path / "again.md").read_text()


def test_a_clause_that_ends_in_a_colon_stays_as_it_is(tmp_path: Path) -> None:
    with runs.store(tmp_path).create() as kept:
        session = runs.session(kept, Scripted({"references": None}))
        kept.draft.answers = {"breach_type": "other", "references": ["T3 Orderly release\nas follows:"]}
        asking.ask(session, ("references",))
        assert session.answers["references"] == ["T3 Orderly release\nas follows:"]
