"""What is said of a draft that can't be saved: once, again when it fails again, and taken back when it works."""

import errno
import fcntl
import os
from pathlib import Path
from typing import Any

import pytest

from breach_wizard.drafts import OpenDraft
from breach_wizard.errors import StorageError
from breach_wizard.wizard import checking, run
from breach_wizard.wizard.session import NOT_KEPT_APART, SAVED_AGAIN, Leave, Session
from tests.kit import runs
from tests.kit.scripted import Scripted
from tests.kit.stories import SCREENS, STORIES
from tests.test_check import WHOLE

FULL = "The disk is full."
AWAY = "There is no such folder."


class Saves:
    """What a save does: nothing, or fail with a sentence."""

    told = ""

    def save(self) -> None:
        if self.told:
            raise StorageError(self.told)


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Saves:
    made = Saves()
    monkeypatch.setattr(OpenDraft, "save", made.save)
    return made


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return runs.session(runs.store(tmp_path).create(), Scripted({"check": ("again", "leave", "leave")}))


def said(session: Session, saves: Saves, *told: str) -> list[list[str]]:
    """Save with each of these outcomes; return what the question after each shows, as "not", "again" or another."""
    shown = []
    for one in told:
        saves.told = one
        session.save()
        notices = session.take_notices()
        shown.append(
            ["not" if "You can go on" in each else "again" if each == SAVED_AGAIN else each for each in notices]
        )
    return shown


def test_it_is_said_when_it_fails_when_it_works_and_when_it_fails_again(session: Session, saves: Saves) -> None:
    told = ["", FULL, FULL, FULL, "", "", FULL, FULL, AWAY, ""]
    assert said(session, saves, *told) == [[], ["not"], [], [], ["again"], [], ["not"], [], ["not"], ["again"]]
    assert not session.unsaved


def test_what_nobody_has_read_yet_is_taken_out(session: Session, saves: Saves) -> None:
    for told in (FULL, ""):
        saves.told = told
        session.save()
    assert session.take_notices() == ()
    for told in (FULL, AWAY):
        saves.told = told
        session.save()
    (notice,) = session.take_notices()
    assert notice.startswith(AWAY)
    for told in ("", FULL):
        saves.told = told
        session.save()
    (notice,) = session.take_notices()
    assert notice.startswith(FULL)


def test_it_is_said_again_on_the_check_page(session: Session, saves: Saves) -> None:
    assert isinstance(session.prompter, Scripted)
    session.put_all(WHOLE.copy())
    assert said(session, saves, FULL) == [["not"]]
    for told, expected in ((FULL, f"{FULL} You can go on: write the report before you leave."), ("", SAVED_AGAIN)):
        saves.told = told
        with pytest.raises(Leave):
            checking.check_answers(session)
        assert expected in session.prompter.asked[-1].notices
        assert session.unsaved == bool(told)


def test_the_last_screen_says_what_could_not_be_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table: dict[str, Any] = STORIES["early"][0]
    prompter = Scripted(table, SCREENS)
    session = runs.session(runs.store(tmp_path).create(), prompter)
    monkeypatch.setattr(OpenDraft, "save", fails_once_written)
    run.start(session, tmp_path / "report.md")
    assert any("You can go on" in line.text for line in prompter.screens[-1])


def fails_once_written(kept: OpenDraft) -> None:
    if kept.draft.written:
        raise StorageError(FULL)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP])
def test_that_there_are_no_locks_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", fail)
    prompter = Scripted(STORIES["early"][0], SCREENS)
    with runs.store(tmp_path).create() as kept:
        run.start(runs.session(kept, prompter), tmp_path / "report.md")
    notices = [notice for ask in prompter.asked for notice in ask.notices]
    assert notices.count(NOT_KEPT_APART) == 1
    assert NOT_KEPT_APART in prompter.asked[1].notices + prompter.asked[2].notices
    with runs.store(tmp_path).open(1) as kept:
        opened = runs.session(kept, prompter)
        opened.save()
        assert opened.take_notices() == (NOT_KEPT_APART,)


def test_where_there_are_locks_nothing_is_said_of_them(session: Session) -> None:
    session.save()
    assert session.take_notices() == ()
    session.kept.close()
