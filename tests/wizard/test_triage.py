"""Is it a breach? Each way through the questions ends where it should, whoever goes back on it; nothing is kept."""

from pathlib import Path

import pytest

from breach_wizard.guidance.content import Outcome
from breach_wizard.profile import Profile
from breach_wizard.prompts import Select
from breach_wizard.wizard import first, run, triage
from breach_wizard.wizard.session import Leave
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.today import GUIDANCE

NO_SIGN = {"serious": "no", "exempt": "no"}
WAYS = {
    "figures that are no official statistics": ({"official": "no"}, "not-official", ""),
    "a page that went live": ({"public_early": "yes"} | NO_SIGN, "breach", "early-release"),
    "an email to the wrong person": ({"reached": "yes"} | NO_SIGN, "breach", "pre-release-leak"),
    "who doesn't know whether it is serious": ({"reached": "yes", "serious": "unsure", "exempt": "no"}, "perhaps-serious", "pre-release-leak"),
    "a sign of a serious one": ({"late": "yes", "serious": "yes", "exempt": "no"}, "serious", "late-publication"),
    "exactly that had been agreed": ({"public_early": "yes", "serious": "yes", "exempt": "yes"}, "agreed", "early-release"),
    "given to the list before the hours allowed": ({"too_soon": "yes", "extended": "no"} | NO_SIGN, "breach", "other"),
    "access that was made longer lawfully": ({"too_soon": "yes", "extended": "yes"}, "extended", ""),
    "on time at an agreed and announced 2pm": ({}, "not-a-breach", ""),
    "quoted by a minister": ({"quoted": "yes"} | NO_SIGN, "breach", "other"),
    "wrong figures, corrected at once": ({"other": "yes"} | NO_SIGN, "may-be", "other"),
}  # fmt: skip
"""What is answered otherwise than "these are official statistics, and nothing else", the verdict, and the kind."""


def asked(answers: dict[str, str]) -> list[Outcome]:
    """What follows from the answers, question by question; each that is given must be asked."""
    table = {"official": "yes", **answers}
    told: list[Outcome] = []
    names = []
    while not told or told[-1].next:
        names.append(told[-1].next if told else next(iter(GUIDANCE.triage)))
        told.append(GUIDANCE.triage[names[-1]].answers[table.get(names[-1], "no")])
    assert set(table) <= set(names)
    return told


@pytest.mark.parametrize("way", WAYS)
def test_each_way_ends_in_its_verdict(way: str) -> None:
    answers, verdict, kind = WAYS[way]
    found = triage.concluded(asked(answers))
    assert (found.verdict, found.kind) == (verdict, kind)
    assert bool(found.reason) == bool(kind)


def test_whether_it_was_agreed_is_asked_last_and_only_after_a_yes() -> None:
    for answers, _, kind in WAYS.values():
        if "exempt" in answers:
            assert asked(answers)[-1] in GUIDANCE.triage["exempt"].answers.values()
            assert kind


def test_no_verdict_says_that_it_is_one() -> None:
    for verdict in GUIDANCE.verdicts.values():
        assert "this is a breach" not in " ".join(verdict.text).casefold(), verdict.id


def test_who_stops_at_the_verdict_leaves_nothing(tmp_path: Path) -> None:
    table = {f"triage.{name}": "no" for name in GUIDANCE.triage} | {"triage.official": "yes", "triage.verdict": "stop"}
    prompter = Scripted({}, table)
    with runs.store(tmp_path).create() as kept:
        with pytest.raises(Leave):
            run.start(runs.session(kept, prompter), tmp_path / "report.md", first.UNSURE)
        assert not kept.is_saved
    assert not (tmp_path / "report.md").exists()


def test_a_verdict_names_the_office_of_the_nation(tmp_path: Path) -> None:
    prompter = Scripted({"triage.official": "no", "triage.verdict": "again"})
    with runs.store(tmp_path).create() as kept:
        assert triage.decide(runs.session(kept, prompter, Profile(nation="scotland"))) is None
    assert "Chief Statistician" in " ".join(line.text for screen in prompter.screens for line in screen)
    verdict = prompter.asked[-1]
    assert isinstance(verdict, Select)
    assert {"again", "stop"} == {one.value for one in verdict.choices}
