"""The register in the wizard: earlier breaches on offer, the report added at the end, and nothing stopped by it."""

from pathlib import Path
from typing import Any, cast

import pytest

from breach_wizard.imports.updating import update_of
from breach_wizard.interview.shapes import SCREENS
from breach_wizard.profile import Profile
from breach_wizard.register import opened, reading
from breach_wizard.register.derived import derived
from breach_wizard.report import Output, from_answers
from breach_wizard.wizard import asking, run
from breach_wizard.wizard.session import Session
from tests.kit import runs
from tests.kit.registers import add, made, mark
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

PREVIOUS = ("previous_breaches",)
WANTED = Profile(register_add=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def session(
    folder: Path, table: dict[str, Any], profile: Profile | None = None, **changes: Any
) -> tuple[Session, Scripted]:
    prompter = Scripted({"check": "write", "formats": ("json",), "anything_else": "no"} | table)
    found = runs.session(runs.store(folder).create(), prompter, profile or Profile())
    found.register = folder / "register.db"
    found.kept.draft.answers = WHOLE | cast("Any", update_of(WHOLE | changes, GUIDANCE)) | changes
    found.kept.draft.passed = list(SCREENS)
    return found, prompter


def held(folder: Path) -> list[dict[str, Any]]:
    register = opened(folder / "register.db")
    try:
        return [dict(reading.as_json(one)) for one in reading.page(register).cases]
    finally:
        register.close()


def with_earlier(folder: Path, title: str) -> str:
    register = opened(folder / "register.db")
    try:
        reference = add(
            register, made(outputs=(Output(title=title),), references=("V1",), producer=str(WHOLE["producer"]))
        ).reference
        mark(register, reference, "decided")
        return reference
    finally:
        register.close()


def test_earlier_breaches_are_offered_and_stand_in_the_text(tmp_path: Path) -> None:
    found, prompter = session(tmp_path, {"previous_breaches.earlier": ["0"], "previous_breaches": None})
    title = cast("Any", found.answers)["outputs"][0]["title"]
    reference = with_earlier(tmp_path, f"{title}, 2015")
    asking.ask(found, PREVIOUS)
    text = found.answers["previous_breaches"]
    assert "20 March 2017" in text
    assert reference not in text
    asking.ask(found, PREVIOUS)  # what stands there is not offered again
    assert [one.id for one in prompter.asked].count("previous_breaches.earlier") == 1


def test_a_register_that_can_not_be_opened_costs_a_line(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_bytes(b"no register at all" * 99)
    found, prompter = session(tmp_path, {"previous_breaches": "None known."}, WANTED)
    asking.ask(found, PREVIOUS)
    assert any("register.db" in one for one in prompter.asked[-1].notices)
    found.register = tmp_path / "register.db"
    run.check_and_write(found, None)
    told = [one for screen in prompter.screens for line in screen for one in [line.text] if "register add" in one]
    assert ".json" in told[0]


def test_nothing_is_added_unless_that_is_wanted(tmp_path: Path) -> None:
    found, _ = session(tmp_path, {})
    run.check_and_write(found, None)
    assert not (tmp_path / "register.db").exists()


def test_who_says_so_adds_it_and_the_next_ones(tmp_path: Path) -> None:
    found, _ = session(tmp_path, {"anything_else": ("again", "register_add", "no")})
    run.check_and_write(found, None)
    assert found.profile.register_add
    assert len(held(tmp_path)) == 1
    again, _ = session(
        tmp_path,
        {"formats": ("markdown",)},
        found.profile,
        impact="Another one.",
        outputs=[{"key": "1", "title": "Rail", "link": ""}],
    )
    run.check_and_write(again, None)
    assert len(held(tmp_path)) == 2


def test_an_update_is_a_version_of_what_it_updates(tmp_path: Path) -> None:
    found, _ = session(tmp_path, {}, WANTED)
    run.check_and_write(found, None)
    again, _ = session(tmp_path, {"formats": ("markdown",)}, WANTED, impact="More was found.")
    again.kept.draft.base = found.whole()
    run.check_and_write(again, None)
    (case,) = held(tmp_path)
    assert case["version"] == 2


@pytest.mark.parametrize(("answer", "versions"), [("2017-001", [2]), ("another", [1, 1]), (BACK, [1])])
def test_what_may_be_an_update_is_asked(answer: Any, versions: list[int], tmp_path: Path) -> None:
    found, _ = session(tmp_path, {}, WANTED)
    run.check_and_write(found, None)
    reference = held(tmp_path)[0]["reference"]
    answer = reference if answer == "2017-001" else answer
    again, prompter = session(
        tmp_path, {"formats": ("markdown",), "register.as": answer}, WANTED, impact="More was found."
    )
    run.check_and_write(again, None)
    assert sorted(one["version"] for one in held(tmp_path)) == versions
    told = any("register add" in line.text for screen in prompter.screens for line in screen)
    assert told == (answer == BACK)


def test_what_is_added_is_what_was_written(tmp_path: Path) -> None:
    found, _ = session(tmp_path, {}, WANTED._replace(producer="ONS"))
    run.check_and_write(found, None)
    register = opened(tmp_path / "register.db")
    try:
        wanted = derived(from_answers(found.whole(), GUIDANCE), GUIDANCE)
        assert add(register, wanted).what == "there"
    finally:
        register.close()
