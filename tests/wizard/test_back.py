"""Back is the step before: at the finish, from what is added, what is to follow, and a change; nothing typed is lost."""

from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from breach_wizard.imports.updating import update_of
from breach_wizard.interview.paths import items, without
from breach_wizard.interview.questions import REMEMBERED
from breach_wizard.interview.shapes import SCREENS as SHOWN
from breach_wizard.interview.wording import MORE_THAN_ONE, wording
from breach_wizard.profile import Profile
from breach_wizard.prompts import Back, Checklist, Select, Stopped, Text
from breach_wizard.wizard import asking, run
from breach_wizard.wizard.session import Leave, Session
from breach_wizard.wizard.walking import walk_open
from tests.kit import runs
from tests.kit.driver import Driver
from tests.kit.scripted import Scripted
from tests.kit.stories import BACK, STOP, GoBack
from tests.test_check import WHOLE

WRITE = {"anything_else": "no"}


def made(folder: Path, table: dict[str, Any], **changes: Any) -> tuple[Session, Scripted]:
    """A run at the check page of a report in which nothing is missing."""
    prompter = Scripted({"check": "write", "do_now": "go-on"} | table)
    session = runs.session(runs.store(folder).create(), prompter, Profile())
    session.kept.draft.answers = cast("Any", update_of(WHOLE | changes, session.guidance)) | changes
    session.kept.draft.passed = list(SHOWN)
    return session, prompter


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(prompter: Scripted) -> list[str]:
    return [one.id for one in prompter.asked]


def left(session: Session) -> None:
    """Go on until it is left as a draft."""
    with pytest.raises(Leave):
        run.check_and_write(session, None)


def test_an_answer_given_in_place_of_one_put_aside_is_not_called_begun(tmp_path: Path) -> None:
    session, prompter = made(tmp_path, {"outputs.1.link": ("again", "clear", "?", "fourth link", BACK)})
    for _ in range(3):
        asking.ask(session, ("outputs", "1", "link"))
    with pytest.raises(Back):
        asking.ask(session, ("outputs", "1", "link"))
    last = prompter.asked[-1]
    assert isinstance(last, Text)
    assert (last.default, last.kept, last.begun) == ("fourth link", "clear", False)


def test_a_date_that_was_only_proposed_is_not_put_aside(tmp_path: Path) -> None:
    table = {"due": ("again", "?", "yesterday", "?"), "due.look": "keep"}
    session, prompter = made(tmp_path, table, breach_type="late-publication")
    session.put_all(without(session.answers, "due"))
    for kept in ("", "", "21 March 2017, 9.30am"):
        asking.ask(session, ("due",))
        assert session.aside(("due",)) == kept
    assert isinstance(prompter.asked[0], Text)
    assert prompter.asked[0].default == "today"


def test_each_question_of_the_finish_leads_to_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("There.")
    table = {
        "formats": ("again", ["markdown", "name"], BACK, None),
        "output": ("again", "a", BACK, "b"),
        "replace": ("again", BACK, "yes"),
        "anything_else": ("again", BACK, "no"),
        "check": "write",
    }
    session, prompter = made(tmp_path, table)
    run.check_and_write(session, None)
    way = ["check", "formats", "output", "replace", "output", "formats", "check", "formats", "output", "anything_else"]
    assert asked(prompter)[:10] == way
    assert asked(prompter)[10] == "output"  # back from "Anything else?"
    assert (tmp_path / "b.md").is_file()


def test_what_was_ticked_and_named_stays(tmp_path: Path) -> None:
    table = WRITE | {
        "formats": ("again", ["html", "json", "name"], BACK, None),
        "output": ("again", GoBack("half"), None),
    }
    session, prompter = made(tmp_path, table)
    assert run.check_and_write(session, None).name == "half.html"
    lists = [one.ticked for one in prompter.asked if isinstance(one, Checklist)]
    assert lists[1:] == [("html", "json", "name")] * 2
    assert not {"formats", "output"} & session.kept.draft.partial.keys()


