"""The finish: two prompts, what is remembered from them, and what the last screen says."""

from pathlib import Path
from typing import Any, cast

import pytest

from breach_wizard.exports import FORMATS, load
from breach_wizard.imports.updating import update_of
from breach_wizard.interview.shapes import SCREENS
from breach_wizard.profile import Profile
from breach_wizard.profile import load as load_profile
from breach_wizard.prompts import Checklist, Line, Select
from breach_wizard.wizard import afterwards, finishing, run, writing
from breach_wizard.wizard.session import Leave, Session
from tests.kit import piped, runs
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, STOP
from tests.kit.today import GUIDANCE
from tests.test_check import WHOLE

TO_COME: dict[str, Any] = {"due": "24 March 2017, 9.30am"}
MARKING = "OFFICIAL-SENSITIVE"


def made(
    folder: Path, table: dict[str, Any], profile: Profile | None = None, **changes: Any
) -> tuple[Session, Scripted]:
    prompter = Scripted({"check": "write"} | table)
    session = runs.session(runs.store(folder).create(), prompter, profile or Profile())
    session.kept.draft.answers = WHOLE | cast("Any", update_of(WHOLE | changes, GUIDANCE)) | changes
    session.kept.draft.passed = list(SCREENS)
    return session, prompter


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_are_two_prompts_and_enter_goes_past_both(tmp_path: Path) -> None:
    session, prompter = made(tmp_path, {"formats": None, "anything_else": "no"})
    path = run.check_and_write(session, None)
    assert [one.id for one in prompter.asked] == ["check", "formats", "anything_else"]
    last = prompter.asked[-1]
    assert isinstance(last, Select)
    assert (last.default, last.choices[0].value) == ("no", "no")
    assert {one.suffix for one in path.parent.glob("breach-report*")} == {".md", ".docx"}


def test_the_formats_chosen_last_are_ticked_next_time(tmp_path: Path) -> None:
    session, _ = made(tmp_path, {"formats": ("html", "json"), "anything_else": "no"})
    run.check_and_write(session, None)
    _, prompter = again = made(tmp_path, {"formats": ("json", "name"), "output": "other"}, session.profile)
    writing.write(again[0], None)
    asked = prompter.asked[0]
    assert isinstance(asked, Checklist)
    assert asked.ticked == ("html", "json")
    assert again[0].profile.formats == "json"


def test_going_back_from_the_name_comes_to_the_formats(tmp_path: Path) -> None:
    table = {"formats": ("again", ("json", "name"), ("json",)), "output": BACK, "anything_else": "no"}
    session, prompter = made(tmp_path, table)
    assert run.check_and_write(session, None).suffix == ".json"
    prompter.verify()


def test_a_marking_given_there_is_on_what_was_written(tmp_path: Path) -> None:
    table = {"formats": tuple(FORMATS), "anything_else": ("again", "marking", "no"), "marking": f" {MARKING}  X\n"}
    session, _ = made(tmp_path, table, None, **TO_COME)
    path = run.check_and_write(session, None)
    assert session.profile.marking == f"{MARKING} X"
    for name in ("markdown", "html"):
        assert MARKING in path.with_suffix(load(name).EXTENSION).read_text()


@pytest.mark.parametrize(
    ("changes", "is_offered"),
    [(TO_COME, True), ({}, False), ({"due": "?"}, True), (TO_COME | {"ongoing": "stays-up", "ended": ""}, False),
     ({"breach_type": "late-publication", "ongoing": True, "ended": ""}, True), ({"breach_type": "late-publication"}, False)],
)  # fmt: skip
def test_a_marking_is_asked_for_while_the_statistics_are_not_out(
    tmp_path: Path, changes: dict[str, Any], is_offered: bool
) -> None:
    session, prompter = made(tmp_path, {"anything_else": "no"}, **changes)
    afterwards.anything_else(session, {})
    asked = prompter.asked[0]
    assert isinstance(asked, Select)
    assert ("marking" in [one.value for one in asked.choices]) == is_offered