def test_back_from_the_check_page_is_asked_for_twice(tmp_path: Path) -> None:
    table = {
        "check": ("again", BACK, BACK, BACK, "row:noticed", BACK, "leave"),
        "head_of_profession": None,
        "noticed": None,
    }
    session, prompter = made(tmp_path, table)
    left(session)
    assert asked(prompter) == ["check"] * 2 + ["head_of_profession"] + ["check"] * 2 + ["noticed"] + ["check"] * 2
    assert prompter.asked[1].notices


ADDED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "output": ({"outputs.2.title": "Regions", "outputs.2.link": "https://example.org"}, ["outputs.2.title", "outputs.2.link"]),
    "date": ({"occurrences.2.date": "20 March 2017 6pm"}, ["occurrences.2.date"]),
    "kind": (
        {
            "also": "late-publication",
            "occurrences.2.due": "21 March 2017",
            "occurrences.2.date": "21 March 2017",
            "occurrences.2.ended": "21 March 2017 9.40am",
            "considerations": "go-on",
        },
        ["occurrences.2.due", "occurrences.2.date", "occurrences.2.ended"],
    ),
}  # fmt: skip
"""What can be added: the answers to what is asked, and the questions of which the last makes it be there."""


def answers_of(session: Session) -> dict[str, Any]:
    return {name: session.kept.draft.answers.get(name) for name in ("outputs", "occurrences", "also")}


@pytest.mark.parametrize("what", ADDED)
@pytest.mark.parametrize("from_the", [0, -1])
def test_what_is_half_added_is_dropped_by_going_back_and_kept_to_be_brought_back(
    tmp_path: Path, what: str, from_the: int
) -> None:
    told, way = ADDED[what]
    back: dict[str, Any] = dict.fromkeys(way, BACK)
    back |= {name: ("again", told[name], BACK) for name in way[: way.index(way[from_the])]}
    back[way[from_the]] = GoBack("half typed") if from_the == 0 else ("again", GoBack("half typed"), BACK)
    table = told | back | {"check": ("again", "add", "leave"), "add": ("again", what, BACK)}
    if what == "kind":
        table |= {"do_now": ("again", "go-on", BACK), "also": ("again", told["also"], BACK)}
        table.pop("considerations")
    session, _ = made(tmp_path, table)
    before = answers_of(session)
    left(session)
    draft = session.kept.draft
    assert (answers_of(session), draft.adding) == (before, [])
    again, prompter = made(tmp_path, told | {"check": ("again", "add", "leave"), "add": what})
    again.kept.draft = draft
    left(again)
    assert answers_of(again) != before
    fields = {one.id: one for one in prompter.asked if isinstance(one, Text)}
    assert (fields[way[from_the]].kept, fields[way[from_the]].default) == ("half typed", "")


@pytest.mark.parametrize("what", ADDED)
@pytest.mark.parametrize("place", [0, -1])
def test_what_is_half_added_when_stopped_is_gone_on_with(tmp_path: Path, what: str, place: int) -> None:
    told, way = ADDED[what]
    stopped = way[place]
    table = told | {stopped: STOP, "check": "add", "add": what}
    session, _ = made(tmp_path, table)
    before = answers_of(session)
    session.keep(tuple(stopped.split(".")))("half typed")
    with pytest.raises(Stopped):
        run.check_and_write(session, None)
    number = session.kept.draft.number
    session.kept.close()
    with runs.store(tmp_path).open(number) as kept:
        assert {name: kept.draft.answers.get(name) for name in before} == before
        prompter = Scripted(told | {"check": "leave", "do_now": "go-on"})
        with pytest.raises(Leave):
            run.resume(runs.session(kept, prompter))
        first = prompter.asked[0]
        assert isinstance(first, Text)
        assert (first.id, first.default) == (stopped, "half typed")
        name = stopped.split(".")[0]
        assert len(kept.draft.answers[name]) == len(before[name]) + 1  # type: ignore[literal-required]
        assert not kept.draft.adding
        assert not [word for word in kept.draft.partial if word in way]


def test_several_dates_of_a_kind_half_added_are_the_same_on_another_day(tmp_path: Path) -> None:
    dates = {"occurrences.2.date": "yesterday 5pm and today 9am", "occurrences.2.date.look": "keep"}
    told = ADDED["kind"][0] | {"also": "pre-release-leak", "occurrences.2.ended": STOP} | dates
    session, _ = made(tmp_path, told | {"check": "add", "add": "kind"})
    with pytest.raises(Stopped):
        run.check_and_write(session, None)
    number = session.kept.draft.number
    session.kept.close()
    with runs.store(tmp_path).open(number) as kept:
        open_still = ("occurrences.2.ended", "occurrences.2&2.due", "occurrences.2&2.ended")
        table = {"check": "leave", "considerations": "go-on"} | dict.fromkeys(open_still, "?")
        again = runs.session(kept, Scripted(table))
        again.clock = lambda: runs.NOW + timedelta(days=3)
        with pytest.raises(Leave):
            run.resume(again)
        days = [one["date"] for one in items(kept.draft.answers, "occurrences")]
        assert days[1:] == ["21 March 2017, 5pm", "22 March 2017, 9am"]


@pytest.mark.parametrize("what", ["output", "date"])
def test_what_is_added_is_not_asked_for_as_the_first_of_several(tmp_path: Path, what: str) -> None:
    told, (first, *_) = ADDED[what]
    session, prompter = made(tmp_path, told | {"check": ("again", "add", "leave"), "add": what})
    alone = wording(tuple(first.replace("2", "1").split(".")), cast("Any", WHOLE), session.context).hint
    left(session)
    (added,) = (one.hint for one in prompter.asked if one.id == first)
    assert MORE_THAN_ONE in alone
    assert MORE_THAN_ONE not in added


def test_back_from_what_is_to_follow_is_the_one_before(tmp_path: Path) -> None:
    table: dict[str, Any] = {
        "noticed": ("again", None, None),
        "contact_details": ("again", BACK, None),
        "check": "leave",
    }
    session, prompter = made(tmp_path, table, noticed="?", contact_details="?")
    with pytest.raises(Leave):
        run.resume(session, None)
    assert asked(prompter)[:4] == ["noticed", "contact_details", "noticed", "contact_details"]


def test_a_change_of_kind_that_is_gone_back_from_is_none(tmp_path: Path) -> None:
    table = {
        "check": ("again", "row:breach_type", "leave"),
        "breach_type": ("again", "other", BACK),
        "ongoing": ("again", "no", BACK),
        "do_now": BACK,
    }
    session, prompter = made(tmp_path, table)
    before = deepcopy(session.kept.draft)
    left(session)
    assert asked(prompter) == ["check", "breach_type", "ongoing", "do_now", "ongoing", "breach_type", "check"]
    draft = session.kept.draft
    assert (draft.answers, draft.passed, draft.asked_again) == (before.answers, before.passed, before.asked_again)


@pytest.mark.parametrize("act", ["text", "when", "status:not-taken"])
def test_back_from_a_change_of_an_action_comes_to_what_can_be_changed(tmp_path: Path, act: str) -> None:
    action: dict[str, Any] = {"key": "1", "text": "Told the users.", "status": "taken", "when": "", "who": ""}
    table: dict[str, Any] = {"check": ("again", "row:actions.1", "leave"), "actions.1": ("again", act, BACK)}
    table |= {"actions.1.when" if act == "when" else "actions.1.text": BACK}
    session, prompter = made(tmp_path, table, actions=[action])
    left(session)
    assert asked(prompter)[1] == asked(prompter)[3] == "actions.1"
    assert session.answers["actions"] == [action]