def test_the_letter_is_offered_once_the_report_is_written_and_not_before(tmp_path: Path) -> None:
    offered = []
    for table in ({"anything_else": ("again", "messages", "no")}, {"check": ("again", "messages", "leave")}):
        session, prompter = made(tmp_path, table | {"messages": "back"})
        if "check" in table:
            with pytest.raises(Leave):
                run.check_and_write(session, None)
        else:
            afterwards.anything_else(session, {})
        asked = next(one for one in prompter.asked if one.id == "messages")
        assert isinstance(asked, Select)
        offered.append({one.value for one in asked.choices})
    written, before = offered
    assert written - before == {one.id for one in GUIDANCE.messages.values() if one.when_written} == {"letter"}


@pytest.mark.parametrize("key", ["hop_number", "publishing_number", "marking", "site"])
def test_an_entry_is_kept_and_shown(tmp_path: Path, key: str) -> None:
    table = {"anything_else": ("again", key, "no"), key: "gov.uk"}
    session, prompter = made(tmp_path, table, None, **TO_COME)
    afterwards.anything_else(session, {})
    assert session.profile == Profile()._replace(**{key: "gov.uk"})
    asked = prompter.asked[-1]
    assert isinstance(asked, Select)
    assert "gov.uk" in next(one.label for one in asked.choices if one.value == key)


def test_the_nation_and_another_site_are_kept(tmp_path: Path) -> None:
    table = {
        "anything_else": ("again", "nation", "site", "no"),
        "nation": "wales",
        "site": "Our own",
        "take_down_note": "Ask the web team.",
    }
    session, _ = made(tmp_path, table)
    afterwards.anything_else(session, {})
    assert session.profile == Profile(nation="wales", site="Our own", take_down_note="Ask the web team.")


def test_when_it_is_stopped_the_last_screen_is_shown(tmp_path: Path) -> None:
    session, prompter = made(tmp_path, {"anything_else": STOP})
    run.check_and_write(session, tmp_path / "report.md")
    assert str(tmp_path / "report.md") in [line.text for line in prompter.screens[-1]]


def test_what_is_said_there_is_kept_for_the_next_report(tmp_path: Path) -> None:
    session, _ = made(tmp_path, {})
    session.save()
    session.kept.close()
    typed = ["w", "", "Whom to phone next time: Head", "020 7946 0000", ""]
    ended = piped.talk(["--plain", "resume", "1"], tmp_path, typed)
    assert ended.code == 0, ended.talk.decode()
    kept = load_profile(tmp_path / "profile.toml")
    assert (kept.hop_number, kept.formats) == ("020 7946 0000", "markdown, word")


def first_lines(session: Session) -> tuple[Line, Line]:
    """The title, and the first step."""
    shown = finishing.what_next(session, [])
    return shown[0], next(line for line in shown if line.style == "item")


def test_the_last_screen_says_whether_it_is_approved(tmp_path: Path) -> None:
    drafted, _ = made(tmp_path, {})
    approved, _ = made(tmp_path, {}, approved={"by": "Head of Profession", "on": "21 March 2017"})
    refused, _ = made(tmp_path, {}, approved="no")
    assert first_lines(drafted) == first_lines(refused)
    title, step = first_lines(approved)
    assert "21 March 2017" in title.text
    assert (title, step) != first_lines(drafted)


def test_what_is_not_out_is_called_unpublished(tmp_path: Path) -> None:
    (_, before), (_, out) = (first_lines(made(tmp_path, {}, **one)[0]) for one in (TO_COME, {}))
    assert "unpublished" in before.text
    assert "unpublished" not in out.text


def test_a_market_sensitive_report_without_a_marking_is_to_look_at(tmp_path: Path) -> None:
    table = {"check": ("again", "look:marking", "leave"), "marking": MARKING}
    session, prompter = made(tmp_path, table, market_sensitive=True)
    with pytest.raises(Leave):
        run.check_and_write(session, None)
    assert session.profile.marking == MARKING
    offered = [[one.value for one in ask.choices] for ask in prompter.asked if isinstance(ask, Select)]
    assert ["look:marking" in values for values in offered] == [True, False]