def test_a_warning_that_was_kept_is_asked_again_only_where_a_value_of_it_changed(tmp_path: Path) -> None:
    early = WHOLE | {"noticed": "20 March 2017, 4pm"}
    table = {
        "check": ("again", "row:noticed", "row:occurrences.1.date", "row:ended", "row:noticed", "leave"),
        "noticed": ("again", "20 March 2017 4pm", "20 March 2017 3pm"),
        "noticed.look": ("again", "keep", "keep"),
        "occurrences.1.date": None,
        "ended": None,
    }
    session, prompter = made(tmp_path, table, **early)
    left(session)
    assert [name for name in asked(prompter) if name.endswith(".look")] == ["noticed.look"] * 2


def test_the_other_value_of_a_warning_can_be_changed_from_there(tmp_path: Path) -> None:
    table = {
        "check": ("again", "row:noticed", "leave"),
        "noticed": "20 March 2017 4pm",
        "noticed.look": "occurrences.1.date",
        "occurrences.1.date": "20 March 2017 3.30pm",
    }
    session, prompter = made(tmp_path, table)
    left(session)
    assert asked(prompter).count("noticed.look") == 1
    assert session.answers["noticed"] == "20 March 2017, 4pm"
    assert items(session.answers, "occurrences")[0]["date"] == "20 March 2017, 3.30pm"


def test_back_from_which_are_done_are_ones_own_actions_which_are_not_asked_again_on_the_way(tmp_path: Path) -> None:
    texts = {"1": "Told the users.", "2": "Took it down.", "note-users": "Wrote to them."}
    chosen: list[Any] = [{"key": key, "text": text} for key, text in texts.items()]
    chosen.append({"key": "training", "suggestion": "training"})
    table: dict[str, Any] = {
        "actions.status": ("again", BACK, ["1", "2", "note-users", "training"]),
        "actions.2.text": ("again", BACK, None),
        "actions.1.text": "Told all users.",
    }
    session, prompter = made(tmp_path, table, actions=chosen)
    walk_open(session)
    way = ["actions.status", "actions.2.text", "actions.1.text", "actions.2.text", "actions.status"]
    assert asked(prompter) == way
    assert [one.get("text") for one in items(session.answers, "actions")][:2] == ["Told all users.", "Took it down."]


def test_what_was_not_known_last_time_is_asked_for_and_the_rest_is_not(tmp_path: Path) -> None:
    details: Any = {"producer": "ONS", "contact_name": "Release desk"}
    table: dict[str, Any] = {
        "as_last_time": ("again", "yes", "yes"),
        "contact_details": ("again", BACK, "?", "?"),
        "head_of_profession": ("again", BACK, "The Head of Profession"),
    }
    session, prompter = made(tmp_path, table)
    session.profile = Profile(**details)
    session.put_all(cast("Any", {name: one for name, one in session.answers.items() if name not in REMEMBERED}))
    walk_open(session)
    way = ["as_last_time", "contact_details", "as_last_time", "contact_details"]
    assert asked(prompter) == [*way, "head_of_profession", "contact_details", "head_of_profession"]
    assert {name: session.answers.get(name) for name in details} == details


@pytest.mark.parametrize("act", ["write", "preview"])
def test_what_is_missing_is_pointed_at_and_not_left(tmp_path: Path, act: str) -> None:
    session, prompter = made(tmp_path, {"check": ("again", act, "leave")}, references=[])
    left(session)
    page = prompter.asked[-1]
    assert isinstance(page, Select)
    assert page.pointed == "missing:references"
    assert page.notices


def test_on_a_drawn_screen_letters_after_esc_on_the_check_page_go_into_no_field(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with runs.store(home).create() as kept:
        session = runs.session(kept, Scripted({}))
        kept.draft.answers = cast("Any", update_of(cast("Any", WHOLE), session.guidance))
        kept.draft.passed = list(SHOWN)
        kept.save()
    driver = Driver(["resume", "1"], home)
    seen = []
    for event in driver.questions():
        seen.append(event["id"])
        if len(seen) == 1:
            driver.terminal.send("s-tab")
        elif event["id"] == "check":
            driver.terminal.send("l", "enter")
    assert driver.close() == 0
    assert seen == ["check", "check"]
